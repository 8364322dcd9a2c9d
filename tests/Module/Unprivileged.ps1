# For tests of what a service account sees: a fresh process of the same PowerShell, as a user without privileges.

function Test-Root { (id -u) -eq '0' }

# The command that becomes that user; nothing where the tests have no privileges themselves.
function Get-UserCommand { if (Test-Root) { 'setpriv', '--reuid=65534', '--regid=65534', '--clear-groups' } }

# The PowerShell of this process, if that user can start it: the file in its own folder may be root's alone.
function Get-UnprivilegedShell {
    foreach ($shell in [Environment]::ProcessPath, (Join-Path $PSHOME 'pwsh')) {
        $command = @(Get-UserCommand) + 'test', '-x', $shell, '-a', '-r', $PSCommandPath
        & $command[0] $command[1..($command.Count - 1)]
        if ($LASTEXITCODE -eq 0 -and (Split-Path -Leaf $shell) -eq 'pwsh') { return $shell }
    }
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
    $command = @(Get-UserCommand) + 'env' + $cleared + $given + (Get-UnprivilegedShell) + '-NoProfile', '-NonInteractive', '-OutputFormat', 'Text', '-EncodedCommand', $encoded
    Push-Location $Location
    try { (& $command[0] $command[1..($command.Count - 1)]) -join "`n" }
    finally { Pop-Location }
}
