# Runs one Pester file in this process and writes its counts and what failed: the build script reads them.
param([string] $Path, [string] $Report, [string] $Pester = 'Pester')

Import-Module $Pester

$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
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
    Failures = @(@($result.Failed) + @($result.FailedBlocks) + @($result.FailedContainers) | Where-Object { $_ } | ForEach-Object { "$($_): $($_.ErrorRecord)" })
} | ConvertTo-Json | Set-Content $Report
