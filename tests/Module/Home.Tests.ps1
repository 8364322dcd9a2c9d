# What a service account sees: it has no home folder, and stands in a folder that somebody else writes to.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'Why tests are skipped is for people.')]
param()

BeforeDiscovery {
    . $PSScriptRoot/Unprivileged.ps1
    $reason = Get-WhyNotUnprivileged
    if ($reason) { Write-Host "Skipped: $reason." }
}

Describe 'A user without privileges, in a folder with files of AWS that are not its own' -Skip:($null -ne $reason) {
    # Skipped where no other account can be become: the discovery says what is missing.
    BeforeAll {
        . $PSScriptRoot/Support.ps1
        . $PSScriptRoot/Scripted.ps1
        . $PSScriptRoot/Unprivileged.ps1

        $foreign = Open-ScriptedServer (Get-AnswerStep)
        $folder = New-TestFolder
        $ran = Join-Path $folder 'ran'
        $null = New-Item -ItemType Directory (Join-Path $folder '.aws')
        Set-Content (Join-Path $folder '.aws/config') "[default]`ncredential_process = id > $ran`nendpoint_url = $($foreign.Server.Url)`nregion = us-east-1"
        Set-Content (Join-Path $folder '.aws/credentials') "[other]`naws_access_key_id = AKIDFOREIGN`naws_secret_access_key = secret"
        chmod -R a+rwX $folder

        # Runs a script as that user, who stands in the folder, and returns what it printed. HOME is unset where none is given.
        function Invoke-InFolder([string] $Script, [hashtable] $Variable = @{}) {
            Invoke-Unprivileged -Location $folder -Variable $Variable -Script @"
                Import-Module '$repository/out/CustomLabels/CustomLabels.psd1'
                try { $Script } catch { "`$(`$_.FullyQualifiedErrorId): `$_" }
"@
        }
    }

    AfterAll {
        $foreign.Server.Dispose()
        Remove-Item -Recurse -Force $folder
    }

    It 'runs the process and obeys the endpoint where the folder is its home: so the trap works' {
        Invoke-InFolder "Invoke-RKCustomLabelDetection '$panel' -ProjectVersionArn $arn" @{ HOME = $folder } | Should -Match 'credential_process'
        Test-Path $ran | Should -BeTrue
        Remove-Item -Force $ran

        $before = $foreign.Server.Received
        Invoke-InFolder "(Invoke-RKCustomLabelDetection '$panel' -ProjectVersionArn $arn -AccessKey a -SecretKey b).CustomLabels.Name" @{ HOME = $folder } | Should -Be 'scratch'
        $foreign.Server.Received | Should -Be ($before + 1)
    }

    Context 'with HOME <Case>' -ForEach @(
        @{ Case = '/nonexistent'; Given = @{ HOME = '/nonexistent' } }
        @{ Case = 'empty'; Given = @{ HOME = '' } }
        @{ Case = 'unset'; Given = @{} }
        @{ Case = 'relative'; Given = @{ HOME = '.' } }
    ) {
        It 'runs nothing of that folder, finds no profile in it, and sends nothing where its files say' {
            $before = $foreign.Server.Received

            $said = Invoke-InFolder "Invoke-RKCustomLabelDetection '$panel' -ProjectVersionArn $arn -EndpointUrl http://127.0.0.1:9 -MaxAttempts 1" $Given
            Invoke-InFolder "Invoke-RKCustomLabelDetection '$panel' -ProjectVersionArn $arn -ProfileName other -EndpointUrl http://127.0.0.1:9 -MaxAttempts 1" $Given |
                Should -Match '^CredentialsMissing,.*There is no profile ''other'''
            # By a proxy that is not there: nothing leaves this machine.
            Invoke-InFolder "Invoke-RKCustomLabelDetection '$panel' -ProjectVersionArn $arn -AccessKey a -SecretKey b -MaxAttempts 1" (@{ HTTPS_PROXY = 'http://127.0.0.1:9' } + $Given) |
                Should -Match 'rekognition\.us-east-1\.amazonaws\.com'

            # A developer's own account may have a profile.
            if (Test-Root) { $said | Should -Match '^CredentialsMissing,.*No AWS credentials were found' }
            Test-Path $ran | Should -BeFalse
            $foreign.Server.Received | Should -Be $before
        }
    }

    It 'sends nothing when <Name> has a line end in it, and is told which it is' -ForEach @(
        @{ Name = 'AWS_ACCESS_KEY_ID'; What = 'access key id' }
        @{ Name = 'AWS_SECRET_ACCESS_KEY'; What = 'secret access key' }
        @{ Name = 'AWS_SESSION_TOKEN'; What = 'session token' }
    ) {
        $keys = @{ HOME = '/nonexistent'; AWS_ACCESS_KEY_ID = 'AKIDEXAMPLE'; AWS_SECRET_ACCESS_KEY = 'secret' }
        $keys[$Name] = "CANARY`r`nX-Injected: yes"
        $before = $foreign.Server.Received

        $said = Invoke-InFolder "Invoke-RKCustomLabelDetection '$panel' -ProjectVersionArn $arn -EndpointUrl $($foreign.Server.Url)" $keys

        $said | Should -Match "^RequestInvalid,.*The $What of environment variables has a control character"
        $said | Should -Not -Match 'CANARY|X-Injected'
        $foreign.Server.Received | Should -Be $before
    }

    It 'signs with keys that end with a line end, as a file''s do' {
        $keys = @{ HOME = '/nonexistent'; AWS_ACCESS_KEY_ID = "AKIDEXAMPLE`n"; AWS_SECRET_ACCESS_KEY = "secret`r`n"; AWS_SESSION_TOKEN = " token`n" }

        Invoke-InFolder "(Invoke-RKCustomLabelDetection '$panel' -ProjectVersionArn $arn -EndpointUrl $($foreign.Server.Url)).CustomLabels.Name" $keys | Should -Be 'scratch'

        $foreign.Server.LastRequest['Authorization'] | Should -Match 'Credential=AKIDEXAMPLE/'
        $foreign.Server.LastRequest['X-Amz-Security-Token'] | Should -BeExactly 'token'
    }
}
