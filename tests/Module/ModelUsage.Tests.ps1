# Measure-RKModelUsage as a user sees it: sums, sources, prices and errors. What periods are asked for, and how points are summed, is tested in CustomLabels.Core.Tests.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $leases = $env:CUSTOMLABELS_LEASE_PATH
    $env:CUSTOMLABELS_REAPER = 'Off'
    $model = @{ Manifest = Join-Path $samples 'manifest.jsonl'; ImageRoot = Join-Path $samples 'images' }

    # A day of the models is a second, unless another scale is given.
    function Open-Account([hashtable] $Option = @{}) {
        if (-not $Option.ContainsKey('TimeScale')) { $Option.TimeScale = 86400 }
        $script:endpoint = Start-RKLocalEndpoint -RunningModelQuota 3 -StartDuration 0 -StopDuration 0 @Option -Model @(
            $model + @{ Project = 'lines'; Version = 'v1'; MinInferenceUnits = 2 }
            $model + @{ Project = 'lines'; Version = 'v2'; MinInferenceUnits = 3 }
            $model + @{ Project = 'logos'; Version = 'v1'; Status = 'STOPPED' }
        )
        $script:reach = @{ EndpointUrl = $endpoint.EndpointUrl; AccessKey = 'AKIDEXAMPLE'; SecretKey = 'secret' }
        $script:begin = [datetime]::UtcNow.AddMinutes(-1)
    }
    # Until so much of the models' time has passed.
    function Wait-Time([double] $Hours) { while ($endpoint.ModelTime -lt $begin.AddHours($Hours)) { Start-Sleep -Milliseconds 10 } }
    function Get-Count([string] $Operation) { [long]$endpoint.Counters.Operations[$Operation] }
    function Get-Failure([scriptblock] $Try) { try { $null = & $Try } catch { return $_ }; throw 'It did not fail.' }
}

AfterAll { Remove-Item Env:CUSTOMLABELS_REAPER }

