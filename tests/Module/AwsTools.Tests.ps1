# A session that uses AWS.Tools: another copy of the AWS SDK is loaded, and credentials lie in variables of the session.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidGlobalVars', '', Justification = 'Set-AWSCredential -Scope Global makes one.')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingConvertToSecureStringWithPlainText', '', Justification = 'Made-up keys.')]
param()

BeforeDiscovery {
    # The SDK of AWS.Tools 4 and of AWS.Tools 5.
    $sdks = @{ Sdk = 'V3' }, @{ Sdk = 'V4' }
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Scripted.ps1
    . $PSScriptRoot/Child.ps1

    $id = 'CustomLabels.Commands.InvokeRKCustomLabelDetectionCommand'
    # What a child process runs: it prints the access key ids that requests were signed with.
    $preamble = @"
        . '$PSScriptRoot/Support.ps1'
        . '$PSScriptRoot/Scripted.ps1'
        `$scripted = Open-ScriptedServer (Get-AnswerStep)
        `$with = @{ ProjectVersionArn = `$arn; EndpointUrl = `$scripted.Server.Url; LiteralPath = `$panel }
        function Get-SignedKey { `$scripted.Server.Requests | ForEach-Object { [regex]::Match(`$_['Authorization'], 'Credential=([^/]+)/').Groups[1].Value } }
"@
    function Get-LoadStep([string] $Sdk) {
        "Add-Type -Path '$repository/tests/FakeAwsTools/$Sdk/bin/Release/$framework/FakeAwsTools.$Sdk.dll';"
    }
}

Describe 'With the SDK of AWS.Tools, <Sdk>' -ForEach $sdks {
    It 'loaded <When> the module''s own, its session credentials sign' -ForEach @(
        @{ When = 'before' }
        @{ When = 'after' }
    ) {
        $load = Get-LoadStep $Sdk
        $first, $second = if ($When -eq 'before') { $load, '' } else { '$null = Invoke-RKCustomLabelDetection @with -AccessKey AKIDGIVEN -SecretKey secret;', $load }
        $keys = Invoke-Child @"
            $preamble
            $first
            $second
            `$StoredAWSCredentials = [CustomLabels.Testing.FakeAwsTools.Session]::Wrap([CustomLabels.Testing.FakeAwsTools.Session]::Keys('AKIDSESSION', 'secret', 'token'))
            `$null = Invoke-RKCustomLabelDetection @with
            @(Get-SignedKey)[-1]
            `$scripted.Server.LastRequest['X-Amz-Security-Token']
            [AppDomain]::CurrentDomain.GetAssemblies().Where{ `$_.GetName().Name -eq 'AWSSDK.Core' }.Count
"@
        $keys | Should -Be 'AKIDSESSION', 'token', 2
    }

    It 'an object of it is asked for every request, as -Credential' {
        $keys = Invoke-Child @"
            $preamble
            $(Get-LoadStep $Sdk)
            `$credential = [CustomLabels.Testing.FakeAwsTools.Session]::ShortLived('AKIDSHORT', 'secret')
            `$null = Get-Item `$panel, `$panel, `$panel | Invoke-RKCustomLabelDetection -ProjectVersionArn `$arn -EndpointUrl `$scripted.Server.Url -Credential `$credential -ThrottleLimit 1
            Get-SignedKey
"@
        $keys | Should -Be 'AKIDSHORT1', 'AKIDSHORT2', 'AKIDSHORT3'
    }

    It 'an object of it that fails is named, without what it may have said further' {
        $said = Invoke-Child @"
            $preamble
            $(Get-LoadStep $Sdk)
            `$StoredAWSCredentials = [CustomLabels.Testing.FakeAwsTools.Session]::Wrap([CustomLabels.Testing.FakeAwsTools.Session]::Failing("The token has expired.``nsecret"))
            try { Invoke-RKCustomLabelDetection @with } catch { `$_.FullyQualifiedErrorId; `$_.ToString() }
            `$scripted.Server.Received
"@
        $said | Should -Be "CredentialsExpired,$id", 'The credentials from $StoredAWSCredentials (Throwing) have expired or can''t be renewed: The token has expired.', 0
    }
}

Describe 'The session''s credentials' {
    BeforeAll {
        Add-Type -Path "$repository/tests/FakeAwsTools/V4/bin/Release/$framework/FakeAwsTools.V4.dll"
        $scripted = Open-ScriptedServer (Get-AnswerStep)
        $bare = @{ ProjectVersionArn = $arn; EndpointUrl = $scripted.Server.Url; LiteralPath = $panel }
        $profiles = Join-Path (New-TestFolder) 'credentials'
        Set-Content $profiles "[line4]`naws_access_key_id = AKIDLINE4`naws_secret_access_key = secret"
        function Get-StoredKey([string] $AccessKey) {
            [CustomLabels.Testing.FakeAwsTools.Session]::Wrap([CustomLabels.Testing.FakeAwsTools.Session]::Keys($AccessKey, 'secret', ''))
        }
        function Get-SignedKey { [regex]::Match($scripted.Server.LastRequest['Authorization'], 'Credential=([^/]+)/').Groups[1].Value }
    }
    AfterAll {
        $scripted.Server.Dispose()
        Remove-Item -Recurse -Force (Split-Path $profiles)
    }
    AfterEach { Remove-Variable StoredAWSCredentials, StoredAWSRegion -Scope Global -ErrorAction Ignore }

    It 'are seen in <Scope>' -ForEach @(
        @{ Scope = 'the global scope'; Script = { $global:StoredAWSCredentials = Get-StoredKey AKIDSCOPE; Invoke-RKCustomLabelDetection @bare } }
        @{ Scope = 'the scope of the call'; Script = { $StoredAWSCredentials = Get-StoredKey AKIDSCOPE; Invoke-RKCustomLabelDetection @bare } }
        @{ Scope = 'an outer scope'; Script = { $StoredAWSCredentials = Get-StoredKey AKIDSCOPE; & { & { Invoke-RKCustomLabelDetection @bare } } } }
        @{ Scope = 'an inner scope before an outer one'; Script = { $global:StoredAWSCredentials = Get-StoredKey AKIDOUTER; & { $StoredAWSCredentials = Get-StoredKey AKIDSCOPE; Invoke-RKCustomLabelDetection @bare } } }
        @{ Scope = 'the module that calls'; Script = {
                $module = New-Module { $StoredAWSCredentials = $args[0]; function Invoke-It([hashtable] $With) { Invoke-RKCustomLabelDetection @With } } -ArgumentList (Get-StoredKey AKIDSCOPE)
                & $module { Invoke-It $args[0] } $bare
            }
        }
    ) {
        $null = & $Script

        Get-SignedKey | Should -BeExactly 'AKIDSCOPE'
    }

    It 'of a function are gone after it' {
        function Use-It { $StoredAWSCredentials = Get-StoredKey AKIDLOST; $null = $StoredAWSCredentials }
        Use-It

        (Get-Outcome $bare).Ending.FullyQualifiedErrorId | Should -BeExactly "CredentialsMissing,$id"
    }

    It 'come after <Name>' -ForEach @(
        @{ Name = 'keys'; Given = @{ AccessKey = 'AKIDGIVEN'; SecretKey = 'secret' }; Key = 'AKIDGIVEN' }
        @{ Name = 'a profile'; Given = @{ ProfileName = 'line4' }; Key = 'AKIDLINE4' }
        @{ Name = '-Credential'; Given = @{ Credential = [pscredential]::new('AKIDOBJECT', (ConvertTo-SecureString secret -AsPlainText -Force)) }; Key = 'AKIDOBJECT' }
    ) {
        $global:StoredAWSCredentials = 'not even credentials'
        $more = if ($Given.ProfileName) { @{ ProfileLocation = $profiles } } else { @{} }

        $null = Invoke-RKCustomLabelDetection @bare @Given @more

        Get-SignedKey | Should -BeExactly $Key
    }

    It 'come before the environment' {
        $global:StoredAWSCredentials = Get-StoredKey AKIDSESSION
        $env:AWS_ACCESS_KEY_ID, $env:AWS_SECRET_ACCESS_KEY = 'AKIDENVIRONMENT', 'secret'
        try { $null = Invoke-RKCustomLabelDetection @bare }
        finally { $env:AWS_ACCESS_KEY_ID = $env:AWS_SECRET_ACCESS_KEY = $null }

        Get-SignedKey | Should -BeExactly 'AKIDSESSION'
    }

    It 'that are something else are an error, and not passed over' {
        $global:StoredAWSCredentials = 'canary'

        $ending = (Get-Outcome $bare).Ending

        $ending.FullyQualifiedErrorId | Should -BeExactly "RequestInvalid,$id"
        $ending.ToString() | Should -BeExactly '$StoredAWSCredentials is a System.String; an AWSCredentials object of an AWS SDK or a PSCredential is allowed.'
    }

    It 'and region are told of once, and not what they are' {
        $global:StoredAWSCredentials = Get-StoredKey AKIDSESSION
        $global:StoredAWSRegion = 'ap-south-1'

        $said = Get-Item $panel, $panel | Invoke-RKCustomLabelDetection -ProjectVersionArn $arn -EndpointUrl $scripted.Server.Url -Verbose 4>&1 |
            Where-Object { $_ -is [Management.Automation.VerboseRecord] } | ForEach-Object Message | Where-Object { $_ -match '^(Credentials|Region)' }

        $said | Should -Be 'Credentials: $StoredAWSCredentials (BasicAWSCredentials).', 'Region: us-east-1; the session''s default ap-south-1 is not used.'
    }
}

Describe '-Credential' {
    BeforeAll {
        $scripted = Open-ScriptedServer (Get-AnswerStep)
        $bare = @{ ProjectVersionArn = $arn; EndpointUrl = $scripted.Server.Url; LiteralPath = $panel }
        $secret = ConvertTo-SecureString secret -AsPlainText -Force
    }
    AfterAll { $scripted.Server.Dispose() }

    It 'takes a PSCredential of access key id and secret access key: <Name>' -ForEach @(
        @{ Name = 'as it is'; Make = { [pscredential]::new('AKIDPERSON', $secret) } }
        @{ Name = 'wrapped'; Make = { [psobject]::new([pscredential]::new('AKIDPERSON', $secret)) } }
        @{ Name = 'as Windows PowerShell asks for it'; Make = { [pscredential]::new('\AKIDPERSON', $secret) } }
    ) {
        $said = Invoke-RKCustomLabelDetection @bare -Credential (& $Make) -Verbose 4>&1

        $scripted.Server.LastRequest['Authorization'] | Should -BeLike '*Credential=AKIDPERSON/*'
        "$said" | Should -BeLike 'Credentials: -Credential (PSCredential).*'
    }

    It 'refuses <Name>, and names what it is' -ForEach @(
        @{ Name = 'text'; Value = 'canary'; Type = 'System.String' }
        @{ Name = 'a table of keys'; Value = @{ AccessKey = 'A'; SecretKey = 'canary' }; Type = 'System.Collections.Hashtable' }
        @{ Name = 'an object of its own'; Value = [pscustomobject]@{ AccessKey = 'A' }; Type = 'System.Management.Automation.PSCustomObject' }
    ) {
        $ending = (Get-Outcome ($bare + @{ Credential = $Value })).Ending

        $ending.FullyQualifiedErrorId | Should -BeExactly "RequestInvalid,$id"
        $ending.CategoryInfo.Category | Should -Be 'InvalidArgument'
        $ending.ToString() | Should -BeExactly "-Credential is a $Type; an AWSCredentials object of an AWS SDK or a PSCredential is allowed."
        $ending.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $ending.InvocationInfo.BoundParameters.Keys | Should -Not -Contain 'Credential'
    }

    It 'of nobody is missing keys' {
        $ending = (Get-Outcome ($bare + @{ Credential = [pscredential]::Empty })).Ending

        $ending.FullyQualifiedErrorId | Should -BeExactly "CredentialsMissing,$id"
        $ending.ToString() | Should -BeExactly 'There is no access key id or no secret access key in -Credential (PSCredential).'
    }

    It 'refuses null, which a variable may be by mistake' {
        { Invoke-RKCustomLabelDetection @bare -Credential $null } | Should -Throw -ErrorId "ParameterArgumentValidationError,$id"
    }
}

Describe '-NoSignRequest' {
    It 'sends no signature and looks for no credentials' {
        $scripted = Open-ScriptedServer (Get-AnswerStep)
        try { $result = Invoke-RKCustomLabelDetection $panel -ProjectVersionArn $arn -EndpointUrl $scripted.Server.Url -NoSignRequest }
        finally { $scripted.Server.Dispose() }

        $result.CustomLabels.Name | Should -BeExactly 'scratch'
        $scripted.Server.LastRequest['Authorization'] | Should -BeNullOrEmpty
    }
}
