# For tests of what begins and ends with a process: assemblies stay loaded, and a session ends, only there.

# Starts a program, whose standard output Receive-Child gives.
function Start-Program {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'It starts what the test itself awaits.')]
    param([string] $File, [string[]] $Argument)
    $start = [Diagnostics.ProcessStartInfo]::new($File, (($Argument | ForEach-Object { "`"$_`"" }) -join ' '))
    $start.UseShellExecute = $false
    $start.RedirectStandardOutput = $true
    # A console of Windows has a code page of its own, which has not every character.
    $start.StandardOutputEncoding = [Text.UTF8Encoding]::new($false)
    $process = [Diagnostics.Process]::Start($start)
    # Read from the start on: a full pipe would stop it.
    [pscustomobject]@{ Process = $process; Output = $process.StandardOutput.ReadToEndAsync() }
}

# Starts a script in a fresh process of the same PowerShell.
function Start-Child {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'It starts what the test itself awaits.')]
    param([string] $Script)
    $shell = Join-Path $PSHOME $(if ($PSEdition -eq 'Core') { 'pwsh' } else { 'powershell' })
    # Encoded: Windows takes quotes out of arguments.
    $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes("[Console]::OutputEncoding = [Text.UTF8Encoding]::new(`$false); `$ErrorActionPreference = 'Stop'; `$ProgressPreference = 'SilentlyContinue'; $Script"))
    Start-Program $shell '-NoProfile', '-NonInteractive', '-OutputFormat', 'Text', '-EncodedCommand', $encoded
}

# Waits for what was started to end, and returns its standard output as lines.
function Receive-Child {
    param([pscustomobject] $Child)
    $text = $Child.Output.GetAwaiter().GetResult()
    $Child.Process.WaitForExit()
    if ($text) { $text -replace '\r?\n\z' -split '\r?\n' }
}

# Runs a script in a fresh process of the same PowerShell and returns its standard output as lines.
function Invoke-Child([string] $Script) { Receive-Child (Start-Child $Script) }
