# The script for scheduled tasks, as a task calls it: a process of its own, which can be killed, and an exit code.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Scripted.ps1
    $script = Join-Path $repository 'out/CustomLabels/scripts/night.ps1'
    $shell = Join-Path $PSHOME $(if ($PSEdition -eq 'Core') { 'pwsh' } else { 'powershell' })
    $modulePath = $env:PSModulePath
    $env:PSModulePath = (Join-Path $repository 'out') + [IO.Path]::PathSeparator + $modulePath
    $env:AWS_ACCESS_KEY_ID = 'any'
    $env:AWS_SECRET_ACCESS_KEY = 'any'

    # The night's run against an endpoint, in its own process. A path with a space in it is what users have.
    function Start-Night {
        [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'Tests end what they start.')]
        param($Endpoint, [string[]] $And = @())
        $env:AWS_ENDPOINT_URL_REKOGNITION = $Endpoint.EndpointUrl
        $arguments = @('-NoProfile', '-NonInteractive', '-File', "`"$script`"", '-ImageFolder', "`"$images`"", '-WorkFolder', "`"$work`"", '-ProjectVersionArn', $Endpoint.ProjectVersionArn) + $And
        Start-Process $shell $arguments -PassThru -RedirectStandardOutput (Join-Path $folder "out.$(New-Guid)") -RedirectStandardError (Join-Path $folder "error.$(New-Guid)")
    }

    function Wait-Night($Process) {
        if (-not $Process.WaitForExit(60000)) { $Process.Kill(); throw 'The run has not ended within a minute.' }
        # Only without a time limit does it wait until the exit code is known.
        $Process.WaitForExit()
        $Process.ExitCode
    }

    function Read-Night { @(Import-Csv -LiteralPath (Join-Path $work 'night.csv')) }
    function Read-Log { [IO.File]::ReadAllText((Join-Path $work 'night.log')) }
}

AfterAll {
    $env:PSModulePath = $modulePath
    Remove-Item Env:AWS_ACCESS_KEY_ID, Env:AWS_SECRET_ACCESS_KEY, Env:AWS_ENDPOINT_URL_REKOGNITION -ErrorAction Ignore
}

