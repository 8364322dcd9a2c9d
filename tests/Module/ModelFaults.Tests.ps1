# Get-RKProject and Get-RKModel where names are wrong, projects are denied or fail, regions differ, or nobody answers; and what Tab offers for them.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll { . $PSScriptRoot/Account.ps1 }

AfterAll { Stop-RKLocalEndpoint }

Describe 'Get-RKModel' {
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
        @{ Name = 'p1/*/x'; Id = 'RequestInvalid' }
        @{ Name = 'arn:aws:*:project/p1/version/v1/*'; Id = 'RequestInvalid' }
        @{ Name = [pscustomobject]@{ Color = 'red' }; Id = 'InputUnsupported' }
        @{ Name = [pscustomobject]@{ Colors = [Collections.ObjectModel.Collection[int]]@(1); Sizes = @(1, 2) }; Id = 'InputUnsupported' }
    ) {
        $before = $endpoint.Counters.Received
        $Name | Get-RKModel @reach -ErrorVariable errors -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $errors.FullyQualifiedErrorId | Should -BeExactly "$Id,CustomLabels.Commands.GetRKModelCommand"
        $endpoint.Counters.Received | Should -Be $before
    }

    It 'ends at one error for a model that is denied, and does not say that it is not there' {
        $denying = Start-RKLocalEndpoint -Model ($model + @{ Project = 'lines'; Version = 'v1' }) -Trouble @{ Kind = 'AccessDeniedException'; Operation = 'DescribeProjectVersions' }
        $null = Get-RKModel lines/v1 -EndpointUrl $denying.EndpointUrl -AccessKey a -SecretKey b -ErrorVariable errors -ErrorAction SilentlyContinue
        $errors.FullyQualifiedErrorId | Should -BeExactly 'AccessDenied,CustomLabels.Commands.GetRKModelCommand'
        $errors[0].TargetObject | Should -BeExactly 'lines/v1'
        $errors[0].ErrorDetails.Message | Should -BeLike '*rekognition:DescribeProjectVersions*'
    }

    It 'goes on after a project that fails, and says which it was' {
        $failing = Start-RKLocalEndpoint -Model @('a', 'b', 'c' | ForEach-Object { $model + @{ Project = $_; Version = 'v1'; Status = 'STOPPED' } }) -Trouble @{ Kind = 'InternalServerError'; Operation = 'DescribeProjectVersions'; Call = 2 }
        $found = Get-RKModel -EndpointUrl $failing.EndpointUrl -AccessKey a -SecretKey b -MaxAttempts 1 -ErrorVariable errors -ErrorAction SilentlyContinue
        $found.Name | Should -BeExactly 'a/v1', 'c/v1'
        $errors.FullyQualifiedErrorId | Should -BeExactly 'RetriesExhausted,CustomLabels.Commands.GetRKModelCommand'
        $errors[0].TargetObject | Should -BeLike '*:project/b/*'
    }

    It 'takes the region of an ARN, and refuses another -Region' {
        $other = @{ AccessKey = 'a'; SecretKey = 'b'; EndpointUrl = $endpoint.EndpointUrl.Replace('127.0.0.1', 'localhost') }
        @(Get-RKModel $endpoint.Models[0].ProjectVersionArn @other).Name | Should -BeExactly 'lines/v1'
        @(Get-RKProject $endpoint.Models[0].ProjectArn @other).Name | Should -BeExactly 'lines'
        $before = $endpoint.Counters.Received
        $null = Get-RKModel $endpoint.Models[0].ProjectVersionArn @other -Region eu-west-1 -ErrorVariable errors -ErrorAction SilentlyContinue
        $errors.FullyQualifiedErrorId | Should -BeExactly 'RegionMismatch,CustomLabels.Commands.GetRKModelCommand'
        $endpoint.Counters.Received | Should -Be $before
    }

    It 'finds names in any language of the session' {
        $culture = [Threading.Thread]::CurrentThread.CurrentCulture
        try {
            [Threading.Thread]::CurrentThread.CurrentCulture = 'tr-TR'
            @(Get-RKModel 'LINES*' @reach).Count | Should -Be 2
        }
        finally { [Threading.Thread]::CurrentThread.CurrentCulture = $culture }
    }

    It 'takes its progress away when it fails' {
        $slow = Start-RKLocalEndpoint -Model @(1..8 | ForEach-Object { $model + @{ Project = "p$_"; Version = 'v1'; Status = 'STOPPED' } }) -Latency 0.3 -Trouble @{ Kind = 'ValidationException'; Operation = 'DescribeProjectVersions'; Call = 8 }
        $session = Open-Session 'param($Url) Get-RKModel -EndpointUrl $Url -AccessKey a -SecretKey b -Region us-east-1'
        $null = $session.AddArgument($slow.EndpointUrl)
        try { $null = $session.Invoke() } catch { $null = $_ }
        $records = @($session.Streams.Progress | Where-Object Activity -EQ 'Listing models')
        $session.Dispose()
        $records.Count | Should -BeGreaterThan 1
        $records[-1].RecordType | Should -Be 'Completed'
        $records[0].StatusDescription | Should -BeLike '* of 8 projects'
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

    It 'ends at an object whose <_> is null, and lists nothing for it' -ForEach 'ProjectVersionArn', 'ProjectArn' {
        $before = $endpoint.Counters.Received
        $failure = Get-Failure { [pscustomobject]@{ $_ = $null } | Get-RKModel @reach }
        $failure.FullyQualifiedErrorId | Should -BeExactly 'NameEmpty,CustomLabels.Commands.GetRKModelCommand'
        "$failure" | Should -BeLike "-$_ *"
        $endpoint.Counters.Received | Should -Be $before
    }

    It '<_> checks its names before anything else' -ForEach 'Get-RKModel', 'Get-RKProject' {
        (Get-Failure { & $_ -Name '' }).FullyQualifiedErrorId | Should -BeLike 'NameEmpty,*'
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

    It 'complete -ProjectVersionArn by the project where there are many' {
        . $PSScriptRoot/Completion.ps1
        $large = Start-RKLocalEndpoint -Model @(1..6 | ForEach-Object { $model + @{ Project = "p$_"; Version = 'v1'; Status = 'STOPPED' } })
        function Get-ArnOffer([string] $Word) { $line = "Get-RKModel -EndpointUrl $($large.EndpointUrl) -AccessKey a -SecretKey large -ProjectVersionArn $Word"; (TabExpansion2 $line $line.Length).CompletionMatches }
        Wait-Until { Get-ArnOffer p } -For 'projects'

        @(Get-ArnOffer p).CompletionText | Should -BeExactly @(1..6 | ForEach-Object { "p$_/" })
        @(Get-ArnOffer 'arn:aws:rekognition:us-east-1:').CompletionText[0] | Should -BeExactly 'arn:aws:rekognition:us-east-1:123456789012:project/p1/'
        Wait-Until { Get-ArnOffer p2/ } -For 'versions'
        @(Get-ArnOffer p2/).CompletionText | Should -BeExactly $large.Models[1].ProjectVersionArn
        @(Get-ArnOffer 'arn:aws:rekognition:us-east-1:123456789012:project/p2/').CompletionText | Should -BeExactly $large.Models[1].ProjectVersionArn
        [long]$large.Counters.Operations['DescribeProjects'], [long]$large.Counters.Operations['DescribeProjectVersions'] | Should -Be 1, 1
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
