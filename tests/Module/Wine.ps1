# Wine runs the tests on Windows' own PowerShell and .NET, without a Windows. What only Wine does wrong is skipped there, and said.

function Test-Wine {
    if ($env:OS -ne 'Windows_NT' -or $PSEdition -ne 'Core') { return $false }
    $ntdll = [IntPtr]::Zero
    $function = [IntPtr]::Zero
    # Wine's own function, by which programs may know it.
    [Runtime.InteropServices.NativeLibrary]::TryLoad('ntdll.dll', [ref]$ntdll) -and [Runtime.InteropServices.NativeLibrary]::TryGetExport($ntdll, 'wine_get_version', [ref]$function)
}

# Whether tests can't hold here because of a fault of Wine's, which is printed.
function Test-WineFault {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'It is for people, beside the counts.')]
    param([string] $What, [string] $Fault)
    if (-not (Test-Wine)) { return $false }
    Write-Host "Skipped under Wine: $What. $Fault"
    $true
}
