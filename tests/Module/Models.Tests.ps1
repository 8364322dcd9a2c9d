# Get-RKProject and Get-RKModel: what is asked, and what comes out.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll { . $PSScriptRoot/Account.ps1 }

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
        # Copies that have lost their type: of CSV, of Select-Object, of Clixml.
        @(Get-RKProject lines @reach | Select-Object * | Get-RKModel @reach).Name | Should -BeExactly 'lines/v2', 'lines/v1'
        @(Get-RKProject lines @reach | Select-Object * | Get-RKProject @reach).Name | Should -BeExactly 'lines'
        @(Get-RKProject @reach | ConvertTo-Csv | ConvertFrom-Csv | Get-RKProject @reach).Count | Should -Be 3
        @([Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-RKModel lines/v1 @reach))) | Get-RKModel @reach).Name | Should -BeExactly 'lines/v1'
        @(Get-RKModel -Project lines @reach).Name | Should -BeExactly 'lines/v2', 'lines/v1'
        @(Get-RKModel lines/v1 @reach | Select-Object ProjectVersionArn | Get-RKModel @reach).Name | Should -BeExactly 'lines/v1'
        @([pscustomobject]@{ Arn = $endpoint.Models[0].ProjectVersionArn; Name = 'x'; Status = 'y' } | Get-RKModel @reach).Name | Should -BeExactly 'lines/v1'
    }

    It 'takes objects of different kinds through one pipeline, each for itself' {
        $project = Get-RKProject lines @reach
        $version = Get-RKModel lines/v1 @reach
        @($project, 'logos', $version, $project, 'lo*' | Get-RKModel @reach).Name |
            Should -BeExactly 'lines/v2', 'lines/v1', 'logos/v1', 'lines/v1', 'lines/v2', 'lines/v1', 'logos/v1'
        @($project, 'logos', $project | Get-RKProject @reach).Name | Should -BeExactly 'lines', 'logos', 'lines'
    }

    It 'takes nothing from an empty pipeline, and nothing by accident from the name or status of an object' {
        @(@() | Get-RKModel @reach).Count | Should -Be 0
        $parameters = (Get-Command Get-RKModel).Parameters.Values | Where-Object { $_.ParameterSets.Values.ValueFromPipelineByPropertyName -contains $true }
        $parameters.Name | Should -BeExactly 'ProjectVersionArn', 'ProjectArn'
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
        # One project by name; its first version alone, and with the second all of them.
        $null = 'lines/v1', 'lines/v2', 'lines' | Get-RKModel @reach
        (Get-Count DescribeProjects) - $before[0] | Should -Be 1
        (Get-Count DescribeProjectVersions) - $before[1] | Should -Be 2
        $null = Get-RKModel @reach | Select-Object -First 1
        (Get-Count DescribeProjects) - $before[0] | Should -Be 2
        (Get-Count DescribeProjectVersions) - $before[1] | Should -Be 3
        # A project's ARN needs no look at the projects.
        $null = Get-RKProject @reach | Get-RKModel @reach
        (Get-Count DescribeProjects) - $before[0] | Should -Be 3
    }
}
