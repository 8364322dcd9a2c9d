# Ends of a process in which a model is used, by the system and by its terminal: real processes, real signals. Whatever ends one, its model is stopped.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeDiscovery {
    $isWindowsSystem = $env:OS -eq 'Windows_NT'
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Scripted.ps1
    $folder = New-TestFolder
    $module = Join-Path $repository 'out/CustomLabels/CustomLabels.psd1'

    function Open-Account([hashtable] $Option = @{}) {
        $script:endpoint = Start-RKLocalEndpoint @Option -Model @{ Manifest = Join-Path $samples 'manifest.jsonl'; ImageRoot = Join-Path $samples 'images'; Status = 'STOPPED' }
    }

    # A process that uses the model: -Through is a program that starts it, and its arguments.
    function Open-Use([string] $Block, [string[]] $Through = @()) {
        $script = Join-Path $folder "$(New-Guid).ps1"
        Set-Content $script "Import-Module '$module'; Use-RKModel '$($endpoint.ProjectVersionArn)' { $Block } -EndpointUrl '$($endpoint.EndpointUrl)' -AccessKey a -SecretKey b; 'AFTER'"
        $command = @($Through) + (Join-Path $PSHOME 'pwsh') + '-NoProfile', '-File', $script
        $start = [Diagnostics.ProcessStartInfo]::new($command[0])
        $command | Select-Object -Skip 1 | ForEach-Object { $start.ArgumentList.Add($_) }
        $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
        $process = [Diagnostics.Process]::Start($start)
        [pscustomobject]@{ Process = $process; Output = $process.StandardOutput.ReadToEndAsync(); Error = $process.StandardError.ReadToEndAsync() }
    }

    function Send-Signal($Use, [string] $Signal) { & (Get-Command kill -CommandType Application)[0] "-$Signal" $Use.Process.Id }

    function Assert-Ended($Use, [int] $ExitCode) {
        $Use.Process.WaitForExit(60000) | Should -BeTrue -Because 'it has been ended'
        $Use.Process.WaitForExit()
        if ($ExitCode -ge 0) { $Use.Process.ExitCode | Should -Be $ExitCode }
        $Use.Output.Result | Should -Not -Match 'AFTER'
        [long]$endpoint.Counters.Operations['StopProjectVersion'] | Should -BeGreaterThan 0
        $endpoint.Models[0].Status | Should -BeIn 'STOPPING', 'STOPPED'
    }

    $python = (Get-Command python3 -CommandType Application -ErrorAction Ignore | Select-Object -First 1).Source
    function Get-Terminal([string] $Mark, [int] $Times) { $python, (Join-Path $PSScriptRoot 'terminal.py'), $Mark, $Times }
}

AfterAll { Remove-Item -LiteralPath $folder -Recurse -Force }

Describe 'A signal' -Skip:$isWindowsSystem {
    AfterEach {
        if (-not $use.Process.HasExited) { $use.Process.Kill() }
        Stop-RKLocalEndpoint
    }

    It '<Signal> in the block stops the model, and ends the process with <Code>' -ForEach @(@{ Signal = 'TERM'; Code = 143 }, @{ Signal = 'HUP'; Code = 129 }) {
        Open-Account @{ StartDuration = 0 }
        $use = Open-Use "[IO.File]::WriteAllText('$folder/in-$Signal', ''); Start-Sleep 3600"
        Wait-Until { Test-Path "$folder/in-$Signal" } -For 'the block' -Seconds 60
        Send-Signal $use $Signal
        Assert-Ended $use $Code
        [long]$endpoint.Counters.Operations['StopProjectVersion'] | Should -Be 1
    }

    It 'while the model is STARTING stops it' {
        Open-Account @{ StartDuration = 3600; AllowStopWhileStarting = $true }
        $use = Open-Use "'never'"
        Wait-Until { $endpoint.Models[0].Status -eq 'STARTING' } -For 'the start' -Seconds 60
        Send-Signal $use TERM
        Assert-Ended $use 143
        $use.Output.Result | Should -Not -Match 'never'
    }

    It 'that comes twice stops it once' {
        Open-Account @{ StartDuration = 0; Trouble = @{ Kind = 'Stall'; Operation = 'StopProjectVersion'; Duration = 1 } }
        $use = Open-Use "[IO.File]::WriteAllText('$folder/in-twice', ''); Start-Sleep 3600"
        Wait-Until { Test-Path "$folder/in-twice" } -For 'the block' -Seconds 60
        Send-Signal $use TERM
        Send-Signal $use HUP
        $use.Process.WaitForExit(60000) | Should -BeTrue
        Wait-Until { $endpoint.Models[0].Status -in 'STOPPING', 'STOPPED' } -For 'the stop'
    }

    It 'finds the process as it was when no model is used any more' {
        Open-Account @{ StartDuration = 0 }
        $use = Open-Use "1 }  -EndpointUrl '$($endpoint.EndpointUrl)' -AccessKey a -SecretKey b; [IO.File]::WriteAllText('$folder/done', ''); Start-Sleep 3600; & { 1"
        Wait-Until { Test-Path "$folder/done" } -For 'the end of the block' -Seconds 60
        Send-Signal $use TERM
        Assert-Ended $use 143
        [long]$endpoint.Counters.Operations['StopProjectVersion'] | Should -Be 1
    }
}

Describe 'A call' {
    AfterEach { Stop-RKLocalEndpoint }

    It 'of <Call> stops the model, and the exit code is its own' -ForEach @(@{ Call = 'exit 7' }, @{ Call = '[Environment]::Exit(7)' }) {
        Open-Account @{ StartDuration = 0 }
        $use = Open-Use $Call
        Assert-Ended $use 7
        [long]$endpoint.Counters.Operations['StopProjectVersion'] | Should -Be 1
    }
}

Describe 'Ctrl+C at a terminal' -Skip:$isWindowsSystem {
    BeforeEach {
        if (-not $python) { Set-ItResult -Skipped -Because 'a terminal is made by Python 3 (python3)' }
    }
    AfterEach {
        if (-not $use.Process.HasExited) { $use.Process.Kill() }
        Stop-RKLocalEndpoint
    }

    It 'in the block stops the model, pressed <Times> time(s)' -ForEach @(@{ Times = 1 }, @{ Times = 3 }) {
        Open-Account @{ StartDuration = 0 }
        $use = Open-Use "'IN'.ToLower() + '-block'; Start-Sleep 3600" (Get-Terminal 'in-block' $Times)
        Assert-Ended $use -1
    }

    It 'while the model is STARTING stops it' {
        Open-Account @{ StartDuration = 3600; AllowStopWhileStarting = $true }
        $use = Open-Use "'never'" (Get-Terminal 'Starting ' 1)
        $use.Process.WaitForExit(60000) | Should -BeTrue -Because 'it has been ended'
        $use.Output.Result | Should -Not -Match 'AFTER|never'
        # It may have been pressed before the start was sent: then there is nothing to stop.
        $endpoint.Models[0].Status | Should -BeIn 'STOPPING', 'STOPPED'
        [long]$endpoint.Counters.Operations['StopProjectVersion'] | Should -Be ([long]$endpoint.Counters.Operations['StartProjectVersion'])
    }
}
