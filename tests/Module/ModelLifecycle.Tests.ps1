# Start-, Stop- and Wait-RKModel as a user sees them. What each status means is tested in CustomLabels.Core.Tests, with a clock of its own.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    function Open-Account([hashtable[]] $Model, [hashtable] $Option = @{}) {
        Stop-RKLocalEndpoint
        $images = @{ Manifest = Join-Path $samples 'manifest.jsonl'; ImageRoot = Join-Path $samples 'images' }
        $quick = @{ StartDuration = 0.3; StopDuration = 0.3 }
        foreach ($name in $Option.Keys) { $quick[$name] = $Option[$name] }
        $script:account = Start-RKLocalEndpoint -Model @($Model | ForEach-Object { $images + $_ }) @quick
        $script:reach = @{ EndpointUrl = $account.EndpointUrl; AccessKey = 'a'; SecretKey = 'b'; WarningVariable = '+warnings'; WarningAction = 'SilentlyContinue' }
        $script:warnings = @()
    }
    function Get-Status([string] $Name) { ($account.Models | Where-Object { "$($_.ProjectName)/$($_.VersionName)" -eq $Name }).Status }
    function Get-Count([string] $Operation) { [long]$account.Counters.Operations[$Operation] }
    function Get-Failure([scriptblock] $Try) { try { $null = & $Try } catch { return $_ }; throw 'It did not fail.' }
}

AfterAll { Stop-RKLocalEndpoint }

Describe 'Start-RKModel' {
    It 'starts, warns of the cost before, and gives the model as it is then' {
        Open-Account @{ Project = 'lines'; Version = 'v1'; Status = 'STOPPED' }
        $started = Start-RKModel lines/v1 -MinInferenceUnits 2 -MaxInferenceUnits 3 @reach

        $started | Should -BeOfType CustomLabels.Model
        $started.Status, $started.MinInferenceUnits, $started.MaxInferenceUnits, $started.HourlyCost | Should -Be 'STARTING', 2, 3, 8
        "$warnings" | Should -BeLike "'lines/v1' costs about 8.00 to 12.00 USD an hour *until it is stopped: Stop-RKModel $started"
    }

    It 'waits for RUNNING, also of one that is STOPPING' {
        Open-Account @{ Project = 'lines'; Version = 'v1' } @{ StopDuration = 2 }
        $null = Stop-RKModel lines/v1 @reach
        (Get-Failure { Start-RKModel lines/v1 @reach -ErrorAction Stop }).FullyQualifiedErrorId | Should -BeExactly 'ModelNotStartable,CustomLabels.Commands.StartRKModelCommand'
        (Start-RKModel lines/v1 -Wait @reach).Status | Should -Be RUNNING
        Get-Count StartProjectVersion | Should -Be 1
    }

    It 'starts nothing that is on, and says where the units are others' {
        Open-Account @{ Project = 'lines'; Version = 'v1'; MinInferenceUnits = 2 }
        (Start-RKModel lines/v1 @reach).Status | Should -Be RUNNING
        $warnings | Should -BeNullOrEmpty
        (Start-RKModel lines/v1 -MinInferenceUnits 3 -Wait @reach).Status | Should -Be RUNNING
        "$warnings" | Should -BeLike "'lines/v1' is on with other inference units than asked: RUNNING, 2 inference units*"
        Get-Count StartProjectVersion | Should -Be 0
    }

    It 'only says what it would do, and what that costs' {
        Open-Account @{ Project = 'lines'; Version = 'v1'; Status = 'STOPPED' }
        Start-RKModel lines/v1 -PricePerUnitHour 5 -WhatIf @reach | Should -BeNullOrEmpty
        Get-Count StartProjectVersion | Should -Be 0
        $warnings | Should -BeNullOrEmpty
    }

    It 'names what is on where a quota is used up, and goes on with the next' {
        Open-Account @{ Project = 'lines'; Version = 'v1' }, @{ Project = 'lines'; Version = 'v2' }, @{ Project = 'logos'; Version = 'v1'; Status = 'STOPPED' }
        $started = 'logos/v1', 'lines/v1' | Start-RKModel @reach -ErrorVariable errors -ErrorAction SilentlyContinue
        $started.Name | Should -Be lines/v1
        $errors.FullyQualifiedErrorId | Should -BeExactly 'LimitExceeded,CustomLabels.Commands.StartRKModelCommand'
        "$errors" | Should -BeLike '*On are: lines/v2 RUNNING, about 4.00 an hour; lines/v1 RUNNING, about 4.00 an hour.'
        Get-Count StartProjectVersion | Should -Be 1
    }

    It 'finds out what came of a start whose answer got lost' {
        Open-Account @{ Project = 'lines'; Version = 'v1'; Status = 'STOPPED' } @{ StartVisibilityDelay = 1; Trouble = @{ Kind = 'Reset'; Operation = 'StartProjectVersion' } }
        (Start-RKModel lines/v1 @reach).Status | Should -BeIn STARTING, RUNNING
        Get-Count StartProjectVersion | Should -Be 1
    }

    It 'says that a model that does not come up in time is billed all the same' {
        Open-Account @{ Project = 'lines'; Version = 'v1'; Status = 'STOPPED' } @{ StartDuration = 60 }
        Start-RKModel lines/v1 -Wait -Timeout 0.5 @reach -ErrorVariable errors -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $errors.FullyQualifiedErrorId | Should -BeExactly 'WaitTimeout,CustomLabels.Commands.StartRKModelCommand'
        "$errors" | Should -BeLike '*STARTING. It still starts or runs, and is billed until it is stopped.'
        $errors[0].ErrorDetails.RecommendedAction | Should -BeLike '*Stop-RKModel arn:aws:*'
    }
}

