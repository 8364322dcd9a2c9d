# Get-RKProject and Get-RKModel: what is asked, what comes out, and what a name that isn't there, is empty or is none comes to.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Scripted.ps1

    $model = @{ Manifest = Join-Path $samples 'manifest.jsonl'; ImageRoot = Join-Path $samples 'images' }
    $endpoint = Start-RKLocalEndpoint -Model @(
        $model + @{ Project = 'lines'; Version = 'v1'; Status = 'STOPPED' }
        $model + @{ Project = 'lines'; Version = 'v2'; MinInferenceUnits = 2; MaxInferenceUnits = 3 }
        $model + @{ Project = 'logos'; Version = 'v1' }
        $model + @{ Project = 'Boards'; Version = 'bad'; Status = 'TRAINING_FAILED' }
    )
    $reach = @{ EndpointUrl = $endpoint.EndpointUrl; AccessKey = 'AKIDEXAMPLE'; SecretKey = 'secret' }
    function Get-Count([string] $Operation) { [long]$endpoint.Counters.Operations[$Operation] }
    function Get-Failure([scriptblock] $Try) { try { $null = & $Try } catch { return $_ }; throw 'It did not fail.' }
}

AfterAll { Stop-RKLocalEndpoint }

Describe 'Get-RKProject' {
    It 'lists the projects, with all that the service tells' {
        $projects = @(Get-RKProject @reach)

        $projects.Name | Should -BeExactly 'lines', 'logos', 'Boards'
        $projects[0] | Should -BeOfType CustomLabels.Project
        "$($projects[0])" | Should -BeExactly 'arn:aws:rekognition:us-east-1:123456789012:project/lines/1767223800000'
        $projects[0].Status, $projects[0].Feature | Should -BeExactly 'CREATED', 'CUSTOM_LABELS'
        $projects[0].CreationTimestamp.Kind | Should -Be 'Utc'
        $projects[0].Datasets.DatasetType, $projects[0].Datasets.Status, $projects[0].Datasets.StatusMessageCode | Should -BeExactly 'TRAIN', 'CREATE_COMPLETE', 'SUCCESS'
    }

    It 'takes <Name>: <Found>' -ForEach @(
        @{ Name = @('lines'); Found = @('lines') }
        @{ Name = 'l*', '*s'; Found = 'lines', 'logos', 'lines', 'logos', 'Boards' }
        @{ Name = 'b*'; Found = @('Boards') }
        @{ Name = 'x*'; Found = @() }
        @{ Name = '[lb]o*'; Found = 'logos', 'Boards' }
        @{ Name = 'arn:aws:rekognition:us-east-1:123456789012:project/logos/1767223800000'; Found = @('logos') }
    ) {
        @(Get-RKProject $Name @reach).Name | Should -BeExactly $Found
        @($Name | Get-RKProject @reach).Name | Should -BeExactly $Found
    }

    It 'asks for a name alone, and for all once however many patterns there are' {
        $before = Get-Count DescribeProjects
        $null = Get-RKProject lines @reach
        $null = 'l*', 'b*', '*' | Get-RKProject @reach
        (Get-Count DescribeProjects) - $before | Should -Be 2
    }

    It 'says of a project that is not there that it is not, and goes on' {
        $found = 'none', 'lines', 'LOGOS', 'arn:aws:rekognition:us-east-1:123456789012:project/logos/1' | Get-RKProject @reach -ErrorVariable errors -ErrorAction SilentlyContinue

        $found.Name | Should -BeExactly 'lines'
        $errors.FullyQualifiedErrorId | Should -BeExactly (@('ProjectNotFound,CustomLabels.Commands.GetRKProjectCommand') * 3)
        $errors[0].CategoryInfo.Category, $errors[0].TargetObject | Should -Be 'ObjectNotFound', 'none'
        $errors[0].ErrorDetails.Message | Should -BeExactly "There is no project 'none' in us-east-1."
    }
}

