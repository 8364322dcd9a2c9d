# Where keys come from, that they are used, and what is said where there are none.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Scripted.ps1

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
