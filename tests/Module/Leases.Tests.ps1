# Leases: Get- and Remove-RKModelLease, the Lease of a model, and what commands do in passing about leases that are due.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'It writes a file for a test.')]
param()

BeforeAll {
    . $PSScriptRoot/Account.ps1
    $leases = $env:CUSTOMLABELS_LEASE_PATH
    $arn = 'arn:aws:rekognition:us-east-1:123456789012:project/{0}/version/{1}/1767225600000'

    # A lease as a process that is gone for good has left it: a timed one, of no boot there is.
    function New-Lease([string] $Name = 'logos/v1', [hashtable] $With = @{}) {
        $id = [guid]::NewGuid().ToString('N')
        $lease = [ordered]@{
            FormatVersion = 1; ModuleVersion = '0.1.0'; Id = $id; Kind = 'Timed'; State = 'Held'; ProjectVersionArn = $arn -f ($Name -split '/')
            EndpointUrl = "$($endpoint.EndpointUrl)".TrimEnd('/') + '/'; Account = '123456789012'; Region = 'us-east-1'; MinInferenceUnits = 1
            StartedAt = [datetime]::UtcNow.AddHours(-2).ToString('o'); StopAt = [datetime]::UtcNow.AddHours(-1).ToString('o')
        }
        foreach ($member in $With.Keys) { $lease[$member] = $With[$member] }
        $null = New-Item -ItemType Directory -Force $leases
        if ($IsLinux -or $IsMacOS) { chmod 700 $leases }
        [IO.File]::WriteAllText((Join-Path $leases "$id.json"), (ConvertTo-Json $lease))
        if ($IsLinux -or $IsMacOS) { chmod 600 (Join-Path $leases "$id.json") }
        $id
    }
    function Get-Status([string] $Name) { $endpoint.Models.Where{ $_.ProjectVersionArn -eq ($arn -f ($Name -split '/')) }.Status }
    # A session looks once a minute: each command here is the first of a session.
    function Invoke-Fresh([string] $Command) {
        $shell = [powershell]::Create([Management.Automation.RunspaceMode]::NewRunspace)
        try {
            $null = $shell.AddScript('param($module) Import-Module $module').AddArgument((Join-Path (Get-Module CustomLabels).ModuleBase 'CustomLabels.psd1'))
            $null = $shell.AddStatement().AddScript("param(`$reach) $Command").AddArgument($reach + @{ Region = 'us-east-1' })
            $output = @($shell.Invoke())
            $shell.Streams.Error | ForEach-Object { throw $_ }
            [pscustomobject]@{ Output = $output; Warnings = @($shell.Streams.Warning | ForEach-Object Message) }
        }
        finally { $shell.Dispose() }
    }
    $future = [datetime]::UtcNow.AddHours(1).ToString('o')
}

AfterAll {
    Stop-RKLocalEndpoint
    Remove-Item Env:CUSTOMLABELS_REAPER -ErrorAction SilentlyContinue
}

