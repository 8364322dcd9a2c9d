# Results as the AWS CLI prints them. That every text is the CLI's own is tested in tests/CustomLabels.Core.Tests/Cli/Output; here, what comes out of the cmdlet.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeDiscovery {
    $recorded = Join-Path (Split-Path $PSScriptRoot) 'CustomLabels.Core.Tests/Cli/Output/cli_output.json'
    $fixtures = (Get-Content -Raw -Encoding utf8 $recorded | ConvertFrom-Json).Fixtures
    $texts = foreach ($name in 'no labels', 'no member', 'polygons', 'a little of everything') {
        $fixture = $fixtures | Where-Object Name -EQ $name
        foreach ($output in $fixture.Texts.PSObject.Properties) { @{ Name = $name; Answer = $fixture.Answer; Output = $output.Name; Text = $output.Value } }
    }
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Scripted.ps1
    $id = 'CustomLabels.Commands.ConvertToRKCliOutputCommand'
    $folder = New-TestFolder
    $file = Join-Path $folder 'out'

    function Get-ResultOf {
        param([string[]] $Answer)
        $scripted = Open-ScriptedServer ($Answer | ForEach-Object { [CustomLabels.Testing.Step]::Answer(200, $_) })
        $connection = $scripted.Connection
        try { $Answer | ForEach-Object { $panel } | Invoke-RKCustomLabelDetection @connection }
        finally { $scripted.Server.Dispose() }
    }

    $two = Get-ResultOf '{"CustomLabels":[{"Name":"a","Confidence":98}]}', '{"CustomLabels":[{"Name":"b","Confidence":1.50},{"Name":"c","Confidence":1e-7}]}'
    $twoTexts = "CUSTOMLABELS`t98`ta", "CUSTOMLABELS`t1.5`tb`nCUSTOMLABELS`t1e-07`tc" | ForEach-Object { $_.Replace("`n", [Environment]::NewLine) }
}

AfterAll { Remove-Item -Recurse -Force $folder }

Describe 'A text' {
    It 'of <Name> by Set-Content has the bytes that the AWS CLI writes with --output <Output>' -ForEach $texts {
        # Set-Content leaves a file as it is when nothing comes.
        Remove-Item $file -ErrorAction Ignore
        Get-ResultOf $Answer | ConvertTo-RKCliOutput -As $Output | Set-Content -Encoding utf8 $file

        $expected = [Text.Encoding]::UTF8.GetBytes($Text.Replace("`n", [Environment]::NewLine))
        $bytes = [byte[]]::new(0)
        if (Test-Path $file) { $bytes = [IO.File]::ReadAllBytes($file) }
        [BitConverter]::ToString($bytes) | Should -BeExactly ([BitConverter]::ToString($expected))
    }

    It 'is one for each image, whether results are piped or given' {
        $two | ConvertTo-RKCliOutput -As Text | Should -BeExactly $twoTexts
        ConvertTo-RKCliOutput $two -As Text | Should -BeExactly $twoTexts
        ConvertTo-RKCliOutput -InputObject $two[0] -As Text | Should -BeExactly $twoTexts[0]
    }

    It 'is JSON unless asked for otherwise, as the CLI''s' {
        ($two[1] | ConvertTo-RKCliOutput | ConvertFrom-Json).CustomLabels.Name | Should -Be 'b', 'c'
    }

    It 'is nothing, not an empty line, where the CLI prints nothing' {
        @(Get-ResultOf '{"CustomLabels":[]}' | ConvertTo-RKCliOutput -As Text).Count | Should -Be 0
        @(Get-ResultOf '{}' | ConvertTo-RKCliOutput).Count | Should -Be 0
    }

    It 'is the same when the results have been kept and sorted' {
        $kept = $two | Sort-Object { $_.CustomLabels.Count } -Descending
        $kept | ConvertTo-RKCliOutput -As Text | Should -BeExactly $twoTexts[1, 0]
    }

    It 'is made in strict mode, and where the decimal separator is a comma' {
        $culture = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'de-DE'
            & { Set-StrictMode -Version Latest; $two | ConvertTo-RKCliOutput -As Text } | Should -BeExactly $twoTexts
        }
        finally { [cultureinfo]::CurrentCulture = $culture }
    }
}

Describe 'The format' {
    It 'is taken as <Spelling>' -ForEach @(
        @{ Spelling = 'yaml-stream' }
        @{ Spelling = 'YamlStream' }
        @{ Spelling = 'yamlstream' }
    ) {
        $two[0] | ConvertTo-RKCliOutput -As $Spelling | Should -BeLike '- CustomLabels:*'
    }

    It 'completes' {
        (TabExpansion2 'ConvertTo-RKCliOutput -As ' 26).CompletionMatches.CompletionText | Should -Be 'Json', 'Table', 'Text', 'Yaml', 'YamlStream'
    }

    It 'of no CLI is refused with the ones there are' {
        $refusal = { $two | ConvertTo-RKCliOutput -As xml } | Should -Throw -PassThru
        "$refusal" | Should -BeLike '*Json, Text, Table, Yaml, YamlStream*'
    }
}

Describe 'What can not be printed' {
    It 'is a failed result: its own error, and the next result is printed' {
        $scripted = Open-ScriptedServer (Get-ErrorStep ImageTooLargeException), (Get-AnswerStep)
        $connection = $scripted.Connection
        try { $results = $panel, $panel | Invoke-RKCustomLabelDetection @connection -IncludeFailed }
        finally { $scripted.Server.Dispose() }

        $results | ConvertTo-RKCliOutput -As Text -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeExactly "CUSTOMLABELS`t98.5`tscratch"
        @($failures).Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -Be "ImageTooLarge,$id"
        $failures[0].TargetObject | Should -Be $panel
        $failures[0].Exception.Error | Should -Be $results[0].Error
    }

    It 'is <Name>, which the error tells' -ForEach @(
        @{ Name = 'a label'; Make = { $two[0].CustomLabels[0] }; Says = '*-ExpandLabels*' }
        @{ Name = 'a copy of a result'; Make = { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($two[0])) }; Says = '*copy*' }
        @{ Name = 'a text'; Make = { 'a.jpg' }; Says = '*System.String*' }
        @{ Name = 'a null'; Make = { $null }; Says = '*null*' }
    ) {
        $other = & $Make
        # One by one in the pipeline: the result behind it is printed.
        $other, $two[0] | ConvertTo-RKCliOutput -As Text -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeExactly $twoTexts[0]
        @($failures).Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -Be "ParameterArgumentValidationError,$id"
        "$($failures[0])" | Should -BeLike $Says
        { ConvertTo-RKCliOutput $other } | Should -Throw -ErrorId "ParameterArgumentValidationError,$id"
    }

    It 'is nothing at all: an error instead of a prompt' {
        { ConvertTo-RKCliOutput } | Should -Throw -ErrorId "RequestInvalid,$id"
        @() | ConvertTo-RKCliOutput | Should -BeNullOrEmpty
    }
}
