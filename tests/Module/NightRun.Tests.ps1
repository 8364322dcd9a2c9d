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
        param($Endpoint, [string[]] $And = @(), [string[]] $Through = @())
        $env:AWS_ENDPOINT_URL_REKOGNITION = $Endpoint.EndpointUrl
        $command = @($Through) + $shell
        $arguments = @($command | Select-Object -Skip 1) + @('-NoProfile', '-NonInteractive', '-File', "`"$script`"", '-ImageFolder', "`"$images`"", '-WorkFolder', "`"$work`"", '-ProjectVersionArn', $Endpoint.ProjectVersionArn) + $And
        Start-Process $command[0] $arguments -PassThru -RedirectStandardOutput (Join-Path $folder "out.$(New-Guid)") -RedirectStandardError (Join-Path $folder "error.$(New-Guid)")
    }

    function Wait-Night($Process) {
        if (-not $Process.WaitForExit(60000)) { $Process.Kill(); throw 'The run has not ended within a minute.' }
        # Only without a time limit does it wait until the exit code is known.
        $Process.WaitForExit()
        $Process.ExitCode
    }

    function Read-Night { @(Import-Csv -LiteralPath (Join-Path $work 'night.csv')) }
    function Read-Log { [IO.File]::ReadAllText((Join-Path $work 'night.log')) }
    function Read-StandardError { (Get-ChildItem $folder -Filter error.* | ForEach-Object { [IO.File]::ReadAllText($_.FullName) }) -join '' }
    # As a spreadsheet has a file open; on Unix .NET's own lock, which the script's .NET respects.
    function Lock-File([string] $Name) {
        $null = New-Item -ItemType Directory -Force $work
        [IO.File]::Open((Join-Path $work $Name), 'OpenOrCreate', 'ReadWrite', 'None')
    }
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

    It 'starts the model before the run and stops it after: <Why>, exit code <Code>' -ForEach @(
        @{ Why = 'all pictures are done'; Code = 0; Said = '24 done, 0 failed' }
        @{ Why = 'a picture failed'; Code = 2; Said = '24 done, 1 failed' }
        @{ Why = 'the journal is no journal'; Code = 1; Said = 'The run failed after 0 pictures: JournalInvalid,' }
        @{ Why = 'the model can''t be stopped'; Code = 1; Said = '24 done, 0 failed' }
        @{ Why = 'the model can''t be started'; Code = 1; Said = 'The run failed after 0 pictures: LimitExceeded,' }
    ) {
        $option = @{ StartDuration = 0; StopDuration = 0 }
        if ($Why -eq 'the model can''t be stopped') { $option.Trouble = @{ Kind = 'AccessDeniedException'; Operation = 'StopProjectVersion' } }
        if ($Why -eq 'the model can''t be started') { $option.Trouble = @{ Kind = 'LimitExceededException'; Operation = 'StartProjectVersion' } }
        $endpoint = Start-RKLocalEndpoint @option -Model @{ Manifest = (Join-Path $samples 'manifest.jsonl'); ImageRoot = (Join-Path $samples 'images'); Status = 'STOPPED' }
        if ($Code -eq 2) { Set-Content -LiteralPath (Join-Path $images 'panels/panel-00.jpg') 'Not a picture.' }
        if ($Why -eq 'the journal is no journal') {
            $null = New-Item -ItemType Directory $work
            Set-Content (Join-Path $work 'night.journal.jsonl') 'My notes.'
        }

        Wait-Night (Start-Night $endpoint '-StartModel', '-InferenceUnit', '2', '-PricePerUnitHour', '4.5') | Should -Be $Code

        $log = Read-Log
        $log | Should -Match $Said
        if ($Why -eq 'the model can''t be started') { [long]$endpoint.Counters.Operations['StopProjectVersion'] | Should -Be 0; return }
        [long]$endpoint.Counters.Operations['StartProjectVersion'] | Should -Be 1
        $log | Should -Match 'is started: about 9\.00 an hour \(2 inference units at 4\.50 an hour\)'
        if ($Why -eq 'the model can''t be stopped') {
            $log | Should -Match "AccessDenied,.*may still be running.*Stop-RKModel -ProjectVersionArn '$([regex]::Escape($endpoint.ProjectVersionArn))'"
            (Read-Night).Count | Should -Be 24
        }
        else {
            $endpoint.Models[0].Status | Should -Be 'STOPPED'
            $log | Should -Match 'is stopped after \d\d:\d\d:\d\d: about \d+\.\d\d '
        }
    }

    It 'leaves a model running that ran before, and says so' {
        Wait-Night (Start-Night $endpoint '-StartModel') | Should -Be 0
        Read-Log | Should -Match 'ModelNotOurs: '
        [long]$endpoint.Counters.Operations['StopProjectVersion'] | Should -Be 0
    }

    It 'ends with 1 when there can be no log, and says so on standard error' {
        Set-Content -LiteralPath $work 'A file.'
        Wait-Night (Start-Night $endpoint) | Should -Be 1
        Get-Content -LiteralPath $work | Should -Be 'A file.'
        Read-StandardError | Should -Match "The run failed after 0 pictures: .*$([regex]::Escape($work))"
    }

    It 'refuses -<Name> <Text>, and asks nothing' -ForEach @(
        @{ Name = 'PricePerUnitHour'; Text = '4,5' }
        @{ Name = 'MinConfidence'; Text = '62,5' }
        @{ Name = 'MinConfidence'; Text = '700' }
        @{ Name = 'MinConfidence'; Text = 'NaN' }
        @{ Name = 'MaxConsecutiveFailures'; Text = '1,000' }
        @{ Name = 'InferenceUnit'; Text = '2,0' }
    ) {
        Wait-Night (Start-Night $endpoint "-$Name", $Text) | Should -Be 1
        Read-Log | Should -Match "-$Name is '$([regex]::Escape($Text))' and has to be "
        $endpoint.Counters.Received | Should -Be 0
        Test-Path (Join-Path $work 'night.csv') | Should -BeFalse
    }

    It 'asks with the numbers as they were given; one that is empty is none' {
        Wait-Night (Start-Night $endpoint '-MinConfidence', '62.5', '-PricePerUnitHour', '""') | Should -Be 0
        (Import-RKJournal (Join-Path $work 'night.journal.jsonl')).MinConfidence | Select-Object -Unique | Should -Be 62.5
        Read-Log | Should -Not -Match 'The model cost'
    }

    It 'knows pictures by every name of theirs, in folders of any name, and counts what is left out' {
        $work = Join-Path $folder 'work [1]'
        Get-ChildItem $images -Directory | Select-Object -Skip 1 | Remove-Item -Recurse
        $odd = (New-Item -ItemType Directory (Join-Path $images 'line [4] `x')).FullName
        $picture = Join-Path $samples 'images/panels/panel-01.jpg'
        $png = Join-Path $samples 'images/panels/panel-04.png'
        foreach ($name in 'a.JPG', 'b.jfif', 'c.JFIF', 'd.jpe', 'e.Jpeg', 'f.jif', 'g.jfi') { [IO.File]::Copy($picture, (Join-Path $odd $name)) }
        [IO.File]::Copy($png, (Join-Path $odd 'h[1].PNG'))
        foreach ($name in 'notes.txt', 'list.TXT', 'scan.bmp', 'noext') { [IO.File]::WriteAllText((Join-Path $odd $name), 'x') }
        $expected = @(Get-ChildItem $images -Recurse -File).Count - 4

        Wait-Night (Start-Night $endpoint) | Should -Be 0

        (Read-Night).Count | Should -Be $expected
        (Read-Night | Where-Object { $_.LiteralPath.StartsWith($odd) }).Image | Sort-Object | Should -Be 'a.JPG', 'b.jfif', 'c.JFIF', 'd.jpe', 'e.Jpeg', 'f.jif', 'g.jfi', 'h[1].PNG'
        $log = Read-Log
        $log | Should -Match '2 file\(s\) named \*\.txt\.'
        $log | Should -Match '1 file\(s\) named \*\.bmp\.'
        $log | Should -Match '1 file\(s\) named \*\.\s'
        Get-ChildItem -LiteralPath $work | ForEach-Object Name | Sort-Object | Should -Be 'night.csv', 'night.journal.jsonl', 'night.log'
    }

    It 'says what a listing passes over without a word: what is hidden, and folders that are links' {
        $picture = @(Get-ChildItem $images -Recurse -File -Filter *.jpg)[0].FullName
        $expected = @(Get-ChildItem $images -Recurse -File).Count
        $null = New-Item -ItemType Directory (Join-Path $images '.hidden'), (Join-Path $folder 'elsewhere')
        foreach ($path in '.hidden/a.jpg', '.b.jpg') { [IO.File]::Copy($picture, (Join-Path $images $path)) }
        if ($env:OS -eq 'Windows_NT') { foreach ($name in '.hidden', '.b.jpg') { (Get-Item (Join-Path $images $name) -Force).Attributes += 'Hidden' } }
        else {
            [IO.File]::Copy($picture, (Join-Path $folder 'elsewhere/c.jpg'))
            $null = New-Item -ItemType SymbolicLink (Join-Path $images 'linked') -Target (Join-Path $folder 'elsewhere')
        }

        Wait-Night (Start-Night $endpoint) | Should -Be 0

        (Read-Night).Count | Should -Be $expected
        Read-Log | Should -Match 'because they are hidden: 2 file\(s\) and folder\(s\), such as .*(\.hidden|\.b\.jpg)\.'
        if ($env:OS -ne 'Windows_NT') { Read-Log | Should -Match 'because they are links: 1 folder\(s\), such as .*linked\.' }
    }

    It 'ends with 2 where there is no picture, and says so' {
        $images = Join-Path $folder 'empty'
        $null = New-Item -ItemType Directory $images
        Wait-Night (Start-Night $endpoint) | Should -Be 2
        Read-Log | Should -Match 'No picture was found in .*empty\. '
        (Read-Night).Count | Should -Be 0
    }

    It 'goes on where a picture has gone, and ends with 2' -Skip:($env:OS -eq 'Windows_NT') {
        # Skipped on Windows, where a link needs rights.
        # A link to nothing is listed as a file is that goes before its turn.
        $null = New-Item -ItemType SymbolicLink (Join-Path $images 'gone.jpg') -Value (Join-Path $folder 'nothing.jpg')
        Wait-Night (Start-Night $endpoint) | Should -Be 2
        (Read-Night | Where-Object Image -EQ 'gone.jpg').ErrorId | Should -Be 'ImageNotFound'
        (Read-Night | Where-Object Status -EQ 'Succeeded').Count | Should -Be 24
    }

    It 'goes on where <What> can''t be read, names it, and ends with <Code>' -ForEach @(
        @{ What = 'a folder'; Closed = 'boards'; Code = 2; Done = 16 }
        @{ What = 'the folder itself'; Closed = '.'; Code = 1; Done = 0 }
    ) {
        $closed = (Get-Item (Join-Path $images $Closed)).FullName
        $through = @()
        if ($env:OS -eq 'Windows_NT') { & icacls $closed /deny "$([Environment]::UserName):(RD)" | Out-Null }
        else {
            # Root may read everything, unless the process gives that right up.
            if ((& id -u) -eq '0') { $through = 'setpriv', '--bounding-set=-dac_override,-dac_read_search' }
            & chmod 300 $closed
        }
        if ($through -and -not (Get-Command setpriv -ErrorAction Ignore)) { Set-ItResult -Skipped -Because 'there is no setpriv, by which root gives up its rights'; return }
        if (-not $through) {
            $isOpen = try { $null = [IO.Directory]::GetFiles($closed); $true } catch { $false }
            if ($isOpen) { Set-ItResult -Skipped -Because 'this account may read every folder'; return }
        }

        try { Wait-Night (Start-Night $endpoint -Through $through) | Should -Be $Code }
        finally { if ($env:OS -eq 'Windows_NT') { & icacls $closed /remove:d ([Environment]::UserName) | Out-Null } else { & chmod 700 $closed } }

        if ($Code -eq 2) {
            Read-Log | Should -Match "Can't be read, and is left out: .*boards: "
            Read-Log | Should -Match '16 done, 0 failed; 16 new, .*; 1 folder\(s\) could not be read'
            (Read-Night).Count | Should -Be $Done
        }
        else { Read-Log | Should -Match 'The run failed after 0 pictures: ' }
    }

    It 'writes its log into a file of its own while another program has night.log, and ends with 3' {
        $held = Lock-File night.log
        try {
            $night = Start-Night $endpoint
            Wait-Night $night | Should -Be 3
        }
        finally { $held.Dispose() }
        [IO.File]::ReadAllText((Join-Path $work "night.$($night.Id).log")) | Should -Match 'Begins: (?s:.*)24 done, 0 failed; 24 new'
        Read-StandardError | Should -Match 'night\.log can''t be written: '
        (Read-Night).Count | Should -Be 24
    }

    It 'has all its lines in night.log when the other program lets go of it' {
        $slow = (Start-SampleEndpoint @{ Latency = 0.2 }).Endpoint
        $held = Lock-File night.log
        try {
            $night = Start-Night $slow
            Wait-Until { $slow.Counters.Answered -ge 1 } -For 'the first answer'
        }
        finally { $held.Dispose() }
        Wait-Night $night | Should -Be 0
        Read-Log | Should -Match 'Begins: (?s:.*)24 done, 0 failed; 24 new'
    }

    It 'leaves its results beside night.csv where <What>, says so, and ends with 3' -ForEach @(@{ What = 'that is a folder' }, @{ What = 'another program has it' }) {
        if ($What -eq 'that is a folder') { $null = New-Item -ItemType Directory (Join-Path $work 'night.csv') }
        elseif ($env:OS -ne 'Windows_NT') { Set-ItResult -Skipped -Because 'Unix replaces a file that another program has open'; return }
        else { $held = Lock-File night.csv }
        try { Wait-Night (Start-Night $endpoint) | Should -Be 3 }
        finally { if ($What -eq 'another program has it') { $held.Dispose() } }
        Read-Log | Should -Match "night\.csv can't be replaced, and is not of this run"
        @(Import-Csv (Join-Path $work 'night.csv.partial')).Count | Should -Be 24
        @(Get-ChildItem (Join-Path $work 'night.csv')).Count | Should -Be $(if ($What -eq 'that is a folder') { 0 } else { 1 })
    }

    It 'takes another file for its results while a program has the last run''s open' {
        $held = Lock-File night.csv.partial
        try { Wait-Night (Start-Night $endpoint) | Should -Be 0 }
        finally { $held.Dispose() }
        (Read-Night).Count | Should -Be 24
        Read-Log | Should -Match "night\.csv\.partial can't be written: "
    }

    It 'ends with 1 where the journal can''t be written, and sends nothing' {
        $null = New-Item -ItemType Directory (Join-Path $work 'night.journal.jsonl')
        Wait-Night (Start-Night $endpoint) | Should -Be 1
        Read-Log | Should -Match 'The run failed after 0 pictures: Journal\w+,'
        $endpoint.Counters.Received | Should -Be 0
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