Describe 'Get-RKModelLease' {
    AfterEach { if (Test-Path $leases) { Remove-Item -Recurse -Force $leases } }

    It 'gives nothing, and makes no folder, where there are none' {
        @(Get-RKModelLease).Count | Should -Be 0
        $leases | Should -Not -Exist
    }

    It 'lists the leases, or those of models and ids that are named' {
        $first = New-Lease lines/v2 @{ StopAt = $future; StartedAt = [datetime]::UtcNow.AddHours(-3).ToString('o') }
        $second = New-Lease logos/v1 @{ StopAt = $future }

        $all = @(Get-RKModelLease)
        $all.Id | Should -BeExactly $first, $second
        $all[0] | Should -BeOfType CustomLabels.ModelLease
        $all[0].Name, $all[0].Kind, $all[0].State, $all[0].Region | Should -Be 'lines/v2', 'Timed', 'Held', 'us-east-1'
        $all[0].StopAt.Kind | Should -Be 'Utc'
        (Get-RKModelLease lines/v2).Id | Should -BeExactly $first
        (Get-RKModelLease l*/v1).Id | Should -BeExactly $second
        (Get-RKModelLease -Id $second).Id | Should -BeExactly $second
        (Get-RKModel logos @reach | Get-RKModelLease).Id | Should -BeExactly $second
        @(Get-RKModelLease x*).Count | Should -Be 0
    }

    It 'reads another folder by -LeasePath' {
        $id = New-Lease -With @{ StopAt = $future }
        Move-Item $leases "$leases-2"
        Push-Location $TestDrive
        try { (Get-RKModelLease -LeasePath customlabels-leases-2).Id | Should -BeExactly $id }
        finally { Pop-Location; Remove-Item -Recurse "$leases-2" }
    }

    It 'says of a name that has none that it has none, and of an empty one that it is empty' {
        $null = New-Lease -With @{ StopAt = $future }
        $null = Get-RKModelLease lines/v9, logos/v1 -ErrorVariable errors -ErrorAction SilentlyContinue
        $errors.FullyQualifiedErrorId | Should -BeExactly 'LeaseNotFound,CustomLabels.Commands.GetRKModelLeaseCommand'
        (Get-Failure { Get-RKModelLease $null }).FullyQualifiedErrorId | Should -BeExactly 'NameEmpty,CustomLabels.Commands.GetRKModelLeaseCommand'
    }

    It 'passes over what is no lease, with a warning that names it' {
        $id = New-Lease -With @{ StopAt = $future }
        $bad = New-Lease -With @{ FormatVersion = 2 }
        (Get-RKModelLease -WarningVariable warnings -WarningAction SilentlyContinue).Id | Should -BeExactly $id
        "$warnings" | Should -BeLike "*$bad.json*format 2*"
    }

    It 'refuses a folder that others may write to' -Skip:(-not ($IsLinux -or $IsMacOS)) {
        $null = New-Lease
        chmod 777 $leases
        (Get-Failure { Get-RKModelLease }).FullyQualifiedErrorId | Should -BeExactly 'LeaseUnreadable,CustomLabels.Commands.GetRKModelLeaseCommand'
    }
}

Describe 'Remove-RKModelLease' {
    AfterEach { if (Test-Path $leases) { Remove-Item -Recurse -Force $leases } }

    It 'removes the leases of a model, by name, id or object, and asks the service nothing' {
        $before = $endpoint.Counters.Requests
        $null = New-Lease lines/v2 @{ StopAt = $future }
        $id = New-Lease logos/v1 @{ StopAt = $future }
        $null = New-Lease logos/v1 @{ StopAt = $future }
        Remove-RKModelLease lines/v2 -Force
        Remove-RKModelLease -Id $id -Confirm:$false
        @(Get-RKModelLease).Count | Should -Be 1
        Get-RKModelLease | Remove-RKModelLease -Force
        @(Get-RKModelLease).Count | Should -Be 0
        $endpoint.Counters.Requests | Should -Be $before
    }

    It 'changes nothing with -WhatIf, also beside -Force' {
        $null = New-Lease -With @{ StopAt = $future }
        Remove-RKModelLease logos/v1 -WhatIf
        Remove-RKModelLease logos/v1 -WhatIf -Force
        @(Get-RKModelLease).Count | Should -Be 1
    }

    It 'says that it should be confirmed where nobody can be asked' {
        $null = New-Lease -With @{ StopAt = $future }
        (Get-Failure { Remove-RKModelLease logos/v1 }).FullyQualifiedErrorId | Should -BeExactly 'ConfirmationNeeded,CustomLabels.Commands.RemoveRKModelLeaseCommand'
        @(Get-RKModelLease).Count | Should -Be 1
    }

    It 'takes neither nothing nor wildcards' {
        $null = New-Lease -With @{ StopAt = $future }
        foreach ($try in { Remove-RKModelLease -Force }, { Remove-RKModelLease $null -Force }, { Remove-RKModelLease -Id '' -Force }, { Remove-RKModelLease -InputObject $null -Force }) {
            (Get-Failure $try).FullyQualifiedErrorId | Should -BeExactly 'NameEmpty,CustomLabels.Commands.RemoveRKModelLeaseCommand'
        }
        (Get-Failure { Remove-RKModelLease l* -Force -ErrorAction Stop }).FullyQualifiedErrorId | Should -BeExactly 'RequestInvalid,CustomLabels.Commands.RemoveRKModelLeaseCommand'
        @(Get-RKModelLease).Count | Should -Be 1
    }
}

