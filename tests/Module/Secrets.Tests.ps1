# No secret comes out anywhere: not in a stream, an error, a result or what is saved of them.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Scripted.ps1
    . $PSScriptRoot/Child.ps1

    # Whatever holds this word has come out. The lengths are those of real keys.
    $canary = 'canary'
    $keys = @{ AccessKey = 'AKIDCANARY0123456789'; SecretKey = 'canary+secret/key00000000000000000000000'; SessionToken = 'canary-session-token' * 5 }
    $folder = New-TestFolder

    # Everything that can be seen of a run: all streams, the session's errors, exceptions, and results in every form they are kept in.
    function Get-Trace([hashtable] $With) {
        $global:Error.Clear()
        $ending = $null
        try { Invoke-RKCustomLabelDetection @With -Verbose -Debug -InformationAction Continue -ErrorAction Continue -OutVariable streams *>&1 | Out-String -Width 1000 }
        catch { $ending = $_ }
        $streams | Format-List * -Force | Out-String -Width 1000
        $streams | Where-Object { $_ -is [Management.Automation.InformationalRecord] } | ForEach-Object { $_.InvocationInfo.BoundParameters.Values | Out-String -Width 1000 }
        $results = @($streams | Where-Object { $_ -is [CustomLabels.DetectionResult] })
        foreach ($record in @($ending) + @($global:Error) | Where-Object { $_ }) {
            $record | Out-String -Width 1000
            $record.Exception.ToString()
            $record.Exception | Format-List * -Force | Out-String -Width 1000
            $record.ErrorDetails | Format-List * -Force | Out-String -Width 1000
        }
        $results | Format-List * -Force | Out-String -Width 1000
        $results | ConvertTo-Json -Depth 6
        $results | ConvertTo-Csv
        [Management.Automation.PSSerializer]::Serialize($results, 4)
    }
    function Assert-Clean([string[]] $Trace, [string] $Says) {
        ($Trace -join "`n") | Should -BeLike "*$Says*" -Because 'the run came as far as the test means'
        $Trace | Where-Object { $_ -match $canary } | Should -BeNullOrEmpty
    }
}

AfterAll { Remove-Item -Recurse -Force $folder }