Describe 'Measure-RKModelUsage' {
    BeforeAll {
        Open-Account
        Wait-Time 30
        # From here on nothing changes: what is measured is what the endpoint has counted.
        'lines/v1', 'lines/v2' | Stop-RKModel @reach | Out-Null
        $states = $endpoint.Models
        $time = @{ StartTime = $begin; EndTime = $begin.AddDays(10) }
        $usage = @(Measure-RKModelUsage @reach @time)
    }
    AfterAll { Stop-RKLocalEndpoint }

    It 'measures each model, to the second, what costs the most first' {
        $usage.Name | Should -Be lines/v2, lines/v1, logos/v1
        foreach ($i in 0, 1, 2) {
            $state = $states | Where-Object ProjectVersionArn -EQ $usage[$i].ProjectVersionArn
            [Math]::Abs($usage[$i].UnitHours - $state.InferenceHours) * 3600 | Should -BeLessThan 1
            [Math]::Abs($usage[$i].Hours - $state.RunningHours) * 3600 | Should -BeLessThan 1
        }
        $usage[0].Hours | Should -BeGreaterThan 29
        $usage[2].Hours, $usage[2].UnitHours, $usage[2].Cost | Should -Be 0, 0, 0
        $usage.Source | ForEach-Object { "$_" } | Should -Be CloudWatch, CloudWatch, CloudWatch
        $usage[0].Period, $usage[2].Period | Should -Be ([timespan]'0:01'), $null
        $usage[0] | Should -BeOfType CustomLabels.ModelUsage
        "$($usage[2])" | Should -BeExactly 'logos/v1: 0 h, 0 unit hours'
    }

    It 'counts with 4.00 an inference unit and hour, or with what it is told' {
        [Math]::Abs($usage[0].Cost - 4 * $usage[0].UnitHours) | Should -BeLessThan 0.001
        [Math]::Abs((Measure-RKModelUsage lines/v2 @reach @time -PricePerUnitHour 0.5).Cost - $usage[0].UnitHours / 2) | Should -BeLessThan 0.001
    }

    It 'sums up by project and by day of UTC' {
        $projects = @(Measure-RKModelUsage @reach @time -By Project)
        $projects.Name | Should -Be lines, logos
        @($projects.ProjectVersionArn -ne $null).Count | Should -Be 0
        [Math]::Abs($projects[0].UnitHours - $usage[0].UnitHours - $usage[1].UnitHours) | Should -BeLessThan 1e-6

        $days = @(Measure-RKModelUsage @reach @time -By Day)
        $days.Count | Should -BeGreaterOrEqual 2
        $days[1].StartTime, $days[1].EndTime | Should -Be $begin.Date.AddDays(1), $begin.Date.AddDays(2)
        $days[1].StartTime.Kind | Should -Be Utc
        [Math]::Abs(($days | Measure-Object UnitHours -Sum).Sum - $projects[0].UnitHours) | Should -BeLessThan 1e-6
        $each = @(Measure-RKModelUsage @reach @time -By model, DAY)
        @($each | Where-Object StartTime -EQ $days[1].StartTime).Name | Should -Be lines/v2, lines/v1
    }

    It 'takes names, patterns, ARNs and what has them' {
        (Measure-RKModelUsage lines/v1 @reach @time).Name | Should -Be lines/v1
        (Measure-RKModelUsage *s/v1 @reach @time).Name | Should -Be lines/v1, logos/v1
        (Measure-RKModelUsage logos @reach @time).Name | Should -Be logos/v1
        (Get-RKModel lines @reach | Measure-RKModelUsage @reach @time).Name | Should -Be lines/v2, lines/v1
        ([pscustomobject]@{ ProjectVersionArn = $usage[1].ProjectVersionArn; StartTime = 'x'; By = 'Day' } | Measure-RKModelUsage @reach @time).Name | Should -Be lines/v1
        (Measure-RKModelUsage lines/v1, lines/v1 @reach @time).Name | Should -Be lines/v1
    }

    It 'looks no ARN up, so that a model that was deleted can be measured' {
        $before = Get-Count DescribeProjects
        $gone = $usage[0].ProjectVersionArn -replace '/lines/', '/gone/'
        (Measure-RKModelUsage $gone, $usage[0].ProjectVersionArn @reach @time).UnitHours | Should -Be $usage[0].UnitHours, 0
        Get-Count DescribeProjects | Should -Be $before
    }

    It 'takes times of this machine and of UTC, and by itself the last seven days' {
        $local = @{ StartTime = $time.StartTime.ToLocalTime(); EndTime = [datetime]::SpecifyKind($time.EndTime.ToLocalTime(), 'Unspecified') }
        (Measure-RKModelUsage lines/v1 @reach @local).UnitHours | Should -Be $usage[1].UnitHours
        $default = Measure-RKModelUsage logos/v1 @reach
        ($default.EndTime - $default.StartTime).TotalDays | Should -BeGreaterOrEqual 7
        ($default.EndTime - $default.StartTime).TotalDays | Should -BeLessThan 7.01
    }

    It 'refuses <Case>: <Id>' -ForEach @(
        @{ Case = 'an end before the start'; Id = 'RequestInvalid'; Arguments = @{ StartTime = '2026-11-02'; EndTime = '2026-11-01' } }
        @{ Case = 'a name that is empty'; Id = 'NameEmpty'; Arguments = @{ ProjectVersionArn = '' } }
        @{ Case = 'a journal that is not there'; Id = 'RequestInvalid'; Arguments = @{ JournalPath = 'none-*.jsonl' } }
    ) { (Get-Failure { Measure-RKModelUsage @reach @Arguments }).FullyQualifiedErrorId | Should -BeExactly "$Id,CustomLabels.Commands.MeasureRKModelUsageCommand" }

    It 'goes on with the others where one is not there' {
        (Measure-RKModelUsage lines/v9, lines/v1 @reach @time -ErrorVariable errors -ErrorAction SilentlyContinue).Name | Should -Be lines/v1
        $errors.FullyQualifiedErrorId | Should -BeExactly 'ModelNotFound,CustomLabels.Commands.MeasureRKModelUsageCommand'
    }

    It 'warns of a time that CloudWatch keeps nothing of' {
        $null = Measure-RKModelUsage logos/v1 @reach -StartTime ([datetime]::UtcNow.AddDays(-500)) -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -BeLike 'CloudWatch keeps metrics for 455 days*'
    }
}

