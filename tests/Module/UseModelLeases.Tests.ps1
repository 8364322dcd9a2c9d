# Use-RKModel and its leases: blocks that share a model, a block that is too long, and what the block's process leaves for others to see.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidGlobalVars', '', Justification = 'A block that must not run would leave it, from whatever scope.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Scripted.ps1
    $leases = $env:CUSTOMLABELS_LEASE_PATH

    function Get-Count([string] $Operation) { [long]$endpoint.Counters.Operations[$Operation] }
    function Assert-Once {
        $endpoint.Models[0].Status | Should -Be STOPPED
        Get-Count StartProjectVersion | Should -Be 1
        Get-Count StopProjectVersion | Should -Be 1
        @(Get-RKModelLease).Count | Should -Be 0
    }
}

Describe 'A block and its lease' {
    BeforeEach {
        $endpoint = Start-RKLocalEndpoint -StartDuration 0 -StopDuration 0 -Model @{
            Manifest = Join-Path $samples 'manifest.jsonl'; ImageRoot = Join-Path $samples 'images'; Project = 'lines'; Version = 'v1'; Status = 'STOPPED'
        }
        $lines = $endpoint.ProjectVersionArn
        $reach = @{ EndpointUrl = $endpoint.EndpointUrl; AccessKey = 'AKIDEXAMPLE'; SecretKey = 'secret'; Region = $endpoint.Region; WarningVariable = 'warnings'; WarningAction = 'SilentlyContinue' }
    }
    AfterEach {
        Stop-RKLocalEndpoint
        if (Test-Path $leases) { Remove-Item -Recurse -Force $leases }
    }

    It 'has a lease of this process while the block runs, and none after it' {
        $seen = Use-RKModel $lines -MinInferenceUnits 2 @reach { Get-RKModelLease; Get-RKModel lines/v1 @reach }
        $seen[0].Kind, $seen[0].State, $seen[0].ProcessId, $seen[0].MinInferenceUnits | Should -Be 'Scope', 'Held', $PID, 2
        $seen[1].Lease.Id | Should -BeExactly $seen[0].Id
        Assert-Once
    }

    It 'is in another folder with -LeasePath' {
        Push-Location $TestDrive
        try { Use-RKModel $lines -LeasePath other @reach { (Get-RKModelLease -LeasePath other).Name; Test-Path $leases } | Should -Be 'lines/v1', $false }
        finally { Pop-Location }
    }

    It 'is not run, and nothing is started, where no lease can be written' {
        $file = Join-Path $TestDrive 'a file'
        Set-Content $file ''
        { Use-RKModel $lines -LeasePath (Join-Path $file 'leases') @reach { $global:ran = 1 } } | Should -Throw -ErrorId 'LeaseWriteFailed,*'
        $global:ran | Should -BeNullOrEmpty
        Get-Count StartProjectVersion | Should -Be 0
    }

    It 'shares the model with a block within it' {
        Use-RKModel $lines @reach { Use-RKModel $lines @reach { $_.Status; @(Get-RKModelLease).Count }; (Get-RKModel lines/v1 @reach).Status } | Should -Be 'RUNNING', 2, 'RUNNING'
        $warnings | Should -Not -Match 'ModelNotOurs'
        Assert-Once
    }

    It 'shares the model with a block beside it, whichever ends first' {
        $gate = [Threading.ManualResetEventSlim]::new()
        $session = Open-Session 'Use-RKModel $lines { "in"; $gate.Wait() } @reach' @{ lines = $lines; reach = $reach; gate = $gate }
        try {
            $out = [Management.Automation.PSDataCollection[psobject]]::new()
            $running = $session.BeginInvoke([Management.Automation.PSDataCollection[psobject]]::new(), $out)
            Wait-Until { $out.Count } -For 'the first block'
            Use-RKModel $lines @reach {
                $_.Status
                $gate.Set()
                $null = $running.AsyncWaitHandle.WaitOne(30000)
                (Get-RKModel lines/v1 @reach).Status
            } | Should -Be 'RUNNING', 'RUNNING'
        }
        finally { $gate.Set(); $session.Dispose() }
        Assert-Once
    }

    It 'leaves on what Start-RKModel -StopAfter has on until a time' {
        $null = Start-RKModel $lines -StopAfter 3600 @reach
        Use-RKModel $lines @reach { 'ran' } | Should -Be 'ran'
        $warnings | Should -Not -Match 'ModelNotOurs'
        $endpoint.Models[0].Status | Should -Be RUNNING
        (Get-RKModelLease).Kind | Should -Be Timed
    }

    It 'leaves the model on when its lease was removed: somebody wants it to stay' {
        Use-RKModel $lines @reach { Get-RKModelLease | Remove-RKModelLease -Force }
        $endpoint.Models[0].Status | Should -Be RUNNING
        Get-Count StopProjectVersion | Should -Be 0
    }

    It 'is not waited for after -StopAfter: the model is stopped while it runs, and that is said' {
        Use-RKModel $lines -StopAfter 0.2 @reach { Wait-Until { $endpoint.Models[0].Status -eq 'STOPPED' } -For 'the stop'; 'after' } | Should -Be 'after'
        $warnings.Message | Should -Contain "'lines/v1' was stopped while the block ran: after 00:00:00.2000000 (-StopAfter) at the latest."
        Assert-Once
    }

    It 'leaves a lease that is due where the stop fails' {
        Stop-RKLocalEndpoint
        $endpoint = Start-RKLocalEndpoint -StartDuration 0 -Trouble @{ Kind = 'AccessDeniedException'; Operation = 'StopProjectVersion' } -Model @{
            Manifest = Join-Path $samples 'manifest.jsonl'; ImageRoot = Join-Path $samples 'images'; Project = 'lines'; Version = 'v1'; Status = 'STOPPED'
        }
        $reach.EndpointUrl = $endpoint.EndpointUrl
        Use-RKModel lines/v1 @reach { 'ran' } -ErrorAction SilentlyContinue | Should -Be 'ran'
        $lease = Get-RKModelLease
        $lease.State | Should -Be Due
        $lease.LastError | Should -Not -BeNullOrEmpty
    }

    It 'is warned of where no later process could stop the model: <With>' -ForEach @(
        @{ With = 'keys as parameters'; Warned = 'keys that no later process has' }
        @{ With = 'temporary keys of the environment'; Warned = 'temporary keys of the environment' }
        @{ With = 'keys of the environment'; Warned = $null }
    ) {
        if ($With -ne 'keys as parameters') {
            $reach.Remove('AccessKey')
            $reach.Remove('SecretKey')
            $env:AWS_ACCESS_KEY_ID = 'AKIDEXAMPLE'
            $env:AWS_SECRET_ACCESS_KEY = 'secret'
        }
        if ($With -like 'temporary*') { $env:AWS_SESSION_TOKEN = 'token' }
        try { $null = Use-RKModel $lines @reach { 1 } }
        finally { Remove-Item Env:AWS_ACCESS_KEY_ID, Env:AWS_SECRET_ACCESS_KEY, Env:AWS_SESSION_TOKEN -ErrorAction SilentlyContinue }
        if ($Warned) { "$warnings" | Should -Match $Warned } else { $warnings | Should -BeNullOrEmpty }
        Assert-Once
    }
}
