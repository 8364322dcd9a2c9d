# Use-RKModel: the block is as if it stood there by itself, and whatever ends it, the model is stopped.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidGlobalVars', '', Justification = 'A block that must not run would leave it, from whatever scope.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Scripted.ps1

    # Keys that a later process has too: with others each start is warned of.
    $env:AWS_ACCESS_KEY_ID = 'AKIDEXAMPLE'
    $env:AWS_SECRET_ACCESS_KEY = 'secret'

    $plain = @{ Manifest = Join-Path $samples 'manifest.jsonl'; ImageRoot = Join-Path $samples 'images'; Status = 'STOPPED' }
    # Two models that are stopped, and one that somebody else runs.
    function Open-Account([hashtable] $Option = @{}) {
        $timing = @{ StartDuration = 0; StopDuration = 0; RunningModelQuota = 3 }
        foreach ($name in $Option.Keys) { $timing.Remove($name) }
        $script:endpoint = Start-RKLocalEndpoint @timing @Option -Model @(
            $plain + @{ Project = 'lines'; Version = 'v1' }
            $plain + @{ Project = 'lines'; Version = 'v2' }
            @{ Manifest = $plain.Manifest; ImageRoot = $plain.ImageRoot; Project = 'logos'; Version = 'v1' }
        )
        $script:lines = $endpoint.Models[0].ProjectVersionArn
        $script:reach = @{ EndpointUrl = $endpoint.EndpointUrl; Region = $endpoint.Region }
    }

    function Get-Count([string] $Operation) { [long]$endpoint.Counters.Operations[$Operation] }
    function Get-Status { (Get-RKModel lines/v1 @reach).Status }
    function Assert-Stopped([int] $Starts = 1) {
        Get-Status | Should -BeIn 'STOPPED', 'STOPPING'
        Get-Count StartProjectVersion | Should -Be $Starts
        Get-Count StopProjectVersion | Should -Be $Starts
    }
}

AfterAll { Remove-Item Env:AWS_ACCESS_KEY_ID, Env:AWS_SECRET_ACCESS_KEY }