Describe 'Measure-RKModelUsage without metrics' {
    BeforeAll {
        # The time of the clock: leases and journals go by it.
        Open-Account @{ TimeScale = 1; Trouble = @{ Kind = 'AccessDeniedException'; Operation = 'GetMetricData' } }
        $none = $reach + @{ WarningVariable = 'warnings'; WarningAction = 'SilentlyContinue' }
    }
    AfterAll { Stop-RKLocalEndpoint }
    AfterEach { if (Test-Path $leases) { Remove-Item -Recurse -Force $leases } }

    It 'knows nothing, and says why once' {
        $usage = @(Measure-RKModelUsage @none)
        $usage.Count | Should -Be 3
        $usage[0].Hours, $usage[0].UnitHours, $usage[0].Cost | Should -Be $null, $null, $null
        "$($usage[0].Source)" | Should -BeExactly None
        $warnings.Count | Should -Be 1
        "$warnings" | Should -BeLike "*can't be read*cloudwatch:GetMetricData*"
        $usage[0] | Out-String | Should -Match ' \? +\? +\? None'
    }

    It 'tells what a lease has been holding' {
        Start-RKModel logos/v1 -StopAfter 3600 -MinInferenceUnits 2 @reach -WarningAction SilentlyContinue | Out-Null
        $path = (Get-ChildItem $leases -Filter *.json).FullName
        $lease = [IO.File]::ReadAllText($path) | ConvertFrom-Json
        $lease.StartedAt = [datetime]::UtcNow.AddHours(-3).ToString('o')
        [IO.File]::WriteAllText($path, (ConvertTo-Json $lease))

        $usage = Measure-RKModelUsage logos/v1 @none
        "$($usage.Source)" | Should -BeExactly Leases
        [Math]::Abs($usage.UnitHours - 2 * $usage.Hours) | Should -BeLessThan 1e-6
        [Math]::Abs($usage.Hours - 3) | Should -BeLessThan 0.1
        Stop-RKModel logos/v1 @reach | Out-Null
    }

    It 'tells what a journal has of each run, and reads no other kind of file' {
        $journal = Join-Path (New-TestFolder) 'night.jsonl'
        Get-ChildItem (Join-Path $samples 'images/panels') -Filter panel-0*.jpg | Invoke-RKCustomLabelDetection -ProjectVersionArn lines/v1 -JournalPath $journal @reach | Out-Null
        $lines = [IO.File]::ReadAllLines($journal)
        # As if the run had begun two hours before.
        $run = $lines | Where-Object { $_ -match '"Type":"Run"' }
        [IO.File]::WriteAllLines($journal, @($lines -replace [regex]::Escape($run), ($run -replace '"Started":"[^"]+"', "`"Started`":`"$([datetime]::UtcNow.AddHours(-2).ToString('o'))`"")))

        $usage = Measure-RKModelUsage lines @none -JournalPath $journal
        ($usage | Where-Object Name -EQ lines/v1).Source, ($usage | Where-Object Name -EQ lines/v2).Source | ForEach-Object { "$_" } | Should -Be Journal, None
        [Math]::Abs($usage[0].Hours - 2) | Should -BeLessThan 0.1
        $usage[0].UnitHours | Should -Be $usage[0].Hours
        (Get-Failure { Measure-RKModelUsage lines @none -JournalPath (Join-Path $samples 'manifest.jsonl') }).FullyQualifiedErrorId | Should -BeLike 'JournalInvalid,*'
        Remove-Item -Recurse -Force (Split-Path $journal)
    }
}

Describe 'CloudWatch' {
    AfterEach { Stop-RKLocalEndpoint }

    It 'is found by a variable of its own, and an answer that is not there is no end' {
        Open-Account
        $env:AWS_ENDPOINT_URL_REKOGNITION = $endpoint.EndpointUrl
        $env:AWS_ENDPOINT_URL_CLOUDWATCH = 'http://127.0.0.1:1'
        $keys = @{ AccessKey = 'AKIDEXAMPLE'; SecretKey = 'secret'; Region = 'us-east-1' }
        try {
            $usage = Measure-RKModelUsage lines/v1 @keys -MaxAttempts 1 -WarningVariable warnings -WarningAction SilentlyContinue
            "$($usage.Source)", $warnings.Count | Should -Be None, 1
            "$warnings" | Should -BeLike '*127.0.0.1:1 did not answer*'
            $env:AWS_ENDPOINT_URL_CLOUDWATCH = $endpoint.EndpointUrl
            "$((Measure-RKModelUsage lines/v1 @keys).Source)" | Should -BeExactly CloudWatch
        }
        finally { Remove-Item Env:AWS_ENDPOINT_URL_REKOGNITION, Env:AWS_ENDPOINT_URL_CLOUDWATCH }
    }

    It 'throttles as others do, and that is waited out' {
        Open-Account @{ Trouble = @{ Kind = 'ThrottlingException'; Operation = 'GetMetricData'; Call = 1, 2 } }
        "$((Measure-RKModelUsage lines/v1 @reach).Source)" | Should -BeExactly CloudWatch
        Get-Count GetMetricData | Should -Be 3
    }

    It 'is asked with the signature of the service monitoring' {
        Open-Account @{ AccessKey = 'AKIDEXAMPLE'; SecretKey = 'secret' }
        "$((Measure-RKModelUsage lines/v1 @reach).Source)" | Should -BeExactly CloudWatch
        $wrong = $reach + @{}
        $wrong.SecretKey = 'another'
        (Measure-RKModelUsage $endpoint.ProjectVersionArn @wrong -WarningAction SilentlyContinue).Source | Should -Be None
    }
}

Describe 'A day of starts, stops and scaling' {
    It 'is measured as the endpoint has counted it, to the second' {
        # Prove has it with more time.
        $lines = & (Join-Path $repository 'tests/Meter/day.ps1') -DaySeconds 2
        $LASTEXITCODE | Should -Be 0 -Because "$lines"
    }
}
