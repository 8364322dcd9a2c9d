# Runs one Pester file, or several of this folder by their names, in this process, and writes their counts and what failed: the build script reads them.
#   pester.ps1 -Name Limits,Request -Report out/tests/Limits.json
param([string] $Path, [string[]] $Name, [string] $Report, [string] $Pester = 'Pester')

# By -File a list is one text.
$files = if ($Path) { $Path } else { @($Name -split ',' | ForEach-Object { Join-Path $PSScriptRoot "$_.Tests.ps1" }) }

Import-Module $Pester

# Why a test was skipped: what it says itself, else a comment 'Skipped where ...' in it or in a block around it.
function Get-SkipReason($Test) {
    if ("$($Test.ErrorRecord)" -match 'is skipped, because (.+)') { return $Matches[1] }
    for ($part = $Test; $part; $part = if ($part -eq $Test) { $Test.Block } else { $part.Parent }) {
        if ("$($part.ScriptBlock)" -match '# Skipped ((?:where|on) .+)') { return $Matches[1].TrimEnd() }
    }
    'no reason is given'
}

$configuration = New-PesterConfiguration
$configuration.Run.Path = $files
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$configuration.Output.RenderMode = 'Plaintext'
$result = Invoke-Pester -Configuration $configuration

$null = New-Item -ItemType Directory -Force (Split-Path $Report)
# A file or block that could not run counts as failed, also where Pester counts no test for it.
@{
    Passed   = $result.PassedCount
    Failed   = $result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount
    Skipped  = $result.SkippedCount + $result.NotRunCount
    Skips    = @($result.Skipped | ForEach-Object { "$(Split-Path -Leaf "$($_.ScriptBlock.File)"): $(Get-SkipReason $_)" })
    Failures = @(@($result.Failed) + @($result.FailedBlocks) + @($result.FailedContainers) | Where-Object { $_ } | ForEach-Object { "$(Split-Path -Leaf "$($_.ScriptBlock.File)"), $($_): $($_.ErrorRecord)" })
} | ConvertTo-Json | Set-Content $Report
