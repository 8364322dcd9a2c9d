<#
.SYNOPSIS
    Asks a model about all pictures of a folder: for the Task Scheduler and for cron, with nobody watching.
.DESCRIPTION
    Run it again after a reboot, a time limit or a failure: pictures that are done are not sent again, their results come from the journal; failed ones are tried
    again. Two runs with the same journal don't get in each other's way: the second one ends.
    Exit code: 0 all pictures are done, 2 some failed, 1 the run failed. The log says why.
    docs/guides/scheduled-tasks.md in the module's folder tells how to register it.
.PARAMETER ImageFolder
    The folder of the pictures; folders in it are looked through, too.
.PARAMETER WorkFolder
    Where night.journal.jsonl, night.csv (the results) and night.log are kept. It is made where it is missing.
.PARAMETER ProjectVersionArn
    The model version, which has to be running.
.PARAMETER MinConfidence
    The least confidence of labels, 0 to 100; without it, the model's own thresholds.
.PARAMETER ProfileName
    A profile of the shared files; without it, credentials are found as always.
.PARAMETER MaxConsecutiveFailures
    So many failed pictures in a row end the run: something has gone wrong for good.
.PARAMETER PricePerUnitHour
    What an inference unit of your region costs an hour, by the pricing page of Amazon Rekognition. With it the log tells what the model cost during the run.
.PARAMETER InferenceUnit
    How many inference units the model runs with.
.EXAMPLE
    pwsh -NoProfile -File night.ps1 -ImageFolder D:\line4 -WorkFolder D:\night\work -ProjectVersionArn arn:aws:rekognition:eu-west-1:111122223333:project/line4/version/v1/1700000000000
#>
#Requires -Modules CustomLabels
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $ImageFolder,
    [Parameter(Mandatory)] [string] $WorkFolder,
    [Parameter(Mandatory)] [string] $ProjectVersionArn,
    [ValidateRange(0, 100)] [double] $MinConfidence,
    [string] $ProfileName,
    [ValidateRange(1, [int]::MaxValue)] [int] $MaxConsecutiveFailures = 50,
    [ValidateRange(0, [double]::MaxValue)] [double] $PricePerUnitHour,
    [ValidateRange(1, [int]::MaxValue)] [int] $InferenceUnit = 1
)

Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$invariant = [cultureinfo]::InvariantCulture
$watch = [Diagnostics.Stopwatch]::StartNew()
$count = @{ Done = 0; Sent = 0; Failed = 0 }
$log = $null

function Add-LogLine([string] $Text) {
    # The process is in each line: of two runs at a time, one says that it ends.
    $line = '{0} [{1}] {2}' -f [DateTime]::UtcNow.ToString('u', $invariant), $PID, ($Text -replace '\s*[\r\n]+\s*', ' ')
    if ($log) { Add-Content -LiteralPath $log $line -Encoding UTF8 } else { [Console]::Error.WriteLine($line) }
}

function Add-CostLine {
    if (-not $PricePerUnitHour) { return }
    $cost = $watch.Elapsed.TotalHours * $InferenceUnit * $PricePerUnitHour
    Add-LogLine ([string]::Format($invariant, 'The model cost {0:0.00} in that time: {1} inference unit(s) at {2} an hour.', $cost, $InferenceUnit, $PricePerUnitHour))
}

try {
    $work = [IO.Directory]::CreateDirectory($ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($WorkFolder)).FullName
    $log = Join-Path $work 'night.log'
    $results = Join-Path $work 'night.csv'
    $ask = @{
        ProjectVersionArn      = $ProjectVersionArn
        JournalPath            = Join-Path $work 'night.journal.jsonl'
        Durable                = $true
        IncludeFailed          = $true
        MaxConsecutiveFailures = $MaxConsecutiveFailures
    }
    foreach ($name in 'MinConfidence', 'ProfileName') { if ($PSBoundParameters.ContainsKey($name)) { $ask[$name] = $PSBoundParameters[$name] } }
    Add-LogLine "Begins: $ImageFolder."

    # Results stream into a file that replaces the last run's when all are in. A run that doesn't get the journal doesn't get as far as to open it.
    $partial = "$results.partial"
    Get-ChildItem -LiteralPath $ImageFolder -Recurse -File |
        Where-Object Extension -In '.jpg', '.jpeg', '.png' |
        Invoke-RKCustomLabelDetection @ask -Verbose 3>&1 4>&1 |
        ForEach-Object {
            if ($_ -is [Management.Automation.InformationalRecord]) { Add-LogLine $_.Message; return }
            if ($_.Status -eq 'Failed') { $count.Failed++; Add-LogLine "Failed: $($_.Image): $($_.Error)" } else { $count.Done++ }
            if (-not $_.FromJournal) { $count.Sent++ }
            $_
        } |
        Select-Object Image, Status, CustomLabels, @{ Name = 'ErrorId'; Expression = { $_.Error.Id } }, LiteralPath, Timestamp |
        Export-Csv -LiteralPath $partial -NoTypeInformation -Encoding UTF8
    Move-Item -LiteralPath $partial $results -Force

    Add-LogLine ([string]::Format($invariant, 'Ends after {0:hh\:mm\:ss}: {1} done, {2} failed; {3} new, the others from the journal.', $watch.Elapsed, $count.Done, $count.Failed, $count.Sent))
    Add-CostLine
    exit $(if ($count.Failed) { 2 } else { 0 })
}
catch {
    Add-LogLine "The run failed after $($count.Done + $count.Failed) pictures: $($_.FullyQualifiedErrorId): $($_.Exception.Message)"
    if ($_.ErrorDetails) { Add-LogLine $_.ErrorDetails.RecommendedAction }
    Add-CostLine
    exit 1
}
