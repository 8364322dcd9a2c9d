# The local endpoint as a place to test automation: models that start and stop, throughput that runs out, trouble that was asked for, and counters.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester runs the blocks of a file in one scope.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $manifest = Join-Path $samples 'manifest.jsonl'
    $images = Join-Path $samples 'images'
    $image = Join-Path $images 'panels/panel-01.jpg'
    $command = 'CustomLabels.Commands.StartRKLocalEndpointCommand'
    $linesV1 = 'arn:aws:rekognition:us-east-1:123456789012:project/lines/version/v1/1767225600000'

    function Get-Model([hashtable] $With = @{}) {
        $model = @{ Project = 'lines'; Version = 'v1'; Manifest = $manifest; ImageRoot = $images }
        foreach ($key in $With.Keys) { $model[$key] = $With[$key] }
        $model
    }

    # Calls an operation as any client would; an error answer is an object too.
    function Invoke-Operation($Endpoint, [string] $Name, [hashtable] $With = @{}) {
        $headers = @{ 'X-Amz-Target' = "RekognitionService.$Name"; Authorization = 'AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/rekognition/aws4_request, SignedHeaders=host, Signature=0' }
        try { Invoke-RestMethod $Endpoint.EndpointUrl -Method Post -Headers $headers -ContentType application/x-amz-json-1.1 -Body (ConvertTo-Json $With -Compress) }
        catch { $_.ErrorDetails.Message | ConvertFrom-Json }
    }

    function Invoke-Detection($Endpoint, [hashtable] $With = @{}) {
        $image | Invoke-RKCustomLabelDetection -ProjectVersionArn $Endpoint.ProjectVersionArn -EndpointUrl $Endpoint.EndpointUrl -AccessKey a -SecretKey b -IncludeFailed @With
    }
}

AfterAll { Stop-RKLocalEndpoint }

Describe 'A manifest' {
    It 'is one model that runs' {
        $endpoint = Start-RKLocalEndpoint $manifest $images
        $endpoint.Models.Count | Should -Be 1
        $endpoint.Models[0].Status | Should -Be 'RUNNING'
        $endpoint.Models[0].ProjectVersionArn | Should -Be $endpoint.ProjectVersionArn
        $endpoint.ProjectVersionArn | Should -Be 'arn:aws:rekognition:us-east-1:123456789012:project/local/version/local/1767225600000'
    }

    It 'is served without the lines that only record a failure, with a warning that counts them' {
        $folder = New-TestFolder
        try {
            $partly = Join-Path $folder 'partly.jsonl'
            $failure = '{"source-ref":"s3://line4/panels/gone.jpg","line4-metadata":{"failure-reason":"ClientError","human-annotated":"yes"}}'
            @($failure) + @(Get-Content $manifest) + $failure | Set-Content $partly
            $endpoint = Start-RKLocalEndpoint $partly $images -WarningVariable warnings -WarningAction SilentlyContinue
            "$warnings" | Should -BeLike "*$partly*failed: 2.*"
            $endpoint.FailedLineCount, $endpoint.Models[0].FailedLineCount, $endpoint.ImageCount | Should -Be 2, 2, 24
            (Invoke-Detection $endpoint).Status | Should -Be 'Succeeded'

            $null = Start-RKLocalEndpoint $manifest $images -WarningVariable warnings
            $warnings | Should -BeNullOrEmpty
        }
        finally { Remove-Item -LiteralPath $folder -Recurse -Force }
    }

    It 'is not asked for at a prompt' {
        { Start-RKLocalEndpoint } | Should -Throw -ErrorId 'EndpointOptionInvalid,CustomLabels.Commands.StartRKLocalEndpointCommand'
    }

    It 'goes without -Model' {
        { Start-RKLocalEndpoint -Manifest $manifest -Model (Get-Model) } | Should -Throw -ErrorId "AmbiguousParameterSet,$command"
    }
}

