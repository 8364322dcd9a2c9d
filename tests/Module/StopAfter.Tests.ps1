# Start-RKModel -StopAfter and Stop-RKModel -Expired: a model that is on until a time, and who stops it then.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'It changes a file of the test.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $leases = $env:CUSTOMLABELS_LEASE_PATH
    # Nothing is stopped in passing here: what is asked for is what stops it.
    $env:CUSTOMLABELS_REAPER = 'Off'

    function Open-Account([hashtable] $Option = @{}) {
        $model = @{ Manifest = Join-Path $samples 'manifest.jsonl'; ImageRoot = Join-Path $samples 'images' }
        $script:endpoint = Start-RKLocalEndpoint -StartDuration 0 -StopDuration 0 -RunningModelQuota 3 @Option -Model @(
            $model + @{ Project = 'lines'; Version = 'v1'; Status = 'STOPPED' }
            $model + @{ Project = 'lines'; Version = 'v2'; Status = 'STOPPED' }
            $model + @{ Project = 'logos'; Version = 'v1' }
        )
        $script:keys = @{ AccessKey = 'AKIDEXAMPLE'; SecretKey = 'secret' }
        $script:reach = $keys + @{ EndpointUrl = $endpoint.EndpointUrl; WarningVariable = '+warnings'; WarningAction = 'SilentlyContinue' }
        $script:warnings = @()
    }
    function Get-Count([string] $Operation) { [long]$endpoint.Counters.Operations[$Operation] }
    function Get-Status { $endpoint.Models.Status }
    function Get-Failure([scriptblock] $Try) { try { $null = & $Try } catch { return $_ }; throw 'It did not fail.' }
    # As if the time had come so long ago.
    function Set-Due([string] $Name, [double] $Hours = 1) {
        $path = Join-Path $leases "$((Get-RKModelLease $Name).Id).json"
        $lease = [IO.File]::ReadAllText($path) | ConvertFrom-Json
        $lease.StartedAt = [datetime]::UtcNow.AddHours(-$Hours - 1).ToString('o')
        $lease.StopAt = [datetime]::UtcNow.AddHours(-$Hours).ToString('o')
        [IO.File]::WriteAllText($path, (ConvertTo-Json $lease))
    }
}

AfterAll { Remove-Item Env:CUSTOMLABELS_REAPER }

Describe 'Start-RKModel -StopAfter' {
    BeforeEach { Open-Account }
    AfterEach {
        Stop-RKLocalEndpoint
        if (Test-Path $leases) { Remove-Item -Recurse -Force $leases }
    }

    It 'notes until when each model is to run, and says once who stops it' {
        $before = [datetime]::UtcNow
        $started = 'lines/v1', 'lines/v2' | Start-RKModel -StopAfter 3600 -MinInferenceUnits 2 @reach
        $after = [datetime]::UtcNow

        $started.Name | Should -Be 'lines/v1', 'lines/v2'
        $noted = @(Get-RKModelLease)
        $noted.Name | Should -Be 'lines/v1', 'lines/v2'
        $noted[0].Kind, $noted[0].State, $noted[0].MinInferenceUnits, $noted[0].ProcessId | Should -Be 'Timed', 'Held', 2, $null
        $noted[0].StopAt | Should -BeGreaterOrEqual $before.AddHours(1)
        $noted[1].StopAt | Should -BeLessOrEqual $after.AddHours(1)
        @($warnings -match '^-StopAfter is kept by a note on this machine').Count | Should -Be 1
        @($warnings -match 'keys that no later process has').Count | Should -Be 1
        $warnings.Count | Should -Be 2
    }

    It 'moves the time of a model that it started' {
        $null = Start-RKModel lines/v1 -StopAfter 60 @reach
        $id = (Get-RKModelLease).Id
        $null = Start-RKModel lines/v1 -StopAfter 7200 @reach

        $moved = @(Get-RKModelLease)
        $moved.Id | Should -BeExactly $id
        $moved.StopAt | Should -BeGreaterThan ([datetime]::UtcNow.AddHours(1.9))
        Get-Count StartProjectVersion | Should -Be 1
    }

    It 'does nothing to a model that somebody else runs, and says so' {
        (Start-RKModel logos/v1 -StopAfter 60 @reach).Status | Should -Be RUNNING
        $warnings.Message | Should -Contain "ModelNotOurs: 'logos/v1' was on already and was not started here: -StopAfter does nothing. To stop it: Stop-RKModel $($endpoint.Models[2].ProjectVersionArn)"
        @(Get-RKModelLease).Count | Should -Be 0
    }

    It 'writes and starts nothing with -WhatIf' {
        Start-RKModel lines/v1 -StopAfter 60 -WhatIf @reach | Should -BeNullOrEmpty
        $leases | Should -Not -Exist
        Get-Count StartProjectVersion | Should -Be 0
    }

    It 'starts nothing where no lease can be written' {
        $file = Join-Path $TestDrive 'a file'
        Set-Content $file ''
        (Get-Failure { Start-RKModel lines/v1 -StopAfter 60 -LeasePath (Join-Path $file 'leases') -ErrorAction Stop @reach }).FullyQualifiedErrorId |
            Should -BeExactly 'LeaseWriteFailed,CustomLabels.Commands.StartRKModelCommand'
        Get-Count StartProjectVersion | Should -Be 0
    }

    It 'leaves no lease where the start is refused' {
        Stop-RKLocalEndpoint
        Open-Account @{ Trouble = @{ Kind = 'LimitExceededException'; Operation = 'StartProjectVersion' } }
        (Get-Failure { Start-RKModel lines/v1 -StopAfter 60 -ErrorAction Stop @reach }).FullyQualifiedErrorId | Should -BeLike 'LimitExceeded,*'
        @(Get-RKModelLease).Count | Should -Be 0
    }

    It 'keeps its notes in another folder with -LeasePath, which -Expired then has to be given' {
        Push-Location $TestDrive
        try {
            $null = Start-RKModel lines/v1 -StopAfter 0.001 -LeasePath other @reach
            $leases | Should -Not -Exist
            (Get-RKModelLease -LeasePath other).Name | Should -Be lines/v1
            Stop-RKModel -Expired @keys | Should -BeNullOrEmpty
            (Stop-RKModel -Expired -LeasePath other @keys).Name | Should -Be lines/v1
        }
        finally { Pop-Location }
    }

    It 'is over when the model was stopped by its name' {
        $null = Start-RKModel lines/v1 -StopAfter 60 @reach
        $null = Start-RKModel lines/v2 -StopAfter 60 @reach
        $null = Stop-RKModel lines/v1 @reach
        (Get-RKModelLease).Name | Should -Be lines/v2
    }

    It 'is over when somebody stopped the model, and it was started without a time since' {
        $null = Start-RKModel lines/v1 -StopAfter 60 @reach
        # Of another machine: it knows no lease of this one.
        $null = Stop-RKModel lines/v1 -LeasePath (Join-Path $TestDrive 'elsewhere') @reach
        $null = Start-RKModel lines/v1 @reach
        Set-Due lines/v1

        Stop-RKModel -Expired @keys | Should -BeNullOrEmpty

        (Get-Status)[0] | Should -Be RUNNING
        @(Get-RKModelLease).Count | Should -Be 0
    }
}

