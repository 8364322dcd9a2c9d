# What Tab offers, in the real engine: what is offered is what the command would take, and nothing is run, asked of strangers, or waited for.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'The lines under test use them, and Pester hands variables on.')]
param()

BeforeAll { . $PSScriptRoot/Completion.ps1 }

AfterAll { Stop-RKLocalEndpoint }

Describe '-Region' {
    It 'offers regions with their names' {
        $offer = Get-Offer '-Region eu-west-1'
        $offer.CompletionText | Should -BeExactly 'eu-west-1'
        $offer.ToolTip | Should -BeExactly 'Europe (Ireland)'
    }

    It 'offers those first where Rekognition is known to be, and says so of the others' {
        $offers = Get-Offer '-Region '
        $offers[0..16].ToolTip | Should -Not -Match 'not known'
        $offers[17..99].ToolTip | Should -Match 'not known'
        $offers.CompletionText | Should -Contain 'af-south-1'
        $offers.CompletionText | Should -Not -Contain 'us-east-1-regional'
    }

    It 'completes <Word> to <Text>' -ForEach @(
        @{ Word = 'FRANK'; Text = 'eu-central-1' }
        @{ Word = "'ireland"; Text = "'eu-west-1'" }
        @{ Word = '"sydney"'; Text = '"ap-southeast-2"' }
        @{ Word = 'us-*-1'; Text = 'us-east-1' }
        @{ Word = 'ca-'; Text = 'ca-central-1' }
    ) {
        (Get-Offer "-Region $Word")[0].CompletionText | Should -BeExactly $Text
    }

    It 'offers the model version''s own and no other' {
        (Get-Offer '-Arn arn:aws:rekognition:eu-south-2:123456789012:project/p/version/v/1 -Region ').CompletionText | Should -BeExactly 'eu-south-2'
        (Get-Offer '-Arn arn:aws:rekognition:eu-south-2:123456789012:project/p/version/v/1 -Region us-west-2').CompletionText | Should -BeExactly 'us-west-2'
    }

    It 'offers nothing for what is no region' { Get-Offer '-Region [' | Should -BeNullOrEmpty }
}

Describe '-ProfileName' {
    BeforeAll {
        $folder = New-TestFolder
        $profiles = Join-Path $folder 'credentials'
        $names = 'line4', 'line 4', "it's", 'a[b]', 'cost$5', 'say"hi"', '123', 'dash-dot.x', ([char]0x2019 + 'typographic')
        $text = foreach ($name in $names) { "[$name]", 'aws_access_key_id = A', 'aws_secret_access_key = s' }
        [IO.File]::WriteAllLines($profiles, [string[]]($text + "[clears$([char]27)[2J]" + 'aws_access_key_id = A' + 'aws_secret_access_key = s'))
    }

    AfterAll { Remove-Item -Recurse -Force $folder }

    It 'offers each profile of -ProfileLocation, so that PowerShell reads its name back, after <Quote>' -ForEach @(
        @{ Quote = '' }
        @{ Quote = "'" }
        @{ Quote = '"' }
    ) {
        $offers = Get-Offer "-ProfileLocation $profiles -ProfileName $Quote"
        $offers.ListItemText | Should -BeExactly $names
        $offers | ForEach-Object { Get-Meaning $_.CompletionText | Should -BeExactly $_.ListItemText }
    }

    It 'completes <Word> to <Text>' -ForEach @(
        @{ Word = 'line'; Text = 'line4', "'line 4'" }
        @{ Word = '"LINE'; Text = '"line4"', '"line 4"' }
        @{ Word = "'line 4'"; Text = "'line 4'" }
        @{ Word = 'line` '; Text = "'line 4'" }
        @{ Word = "'it''"; Text = "'it''s'" }
        @{ Word = 'a['; Text = "'a[b]'" }
        @{ Word = '*4'; Text = 'line4', "'line 4'" }
        @{ Word = '?ost'; Text = "'cost`$5'" }
        @{ Word = 'dot'; Text = 'dash-dot.x' }
    ) {
        (Get-Offer "-ProfileLocation $profiles -ProfileName $Word").CompletionText | Should -BeExactly $Text
    }

    It 'takes a location on a drive of PowerShell, and in a variable' {
        $null = New-PSDrive -Name Keys -PSProvider FileSystem -Root $folder
        try {
            (Get-Offer '-ProfileLocation Keys:/credentials -ProfileName dot').CompletionText | Should -BeExactly 'dash-dot.x'
            (Get-Offer '-ProfilesLocation $profiles -ProfileName dot').CompletionText | Should -BeExactly 'dash-dot.x'
        }
        finally { Remove-PSDrive Keys }
    }

    It 'offers nothing when the location is <Location>' -ForEach @(
        @{ Location = '(Get-Item x)' }
        @{ Location = '$nobody' }
        @{ Location = 'NoDrive:/credentials' }
        @{ Location = 'no-such-file' }
    ) {
        Get-Offer "-ProfileLocation $Location -ProfileName " | Should -BeNullOrEmpty
    }

    It 'offers nothing for a file that can''t be read' {
        $broken = Join-Path $folder 'broken'
        Set-Content $broken 'this line is none'
        Get-Offer "-ProfileLocation $broken -ProfileName " | Should -BeNullOrEmpty
    }

    It 'reads the files of AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE' {
        $config = Join-Path $folder 'other-config'
        Set-Content $config @('[profile worker]', 'credential_process = none', '[sso-session s]', 'sso_region = us-east-1')
        # In a process of its own: the SDK looks at one of the variables only once.
        $offer = Invoke-Child @"
            `$env:AWS_CONFIG_FILE = '$config'
            `$env:AWS_SHARED_CREDENTIALS_FILE = '$profiles'
            Import-Module '$repository/out/CustomLabels/CustomLabels.psd1'
            `$line = 'Invoke-RKCustomLabelDetection -ProfileName '
            foreach (`$i in 1..20) { `$offers = (TabExpansion2 `$line `$line.Length).CompletionMatches.ListItemText; if (`$offers) { break } }
            `$offers -join '|'
"@
        $offer | Should -BeExactly (($names + 'worker') -join '|')
    }
}