Describe 'The block' {
    BeforeEach { Open-Account }
    AfterEach { Stop-RKLocalEndpoint }

    It 'runs while the model is RUNNING; the model is $_ and $args[0], and what comes out comes at once' {
        $seen = [Collections.Generic.List[object]]::new()
        $given = Use-RKModel $lines @reach { $_.Status; $_; $args[0]; $seen.Count } | ForEach-Object { $seen.Add($_); $_ }
        $given[0] | Should -Be 'RUNNING'
        $given[1].ProjectVersionArn | Should -Be $lines
        $given[2].ProjectVersionArn | Should -Be $lines
        $given[3] | Should -Be 3
        Assert-Stopped
    }

    It 'sets the variables of its caller, also in a function, and takes parameters' {
        $x = 1
        Use-RKModel $lines @reach { param($model) $x++; $name = $model.Name }
        $x | Should -Be 2
        $name | Should -Be 'lines/v1'
        function Invoke-Inside { $y = 1; Use-RKModel $lines @reach { $y = 2 }; $y }
        Invoke-Inside | Should -Be 2
    }

    It 'of another module sees the model as $_, and keeps its own variables' {
        $module = New-Module { function Invoke-There([scriptblock] $Block, [string] $Model, [hashtable] $To) { $z = 'its'; Use-RKModel $Model $Block @To } }
        $z = 'ours'
        Invoke-There -Block { $_.Name; $z; $z = 'changed' } -Model $lines -To $reach | Should -Be 'lines/v1', 'ours'
        $z | Should -Be 'changed'
        $module | Remove-Module
    }

    It 'returns' {
        Use-RKModel $lines @reach { 1; return 2; 3 } | Should -Be 1, 2
        Assert-Stopped
    }

    It 'breaks and continues the loop around it' {
        $turns = foreach ($i in 1, 2, 3) { $i; Use-RKModel $lines @reach { if ($i -eq 1) { continue }; break }; 'after' }
        $turns | Should -Be 1, 2
        Assert-Stopped 2
    }

    It 'throws what it throws, with its id' {
        { Use-RKModel $lines @reach { throw 'from within' } } | Should -Throw 'from within'
        { Use-RKModel $lines @reach { Get-Item nowhere -ErrorAction Stop } } | Should -Throw -ErrorId 'PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand'
        Assert-Stopped 2
    }

    It 'has its errors where its caller has them: -ErrorVariable, -OutVariable, and merged ones' {
        Use-RKModel $lines @reach { Get-Item nowhere -ErrorAction Continue; 'after' } -ErrorVariable errors -OutVariable out 2>$null | Should -Be 'after'
        $errors | ForEach-Object FullyQualifiedErrorId | Should -Be 'PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand'
        $out | Should -Be 'after'
        $merged = Use-RKModel $lines @reach { $ErrorActionPreference = 'Continue'; Get-Item nowhere; Write-Warning w; 'after' } *>&1
        $merged | ForEach-Object { $_.GetType().Name } | Should -Be 'ErrorRecord', 'WarningRecord', 'String'
    }

    It 'ends by $ErrorActionPreference of its caller' {
        $ErrorActionPreference = 'Stop'
        { Use-RKModel $lines @reach { Get-Item nowhere; $global:after = 1 } } | Should -Throw -ErrorId 'PathNotFound,*'
        $global:after | Should -BeNullOrEmpty
        Assert-Stopped
    }

    It 'goes no further than Select-Object -First takes' {
        $ran = [Collections.Generic.List[int]]::new()
        Use-RKModel $lines @reach { 1..3 | ForEach-Object { $ran.Add($_); $_ } } | Select-Object -First 1 | Should -Be 1
        $ran | Should -Be 1
        Assert-Stopped
    }

    It 'is stopped for an error downstream' {
        { Use-RKModel $lines @reach { 1; 2 } | ForEach-Object { throw 'downstream' } } | Should -Throw 'downstream'
        Assert-Stopped
    }

    It 'of one model may use another one' {
        Use-RKModel lines/v1 @reach { $outer = $_.Name; Use-RKModel lines/v2 @reach { "$outer $($_.Name)" }; $_.Name } | Should -Be 'lines/v1 lines/v2', 'lines/v1'
        Assert-Stopped 2
    }

    It 'runs beside ForEach-Object -Parallel' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        Use-RKModel $lines @reach { 1..4 | ForEach-Object -Parallel { $_ } } | Sort-Object | Should -Be 1, 2, 3, 4
        Assert-Stopped
    }

    It 'of several models runs for one after the other' {
        $running = Get-RKModel lines/* @reach | Use-RKModel @reach { @(Get-RKModel lines/* @reach -Status RUNNING).Count }
        $running | Should -Be 1, 1
        Assert-Stopped 2
    }

    It 'finds a detection answered' {
        $image = Join-Path $samples 'images/boards/board-01.jpg'
        (Use-RKModel $lines @reach { Invoke-RKCustomLabelDetection $image -ProjectVersionArn $_.ProjectVersionArn @reach }).CustomLabels.Name | Should -Be 'missing-screw'
    }
}

Describe 'What starts nothing' {
    BeforeEach { Open-Account }
    AfterEach {
        Get-Count StartProjectVersion | Should -Be 0
        Get-Count StopProjectVersion | Should -Be 0
        Stop-RKLocalEndpoint
    }

    It 'is -WhatIf: it says what it would cost, and runs no block' {
        $said = & { Start-Transcript -Path (Join-Path ([IO.Path]::GetTempPath()) 'customlabels-whatif') -Force; Use-RKModel $lines { 'ran' } @reach -WhatIf -MinInferenceUnits 2; Stop-Transcript } *>&1
        $said | Should -Not -Contain 'ran'
        $file = Join-Path ([IO.Path]::GetTempPath()) 'customlabels-whatif'
        (Get-Content $file) -join ' ' | Should -Match '8\.00 an hour \(2 inference units at 4\.00 an hour\)'
        Remove-Item $file
    }

    It 'is no block, no model, a model that is null, a pattern, or a name that nothing has: <Id>' -ForEach @(
        @{ Id = 'RequestInvalid'; Try = { $lines | Use-RKModel @reach } }
        @{ Id = 'NameEmpty'; Try = { Use-RKModel { $global:ran = 1 } @reach } }
        @{ Id = 'NameEmpty'; Try = { Use-RKModel $null { $global:ran = 1 } @reach } }
        @{ Id = 'NameEmpty'; Try = { $null | Use-RKModel { $global:ran = 1 } @reach } }
        @{ Id = 'NameEmpty'; Try = { Use-RKModel { $global:ran = 1 } -ProjectVersionArn '' @reach } }
        @{ Id = 'RequestInvalid'; Try = { Use-RKModel lines/* { $global:ran = 1 } @reach } }
        @{ Id = 'ProjectVersionArnInvalid'; Try = { Use-RKModel lines { $global:ran = 1 } @reach } }
        @{ Id = 'ModelNotFound'; Try = { Use-RKModel lines/v9 { $global:ran = 1 } @reach } }
    ) {
        $Try | Should -Throw -ErrorId "$Id,*"
        $global:ran | Should -BeNullOrEmpty
    }

    It 'is a warning that ends the pipeline' {
        { Use-RKModel $lines { 'ran' } @reach -SkipCertificateCheck -WarningAction Stop } | Should -Throw
    }

    It 'is an empty pipeline' { @() | Use-RKModel { 'ran' } @reach | Should -BeNullOrEmpty }

    It 'binds nothing but the model from what is piped' {
        $piped = [pscustomobject]@{ ProjectVersionArn = $lines; MinInferenceUnits = 9; StopAfter = 1; ScriptBlock = { 'wrong' } }
        $piped | Use-RKModel { 'right' } @reach -WhatIf | Should -BeNullOrEmpty
        $declared = (Get-Command Use-RKModel).Parameters.Values | Where-Object { $_.Attributes.Where{ $_ -is [Parameter] -and $_.ValueFromPipelineByPropertyName } }
        $declared.Name | Should -Be 'ProjectVersionArn'
    }
}

Describe 'A model that somebody else runs' {
    It 'is used with a warning, and not stopped' {
        Open-Account
        try {
            Use-RKModel logos/v1 @reach { 'ran' } -WarningVariable warned -WarningAction SilentlyContinue | Should -Be 'ran'
            $warned | Should -Match '^ModelNotOurs: '
            $endpoint.Models[2].Status | Should -Be 'RUNNING'
            Get-Count StopProjectVersion | Should -Be 0
        }
        finally { Stop-RKLocalEndpoint }
    }
}

Describe 'A start' {
    AfterEach { Stop-RKLocalEndpoint }

    It 'that takes too long is stopped, and the block isn''t run' {
        Open-Account @{ StartDuration = 3600; AllowStopWhileStarting = $true }
        { Use-RKModel $lines @reach { $global:ran = 1 } -StartTimeout 0.1 } | Should -Throw -ErrorId 'ModelNotRunning,*'
        $global:ran | Should -BeNullOrEmpty
        Assert-Stopped
    }

    It 'whose answer is lost is used, and stopped' {
        Open-Account @{ Trouble = @{ Kind = 'Reset'; Operation = 'StartProjectVersion'; Call = 1 } }
        Use-RKModel $lines @reach { $_.Status } | Should -Be 'RUNNING'
        Get-Status | Should -BeIn 'STOPPED', 'STOPPING'
    }

    It 'that is refused ends the command, and stops nothing' {
        Open-Account @{ Trouble = @{ Kind = 'LimitExceededException'; Operation = 'StartProjectVersion' } }
        { Use-RKModel $lines @reach { 'ran' } } | Should -Throw -ErrorId 'LimitExceeded,*'
        Get-Count StopProjectVersion | Should -Be 0
    }
}

Describe 'A stop that fails' {
    AfterEach { Stop-RKLocalEndpoint }

    It 'is an error with the command to run, when the block has come to its end' {
        Open-Account @{ Trouble = @{ Kind = 'AccessDeniedException'; Operation = 'StopProjectVersion' } }
        Use-RKModel $lines @reach { 'ran' } -ErrorVariable failed -ErrorAction SilentlyContinue | Should -Be 'ran'
        "$failed" | Should -Match 'may still be running'
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'AccessDenied,*'
        $failed[0].ErrorDetails.RecommendedAction | Should -Match "^Stop-RKModel -ProjectVersionArn '$lines'"
    }

    It 'is said on the host''s error output, when the block was left by a throw' {
        Open-Account @{ Trouble = @{ Kind = 'AccessDeniedException'; Operation = 'StopProjectVersion' } }
        . $PSScriptRoot/Child.ps1
        $module = Join-Path $repository 'out/CustomLabels/CustomLabels.psd1'
        $said = Invoke-Child -WithError @"
            Import-Module '$module'
            try { Use-RKModel '$lines' { throw 'inside' } -EndpointUrl '$($endpoint.EndpointUrl)' -AccessKey a -SecretKey b } catch { "caught `$_" }
"@
        "$said" | Should -Match 'caught inside'
        "$said" | Should -Match "Stop-RKModel -ProjectVersionArn '$lines'"
    }
}

Describe 'Ctrl+C' {
    AfterEach {
        $session.Dispose()
        Stop-RKLocalEndpoint
    }

    It 'while the model is STARTING stops it' {
        Open-Account @{ StartDuration = 3600; AllowStopWhileStarting = $true }
        $session = Open-Session 'Use-RKModel $lines { $global:ran = 1 } @reach' @{ lines = $lines; reach = $reach }
        $null = $session.BeginInvoke()
        Wait-Until { $endpoint.Models[0].Status -eq 'STARTING' } -For 'the start'
        Assert-Stop $session
        Assert-Stopped
    }

    It 'in the block stops it' {
        Open-Account
        $session = Open-Session 'Use-RKModel $lines { "in"; while ($true) { Start-Sleep -Milliseconds 10 } } @reach' @{ lines = $lines; reach = $reach }
        $out = [Management.Automation.PSDataCollection[psobject]]::new()
        $null = $session.BeginInvoke([Management.Automation.PSDataCollection[psobject]]::new(), $out)
        Wait-Until { $out.Count } -For 'the block'
        Assert-Stop $session
        Assert-Stopped
    }

    It 'in a block that takes no notice of it stops the model at once' {
        Open-Account
        $gate = [Threading.ManualResetEventSlim]::new()
        $session = Open-Session 'Use-RKModel $lines { "in"; $gate.Wait() } @reach' @{ lines = $lines; reach = $reach; gate = $gate }
        $out = [Management.Automation.PSDataCollection[psobject]]::new()
        $null = $session.BeginInvoke([Management.Automation.PSDataCollection[psobject]]::new(), $out)
        Wait-Until { $out.Count } -For 'the block'
        $stopping = $session.BeginStop($null, $null)
        try { Wait-Until { $endpoint.Models[0].Status -eq 'STOPPED' } -For 'the stop' }
        finally { $gate.Set() }
        $stopping.AsyncWaitHandle.WaitOne(20000) | Should -BeTrue
        Assert-Stopped
    }

    It 'while the stop is under way lets it come to its end' {
        Open-Account @{ Trouble = @{ Kind = 'Stall'; Operation = 'StopProjectVersion'; Call = 1; Duration = 1 } }
        $session = Open-Session 'Use-RKModel $lines { 1 } @reach' @{ lines = $lines; reach = $reach }
        $null = $session.BeginInvoke()
        Wait-Until { (Get-Count StopProjectVersion) -eq 1 } -For 'the stop'
        Assert-Stop $session -Seconds 40
        Wait-Until { $endpoint.Models[0].Status -eq 'STOPPED' } -For 'the stop'
    }
}
