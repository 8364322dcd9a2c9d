# Many images at a time: their order, what ends them all, and what a user may set.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Scripted.ps1

    $images = @(Get-ChildItem (Join-Path $samples 'images') -Recurse -File)
    # As many at a time as the command likes.
    function Open-BusyServer([object[]] $Step) {
        $scripted = Open-ScriptedServer $Step
        $scripted.Connection.Remove('ThrottleLimit')
        $scripted
    }
}

Describe 'A run of many images' {
    BeforeAll {
        # Answers that overtake each other.
        $sample = Start-SampleEndpoint @{ Latency = 0.005; LatencyP99 = 0.1; Seed = 7 }
        $connection = $sample.Connection + @{ ProjectVersionArn = $sample.Endpoint.ProjectVersionArn }
        $many = @(foreach ($round in 1..20) { $images })
    }
    AfterAll { $sample.Endpoint | Stop-RKLocalEndpoint }

    It 'gives each result once and in the order of the images' {
        $results = @($many | Invoke-RKCustomLabelDetection @connection)

        $results.LiteralPath | Should -Be $many.FullName
    }

    It 'with -Unordered gives each result once, as it arrives' {
        $results = @($many | Invoke-RKCustomLabelDetection @connection -Unordered)

        ($results.LiteralPath | Sort-Object) | Should -Be ($many.FullName | Sort-Object)
        $results.LiteralPath -join "`n" | Should -Not -Be ($many.FullName -join "`n") -Because 'answers overtake each other'
    }

    It 'asks for more than one image at a time' {
        $before = $sample.Endpoint.Counters.Answered
        $results = @($many | Invoke-RKCustomLabelDetection @connection)

        $sample.Endpoint.Counters.Answered - $before | Should -Be $many.Count
        # The time of all requests is longer than the time they took together.
        ($results.Duration | Measure-Object TotalSeconds -Sum).Sum | Should -BeGreaterThan (($results[-1].Timestamp - $results[0].Timestamp).TotalSeconds)
    }

    It 'keeps failures in their places' {
        $mixed = foreach ($image in $images) { $image.FullName; Join-Path $samples "no-$($image.Name)" }

        $results = @($mixed | ForEach-Object { [pscustomobject]@{ LiteralPath = $_ } } | Invoke-RKCustomLabelDetection @connection -IncludeFailed)

        $results.LiteralPath | Should -Be $mixed
        ($results | Where-Object Status -EQ Failed).Count | Should -Be $images.Count
    }

    It 'says in the end what it came to' {
        $said = $images | Invoke-RKCustomLabelDetection @connection -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }

        "$($said[-1])" | Should -Match "^Images: $($images.Count), labels: \d+, failed: 0, retries: 0, throttled: 0; \d+ bytes sent in [\d.]+ s; requests took \d+ ms \(p50\), \d+ ms \(p95\), \d+ ms \(p99\)\.$"
    }
}

Describe '-ThrottleLimit' {
    It '<Limit> is the most requests in flight' -ForEach @(@{ Limit = 1 }, @{ Limit = 2 }, @{ Limit = 5 }) {
        # Some answers first: how many at a time are of use is found out by answers.
        $answers = 20
        $scripted = Open-BusyServer (@(for ($i = 0; $i -lt $answers; $i++) { Get-AnswerStep }) + [CustomLabels.Testing.Step]::Stall())
        $session = Open-Session '$images + $images | Invoke-RKCustomLabelDetection @connection' @{ images = $images; connection = $scripted.Connection + @{ ThrottleLimit = $Limit } }
        try {
            $null = $session.BeginInvoke()
            Wait-Until { $scripted.Server.Received -ge $answers -and $scripted.Server.InFlight -eq $Limit } -For "$Limit requests"
            # Whatever more would come has its chance: the command has taken all images in, or waits for the first.
            Start-Sleep -Milliseconds 300

            $scripted.Server.Received | Should -Be ($answers + $Limit)
            Assert-Stop $session
        }
        finally {
            $session.Dispose()
            $scripted.Server.Dispose()
        }
    }

    It 'of <Limit> is refused' -ForEach @(@{ Limit = 0 }, @{ Limit = -1 }, @{ Limit = 5000 }) {
        { Invoke-RKCustomLabelDetection x.jpg -ThrottleLimit $Limit } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }
}

Describe '-MaxRequestsPerSecond' {
    It 'of <Rate> is refused' -ForEach @(@{ Rate = 0 }, @{ Rate = -1 }, @{ Rate = 'fast' }) {
        { Invoke-RKCustomLabelDetection x.jpg -MaxRequestsPerSecond $Rate } | Should -Throw -ErrorId 'ParameterArgumentTransformationError,*'
    }
}

Describe 'Input that is slower than the service' {
    It 'is answered image by image' {
        $scripted = Open-BusyServer (Get-AnswerStep)
        $connection = $scripted.Connection
        $order = [Collections.Generic.List[string]]::new()
        try {
            # Longer for each image than an answer takes; the order is what is looked at, not the time.
            1..4 | ForEach-Object { Start-Sleep -Milliseconds 700; $order.Add("image $_"); $panel } |
                Invoke-RKCustomLabelDetection @connection | ForEach-Object { $order.Add('result') }
        }
        finally { $scripted.Server.Dispose() }

        $order | Should -Be 'image 1', 'result', 'image 2', 'result', 'image 3', 'result', 'image 4', 'result'
    }

    It 'may close a stream when the next image is asked for' {
        $scripted = Open-BusyServer (Get-AnswerStep)
        $connection = $scripted.Connection
        try {
            $results = @(1..20 | ForEach-Object { $stream = [IO.File]::OpenRead($panel); $stream; $stream.Dispose() } | Invoke-RKCustomLabelDetection @connection)
        }
        finally { $scripted.Server.Dispose() }

        $results.Status | Should -Be (@('Succeeded') * 20)
    }
}