Describe 'Stop-RKModel' {
    It 'stops, and is done where the model is off' {
        Open-Account @{ Project = 'lines'; Version = 'v1' }
        (Stop-RKModel lines/v1 @reach).Status | Should -Be STOPPING
        (Stop-RKModel lines/v1 -Wait @reach).Status | Should -Be STOPPED
        (Stop-RKModel lines/v1 @reach).Status | Should -Be STOPPED
    }

    It 'says that a model that is STARTING refuses, and with -Wait stops it when it runs' {
        Open-Account @{ Project = 'lines'; Version = 'v1'; Status = 'STOPPED' } @{ StartDuration = 1 }
        $null = Start-RKModel lines/v1 @reach
        Stop-RKModel lines/v1 @reach -ErrorVariable errors -ErrorAction SilentlyContinue
        $errors.FullyQualifiedErrorId | Should -BeExactly 'ModelNotStoppable,CustomLabels.Commands.StopRKModelCommand'
        (Stop-RKModel lines/v1 -Wait @reach).Status | Should -Be STOPPED
    }

    It 'stops all that are on, and asks before: <Way>' -ForEach @(
        @{ Way = '-Force'; Option = @{ Force = $true }; Stopped = $true }
        @{ Way = '-Confirm:$false'; Option = @{ Confirm = $false }; Stopped = $true }
        @{ Way = '-WhatIf'; Option = @{ WhatIf = $true }; Stopped = $false }
    ) {
        Open-Account @{ Project = 'lines'; Version = 'v1' }, @{ Project = 'lines'; Version = 'v2'; Status = 'STOPPED' }, @{ Project = 'logos'; Version = 'v1' }
        @(Stop-RKModel -All @Option @reach).Name | Should -Be $(if ($Stopped) { 'lines/v1', 'logos/v1' })
        Get-Count StopProjectVersion | Should -Be $(if ($Stopped) { 2 } else { 0 })
    }

    It 'asks before it stops all, and stops none where nobody can answer' {
        Open-Account @{ Project = 'lines'; Version = 'v1' }
        $session = Open-Session 'param($Url) Stop-RKModel -All -EndpointUrl $Url -AccessKey a -SecretKey b -Region us-east-1'
        $null = $session.AddArgument($account.EndpointUrl)
        $null = $session.Invoke()
        $errors = @($session.Streams.Error)
        $session.Dispose()
        $errors.FullyQualifiedErrorId | Should -BeExactly 'ConfirmationNeeded,CustomLabels.Commands.StopRKModelCommand'
        Get-Status lines/v1 | Should -Be RUNNING
    }
}

