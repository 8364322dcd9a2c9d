# Where keys come from, that they are used, and what is said where there are none.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Scripted.ps1
    . $PSScriptRoot/Child.ps1

    $scripted = Open-ScriptedServer (Get-AnswerStep)
    $folder = New-TestFolder
    $profiles = Join-Path $folder 'credentials'
    Set-Content $profiles @'
[default]
aws_access_key_id = AKIDDEFAULT
aws_secret_access_key = secret
[line4]
aws_access_key_id = AKIDLINE4
aws_secret_access_key = secret
aws_session_token = token-of-line4
[broken]
credential_process = this-program-is-not-there
'@
    # The connection without keys.
    $bare = @{ ProjectVersionArn = $arn; EndpointUrl = $scripted.Server.Url; LiteralPath = $panel }
    function Get-SignedKey {
        [regex]::Match($scripted.Server.LastRequest['Authorization'], 'Credential=([^/]+)/').Groups[1].Value
    }
    function Assert-CredentialsMissing($Outcome) {
        $Outcome.Ending.FullyQualifiedErrorId | Should -BeExactly 'CredentialsMissing,CustomLabels.Commands.InvokeRKCustomLabelDetectionCommand'
        $Outcome.Ending.CategoryInfo.Category | Should -Be 'AuthenticationError'
        $Outcome.Ending.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $Outcome.Written.Count | Should -Be 0
        $Outcome.Results.Count | Should -Be 0
    }
}

AfterAll {
    $scripted.Server.Dispose()
    Remove-Item -Recurse -Force $folder
}

Describe 'A credentials file that AWS_SHARED_CREDENTIALS_FILE names and that is not there' {
    BeforeAll {
        $null = New-Item -ItemType Directory (Join-Path $folder '.aws')
        Copy-Item $profiles (Join-Path $folder '.aws/credentials')
        $config = Join-Path $folder 'config'
        Set-Content $config "[default]`nregion = eu-west-1`n[profile worker]`naws_access_key_id = AKIDWORKER`naws_secret_access_key = secret"
        $none = Join-Path $folder 'none'

        # In a process of its own: the home folder is looked for once.
        function Get-Said([string] $With) {
            Invoke-Child @"
                foreach (`$name in 'HOME', 'USERPROFILE') { [Environment]::SetEnvironmentVariable(`$name, '$folder') }
                `$env:AWS_SHARED_CREDENTIALS_FILE = '$none'
                `$env:AWS_CONFIG_FILE = '$config'
                Import-Module '$repository/out/CustomLabels/CustomLabels.psd1'
                try { (Invoke-RKCustomLabelDetection '$panel' -ProjectVersionArn $arn -EndpointUrl $($scripted.Server.Url) $With).CustomLabels.Name }
                catch { "`$(`$_.FullyQualifiedErrorId) `$_" }
"@
        }
    }

    It 'is not replaced by the one of the home folder: <With>' -ForEach @(
        @{ With = '' }
        @{ With = '-ProfileName line4' }
        @{ With = '-ProfileName default' }
    ) {
        $received = $scripted.Server.Received

        $said = Get-Said $With

        $said | Should -BeLike "CredentialsMissing,*; $none, which AWS_SHARED_CREDENTIALS_FILE names, is not there*"
        $scripted.Server.Received | Should -Be $received
    }

    It 'leaves the config file' {
        Get-Said '-ProfileName worker' | Should -BeExactly 'scratch'
        Get-SignedKey | Should -BeExactly 'AKIDWORKER'
    }
}

