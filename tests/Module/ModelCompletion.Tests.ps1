# What Tab offers for -ProjectVersionArn, in the real engine: what is offered is what the command would take, and nothing is run, asked of strangers, or waited for.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'The lines under test use them, and Pester hands variables on.')]
param()

BeforeAll { . $PSScriptRoot/Completion.ps1 }

AfterAll { Stop-RKLocalEndpoint }

Describe '-ProjectVersionArn' {
    BeforeAll {
        $manifest = Join-Path $samples 'manifest.jsonl'
        $model = @{ Manifest = $manifest; ImageRoot = Join-Path $samples 'images' }
        $endpoint = Start-RKLocalEndpoint -Model @(
            $model + @{ Project = 'lines'; Version = 'v1'; Status = 'STOPPED' }
            $model + @{ Project = 'lines'; Version = 'v2'; MinInferenceUnits = 2; MaxInferenceUnits = 3 }
            $model + @{ Project = 'logos'; Version = 'new' }
            $model + @{ Project = 'logos'; Version = 'old'; Status = 'TRAINING_FAILED' }
        )
        $keys = '-AccessKey a -SecretKey b'
        $here = "-EndpointUrl $($endpoint.EndpointUrl) $keys"
        $linesV2 = 'arn:aws:rekognition:us-east-1:123456789012:project/lines/version/v2/1767225600000'
        $null = Get-OfferInTheEnd "$here -ProjectVersionArn "
    }

    It 'offers the models of the account, those that run first' {
        $offers = Get-Offer "$here -ProjectVersionArn "
        $offers.ListItemText | Should -BeExactly 'lines/v2', 'logos/new', 'lines/v1', 'logos/old'
        $offers[0].CompletionText | Should -BeExactly $linesV2
        $offers[0].ToolTip | Should -Match '^lines/v2: RUNNING, 2 to 3 inference units, created \d{4}-\d\d-\d\d$'
        $offers[2].ToolTip | Should -BeLike '*STOPPED*'
    }

    It 'completes <Word> to <Names>' -ForEach @(
        @{ Word = 'LINES'; Names = 'lines/v2', 'lines/v1' }
        @{ Word = 'v1'; Names = 'lines/v1' }
        @{ Word = 's/n'; Names = 'logos/new' }
        @{ Word = 'l*w'; Names = 'logos/new' }
        @{ Word = 'arn:aws:rekognition:us-east-1:123456789012:project/logos/'; Names = 'logos/new', 'logos/old' }
        @{ Word = 'arn:*/v2'; Names = 'lines/v2' }
        @{ Word = 'aws'; Names = @() }
    ) {
        @((Get-Offer "$here -Arn $Word").ListItemText) | Should -BeExactly $Names
    }

    It 'quotes back' {
        (Get-Offer "$here -Arn 'lines/v2").CompletionText | Should -BeExactly "'$linesV2'"
        (Get-Offer "$here -Arn `"lines/v2").CompletionText | Should -BeExactly "`"$linesV2`""
    }

    It 'asks once, not at every Tab' {
        $before = $endpoint.Counters.Received
        1..5 | ForEach-Object { (Get-Offer "$here -ProjectVersionArn ").Count | Should -Be 4 }
        $endpoint.Counters.Received | Should -Be $before
    }

    It 'asks again for other keys' {
        $before = $endpoint.Counters.Received
        $null = Get-OfferInTheEnd "-EndpointUrl $($endpoint.EndpointUrl) -AccessKey a -SecretKey other -ProjectVersionArn "
        $endpoint.Counters.Received | Should -Be ($before + 3)
    }

    It 'knows variables, properties, abbreviations and aliases' {
        $secret = 'b'
        (Get-Offer '-EndpointUrl $endpoint.EndpointUrl -Acc a -SK $secret -Arn lines/v2').CompletionText | Should -BeExactly $linesV2
    }

    It 'offers nothing, asks nobody and runs nothing for <Line>' -ForEach @(
        @{ Line = '-SecretKey (Get-Secret x)' }
        @{ Line = '-SecretKey $(New-Item $trace)' }
        @{ Line = '-SecretKey "$(New-Item $trace)"' }
        @{ Line = '-SecretKey ([IO.File]::Create($trace))' }
        @{ Line = '-SecretKey $nobody' }
        @{ Line = '-SecretKey ""' }
        @{ Line = '-SK (New-Item $trace)' }
        @{ Line = '-Sec (New-Item $trace)' }
        @{ Line = '-SecretKey b -ProfileName $(New-Item $trace)' }
        @{ Line = '-SecretKey b -Region (New-Item $trace)' }
        @{ Line = '-SecretKey b -NoSignRequest:(New-Item $trace)' }
        @{ Line = '-SecretKey b @more' }
        @{ Line = '' }
    ) {
        $trace = Join-Path ([IO.Path]::GetTempPath()) "customlabels-trace-$PID"
        $more = @{ ProfileName = 'x' }
        $before = $endpoint.Counters.Received

        Get-Offer "-EndpointUrl $($endpoint.EndpointUrl) -AccessKey a $Line -ProjectVersionArn " | Should -BeNullOrEmpty

        $endpoint.Counters.Received | Should -Be $before
        $trace | Should -Not -Exist
    }

    It 'asks in the region of <From>' -ForEach @(
        @{ From = 'the ARN that is typed'; Line = ''; Word = 'arn:aws:rekognition:eu-north-1:'; Setting = @{ AWS_REGION = 'eu-west-2' } }
        @{ From = '-Region'; Line = '-Region eu-north-1'; Word = ''; Setting = @{ AWS_REGION = 'eu-west-2' }; Stored = 'eu-west-3' }
        @{ From = 'AWS.Tools'; Line = ''; Word = ''; Setting = @{ AWS_REGION = 'eu-west-2' }; Stored = 'eu-north-1' }
        @{ From = 'AWS_REGION'; Line = ''; Word = ''; Setting = @{ AWS_REGION = 'eu-north-1'; AWS_DEFAULT_REGION = 'eu-west-2' } }
        @{ From = 'AWS_DEFAULT_REGION'; Line = ''; Word = ''; Setting = @{ AWS_DEFAULT_REGION = 'eu-north-1' } }
        @{ From = 'the profile'; Line = '-ProfileName p -ProfileLocation $profiles'; Word = ''; Setting = @{} }
    ) {
        $profiles = Join-Path $TestDrive 'credentials'
        Set-Content $profiles @('[p]', 'aws_access_key_id = A', 'aws_secret_access_key = s', 'region = eu-north-1')
        if ($Stored) { $StoredAWSRegion = $Stored }
        Use-Server (Get-ProjectStep lines), (Get-VersionStep lines) {
            foreach ($name in $Setting.Keys) { Set-Item "Env:$name" $Setting[$name] }
            try {
                $null = Get-Offer "-EndpointUrl $($server.Url) $(if ($Line -notlike '*Profile*') { $keys }) $Line -ProjectVersionArn $Word"
                Wait-Until { $server.Received -eq 2 } -For 'the questions'
            }
            finally { foreach ($name in $Setting.Keys) { Remove-Item "Env:$name" } }
            $server.LastRequest['Authorization'] | Should -BeLike '*/eu-north-1/rekognition/*'
        }
    }

    It 'asks with the credentials in <From>' -ForEach @(
        @{ From = '-Credential'; Line = '-Credential $mine'; Stored = $false; Key = 'AKIDMINE' }
        @{ From = '$StoredAWSCredentials'; Line = ''; Stored = $true; Key = 'AKIDMINE' }
        @{ From = 'keys before $StoredAWSCredentials'; Line = '-AccessKey AKIDTYPED -SecretKey s'; Stored = $true; Key = 'AKIDTYPED' }
    ) {
        $mine = [pscredential]::new('AKIDMINE', [Net.NetworkCredential]::new('', 's').SecurePassword)
        if ($Stored) { $StoredAWSCredentials = $mine }
        Use-Server (Get-ProjectStep lines), (Get-VersionStep lines) {
            $line = "-EndpointUrl $($server.Url) -Region us-east-1 $Line -ProjectVersionArn "
            (Get-OfferInTheEnd $line).ListItemText | Should -BeExactly 'lines/v1'
            $server.Received | Should -Be 2
            $server.LastRequest['Authorization'] | Should -BeLike "*Credential=$Key/*"
        }
    }

    It 'asks nobody without a region' {
        Use-Server (Get-ProjectStep lines), (Get-VersionStep lines) {
            Get-Offer "-EndpointUrl $($server.Url) $keys -ProjectVersionArn " | Should -BeNullOrEmpty
            $server.Received | Should -Be 0
        }
    }

    It 'a denied project hides no other' {
        Use-Server (Get-ProjectStep lines, logos), (Get-ErrorStep AccessDeniedException), (Get-VersionStep logos) {
            (Get-OfferInTheEnd "-EndpointUrl $($server.Url) -Region us-east-1 $keys -ProjectVersionArn ").ListItemText | Should -BeExactly 'logos/v1'
        }
    }

    It 'offers nothing when it is denied, and does not insist' {
        Use-Server (Get-ErrorStep AccessDeniedException) {
            $line = "-EndpointUrl $($server.Url) -Region us-east-1 $keys -ProjectVersionArn "
            1..3 | ForEach-Object { Get-Offer $line | Should -BeNullOrEmpty }
            $server.Received | Should -Be 1
        }
    }

    It 'offers nothing offline' {
        Get-Offer "-EndpointUrl http://127.0.0.1:1 -Region us-east-1 $keys -ProjectVersionArn " | Should -BeNullOrEmpty
    }

    It 'offers nothing for a connection that is impossible: <Line>' -ForEach @(
        @{ Line = '-EndpointUrl nonsense -AccessKey a -SecretKey b' }
        @{ Line = '-EndpointUrl $endpoint.EndpointUrl -AccessKey a' }
        @{ Line = '-EndpointUrl $endpoint.EndpointUrl -ProfileName nobody' }
        @{ Line = '-EndpointUrl $endpoint.EndpointUrl -ProfileLocation NoDrive:/x' }
        @{ Line = '-EndpointUrl $endpoint.EndpointUrl -NoSignRequest' }
    ) {
        Get-Offer "$Line -Region us-east-1 -ProjectVersionArn " | Should -BeNullOrEmpty
    }

    It 'does not wait for a service that stalls, and joins the question that is on its way' {
        Use-Server ([CustomLabels.Testing.Step]::Stall('')) {
            $line = "-EndpointUrl $($server.Url) -Region us-east-1 $keys -ProjectVersionArn "
            1..2 | ForEach-Object { Get-Offer $line | Should -BeNullOrEmpty }
            $server.Received | Should -Be 1
        }
    }

    It 'has at the next Tab what came too late for the first' {
        $late = [TimeSpan]::FromSeconds(3)
        Use-Server (Get-ProjectStep lines).After($late), (Get-VersionStep lines) {
            $line = "-EndpointUrl $($server.Url) -Region us-east-1 $keys -ProjectVersionArn "
            Get-Offer $line | Should -BeNullOrEmpty
            (Get-OfferInTheEnd $line).ListItemText | Should -BeExactly 'lines/v1'
            $server.Received | Should -Be 2
        }
    }

    It 'writes to no stream' {
        @(Get-Offer "-EndpointUrl http://127.0.0.1:2 -Region us-east-1 $keys -ProjectVersionArn " *>&1).Count | Should -Be 0
    }
}