Describe 'Models' {
    It 'are taken from hashtables, in any case of keys, with paths of the session' {
        Push-Location $samples
        try {
            $endpoint = Start-RKLocalEndpoint -Model @(
                @{ PROJECT = 'lines'; version = 'v1'; Manifest = 'manifest.jsonl'; ImageRoot = Get-Item images; MaxInferenceUnits = 3 }
                [ordered]@{ ProjectVersionArn = 'arn:aws:rekognition:us-east-1:111122223333:project/p/version/v/1590000000000'; Manifest = Join-Path '.' 'manifest.jsonl'; ImageRoot = 'images'; Status = 'STOPPED' }
            )
        }
        finally { Pop-Location }
        $endpoint.Models.Status | Should -Be 'RUNNING', 'STOPPED'
        $endpoint.Models.ProjectName | Should -Be 'lines', 'p'
        $endpoint.Models.ImageRoot | Should -Be $images, $images
        $endpoint.Models[0].MaxInferenceUnits | Should -Be 3
        $endpoint.ProjectVersionArn | Should -Be $linesV1
    }

    It 'with <Problem> are refused: <Id>' -ForEach @(
        @{ Problem = 'an unknown key'; Model = @{ Projct = 'x' }; Id = 'EndpointOptionInvalid'; Text = "*'Projct' is not a key of a model. Allowed: Project, Version, *" }
        @{ Problem = 'no manifest'; Model = @{ Project = 'p' }; Id = 'EndpointOptionInvalid'; Text = '*no Manifest for the model p/local*' }
        @{ Problem = 'a text for a number'; Model = @{ MinInferenceUnits = 'two' }; Id = 'EndpointOptionInvalid'; Text = "*MinInferenceUnits of a model is 'two'*" }
        @{ Problem = 'a status that there is not'; Model = @{ Manifest = 'm'; Status = 'ON' }; Id = 'EndpointOptionInvalid'; Text = "*'ON'. Allowed: TRAINING_IN_PROGRESS*" }
        @{ Problem = 'a manifest that is not there'; Model = @{ Manifest = 'none.jsonl' }; Id = 'ManifestUnreadable'; Text = '*none.jsonl*' }
    ) {
        { Start-RKLocalEndpoint -Model $Model } | Should -Throw $Text -ErrorId "$Id,$command"
    }

    It 'start, run, stop and are counted' {
        $endpoint = Start-RKLocalEndpoint -Model (Get-Model @{ Status = 'STOPPED' }) -StartDuration 0 -StopDuration 0
        { Invoke-Detection $endpoint } | Should -Throw -ErrorId 'ModelNotRunning,*'
        (Invoke-Operation $endpoint StartProjectVersion -With @{ ProjectVersionArn = $linesV1; MinInferenceUnits = 2 }).Status | Should -Be 'STARTING'
        $endpoint.Models[0].Status | Should -Be 'RUNNING'
        (Invoke-Detection $endpoint).CustomLabels.Name | Should -Be 'scratch'
        (Invoke-Operation $endpoint StartProjectVersion -With @{ ProjectVersionArn = $linesV1; MinInferenceUnits = 1 }).__type | Should -Be 'ResourceInUseException'
        (Invoke-Operation $endpoint StopProjectVersion -With @{ ProjectVersionArn = $linesV1 }).Status | Should -Be 'STOPPING'
        $endpoint.Models[0].Status | Should -Be 'STOPPED'
        $endpoint.Models[0].RunningHours | Should -BeGreaterThan 0
        $endpoint.Models[0].InferenceHours / $endpoint.Models[0].RunningHours | Should -BeGreaterThan 1.99
    }

    It 'take -StartDuration to start' {
        $endpoint = Start-RKLocalEndpoint -Model (Get-Model @{ Status = 'STARTING' }) -StartDuration 3600
        $endpoint.Models[0].Status | Should -Be 'STARTING'
    }

    It 'are as many as the quotas allow' {
        { Start-RKLocalEndpoint -Model (Get-Model), (Get-Model @{ Status = 'RUNNING' }) -RunningModelQuota 1 } | Should -Throw '*RunningModelQuota is 1*' -ErrorId "EndpointOptionInvalid,$command"
        { Start-RKLocalEndpoint -Model (Get-Model @{ MinInferenceUnits = 6 }) } | Should -Throw '*6 and may be 1 to 5*' -ErrorId "EndpointOptionInvalid,$command"
        (Start-RKLocalEndpoint -Model (Get-Model @{ MinInferenceUnits = 6 }) -InferenceUnitQuota 6).Models[0].InferenceUnits | Should -Be 6
    }

    It 'have units by a schedule' {
        $endpoint = Start-RKLocalEndpoint -Model (Get-Model @{ MaxInferenceUnits = 3; UnitSchedule = @{ Seconds = 0; Units = 2 }, @{ Seconds = 3600; Units = 3 } })
        $endpoint.Models[0].InferenceUnits | Should -Be 2
    }
}

