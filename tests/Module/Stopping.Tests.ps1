# However a pipeline ends, nothing stays in flight and nothing more is asked: each request is paid for.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Scripted.ps1

    # A request that hangs until the client goes, after so many that don't.
    function Open-HangingServer([int] $Answers) {
        Open-ScriptedServer (@(for ($i = 0; $i -lt $Answers; $i++) { Get-AnswerStep }) + [CustomLabels.Testing.Step]::Stall())
    }
}

Describe 'Ctrl+C' {
    AfterEach {
        $session.Dispose()
        $scripted.Server.Dispose()
    }

    It 'in a request breaks it off, and keeps the results that came before' {
        $scripted = Open-HangingServer 1
        $session = Open-Session '$panel, $panel, $panel | Invoke-RKCustomLabelDetection @connection' @{ panel = $panel; connection = $scripted.Connection }
        $results = [Management.Automation.PSDataCollection[psobject]]::new()
        $null = $session.BeginInvoke([Management.Automation.PSDataCollection[psobject]]::new(), $results)
        Wait-Until { $scripted.Server.Received -eq 2 } -For 'the second request'

        Assert-Stop $session

        Wait-Until { $scripted.Server.Aborted -eq 1 } -For 'the end of the connection'
        $results.Count | Should -Be 1
        $session.Streams.Error.Count | Should -Be 0
        $scripted.Server.Received | Should -Be 2
        Wait-Until { $scripted.Server.InFlight -eq 0 } -For 'the end of the connections'
    }

    It 'in a pause between two attempts ends it: <Fault>' -ForEach @(
        @{ Fault = 'throttling'; Code = 'ThrottlingException'; Status = 400; Said = 'waits for its next turn' }
        @{ Fault = 'a fault of the service'; Code = 'InternalServerError'; Status = 500; Said = 'trying again in 20' }
    ) {
        # The service asks for the longest pause there is.
        $scripted = Open-ScriptedServer ([CustomLabels.Testing.Step]::Answer($Status, "{`"__type`":`"$Code`"}", 'Retry-After: 20'))
        $session = Open-Session 'Invoke-RKCustomLabelDetection $panel @connection -Verbose' @{ panel = $panel; connection = $scripted.Connection }
        $null = $session.BeginInvoke()
        Wait-Until { "$($session.Streams.Verbose)" -like "*$Said*" } -For 'the pause'

        Assert-Stop $session -Seconds 10

        $scripted.Server.Received | Should -Be 1
        $session.Streams.Error.Count | Should -Be 0
    }

    It 'in a search for credentials that hangs ends it' {
        $scripted = Open-HangingServer 0
        $folder = New-TestFolder
        $begun = Join-Path $folder 'begun'
        # Any program that takes its time; the search can't be broken off, only left behind.
        $slow = if ($IsWindows -or $PSEdition -eq 'Desktop') { "echo > $begun & ping -n 30 127.0.0.1" } else { "touch $begun; sleep 30" }
        $profiles = Join-Path $folder 'credentials'
        Set-Content $profiles "[slow]`ncredential_process = $slow"
        $connection = $scripted.Connection + @{ ProfileName = 'slow'; ProfileLocation = $profiles }
        'AccessKey', 'SecretKey' | ForEach-Object { $connection.Remove($_) }
        $session = Open-Session 'Invoke-RKCustomLabelDetection $panel @connection' @{ panel = $panel; connection = $connection }
        $null = $session.BeginInvoke()
        try {
            Wait-Until { Test-Path $begun } -For 'the program to begin'

            Assert-Stop $session
        }
        # The program that is left behind keeps its files for a moment.
        finally { Wait-Until { Remove-Item -Recurse -Force $folder -ErrorAction Ignore; -not (Test-Path $folder) } -For 'the folder to be free' -Seconds 60 }

        $scripted.Server.Received | Should -Be 0
    }
}

Describe 'SIGINT' {
    It 'ends a process of its own that waits for an answer, and its connection' -Skip:($IsWindows -or $PSEdition -eq 'Desktop') {
        # Skipped on Windows, where one process can't send another Ctrl+C.
        $ignored = if (Test-Path /proc/self/status) { [regex]::Match((Get-Content -Raw /proc/self/status), 'SigIgn:\s+(\w+)').Groups[1].Value }
        if ($ignored -and ([Convert]::ToUInt64($ignored, 16) -band 2)) {
            Set-ItResult -Skipped -Because 'the tests run in the background of a shell that has its children ignore SIGINT'
            return
        }
        $scripted = Open-HangingServer 0
        $module = Join-Path $repository 'out/CustomLabels/CustomLabels.psd1'
        $script = "Import-Module '$module'; '$panel' | Invoke-RKCustomLabelDetection -ProjectVersionArn $arn -EndpointUrl $($scripted.Server.Url) -AccessKey a -SecretKey b"
        $start = [Diagnostics.ProcessStartInfo]::new((Join-Path $PSHOME 'pwsh'))
        '-NoProfile', '-NonInteractive', '-Command', $script | ForEach-Object { $start.ArgumentList.Add($_) }
        $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
        $process = [Diagnostics.Process]::Start($start)
        try {
            Wait-Until { $scripted.Server.InFlight -eq 1 } -For 'the request' -Seconds 60

            & (Get-Command kill -CommandType Application)[0] -INT $process.Id

            $process.WaitForExit(20000) | Should -BeTrue -Because 'SIGINT ends it'
            Wait-Until { $scripted.Server.Aborted -eq 1 } -For 'the end of the connection'
            $scripted.Server.Received | Should -Be 1
        }
        finally {
            if (-not $process.HasExited) { $process.Kill() }
            $process.Dispose()
            $scripted.Server.Dispose()
        }
    }
}

Describe 'The end of a pipeline' {
    AfterEach { $scripted.Server.Dispose() }

    It 'by Select-Object -First 1 asks nothing more' {
        $scripted = Open-HangingServer 1
        $connection = $scripted.Connection

        $first = @($panel, $panel, $panel | Invoke-RKCustomLabelDetection @connection | Select-Object -First 1)

        $first.Count | Should -Be 1
        $scripted.Server.Received | Should -Be 1
        Wait-Until { $scripted.Server.InFlight -eq 0 } -For 'the end of the connections'
    }

    It 'by an error downstream asks nothing more' {
        $scripted = Open-HangingServer 1
        $connection = $scripted.Connection

        { $panel, $panel | Invoke-RKCustomLabelDetection @connection | ForEach-Object { throw 'downstream' } } | Should -Throw 'downstream'

        $scripted.Server.Received | Should -Be 1
        Wait-Until { $scripted.Server.InFlight -eq 0 } -For 'the end of the connections'
    }

    It 'by an error upstream keeps the results that came before' {
        $scripted = Open-HangingServer 1
        $connection = $scripted.Connection

        { & { $panel; throw 'upstream' } | Invoke-RKCustomLabelDetection @connection -OutVariable kept; $kept } | Should -Throw 'upstream'

        $scripted.Server.Received | Should -Be 1
        Wait-Until { $scripted.Server.InFlight -eq 0 } -For 'the end of the connections'
    }

    It 'by -ErrorAction Stop asks nothing more' {
        $scripted = Open-ScriptedServer (Get-ErrorStep ImageTooLargeException), ([CustomLabels.Testing.Step]::Stall())
        $connection = $scripted.Connection

        { $panel, $panel | Invoke-RKCustomLabelDetection @connection -ErrorAction Stop } | Should -Throw -ErrorId 'ImageTooLarge,*'

        $scripted.Server.Received | Should -Be 1
        Wait-Until { $scripted.Server.InFlight -eq 0 } -For 'the end of the connections'
    }

    It 'by -First leaves the connections closed' {
        $scripted = Open-HangingServer 2
        $connection = $scripted.Connection

        $null = $panel, $panel | Invoke-RKCustomLabelDetection @connection | Select-Object -First 1

        $closed = $scripted.Server.ConnectionClosedAsync()
        $closed.Wait(20000) | Should -BeTrue
    }
}

Describe 'The local endpoint' {
    It 'sees a request that was given up as aborted' {
        $sample = Start-SampleEndpoint @{ Latency = 30 }
        $connection = $sample.Connection + @{ ProjectVersionArn = $sample.Endpoint.ProjectVersionArn }
        $session = Open-Session 'Invoke-RKCustomLabelDetection $panel @connection' @{ panel = $panel; connection = $connection }
        try {
            $null = $session.BeginInvoke()
            Wait-Until { $sample.Endpoint.Counters.InFlight -eq 1 } -For 'the request'

            Assert-Stop $session

            Wait-Until { $sample.Endpoint.Counters.Aborted -eq 1 } -For 'the end of the connection'
            Wait-Until { $sample.Endpoint.Counters.InFlight -eq 0 } -For 'the end of the connections'
        }
        finally {
            $session.Dispose()
            $sample.Endpoint | Stop-RKLocalEndpoint
        }
    }
}