Describe 'Wait-RKModel' {
    It 'waits for all together, gives each as it settles, and errors are of one model' {
        Open-Account @{ Project = 'lines'; Version = 'v1'; Status = 'STOPPED' }, @{ Project = 'lines'; Version = 'bad'; Status = 'TRAINING_FAILED' }, @{ Project = 'logos'; Version = 'v1' }
        $null = Start-RKModel lines/v1 @reach
        $settled = 'lines/v1', 'lines/bad', 'logos/v1', 'logos/none' | Wait-RKModel @reach -ErrorVariable errors -ErrorAction SilentlyContinue

        $settled.Name | Sort-Object | Should -Be lines/v1, logos/v1
        $settled.Status | Should -Be RUNNING, RUNNING
        $errors.FullyQualifiedErrorId | Should -BeExactly 'ModelNotFound,CustomLabels.Commands.WaitRKModelCommand', 'WaitFailed,CustomLabels.Commands.WaitRKModelCommand'
        "$($errors[1])" | Should -BeLike "'lines/bad' is TRAINING_FAILED. The service says: *"
    }

    It 'says that the wanted status will not come, or did not come in time' {
        Open-Account @{ Project = 'lines'; Version = 'v1' }, @{ Project = 'lines'; Version = 'new'; Status = 'TRAINING_IN_PROGRESS' }
        'lines/v1', 'lines/new' | Wait-RKModel -Status training_completed -Timeout 0.5 @reach -ErrorVariable errors -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $errors.FullyQualifiedErrorId | Should -BeExactly 'WaitFailed,CustomLabels.Commands.WaitRKModelCommand', 'WaitTimeout,CustomLabels.Commands.WaitRKModelCommand'
    }

    It 'can be stopped while it waits, and shows for how long it does' {
        Open-Account @{ Project = 'lines'; Version = 'v1'; Status = 'TRAINING_IN_PROGRESS' }
        $session = Open-Session 'param($Url) Wait-RKModel lines/v1 -EndpointUrl $Url -AccessKey a -SecretKey b -Region us-east-1'
        $null = $session.AddArgument($account.EndpointUrl)
        $run = $session.BeginInvoke()
        while (-not ($session.Streams.Progress | Where-Object Activity -EQ 'Waiting for models')) { [Threading.Thread]::Sleep(20) }
        $session.Stop()
        { $session.EndInvoke($run) } | Should -Throw
        $record = $session.Streams.Progress | Where-Object Activity -EQ 'Waiting for models' | Select-Object -First 1
        $record.StatusDescription | Should -BeLike 'lines/v1 TRAINING_IN_PROGRESS 0:00:0*'
        $session.Dispose()
    }
}