Describe 'A model' {
    AfterEach { if (Test-Path $leases) { Remove-Item -Recurse -Force $leases } }

    It 'has its lease, at its own endpoint alone' {
        $id = New-Lease logos/v1 @{ StopAt = $future }
        $null = New-Lease lines/v2 @{ StopAt = $future; EndpointUrl = 'https://rekognition.us-east-1.amazonaws.com/' }
        $models = Get-RKModel @reach
        $models.Where{ $_.Name -eq 'logos/v1' }.Lease.Id | Should -BeExactly $id
        $models.Where{ $_.Name -eq 'lines/v2' }.Lease | Should -BeNullOrEmpty
    }
}

Describe 'A command in passing' {
    AfterEach { if (Test-Path $leases) { Remove-Item -Recurse -Force $leases } }

    It 'does nothing about <What>' -ForEach @(
        @{ What = 'a lease that holds'; With = { @{ StopAt = $future } } }
        @{ What = 'another endpoint'; With = { @{ EndpointUrl = 'https://rekognition.us-east-1.amazonaws.com/' } } }
        @{ What = 'another region'; With = { @{ ProjectVersionArn = ($arn -f 'logos', 'v1').Replace('us-east-1', 'eu-west-1'); Region = 'eu-west-1' } } }
    ) {
        $null = New-Lease logos/v1 (& $With)
        $stops = Get-Count StopProjectVersion
        $said = Invoke-Fresh 'Get-RKProject @reach'
        $said.Warnings.Count | Should -Be 0
        (Get-Count StopProjectVersion) - $stops | Should -Be 0
        @(Get-RKModelLease).Count | Should -Be 1
    }

    It 'only says what it would do under -WhatIf, what is a day overdue, and nothing at all when it is switched off' {
        $null = New-Lease logos/v1
        (Invoke-Fresh '$WhatIfPreference = $true; Get-RKProject @reach').Warnings | Should -BeLike "What if: the model 'logos/v1' would be stopped*"
        $env:CUSTOMLABELS_REAPER = 'Off'
        try { (Invoke-Fresh 'Get-RKProject @reach').Warnings.Count | Should -Be 0 }
        finally { Remove-Item Env:CUSTOMLABELS_REAPER }
        Remove-Item $leases/*.json
        $null = New-Lease logos/v1 @{ StopAt = [datetime]::UtcNow.AddHours(-25).ToString('o') }
        (Invoke-Fresh 'Get-RKProject @reach').Warnings | Should -BeLike "*'logos/v1' is on, and was to be stopped at*Stop-RKModel*"
        Get-Status logos/v1 | Should -Be 'RUNNING'
    }

    It 'stops a model that is due while another one detects' {
        $null = New-Lease lines/v2
        $picture = (Get-ChildItem (Join-Path $samples 'images') -Recurse -File)[0].FullName
        $said = Invoke-Fresh "`$null = Invoke-RKCustomLabelDetection -LiteralPath '$picture' -ProjectVersionArn '$($arn -f 'logos', 'v1')' @reach"
        $said.Warnings | Should -BeLike "The model 'lines/v2' was stopped:*"
    }

    It 'stops a model that is due, says so as a warning, and stops no other' {
        $null = New-Lease logos/v1
        $stops = Get-Count StopProjectVersion
        $said = Invoke-Fresh '(Get-RKProject @reach).Count'
        $said.Output | Should -Be 3
        $said.Warnings | Should -BeLike "The model 'logos/v1' was stopped:*"
        Get-Status logos/v1 | Should -BeIn 'STOPPING', 'STOPPED'
        (Get-Count StopProjectVersion) - $stops | Should -Be 1
        @(Get-RKModelLease).Count | Should -Be 0
    }
}