Describe 'Stop-RKModel -Expired' {
    BeforeEach {
        Open-Account
        $null = 'lines/v1', 'lines/v2' | Start-RKModel -StopAfter 3600 @reach
    }
    AfterEach {
        Stop-RKLocalEndpoint
        if (Test-Path $leases) { Remove-Item -Recurse -Force $leases }
    }

    It 'stops what is due, at the endpoint of its lease, and nothing else' {
        Set-Due lines/v1
        $stopped = Stop-RKModel -Expired @keys
        $stopped | Should -BeOfType CustomLabels.Model
        $stopped.Name | Should -Be lines/v1
        $stopped.Status | Should -BeIn STOPPING, STOPPED
        Get-Status | Should -Be STOPPED, RUNNING, RUNNING
        (Get-RKModelLease).Name | Should -Be lines/v2
        Stop-RKModel -Expired @keys | Should -BeNullOrEmpty
        Get-Count StopProjectVersion | Should -Be 1
    }

    It 'stops what is due for more than a day: that was asked for' {
        Set-Due lines/v1 -Hours 50
        (Stop-RKModel -Expired @keys).Name | Should -Be lines/v1
    }

    It 'only says what it would do with -WhatIf' {
        Set-Due lines/v1
        $requests = $endpoint.Counters.Requests
        Stop-RKModel -Expired -WhatIf @keys | Should -BeNullOrEmpty
        $endpoint.Counters.Requests | Should -Be $requests
        @(Get-RKModelLease).Count | Should -Be 2
    }

    It 'does nothing where there are no leases' {
        Remove-Item -Recurse $leases
        $requests = $endpoint.Counters.Requests
        Stop-RKModel -Expired @keys | Should -BeNullOrEmpty
        $endpoint.Counters.Requests | Should -Be $requests
        $leases | Should -Not -Exist
    }

    It 'says of each that it can''t stop why, goes on, and comes back to it' {
        Set-Due lines/v1
        Set-Due lines/v2
        Stop-RKLocalEndpoint
        $stopped = Stop-RKModel -Expired @keys -ErrorVariable errors -ErrorAction SilentlyContinue
        $stopped | Should -BeNullOrEmpty
        $errors.FullyQualifiedErrorId | Should -Be (@('ModelNotStoppable,CustomLabels.Commands.StopRKModelCommand') * 2)
        $errors.TargetObject | Should -Be lines/v1, lines/v2
        "$($errors[0])" | Should -Match "'lines/v1'.*Stop-RKModel"
        (Get-RKModelLease lines/v1).LastError | Should -Match 'Stop-RKModel'
    }
}
