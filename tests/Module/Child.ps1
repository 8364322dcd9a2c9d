# For tests of what begins and ends with a process: assemblies stay loaded, and a session ends, only there.

# Runs a script in a fresh process of the same PowerShell and returns its standard output as lines.
function Invoke-Child {
    param([string] $Script)
    $shell = Join-Path $PSHOME $(if ($PSEdition -eq 'Core') { 'pwsh' } else { 'powershell' })
    # Encoded: Windows takes quotes out of arguments.
    $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes("[Console]::OutputEncoding = [Text.UTF8Encoding]::new(`$false); `$ErrorActionPreference = 'Stop'; `$ProgressPreference = 'SilentlyContinue'; $Script"))
    # Both ends in UTF-8: a console of Windows has a code page of its own, which has not every character.
    $encoding = [Console]::OutputEncoding
    [Console]::OutputEncoding = [Text.UTF8Encoding]::new($false)
    try { & $shell -NoProfile -NonInteractive -OutputFormat Text -EncodedCommand $encoded }
    finally { [Console]::OutputEncoding = $encoding }
}