Describe 'The night' {
    BeforeEach {
        $folder = New-TestFolder
        $images = Join-Path $folder 'line 4'
        $work = Join-Path $folder 'work night'
        Copy-Item (Join-Path $samples 'images') $images -Recurse
        $endpoint = (Start-SampleEndpoint).Endpoint
    }

    AfterEach {
        Stop-RKLocalEndpoint
        Remove-Item -LiteralPath $folder -Recurse -Force
    }

    It 'ends with 0 when all pictures are done; the results are in a file, what it cost is in the log' {
        Wait-Night (Start-Night $endpoint '-PricePerUnitHour', '7.5', '-InferenceUnit', '2') | Should -Be 0
        $rows = Read-Night
        $rows.Count | Should -Be 24
        $rows.Status | Select-Object -Unique | Should -Be 'Succeeded'
        ($rows | Where-Object Image -EQ 'panel-02.jpg').CustomLabels | Should -Be 'scratch 98.0; dent 93.1; scratch 71.0'
        Read-Log | Should -Match '24 done, 0 failed; 24 new'
        Read-Log | Should -Match 'The model cost \d\.\d\d in that time: 2 inference unit\(s\) at 7\.5 an hour\.'
        Get-ChildItem $work | ForEach-Object Name | Sort-Object | Should -Be 'night.csv', 'night.journal.jsonl', 'night.log'

        # The next night there are no new pictures, and nothing is paid for.
        $before = $endpoint.Counters.Received
        Wait-Night (Start-Night $endpoint) | Should -Be 0
        $endpoint.Counters.Received | Should -Be $before
        (Read-Night).Count | Should -Be 24
        Read-Log | Should -Match '24 done, 0 failed; 0 new'
    }

    It 'ends with 2 when some failed, names them, and tries only those again' {
        $bad = Join-Path $images 'panels/panel-00.jpg'
        Set-Content -LiteralPath $bad 'Not a picture.'
        Wait-Night (Start-Night $endpoint) | Should -Be 2
        (Read-Night | Where-Object Status -EQ 'Failed').ErrorId | Should -Be 'ImageFormat'
        Read-Log | Should -Match 'Failed: panel-00\.jpg: ImageFormat: '
        Read-Log | Should -Match '24 done, 1 failed'

        $before = $endpoint.Counters.Received
        Copy-Item (Join-Path $images 'panels/panel-01.jpg') $bad -Force
        Wait-Night (Start-Night $endpoint) | Should -Be 0
        $endpoint.Counters.Received - $before | Should -Be 1
        (Read-Night).Count | Should -Be 25
    }

    It 'ends with 1 when the run fails, and says why: <Why>' -ForEach @(
        @{ Why = 'the model is not running'; Id = 'ModelNotRunning' }
        @{ Why = 'there is no such folder'; Id = 'PathNotFound' }
        @{ Why = 'the journal is no journal'; Id = 'JournalInvalid' }
    ) {
        if ($Id -eq 'ModelNotRunning') { $endpoint = Start-RKLocalEndpoint -Model @{ Manifest = (Join-Path $samples 'manifest.jsonl'); ImageRoot = (Join-Path $samples 'images'); Status = 'STOPPED' } }
        if ($Id -eq 'PathNotFound') { $images = Join-Path $folder 'nowhere' }
        if ($Id -eq 'JournalInvalid') {
            $null = New-Item -ItemType Directory $work
            Set-Content (Join-Path $work 'night.journal.jsonl') 'My notes.'
        }
        Wait-Night (Start-Night $endpoint) | Should -Be 1
        Read-Log | Should -Match "The run failed after 0 pictures: $Id,"
        if ($Id -eq 'JournalInvalid') { Get-Content (Join-Path $work 'night.journal.jsonl') | Should -Be 'My notes.' }
        Test-Path (Join-Path $work 'night.csv') | Should -BeFalse
    }

    It 'ends with 1 when an argument is wrong, or there can be no log, and says so on standard error' {
        Wait-Night (Start-Night $endpoint '-MinConfidence', '700') | Should -Be 1
        Set-Content -LiteralPath $work 'A file.'
        Wait-Night (Start-Night $endpoint) | Should -Be 1
        Get-Content -LiteralPath $work | Should -Be 'A file.'
        $errors = Get-ChildItem $folder -Filter error.* | ForEach-Object { Get-Content -LiteralPath $_.FullName -Raw }
        "$errors" | Should -Match 'MinConfidence'
        "$errors" | Should -Match "The run failed after 0 pictures: .*$([regex]::Escape($work))"
    }

    It 'goes on where it was killed, and sends nothing twice that was answered' {
        $slow = (Start-SampleEndpoint @{ Latency = 0.5 }).Endpoint
        $journal = Join-Path $work 'night.journal.jsonl'
        $first = Start-Night $slow
        try { Wait-Until { (Test-Path $journal) -and @(Import-RKJournal $journal -WarningAction SilentlyContinue -ErrorAction Ignore).Count -ge 2 } -For 'some results' }
        finally { $first.Kill(); $first.WaitForExit() }
        Wait-Until { $slow.Counters.InFlight -eq 0 } -For 'the killed run''s requests to end'
        $kept = @(Import-RKJournal $journal -WarningAction SilentlyContinue).Count
        $kept | Should -BeGreaterOrEqual 2
        $kept | Should -BeLessThan 24
        Test-Path (Join-Path $work 'night.csv') | Should -BeFalse

        $before = $slow.Counters.Received
        Wait-Night (Start-Night $slow) | Should -Be 0
        $slow.Counters.Received - $before | Should -Be (24 - $kept)
        (Read-Night).Count | Should -Be 24
        Read-Log | Should -Match "24 done, 0 failed; $(24 - $kept) new"
    }

    It 'ends with 1 beside another run with the same journal, which goes on' {
        $null = New-Item -ItemType Directory $work
        $gate = [Threading.ManualResetEventSlim]::new()
        $other = Open-Session -Variable @{ gate = $gate; image = @('panels/panel-01.jpg', 'panels/panel-02.jpg' | ForEach-Object { Join-Path $images $_ }); ask = @{
                ProjectVersionArn = $endpoint.ProjectVersionArn; EndpointUrl = $endpoint.EndpointUrl; AccessKey = 'any'; SecretKey = 'any'; JournalPath = Join-Path $work 'night.journal.jsonl'
            }
        } -Script {
            # A run that has its first result, and waits for its next picture.
            & { $image[0]; $null = $gate.Wait(60000); $image[1] } | Invoke-RKCustomLabelDetection @ask
        }
        $running = $other.BeginInvoke()
        try {
            Wait-Until { $endpoint.Counters.Answered -eq 1 } -For 'the other run''s first answer'
            Wait-Night (Start-Night $endpoint) | Should -Be 1
            Read-Log | Should -Match "The run failed after 0 pictures: JournalInUse,.*process $PID\b"
            $endpoint.Counters.Received | Should -Be 1
        }
        finally { $gate.Set() }
        $other.EndInvoke($running).Status | Should -Be 'Succeeded', 'Succeeded'

        # Now the journal is free, and has the other run's pictures.
        Wait-Night (Start-Night $endpoint) | Should -Be 0
        $endpoint.Counters.Received | Should -Be 24
    }
}