Describe 'What ends a run' {
    AfterEach { $scripted.Server.Dispose() }

    It 'by Ctrl+C leaves none of many requests in flight' {
        $scripted = Open-BusyServer ([CustomLabels.Testing.Step]::Stall())
        $session = Open-Session '$images | Invoke-RKCustomLabelDetection @connection' @{ images = $images; connection = $scripted.Connection }
        try {
            $null = $session.BeginInvoke()
            Wait-Until { $scripted.Server.InFlight -gt 3 } -For 'some requests'

            Assert-Stop $session

            Wait-Until { $scripted.Server.InFlight -eq 0 } -For 'the end of the connections'
            $scripted.Server.Aborted | Should -Be $scripted.Server.Received
        }
        finally { $session.Dispose() }
    }

    It 'by Select-Object -First leaves none in flight, and sends nothing more' -Skip:($PSVersionTable.PSEdition -ne 'Core') {
        # Skipped on Windows PowerShell: what was sent is counted by what .NET says of it.
        $scripted = Open-BusyServer (Get-AnswerStep), ([CustomLabels.Testing.Step]::Stall())
        $connection = $scripted.Connection
        # What the server gets after the end can be what was on the wire by then. What is sent, only this side knows.
        $requests = [CustomLabels.Testing.SentRequests]::new()
        $other = Open-ScriptedServer (Get-AnswerStep)
        $second = $other.Connection
        try {
            $first = @($images + $images | Invoke-RKCustomLabelDetection @connection -Unordered | Select-Object -First 1)
            $sent = $requests.Count

            $first.Count | Should -Be 1
            Wait-Until { $scripted.Server.InFlight -eq 0 } -For 'the end of the connections'
            # A whole command is long enough for whatever was still at work.
            (Invoke-RKCustomLabelDetection $panel @second).Status | Should -Be Succeeded
            $requests.Count | Should -Be ($sent + 1)
            $scripted.Server.Received | Should -BeLessOrEqual $sent
        }
        finally {
            $requests.Dispose()
            $other.Server.Dispose()
        }
    }

    It 'by an error of every image gives first what was answered, and starts nothing more' {
        # Ten answers, then a refusal for each further request.
        $scripted = Open-BusyServer (@(for ($i = 0; $i -lt 10; $i++) { Get-AnswerStep }) + (Get-ErrorStep AccessDeniedException))
        $all = @(foreach ($round in 1..50) { $images.FullName })

        $outcome = Get-Outcome ($scripted.Connection + @{ LiteralPath = $all })

        $outcome.Ending.FullyQualifiedErrorId | Should -BeLike 'AccessDenied,*'
        $outcome.Results.Count | Should -Be 10
        $outcome.Written.Count | Should -Be 0
        $scripted.Server.Received | Should -BeLessThan 300
    }

    It 'by an error of every image gives also the failures that had come before it, behind an image that is slow' {
        $scripted = Open-BusyServer ([CustomLabels.Testing.Step]::Stall()), (Get-ErrorStep AccessDeniedException)

        $outcome = Get-Outcome ($scripted.Connection + @{ LiteralPath = $images[0].FullName, 's3://x', $images[1].FullName })

        $outcome.Ending.FullyQualifiedErrorId | Should -BeLike 'AccessDenied,*'
        $outcome.Written.FullyQualifiedErrorId | Should -BeLike 'S3UriInvalid,*'
    }

    It 'by -MaxConsecutiveFailures ends with the last failure' {
        $scripted = Open-BusyServer (Get-AnswerStep), (Get-ErrorStep ImageTooLargeException)

        $outcome = Get-Outcome ($scripted.Connection + @{ LiteralPath = @($images.FullName); MaxConsecutiveFailures = 3; ThrottleLimit = 1 })

        $outcome.Ending.FullyQualifiedErrorId | Should -BeLike 'ImageTooLarge,*'
        $outcome.Results.Count | Should -Be 1
        $outcome.Written.Count | Should -Be 3
        $scripted.Server.Received | Should -Be 4
    }
}

Describe 'Progress' {
    It 'counts, knows the total when all images are in, and is taken away' {
        $sample = Start-SampleEndpoint @{ Latency = 2.5 }
        $session = Open-Session '$images | Invoke-RKCustomLabelDetection @connection' @{ images = $images; connection = $sample.Connection + @{ ProjectVersionArn = $sample.Endpoint.ProjectVersionArn; ThrottleLimit = 12 } }
        try {
            $null = $session.Invoke()

            $records = @($session.Streams.Progress | Where-Object Activity -EQ 'Detecting custom labels')
            $records.Count | Should -BeGreaterThan 1
            "$($records[-1].RecordType)" | Should -Be 'Completed'
            @($records | Where-Object RecordType -EQ 'Completed').Count | Should -Be 1
            $records[-2].StatusDescription | Should -BeLike "* of $($images.Count) images, 0 failed, *images/s"
        }
        finally {
            $session.Dispose()
            $sample.Endpoint | Stop-RKLocalEndpoint
        }
    }
}
