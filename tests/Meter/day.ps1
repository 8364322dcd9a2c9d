<#
.SYNOPSIS
    A day of three models on a local endpoint whose time runs faster: is what Measure-RKModelUsage finds what the endpoint has counted?
.DESCRIPTION
    One model runs all day, one in office hours while its units scale, one for some minutes now and then. Prints for each the hours and unit hours that the endpoint has counted, how
    many seconds the measured ones are off, and what the recipe of AWS's guide comes to, which asks for the average of each hour, adds the points up and counts them. Ends with
    0 when no measured figure is off by a second.
.PARAMETER DaySeconds
    How long the day takes, in seconds.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'The models are those of its own endpoint.')]
param([double] $DaySeconds = 60)

Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$WarningPreference = 'SilentlyContinue'
$repository = Split-Path (Split-Path $PSScriptRoot)
Import-Module (Join-Path $repository 'out/CustomLabels/CustomLabels.psd1')

# What is done, in hours of the day. Times that are no full minutes, and runs that end within one.
$plan = @(
    @{ At = 0.011; Start = 'all-day' }
    foreach ($hour in 1.12, 4.357, 9.018, 13.99, 18.5, 22.201) { @{ At = $hour; Start = 'now-and-then' }, @{ At = $hour + 0.1913; Stop = 'now-and-then' } }
    @{ At = 7.701; Start = 'office-hours' }
    @{ At = 17.088; Stop = 'office-hours' }
    @{ At = 23.95; Stop = 'all-day' }
) | Sort-Object { $_.At }

$data = @{ Manifest = Join-Path $repository 'samples/manifest.jsonl'; ImageRoot = Join-Path $repository 'samples/images'; Project = 'day'; Status = 'STOPPED' }
$endpoint = Start-RKLocalEndpoint -TimeScale (86400 / $DaySeconds) -StartDuration 300 -StopDuration 60 -RunningModelQuota 3 -AllowUnsigned -Model @(
    $data + @{ Version = 'all-day' }
    $data + @{ Version = 'office-hours'; MaxInferenceUnits = 4; UnitSchedule = @{ Seconds = 5000; Units = 3 }, @{ Seconds = 12345; Units = 4 }, @{ Seconds = 20000; Units = 2 } }
    $data + @{ Version = 'now-and-then' }
)
$to = @{ EndpointUrl = $endpoint.EndpointUrl; NoSignRequest = $true }

function Get-State([string] $Version) { $endpoint.Models | Where-Object VersionName -EQ $Version }
function Wait-For([scriptblock] $Condition) { while (-not (& $Condition)) { Start-Sleep -Milliseconds 2 } }

# As the guide has it: Average, 3600 s; the sum of the points and their number.
function Get-Recipe([string] $Version, [datetime] $From, [datetime] $To) {
    $names = @{ Name = 'ProjectName'; Value = 'day' }, @{ Name = 'VersionName'; Value = $Version }
    $query = @{ Id = 'm'; MetricStat = @{ Metric = @{ Namespace = 'AWS/Rekognition'; MetricName = 'InServiceInferenceUnits'; Dimensions = $names }; Period = 3600; Stat = 'Average' } }
    $body = @{ MetricDataQueries = @($query); StartTime = ([DateTimeOffset] $From).ToUnixTimeSeconds(); EndTime = ([DateTimeOffset] $To).ToUnixTimeSeconds() + 1 } | ConvertTo-Json -Depth 9
    $answer = Invoke-RestMethod $endpoint.EndpointUrl -Method Post -Body $body -ContentType 'application/x-amz-json-1.0' -Headers @{ 'X-Amz-Target' = 'GraniteServiceVersion20100801.GetMetricData' }
    $values = @($answer.MetricDataResults[0].Values)
    @{ Hours = $values.Count; UnitHours = ($values | Measure-Object -Sum).Sum }
}

try {
    $begin = $endpoint.ModelTime
    foreach ($step in $plan) {
        Wait-For { $endpoint.ModelTime -ge $begin.AddHours($step.At) }
        if ($step['Start']) {
            $most = if ($step.Start -eq 'office-hours') { @{ MaxInferenceUnits = 4 } } else { @{} }
            $null = Start-RKModel "day/$($step.Start)" @to @most
        }
        else {
            # Where a day takes seconds it may be time for the stop before the model runs.
            Wait-For { (Get-State $step.Stop).Status -eq 'RUNNING' }
            $null = Stop-RKModel "day/$($step.Stop)" @to
        }
    }

    $end = $endpoint.ModelTime
    $isRight = $true
    $rows = foreach ($usage in Measure-RKModelUsage day @to -StartTime $begin -EndTime $end) {
        $version = $usage.Name.Split('/')[1]
        $counted = Get-State $version
        $recipe = Get-Recipe -Version $version -From $begin -To $end
        $off = @(($usage.Hours - $counted.RunningHours), ($usage.UnitHours - $counted.InferenceHours)) | ForEach-Object { $_ * 3600 }
        $isRight = $isRight -and $counted.RunningHours -gt 0 -and -not ($off | Where-Object { [Math]::Abs($_) -ge 1 })
        [pscustomobject]@{
            Model         = $version
            Hours         = '{0:0.0000}' -f $counted.RunningHours
            UnitHours     = '{0:0.0000}' -f $counted.InferenceHours
            'Off, s'      = '{0:0.000}, {1:0.000}' -f $off[0], $off[1]
            Cost          = '{0:0.00}' -f $usage.Cost
            'Recipe: h'   = $recipe.Hours
            'Unit hours'  = '{0:0.00}' -f $recipe.UnitHours
            'Recipe, off' = '{0:+0} %, {1:+0} %' -f (100 * ($recipe.Hours / $counted.RunningHours - 1)), (100 * ($recipe.UnitHours / $counted.InferenceHours - 1))
        }
    }
}
finally { $endpoint | Stop-RKLocalEndpoint }

"$(@($plan).Count) starts and stops in a day of $DaySeconds s. Counted by the endpoint; how many seconds what was measured is off (hours, unit hours); the hourly recipe:"
($rows | Format-Table -AutoSize | Out-String -Width 140).Trim()
exit [int](-not $isRight -or @($rows).Count -ne 3)