Describe 'Throughput' {
    It '<Parameter> 0.001 is one call, and then <Code>' -ForEach @(
        @{ Parameter = 'TpsPerInferenceUnit'; Operation = 'DetectCustomLabels'; Code = 'ProvisionedThroughputExceededException' }
        @{ Parameter = 'AccountTps'; Operation = 'DetectCustomLabels'; Code = 'ThrottlingException' }
        @{ Parameter = 'ControlPlaneTps'; Operation = 'DescribeProjects'; Code = 'ThrottlingException' }
    ) {
        $option = @{ $Parameter = 0.001 }
        $endpoint = Start-RKLocalEndpoint $manifest $images @option
        $body = if ($Operation -eq 'DetectCustomLabels') { @{ ProjectVersionArn = $endpoint.ProjectVersionArn; Image = @{ S3Object = @{ Bucket = 'line4'; Name = 'panels/panel-01.jpg' } } } } else { @{} }
        (Invoke-Operation $endpoint $Operation -With $body).__type | Should -BeNullOrEmpty
        (Invoke-Operation $endpoint $Operation -With $body).__type | Should -Be $Code
        $endpoint.Counters.Errors[$Code] | Should -Be 1
    }

    It 'of 0 is refused' {
        { Start-RKLocalEndpoint $manifest $images -AccountTps 0 } | Should -Throw '*AccountTps is 0*' -ErrorId "EndpointOptionInvalid,$command"
    }
}