Describe 'Get-RKModel' {
    It 'lists the models, the latest of each project first, and about what they cost' {
        $models = @(Get-RKModel @reach)

        $models.Name | Should -BeExactly 'lines/v2', 'lines/v1', 'logos/v1', 'Boards/bad'
        $models.HourlyCost | Should -Be 8, 0, 4, 0
        $models[0] | Should -BeOfType CustomLabels.Model
        "$($models[0])" | Should -BeExactly 'arn:aws:rekognition:us-east-1:123456789012:project/lines/version/v2/1767225600000'
        $models[0].ProjectName, $models[0].VersionName, $models[0].MinInferenceUnits, $models[0].MaxInferenceUnits | Should -Be 'lines', 'v2', 2, 3
        $models[0].F1Score, $models[0].BillableTrainingTime.TotalMinutes | Should -Be 1, 45
        $models[0].EvaluationUri | Should -BeExactly 's3://line4/evaluation/lines/v2/EvaluationSummary-lines-v2.json'
        $models[0].OutputUri | Should -BeExactly 's3://line4/evaluation/lines/v2'
        $models[3].StatusMessage | Should -BeExactly 'The manifest file contains too many invalid data objects.'
        $models[3].F1Score, $models[3].BillableTrainingTime, $models[3].EvaluationUri | Should -Be $null, $null, $null
    }

    It 'has no ProjectArn: nothing that changes a project may bind from a model' {
        [CustomLabels.Model].GetProperty('ProjectArn') | Should -BeNullOrEmpty
    }

    It 'takes <Name>: <Found>' -ForEach @(
        @{ Name = @('lines'); Found = 'lines/v2', 'lines/v1' }
        @{ Name = 'lines/v1'; Found = @('lines/v1') }
        @{ Name = '*/v1'; Found = 'lines/v1', 'logos/v1' }
        @{ Name = 'l*/*2', 'boards*'; Found = 'lines/v2', 'Boards/bad' }
        @{ Name = 'lines/x*'; Found = @() }
        @{ Name = 'arn:aws:rekognition:us-east-1:123456789012:project/lines/version/v2/1767225600000'; Found = @('lines/v2') }
        @{ Name = 'arn:aws:rekognition:us-east-1:123456789012:project/lines/1767223800000'; Found = 'lines/v2', 'lines/v1' }
    ) {
        @(Get-RKModel $Name @reach).Name | Should -BeExactly $Found
        @($Name | Get-RKModel @reach).Name | Should -BeExactly $Found
        @(Get-RKModel -ProjectVersionArn $Name @reach).Name | Should -BeExactly $Found
    }

    It 'takes projects, models, results and states of an endpoint through the pipeline' {
        @(Get-RKProject l* @reach | Get-RKModel @reach).Name | Should -BeExactly 'lines/v2', 'lines/v1', 'logos/v1'
        @(Get-RKModel lines @reach | Get-RKModel @reach).Name | Should -BeExactly 'lines/v2', 'lines/v1'
        @($endpoint.Models[1] | Get-RKModel @reach).Name | Should -BeExactly 'lines/v2'
        @(Get-RKModel lines/v1 @reach | Select-Object ProjectVersionArn | Get-RKModel @reach).Name | Should -BeExactly 'lines/v1'
        @([pscustomobject]@{ Arn = $endpoint.Models[0].ProjectVersionArn; Name = 'x'; Status = 'y' } | Get-RKModel @reach).Name | Should -BeExactly 'lines/v1'
    }

    It 'takes nothing from an empty pipeline, and nothing by accident from the name or status of an object' {
        @(@() | Get-RKModel @reach).Count | Should -Be 0
        $parameters = (Get-Command Get-RKModel).Parameters.Values | Where-Object { $_.ParameterSets.Values.ValueFromPipelineByPropertyName -contains $true }
        $parameters.Name | Should -BeExactly 'ProjectVersionArn'
    }

    It 'filters by status' {
        @(Get-RKModel -Status RUNNING @reach).Name | Should -BeExactly 'lines/v2', 'logos/v1'
        @(Get-RKModel lines -Status stopped, RUNNING @reach).Name | Should -BeExactly 'lines/v2', 'lines/v1'
        (Get-Failure { Get-RKModel -Status RUNING @reach }).FullyQualifiedErrorId | Should -BeExactly 'ParameterArgumentValidationError,CustomLabels.Commands.GetRKModelCommand'
    }

    It 'counts by another price' {
        (Get-RKModel lines/v2 -PricePerUnitHour 4.5 @reach).HourlyCost | Should -Be 9
        (Get-RKModel lines/v2 -PricePerUnitHour 0 @reach).HourlyCost | Should -Be 0
    }

    It 'asks for no more than it needs' {
        $before = @((Get-Count DescribeProjects), (Get-Count DescribeProjectVersions))
        $null = 'lines/v1', 'lines/v2', 'lines' | Get-RKModel @reach
        $null = Get-RKModel @reach | Select-Object -First 1
        (Get-Count DescribeProjects) - $before[0] | Should -Be 2
        (Get-Count DescribeProjectVersions) - $before[1] | Should -Be 4
    }

    It 'says of <Name> that it is not there, and goes on' -ForEach @(
        @{ Name = 'none'; Id = 'ProjectNotFound' }
        @{ Name = 'none/v1'; Id = 'ModelNotFound' }
        @{ Name = 'lines/none'; Id = 'ModelNotFound' }
        @{ Name = 'lines/V1'; Id = 'ModelNotFound' }
        @{ Name = 'arn:aws:rekognition:us-east-1:123456789012:project/lines/version/v1/1'; Id = 'ModelNotFound' }
    ) {
        $found = $Name, 'logos' | Get-RKModel @reach -ErrorVariable errors -ErrorAction SilentlyContinue

        $found.Name | Should -BeExactly 'logos/v1'
        $errors.FullyQualifiedErrorId | Should -BeExactly "$Id,CustomLabels.Commands.GetRKModelCommand"
        $errors[0].TargetObject | Should -BeExactly $Name
    }

    It 'refuses <Name>, which can be no name' -ForEach @(
        @{ Name = 'a b'; Id = 'RequestInvalid' }
        @{ Name = 'lines/v1/x'; Id = 'RequestInvalid' }
        @{ Name = '/v1'; Id = 'RequestInvalid' }
        @{ Name = 'lines/'; Id = 'RequestInvalid' }
        @{ Name = '[a'; Id = 'RequestInvalid' }
        @{ Name = [pscustomobject]@{ Color = 'red' }; Id = 'InputUnsupported' }
    ) {
        $before = $endpoint.Counters.Received
        $Name | Get-RKModel @reach -ErrorVariable errors -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $errors.FullyQualifiedErrorId | Should -BeExactly "$Id,CustomLabels.Commands.GetRKModelCommand"
        $endpoint.Counters.Received | Should -Be $before
    }

    It 'shows a project that may not be looked into, and the others' {
        $names = 'lines', 'logos' | ForEach-Object { "{`"ProjectArn`":`"arn:aws:rekognition:us-east-1:123456789012:project/$_/1`"}" }
        $version = [CustomLabels.Testing.Step]::Answer(200, '{"ProjectVersionDescriptions":[{"ProjectVersionArn":"arn:aws:rekognition:us-east-1:123456789012:project/logos/version/v1/1","Status":"RUNNING"}]}')
        $scripted = Open-ScriptedServer ([CustomLabels.Testing.Step]::Answer(200, "{`"ProjectDescriptions`":[$($names -join ',')]}")), (Get-ErrorStep AccessDeniedException), $version
        try {
            $connection = @{ EndpointUrl = $scripted.Server.Url; AccessKey = 'AKIDEXAMPLE'; SecretKey = 'secret' }
            $found = Get-RKModel @connection -Region us-east-1 -ErrorVariable errors -ErrorAction SilentlyContinue
        }
        finally { $scripted.Server.Dispose() }

        $found.Name | Should -BeExactly 'logos/v1'
        # Without units known, one unit is what it costs at least.
        $found.HourlyCost | Should -Be 4
        $errors.FullyQualifiedErrorId | Should -BeExactly 'AccessDenied,CustomLabels.Commands.GetRKModelCommand'
        $errors[0].TargetObject | Should -BeExactly 'arn:aws:rekognition:us-east-1:123456789012:project/lines/1'
    }
}

Describe 'Both' {
    It '<Command> ends at a name that is <What>' -ForEach @(
        @{ Command = 'Get-RKModel'; What = 'null'; Value = $null }
        @{ Command = 'Get-RKModel'; What = 'empty'; Value = '' }
        @{ Command = 'Get-RKModel'; What = 'a list without names'; Value = @() }
        @{ Command = 'Get-RKProject'; What = 'null'; Value = $null }
        @{ Command = 'Get-RKProject'; What = 'blank among others'; Value = 'lines', ' ' }
    ) {
        $failure = Get-Failure { & $Command -Name $Value @reach }
        $failure.FullyQualifiedErrorId | Should -BeExactly "NameEmpty,CustomLabels.Commands.$($Command -replace '-')Command"
    }

    It '<_> ends where there is no region' -ForEach 'Get-RKModel', 'Get-RKProject' {
        $failure = Get-Failure { & $_ -AccessKey a -SecretKey b -EndpointUrl http://127.0.0.1:9 }
        $failure.FullyQualifiedErrorId | Should -BeExactly "RegionMissing,CustomLabels.Commands.$($_ -replace '-')Command"
    }

    It '<_> takes the region from the environment and from the profile' -ForEach 'Get-RKModel', 'Get-RKProject' {
        $command = $_
        $other = @{ AccessKey = 'a'; SecretKey = 'b'; EndpointUrl = "$($endpoint.EndpointUrl)/"; MaxAttempts = 1 }
        $env:AWS_DEFAULT_REGION = 'us-east-1'
        try { @(& $command lines @other).Count | Should -BeGreaterThan 0 }
        finally { $env:AWS_DEFAULT_REGION = $null }
    }

    It '<_> ends with what the service refuses to everybody' -ForEach 'Get-RKModel', 'Get-RKProject' {
        $scripted = Open-ScriptedServer (Get-ErrorStep ExpiredTokenException)
        try {
            $connection = @{ EndpointUrl = $scripted.Server.Url; AccessKey = 'AKIDEXAMPLE'; SecretKey = 'secret' }
            $failure = Get-Failure { & $_ @connection -Region us-east-1 }
        }
        finally { $scripted.Server.Dispose() }
        $failure.FullyQualifiedErrorId | Should -BeExactly "CredentialsExpired,CustomLabels.Commands.$($_ -replace '-')Command"
    }

    It 'can be stopped while the service is silent' {
        $silent = Start-RKLocalEndpoint (Join-Path $samples 'manifest.jsonl') (Join-Path $samples 'images') -Trouble @{ Kind = 'Stall'; Operation = 'DescribeProjects' }
        $session = Open-Session 'param($Url) Get-RKModel -EndpointUrl $Url -AccessKey a -SecretKey b -Region us-east-1'
        $null = $session.AddArgument($silent.EndpointUrl)
        $run = $session.BeginInvoke()
        while ($silent.Counters.Stalled -eq 0) { [Threading.Thread]::Sleep(20) }
        $session.Stop()
        { $session.EndInvoke($run) } | Should -Throw
        $session.InvocationStateInfo.State | Should -Be 'Stopped'
        $session.Dispose()
    }

    It 'complete a project first, and then its versions' {
        . $PSScriptRoot/Completion.ps1
        function Get-NameOffer([string] $Line) { (TabExpansion2 $Line $Line.Length).CompletionMatches }
        $here = "-EndpointUrl $($endpoint.EndpointUrl) -AccessKey a -SecretKey names"
        Wait-Until { Get-NameOffer "Get-RKProject $here -Name l" } -For 'projects'

        @(Get-NameOffer "Get-RKProject $here -Name o").CompletionText | Should -BeExactly 'logos', 'Boards'
        @(Get-NameOffer "Get-RKModel $here -Name l").CompletionText | Should -BeExactly 'lines', 'logos'
        $before = @((Get-Count DescribeProjects), (Get-Count DescribeProjectVersions))
        Wait-Until { Get-NameOffer "Get-RKModel $here -Name lines/" } -For 'versions'
        @(Get-NameOffer "Get-RKModel $here -Name 'lines/v").CompletionText | Should -BeExactly "'lines/v2'", "'lines/v1'"
        @((Get-Count DescribeProjects), (Get-Count DescribeProjectVersions)) | Should -Be $before[0], ($before[1] + 1)
    }
}