Describe 'All three' {
    It '<Command> does nothing for <What>' -ForEach @(
        foreach ($command in 'Start-RKModel', 'Stop-RKModel', 'Wait-RKModel') {
            @{ Command = $command; What = 'a null'; Try = { & $Command $null @reach }; Id = 'NameEmpty' }
            @{ Command = $command; What = 'an empty text among others'; Try = { & $Command lines/v1, '' @reach }; Id = 'NameEmpty' }
            @{ Command = $command; What = 'a null in the pipeline'; Try = { $null | & $Command @reach }; Id = 'NameEmpty' }
            @{ Command = $command; What = 'an object whose ARN is null'; Try = { [pscustomobject]@{ ProjectVersionArn = $null } | & $Command @reach }; Id = 'NameEmpty' }
            @{ Command = $command; What = 'nothing at all'; Try = { & $Command @reach }; Id = 'ProjectVersionArnMissing' }
            @{ Command = $command; What = 'wildcards'; Try = { & $Command lines/* @reach -ErrorAction Stop }; Id = 'RequestInvalid' }
            @{ Command = $command; What = 'a project'; Try = { & $Command lines @reach -ErrorAction Stop }; Id = 'ProjectVersionArnInvalid' }
            @{ Command = $command; What = 'an object of another kind'; Try = { [pscustomobject]@{ Color = 'red' } | & $Command @reach -ErrorAction Stop }; Id = 'InputUnsupported' }
            @{ Command = $command; What = 'a model that is not there'; Try = { & $Command lines/none @reach -ErrorAction Stop }; Id = 'ModelNotFound' }
        }
    ) {
        Open-Account @{ Project = 'lines'; Version = 'v1' }
        (Get-Failure $Try).FullyQualifiedErrorId | Should -BeExactly "$Id,CustomLabels.Commands.$($Command -replace '-')Command"
        (Get-Count StartProjectVersion), (Get-Count StopProjectVersion) | Should -Be 0, 0
    }

    It 'take models, rows and states of an endpoint by their ARN, and nothing from an empty pipeline' {
        Open-Account @{ Project = 'lines'; Version = 'v1'; MinInferenceUnits = 2 }, @{ Project = 'logos'; Version = 'v1' }
        @() | Stop-RKModel @reach | Should -BeNullOrEmpty
        @($account.Models | Wait-RKModel @reach).Name | Should -Be lines/v1, logos/v1
        @(Get-RKModel @reach | Select-Object * | Start-RKModel @reach).Name | Should -Be lines/v1, logos/v1
        @(Get-RKModel @reach | ConvertTo-Csv | ConvertFrom-Csv | Start-RKModel @reach).Name | Should -Be lines/v1, logos/v1
        @([pscustomobject]@{ Model = 'logos/v1'; Status = 'x'; Timeout = 0 } | Wait-RKModel @reach).Name | Should -Be logos/v1
        @(Get-RKModel @reach | Stop-RKModel @reach).Status | Should -Be STOPPING, STOPPING
    }

    It 'bind nothing by name but what a thing is' {
        # Who adds to this list: a piped model would bind its status of now or its last units to what is wanted.
        $allowed = @{
            'Get-RKProject'                 = @('ProjectArn')
            'Get-RKModel'                   = 'ProjectArn', 'ProjectVersionArn'
            'Get-RKModelLease'              = @('ProjectVersionArn')
            'Remove-RKModelLease'           = @('ProjectVersionArn')
            'Use-RKModel'                   = @('ProjectVersionArn')
            'Start-RKModel'                 = @('ProjectVersionArn')
            'Stop-RKModel'                  = @('ProjectVersionArn')
            'Wait-RKModel'                  = @('ProjectVersionArn')
            'Test-RKImage'                  = @('LiteralPath')
            'Test-RKManifest'               = @('LiteralPath')
            'Import-RKAnnotation'           = @('LiteralPath')
            'Measure-RKModelUsage'          = @('ProjectVersionArn')
            'Import-RKJournal'              = @('LiteralPath')
            'Invoke-RKCustomLabelDetection' = 'Bucket', 'ETag', 'IsDeleteMarker', 'Key', 'LiteralPath', 'MaxResults', 'MinConfidence', 'ProjectVersionArn', 'Size', 'Tag', 'VersionId'
        }
        foreach ($command in Get-Command -Module CustomLabels) {
            $byName = $command.Parameters.Values | Where-Object { $_.ParameterSets.Values.ValueFromPipelineByPropertyName -contains $true }
            ($byName.Name | Sort-Object) -join ' ' | Should -BeExactly ($allowed["$command"] -join ' ') -Because $command
        }
    }
}