Describe 'Trouble' {
    It '<Kind> at the first call is waited out or tried again' -ForEach @(
        @{ Kind = 'ThrottlingException' }, @{ Kind = 'ProvisionedThroughputExceededException' }, @{ Kind = 'ServiceUnavailable' }
        @{ Kind = 'InternalServerError' }, @{ Kind = 'Reset' }, @{ Kind = 'Truncated' }
    ) {
        # The second call: a command whose very first one finds no service at all ends, as it should.
        $endpoint = Start-RKLocalEndpoint $manifest $images -Trouble @{ Kind = $Kind; Call = 2 }
        $results = $image, $image | Invoke-RKCustomLabelDetection -ProjectVersionArn $endpoint.ProjectVersionArn -EndpointUrl $endpoint.EndpointUrl -AccessKey a -SecretKey b -IncludeFailed
        $results.Status | Should -Be 'Succeeded', 'Succeeded'
        $endpoint.Counters.Operations['DetectCustomLabels'] | Should -Be 3
        $endpoint.Counters.Answered | Should -Be 2
        $endpoint.Counters.Failed + $endpoint.Counters.Reset + $endpoint.Counters.Truncated | Should -Be 1
    }

    It '<Kind> is the error <Id> here' -ForEach @(
        @{ Kind = 'ImageTooLargeException'; Id = 'ImageTooLarge' }
        @{ Kind = 'InvalidImageFormatException'; Id = 'ImageFormat' }
        @{ Kind = 'InvalidS3ObjectException'; Id = 'S3ObjectInvalid' }
        @{ Kind = 'InvalidParameterException'; Id = 'RequestInvalid' }
        @{ Kind = 'ResourceNotFoundException'; Id = 'ModelNotFound' }
        @{ Kind = 'ResourceNotReadyException'; Id = 'ModelNotRunning' }
        @{ Kind = 'AccessDeniedException'; Id = 'AccessDenied' }
        @{ Kind = 'LimitExceededException'; Id = 'LimitExceeded' }
        @{ Kind = 'ExpiredTokenException'; Id = 'CredentialsExpired' }
    ) {
        $endpoint = Start-RKLocalEndpoint $manifest $images -Trouble @{ Kind = $Kind }
        $found = try { (Invoke-Detection $endpoint).Error.Id } catch { ($_.FullyQualifiedErrorId -split ',')[0] }
        $found | Should -Be $Id
    }

    It 'meets the images that are named' {
        $endpoint = Start-RKLocalEndpoint $manifest $images -Trouble @{ Kind = 'InvalidImageFormatException'; Image = 'panel-03.jpg', 'panels/panel-05.jpg' }
        $results = Get-ChildItem (Join-Path $images 'panels') | Invoke-RKCustomLabelDetection -ProjectVersionArn $endpoint.ProjectVersionArn -EndpointUrl $endpoint.EndpointUrl -AccessKey a -SecretKey b -IncludeFailed
        @($results | Where-Object Status -EQ 'Failed').Image | Should -Be 'panel-03.jpg', 'panel-05.jpg'
    }

    It 'at random is the same with the same seed' {
        $met = foreach ($try in 1, 2) {
            $endpoint = Start-RKLocalEndpoint $manifest $images -Trouble @{ Kind = 'InvalidParameterException'; Rate = 0.5 } -Seed 11
            $endpoint.Seed | Should -Be 11
            $results = Get-ChildItem (Join-Path $images 'panels') | Invoke-RKCustomLabelDetection -ProjectVersionArn $endpoint.ProjectVersionArn -EndpointUrl $endpoint.EndpointUrl -AccessKey a -SecretKey b -IncludeFailed -ThrottleLimit 1
            $results.Status -join ' '
        }
        $met[0] | Should -Be $met[1]
        $met[0] | Should -BeLike '*Failed*'
        $met[0] | Should -BeLike '*Succeeded*'
    }

    It '<Text> is refused' -ForEach @(
        @{ Trouble = @{ Kind = 'Rest' }; Text = "*'Rest' is not a Kind of trouble. Allowed: Reset, Truncated, Stall, *" }
        @{ Trouble = @{ Kind = 'Reset'; Rte = 1 }; Text = "*'Rte' is not a key of a trouble. Allowed: Kind, Rate, Call, Image, Operation, Duration*" }
        @{ Trouble = @{ Kind = 'Reset'; Image = 'bord.jpg' }; Text = "*No model has an Image 'bord.jpg'*" }
    ) {
        { Start-RKLocalEndpoint $manifest $images -Trouble $Trouble } | Should -Throw $Text -ErrorId "EndpointOptionInvalid,$command"
    }
}

Describe 'What an endpoint has done' {
    It 'is on the object and at /_counters' {
        $endpoint = Start-RKLocalEndpoint $manifest $images
        $null = Invoke-Detection $endpoint
        $null = Invoke-Operation $endpoint DescribeProjectVersions
        $counters = (Get-RKLocalEndpoint -Port $endpoint.Port).Counters
        $page = Invoke-RestMethod "$($endpoint.EndpointUrl)/_counters"
        foreach ($name in 'Received', 'Answered', 'Failed', 'Aborted', 'InFlight', 'Reset', 'Truncated', 'Stalled') { $page.$name | Should -Be $counters.$name }
        $counters.Received | Should -Be 2
        $counters.Errors['ValidationException'] | Should -Be 1
        $page.Errors.ValidationException | Should -Be 1
        $page.Operations.DetectCustomLabels | Should -Be 1
        $page.Models.ProjectVersionArn | Should -Be $endpoint.ProjectVersionArn
        (Invoke-RestMethod "$($endpoint.EndpointUrl)/_health").Status | Should -Be 'OK'
    }

    It 'shows the units and hours of a model, and all counters in a list' {
        $endpoint = Start-RKLocalEndpoint -Model (Get-Model @{ Project = 'p' * 80; Version = 'v' * 80; MaxInferenceUnits = 3 })
        $endpoint.Models[0] | Format-Table | Out-String -Width 79 | Should -BeLike '*Project*Version*Status*Units*UnitHours*Images*RUNNING*1 (1 to 3)*0.000*24*'
        $endpoint.Counters | Out-String -Width 79 | Should -BeLike '*Received*Errors*Operations*'
    }
}