Describe 'Keys given with the command' {
    AfterEach { $scripted.Server.Dispose() }

    It 'don''t come out when <Case>' -ForEach @(
        @{ Case = 'all is well'; Says = 'scratch' }
        @{ Case = 'an image fails'; Says = 'InvalidParameterException' }
        @{ Case = 'the signature is refused, and the service shows what it should have signed'; Says = 'InvalidSignatureException' }
        @{ Case = 'a proxy shows the whole request'; Says = 'X-Amz-Security-Token' }
        @{ Case = 'the service is throttled and fails'; Says = 'trying again' }
        @{ Case = 'the connection breaks'; Says = 'EndpointUnreachable' }
        @{ Case = 'nobody is there'; Says = 'EndpointUnreachable' }
    ) {
        $echo = "x-amz-security-token:$($keys.SessionToken)\nCredential=$($keys.AccessKey)/20260101/us-east-1/rekognition/aws4_request\nfor the key $($keys.SecretKey)"
        $steps = switch -Wildcard ($Case) {
            'all is*' { Get-AnswerStep }
            'an image*' { Get-ErrorStep InvalidParameterException }
            'the signature*' { [CustomLabels.Testing.Step]::Answer(400, "{`"__type`":`"InvalidSignatureException`",`"message`":`"The Canonical String should have been\n$echo`"}") }
            'a proxy*' { [CustomLabels.Testing.Step]::Answer(403, "<html>X-Amz-Security-Token: $echo</html>") }
            'the service*' { Get-ErrorStep ThrottlingException; Get-ErrorStep InternalServerError 500; Get-AnswerStep }
            default { [CustomLabels.Testing.Step]::Reset() }
        }
        $scripted = Open-ScriptedServer $steps
        if ($Case -eq 'nobody is there') { $scripted.Server.Dispose() }
        $with = $scripted.Connection + @{ LiteralPath = $panel; Tag = 'serial 7'; MaxAttempts = $(if ($Says -eq 'EndpointUnreachable') { 1 } else { 2 }) }
        $keys.Keys | ForEach-Object { $with[$_] = $keys[$_] }

        Assert-Clean (Get-Trace $with) $Says
    }
}

Describe 'Keys in files and the environment' {
    BeforeAll { $scripted = Open-ScriptedServer (Get-AnswerStep) }
    AfterAll { $scripted.Server.Dispose() }

    It 'don''t come out when <Case>' -ForEach @(
        @{ Case = 'the profile is good'; Says = 'scratch'; Text = "[line4]`naws_access_key_id = KEY`naws_secret_access_key = SECRET`naws_session_token = TOKEN" }
        @{ Case = 'the profile is not there'; Says = 'CredentialsMissing'; Text = "[other]`naws_access_key_id = KEY`naws_secret_access_key = SECRET" }
        @{ Case = 'the profile has half a pair'; Says = 'CredentialsMissing'; Text = "[line4]`naws_secret_access_key = SECRET" }
        @{ Case = 'a line of the file is broken'; Says = 'CredentialsMissing'; Text = "[line4]`naws_access_key_id = KEY`nSECRET`n" }
        @{ Case = 'the key and the secret run together'; Says = 'CredentialsMissing'; Text = "[line4`naws_access_key_id = KEY SECRET" }
    ) {
        $profiles = Join-Path $folder 'credentials'
        Set-Content $profiles ($Text.Replace('KEY', $keys.AccessKey).Replace('SECRET', $keys.SecretKey).Replace('TOKEN', $keys.SessionToken))
        $with = $scripted.Connection + @{ LiteralPath = $panel; ProfileName = 'line4'; ProfileLocation = $profiles }
        'AccessKey', 'SecretKey' | ForEach-Object { $with.Remove($_) }

        Assert-Clean (Get-Trace $with) $Says
    }

    It 'don''t come out when the environment has them' {
        $with = $scripted.Connection + @{ LiteralPath = $panel }
        'AccessKey', 'SecretKey' | ForEach-Object { $with.Remove($_) }
        $env:AWS_ACCESS_KEY_ID, $env:AWS_SECRET_ACCESS_KEY, $env:AWS_SESSION_TOKEN = $keys.AccessKey, $keys.SecretKey, $keys.SessionToken
        try { Assert-Clean (Get-Trace $with) 'scratch' }
        finally { $env:AWS_ACCESS_KEY_ID = $env:AWS_SECRET_ACCESS_KEY = $env:AWS_SESSION_TOKEN = $null }
    }
}

Describe 'A password' {
    It 'in the endpoint''s URL is refused and doesn''t come out' {
        Assert-Clean (Get-Trace @{ LiteralPath = $panel; ProjectVersionArn = $arn; EndpointUrl = "http://user:$canary@127.0.0.1:9" }) 'RequestInvalid'
    }

    It 'of a proxy doesn''t come out' {
        # In a process of its own: the proxy is read once.
        $scripted = Open-ScriptedServer ([CustomLabels.Testing.Step]::Answer(407))
        $env:HTTPS_PROXY = "http://user:$canary@$($scripted.Server.Url.Authority)"
        try {
            $output = Invoke-Child @"
                Import-Module '$repository/out/CustomLabels/CustomLabels.psd1'
                try { Invoke-RKCustomLabelDetection '$panel' -ProjectVersionArn $arn -EndpointUrl https://rekognition.invalid -AccessKey a -SecretKey b -MaxAttempts 1 -Verbose -Debug *>&1 }
                catch { "`$_"; `$_.Exception.ToString(); `$_ | Format-List * -Force | Out-String -Width 1000 }
"@
            Assert-Clean $output 'proxy'
            $scripted.Server.Received | Should -Be 1
        }
        finally {
            $env:HTTPS_PROXY = $null
            $scripted.Server.Dispose()
        }
    }
}
