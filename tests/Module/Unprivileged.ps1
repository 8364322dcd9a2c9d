# For tests of what a service account sees: a fresh process of the same PowerShell, as a user without privileges.

function Test-Root { (id -u) -eq '0' }

# The command that becomes that user; nothing where the tests have no privileges themselves.
function Get-UserCommand { if (Test-Root) { 'setpriv', '--reuid=65534', '--regid=65534', '--clear-groups' } }

function Test-Command([string[]] $Command) {
    & $Command[0] $Command[1..($Command.Count - 1)] 2>$null
    $LASTEXITCODE -eq 0
}

# How that user can start the PowerShell of this process: installed as a tool, its own program may be root's alone, and is started by dotnet. Nothing where it can't.
function Get-UnprivilegedShell {
    $program, $library = 'pwsh', 'pwsh.dll' | ForEach-Object { Join-Path $PSHOME $_ }
    $user = @(Get-UserCommand)
    if (-not (Test-Command ($user + 'test', '-r', $PSCommandPath))) { return }
    if (Test-Command ($user + 'test', '-x', $program)) { return $program }
    $dotnet = Get-Command dotnet -CommandType Application -ErrorAction Ignore | Select-Object -First 1
    if ($dotnet -and (Test-Command ($user + 'test', '-r', $library, '-a', '-x', $dotnet.Source))) { return $dotnet.Source, $library }
}

# Why there can be no such process here; nothing where there can.
function Get-WhyNotUnprivileged {
    if ($PSEdition -ne 'Core' -or $IsWindows) { return 'it is about accounts and home folders of Unix' }
    if ((Test-Root) -and -not (Get-Command setpriv -ErrorAction Ignore)) { return 'root needs setpriv (util-linux) to become a user without privileges' }
    if (-not (Get-UnprivilegedShell)) { 'a user without privileges can''t read this checkout, or start PowerShell' }
}

# Runs a script in a folder and returns what it printed. Of the variables that name files of an account, only those given are set.
function Invoke-Unprivileged {
    param([string] $Script, [string] $Location, [hashtable] $Variable = @{})
    $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes("`$ErrorActionPreference = 'Stop'; `$ProgressPreference = 'SilentlyContinue'; $Script"))
    $cleared = 'HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_DATA_HOME', 'AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE' | ForEach-Object { '-u', $_ }
    $given = $Variable.GetEnumerator() | ForEach-Object { "$($_.Key)=$($_.Value)" }
    $command = @(Get-UserCommand) + 'env' + $cleared + $given + @(Get-UnprivilegedShell) + '-NoProfile', '-NonInteractive', '-OutputFormat', 'Text', '-EncodedCommand', $encoded
    Push-Location $Location
    try { (& $command[0] $command[1..($command.Count - 1)]) -join "`n" }
    finally { Pop-Location }
}
