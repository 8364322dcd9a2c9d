# For tests of what begins and ends with a process: assemblies stay loaded, and a session ends, only there.

# Starts a program, whose standard output Receive-Child gives; with -WithError its error output after it.
function Start-Program {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'It starts what the test itself awaits.')]
    param([string] $File, [string[]] $Argument, [switch] $WithError)
    $start = [Diagnostics.ProcessStartInfo]::new($File, (($Argument | ForEach-Object { "`"$_`"" }) -join ' '))
    $start.UseShellExecute = $false
    $start.RedirectStandardOutput = $true
    # A console of Windows has a code page of its own, which has not every character.
    $start.StandardOutputEncoding = [Text.UTF8Encoding]::new($false)
    $start.RedirectStandardError = $WithError
    if ($WithError) { $start.StandardErrorEncoding = $start.StandardOutputEncoding }
    $process = [Diagnostics.Process]::Start($start)
    # Read from the start on: a full pipe would stop it.
    [pscustomobject]@{ Process = $process; Output = $process.StandardOutput.ReadToEndAsync(); Error = $(if ($WithError) { $process.StandardError.ReadToEndAsync() }) }
}

# Starts a script in a fresh process of the same PowerShell.
function Start-Child {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'It starts what the test itself awaits.')]
    param([string] $Script, [switch] $WithError)
    $shell = Join-Path $PSHOME $(if ($PSEdition -eq 'Core') { 'pwsh' } else { 'powershell' })
    # Encoded: Windows takes quotes out of arguments.
    $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes("[Console]::OutputEncoding = [Text.UTF8Encoding]::new(`$false); `$ErrorActionPreference = 'Stop'; `$ProgressPreference = 'SilentlyContinue'; $Script"))
    Start-Program $shell '-NoProfile', '-NonInteractive', '-OutputFormat', 'Text', '-EncodedCommand', $encoded -WithError:$WithError
}

# Waits for what was started to end, and returns its standard output as lines.
function Receive-Child {
    param([pscustomobject] $Child)
    $text = $Child.Output.GetAwaiter().GetResult()
    if ($Child.Error) { $text += $Child.Error.GetAwaiter().GetResult() }
    $Child.Process.WaitForExit()
    if ($text) { $text -replace '\r?\n\z' -split '\r?\n' }
}

# Runs a script in a fresh process of the same PowerShell and returns its standard output as lines; with -WithError its error output after it.
function Invoke-Child([string] $Script, [switch] $WithError) { Receive-Child (Start-Child $Script -WithError:$WithError) }