Describe 'Keys' {
    It 'of the command are used' {
        $null = Invoke-RKCustomLabelDetection @bare -AccessKey AKIDGIVEN -SecretKey secret

        Get-SignedKey | Should -BeExactly 'AKIDGIVEN'
        $scripted.Server.LastRequest['X-Amz-Security-Token'] | Should -BeNullOrEmpty
    }

    It 'that are temporary are sent with their session token' {
        $null = Invoke-RKCustomLabelDetection @bare -AccessKey ASIAGIVEN -SecretKey secret -SessionToken token-of-command

        $scripted.Server.LastRequest['X-Amz-Security-Token'] | Should -BeExactly 'token-of-command'
        $scripted.Server.LastRequest['Authorization'] | Should -BeLike '*SignedHeaders=*x-amz-security-token*'
    }

    It 'come from a profile of -ProfileLocation' {
        $null = Invoke-RKCustomLabelDetection @bare -ProfileName line4 -ProfileLocation $profiles

        Get-SignedKey | Should -BeExactly 'AKIDLINE4'
        $scripted.Server.LastRequest['X-Amz-Security-Token'] | Should -BeExactly 'token-of-line4'
    }

    It 'come from the default profile of -ProfileLocation, which may be on a drive of PowerShell' {
        $null = New-PSDrive -Name Keys -PSProvider FileSystem -Root $folder
        try { $null = Invoke-RKCustomLabelDetection @bare -ProfileLocation 'Keys:/credentials' }
        finally { Remove-PSDrive Keys }

        Get-SignedKey | Should -BeExactly 'AKIDDEFAULT'
    }

    It 'come from the environment' {
        $env:AWS_ACCESS_KEY_ID = 'AKIDENVIRONMENT'
        $env:AWS_SECRET_ACCESS_KEY = 'secret'
        try { $null = Invoke-RKCustomLabelDetection @bare }
        finally { $env:AWS_ACCESS_KEY_ID = $env:AWS_SECRET_ACCESS_KEY = $null }

        Get-SignedKey | Should -BeExactly 'AKIDENVIRONMENT'
    }
}

Describe 'Without keys' {
    It 'the command ends with CredentialsMissing and asks nothing' {
        $before = $scripted.Server.Received

        $outcome = Get-Outcome $bare

        Assert-CredentialsMissing $outcome
        $outcome.Ending.TargetObject | Should -BeExactly $panel
        $scripted.Server.Received | Should -Be $before
    }

    It 'of a profile that is not there it says which ones are' {
        $outcome = Get-Outcome ($bare + @{ ProfileName = 'nobody'; ProfileLocation = $profiles })

        Assert-CredentialsMissing $outcome
        'nobody', 'line4' | ForEach-Object { $outcome.Ending.ToString() | Should -BeLike "*$_*" }
    }

    It 'of a file that is not there it names the file' {
        $outcome = Get-Outcome ($bare + @{ ProfileName = 'line4'; ProfileLocation = (Join-Path $folder 'none') })

        Assert-CredentialsMissing $outcome
        $outcome.Ending.ToString() | Should -BeLike "*$(Join-Path $folder 'none')*"
    }

    It 'of a process that is not there it is missing keys too' {
        Assert-CredentialsMissing (Get-Outcome ($bare + @{ ProfileName = 'broken'; ProfileLocation = $profiles }))
    }

    It 'half a pair is RequestInvalid: only <Given>' -ForEach @(
        @{ Given = 'AccessKey' }
        @{ Given = 'SecretKey' }
        @{ Given = 'SessionToken' }
    ) {
        $outcome = Get-Outcome ($bare + @{ $Given = 'something' })

        $outcome.Ending.FullyQualifiedErrorId | Should -BeExactly 'RequestInvalid,CustomLabels.Commands.InvokeRKCustomLabelDetectionCommand'
        $outcome.Ending.ToString() | Should -BeLike "*$Given*"
    }
}

Describe 'The user agent' {
    It 'names the module and its version' {
        $null = Invoke-RKCustomLabelDetection @bare -AccessKey AKIDGIVEN -SecretKey secret

        $scripted.Server.LastRequest['User-Agent'] | Should -BeLike "CustomLabels/$((Get-Module CustomLabels).Version) *"
    }
}
