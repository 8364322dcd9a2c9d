# The help against the cmdlets that it is about: pages, what Get-Help shows, and the page of types. That its examples run is in HelpExamples.Tests.ps1.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'The coverage is for people.')]
param()

BeforeDiscovery {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Help.ps1
    $ours = @(Get-Command -Module CustomLabels | ForEach-Object { @{ Name = $_.Name } })
    $topics = @(Get-ChildItem (Join-Path $repository 'src/module/en-US') -Filter *.help.txt | ForEach-Object { @{ Topic = $_.Name -replace '\.help\.txt$'; Path = $_.FullName } })
    $pages = @(Get-MarkdownPage $repository | ForEach-Object { @{ Page = $_.Substring($repository.Length + 1); Path = $_ } })
    $types = @(Get-OutputType | ForEach-Object { @{ Type = $_; Name = $_.Name } })
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Help.ps1
    . $PSScriptRoot/Child.ps1
    . (Join-Path $repository 'docs/pages.ps1')
    $maml = Join-Path $repository 'src/module/en-US/CustomLabels.dll-Help.xml'
    $topicNames = (Get-ChildItem (Join-Path $repository 'src/module/en-US') -Filter *.help.txt).Name -replace '\.help\.txt$'
    $help = @{}
    foreach ($command in Get-Command -Module CustomLabels) { $help[$command.Name] = Get-Help $command.Name -Full }
    $typesPage = (Get-Content (Join-Path $repository 'docs/reference/types.md') -Raw -Encoding UTF8).Replace("`r`n", "`n")
}

Describe 'The help of <Name>' -ForEach $ours {
    BeforeAll {
        $command = Get-Command $Name
        $own = @(Get-OwnParameter $command)
        $page = Get-HelpPage (Join-Path $repository "docs/help/$Name.md")
    }

    It 'is found, with a synopsis and a description' {
        $help[$Name].Synopsis | Should -Match '^[A-Z].{20,}\.$'
        @($help[$Name].description).Count | Should -BeGreaterThan 0
        ($help[$Name].description.Text -join '').Length | Should -BeGreaterThan 100
    }

    It 'has every parameter and no other' {
        $help[$Name].parameters.parameter.name | Should -Be ($own.Name | Sort-Object)
    }

    It 'shows the syntax that the command has' {
        $shown = @($help[$Name].syntax.syntaxItem | ForEach-Object { (@($_.parameter.name) | Sort-Object) -join ' ' })
        $has = @($command.ParameterSets | ForEach-Object {
                $set = $_
                (@($set.Parameters | Where-Object { $_.Name -in $own.Name -and -not (Test-Hidden $command.Parameters[$_.Name] $set.Name) }).Name | Sort-Object) -join ' '
            })
        $shown | Sort-Object | Should -Be ($has | Sort-Object)
    }

    It 'says which set is the default' {
        $default = if ($command.ParameterSets.Count -gt 1) { $command.DefaultParameterSet } else { '' }
        [regex]::Match($page, '(?m)^### (\w+) \(Default\)$').Groups[1].Value | Should -Be $default
    }

    It 'has at least three examples, each with a title, code and what it is for' {
        $examples = @($help[$Name].examples.example)
        $examples.Count | Should -BeGreaterOrEqual 3
        foreach ($example in $examples) {
            $example.title | Should -Match 'Example \d+: [A-Z]'
            $example.code | Should -Not -BeNullOrEmpty
            "$($example.code)$($example.remarks.Text)$($example.introduction.Text)" | Should -Not -Match '```'
            $example.code | Should -Match ([regex]::Escape($Name))
        }
        ($examples.title -replace '\W*Example (\d+).*', '$1') | Should -Be (1..$examples.Count)
    }

    It 'says what comes in and what goes out' {
        $binds = @($own | Where-Object { $_.Attributes.Where{ $_ -is [Parameter] -and ($_.ValueFromPipeline -or $_.ValueFromPipelineByPropertyName) } })
        $inputs = @($help[$Name].inputTypes.inputType)
        if (-not $binds) { $inputs.type.name | Should -Be 'None' }
        foreach ($type in $inputs) { ($type.description.Text -join '') | Should -Match '\w' }

        $outputs = @($help[$Name].returnValues.returnValue)
        $given = @($command.OutputType.Name)
        $outputs.type.name | Should -Be $(if ($given) { $given } else { 'None' })
        foreach ($type in $outputs) { ($type.description.Text -join '') | Should -Match '\w' }
    }

    It 'invents no address' {
        $command.HelpUri | Should -BeNullOrEmpty
        $help[$Name].relatedLinks.navigationLink.linkText | Should -Not -Contain 'Online Version'
        $help[$Name].relatedLinks.navigationLink.uri | Where-Object { $_ } | Should -BeNullOrEmpty
        $page | Should -Match "(?m)^HelpUri: ''$"
    }

    It 'refers to what Get-Help shows and to files that ship' {
        foreach ($link in $help[$Name].relatedLinks.navigationLink.linkText) {
            if ($link -match ': (docs/\S+) in the module''s folder$') { Join-Path (Get-Module CustomLabels).ModuleBase $Matches[1] | Should -Exist }
            else { $link | Should -BeIn @($help.Keys; $topicNames) }
        }
    }
}

Describe 'The parameters in the help of <Name>' -ForEach $ours {
    BeforeAll {
        $command = Get-Command $Name
        $page = Get-HelpPage (Join-Path $repository "docs/help/$Name.md")
        $untouched = $command.ImplementingType::new()
    }

    # One test for all of them, since a test costs more than what it looks at; it names every parameter that is wrong, and how.
    It 'are described in words of their own, and as they are' {
        $wrong = foreach ($parameter in Get-OwnParameter $command) {
            $shown = Get-Help $Name -Parameter $parameter.Name
            $has = Get-ParameterFact $parameter $untouched
            foreach ($fact in $has.Keys) { if ("$($shown.$fact)" -ne $has[$fact]) { "-$($parameter.Name): $fact is '$($shown.$fact)' and not '$($has[$fact])'" } }
            $plain = Get-PlainType $parameter.ParameterType
            if ($shown.type.name -ne $plain.FullName) { "-$($parameter.Name): type is '$($shown.type.name)' and not '$($plain.FullName)'" }

            $text = $shown.description.Text -join ' '
            if ($text -cnotmatch '^[A-Z].{30,}[.)]$' -or $text -match '\{\{') { "-$($parameter.Name): described as '$text'" }
            if ($plain.IsEnum) { [enum]::GetNames($plain) | Where-Object { $text -notmatch "\b$_\b" } | ForEach-Object { "-$($parameter.Name): the choice $_ is not named" } }

            $block = [regex]::Match($page, "(?ms)^### -$($parameter.Name)\n.*?^``````yaml\n(.*?)^``````").Groups[1].Value
            $sets = ([regex]::Matches($block, '(?m)^- Name: (.+)$') | ForEach-Object { $_.Groups[1].Value } | Sort-Object) -join ', '
            $hasSets = ($parameter.ParameterSets.Keys -replace '^__AllParameterSets$', '(All)' | Sort-Object) -join ', '
            if ($sets -ne $hasSets) { "-$($parameter.Name): the sets of its page are '$sets' and not '$hasSets'" }
        }
        $wrong -join "`n" | Should -BeNullOrEmpty
    }
}

Describe 'The MAML' {
    It 'is where Get-Help looks in a module that is loaded by its name: -Full, -Examples and -Parameter show it' {
        $shown = Invoke-Child @"
            `$env:PSModulePath = '$repository/out' + [IO.Path]::PathSeparator + `$env:PSModulePath
            (Get-Help Invoke-RKCustomLabelDetection).Synopsis
            (Get-Help Test-RKImage -Examples | Out-String) -match 'Example 1: '
            (Get-Help Start-RKLocalEndpoint -Full | Out-String) -match 'INPUTS'
            (Get-Help Stop-RKLocalEndpoint -Parameter Endpoint).description.Text.Length -gt 30
            (Get-Help about_CustomLabels | Out-String) -match 'SHORT DESCRIPTION'
            Split-Path -Leaf (Get-Command Test-RKImage).HelpFile
"@
        $shown | Should -HaveCount 6
        $shown[0] | Should -Be $help['Invoke-RKCustomLabelDetection'].Synopsis
        $shown[1..4] | Should -Be 'True', 'True', 'True', 'True'
        $shown[5] | Should -Be (Split-Path -Leaf $maml)
    }

    It 'is committed as PlatyPS makes it from the pages' {
        if (-not (Get-Module -ListAvailable Microsoft.PowerShell.PlatyPS)) { Set-ItResult -Skipped -Because 'PlatyPS (Microsoft.PowerShell.PlatyPS) is not installed'; return }
        $folder = New-TestFolder
        try {
            & (Join-Path $repository 'docs/maml.ps1') -Destination (Join-Path $folder 'made.xml')
            $made = [IO.File]::ReadAllText((Join-Path $folder 'made.xml'))
        }
        finally { Remove-Item -LiteralPath $folder -Recurse -Force }
        [IO.File]::ReadAllText($maml).Replace("`r`n", "`n") -ceq $made | Should -BeTrue -Because 'otherwise ./build.ps1 Docs makes it so'
    }

    It 'has nothing in it that another machine or day would make otherwise, and no marks of Markdown' {
        $text = [IO.File]::ReadAllText($maml)
        $text | Should -Not -Match '[A-Za-z]:\\Users|/home/|/tmp/|\b20[2-9]\d-\d\d-\d\d\b|ms\.date'
        $text | Should -Not -Match '```|\]\(|ProgressAction|[\x7f-\x9f]'
    }
}

Describe 'The topic <Topic>' -ForEach $topics {
    It 'is one that Get-Help shows, with its short description' {
        (Get-Help $Topic | Out-String) | Should -Match 'SHORT DESCRIPTION'
        # Lists show the first line of the short description, and no more.
        (Get-Help about_CustomLabels* | Where-Object Name -EQ $Topic).Synopsis | Should -Match '^[A-Z].{20,}\.$'
    }

    It 'refers to topics and commands that there are' {
        $text = (Get-Content -LiteralPath $Path -Encoding UTF8 -Raw).Replace("`r`n", "`n")
        $names = [regex]::Match($text, '(?ms)^SEE ALSO\n(.*)\z').Groups[1].Value.Trim() -split '\s+'
        $names.Count | Should -BeGreaterThan 0
        foreach ($name in $names) { $name | Should -BeIn @($help.Keys; $topicNames) }
        [regex]::Matches($text, '\b(?:Invoke|Test|Start|Stop|Get|Use|Import|ConvertTo)-RK\w+').Value | ForEach-Object { $_ | Should -BeIn @($help.Keys) }
    }

    It 'fits a terminal of 80 columns, scripts aside' {
        Get-Content -LiteralPath $Path -Encoding UTF8 | Where-Object { $_.Length -gt 79 -and $_ -notmatch '^ {8}' } | Should -BeNullOrEmpty
    }
}

Describe 'about_CustomLabels_Errors' {
    It 'has every error id' {
        $text = Get-Content (Join-Path $repository 'src/module/en-US/about_CustomLabels_Errors.help.txt') -Raw -Encoding UTF8
        foreach ($id in [enum]::GetNames([CustomLabels.ErrorId])) { $text | Should -MatchExactly "(?m)^ {4}(?:\w+, )*$id\b" }
    }
}

Describe 'about_CustomLabels_LocalEndpoint' {
    It 'has every parameter, every key of -Model and every kind of count' {
        $text = Get-Content (Join-Path $repository 'src/module/en-US/about_CustomLabels_LocalEndpoint.help.txt') -Raw -Encoding UTF8
        $names = @(Get-OwnParameter (Get-Command Start-RKLocalEndpoint)).Name + @([CustomLabels.LocalModel], [CustomLabels.LocalTrouble], [CustomLabels.LocalEndpointCounters]).GetProperties().Name
        foreach ($word in $names | Where-Object { $_ -ne 'EqualityContract' }) { $text | Should -MatchExactly "\b$word\b" }
    }
}

Describe 'The type <Name>' -ForEach $types {
    It 'is in docs/reference/types.md with each of its properties, and no other' {
        $section = [regex]::Match($typesPage, "(?ms)^## $Name\n(.*?)(?=^## |\z)").Groups[1].Value
        $section | Should -Match '^\w.{20,}'
        $rows = @([regex]::Matches($section, '(?m)^\| (\w+) \| (\w+(?:\[\])?)\??(?: |\|)') | ForEach-Object { "$($_.Groups[1].Value) $($_.Groups[2].Value)" } | Where-Object { $_ -ne 'Property Type' })
        $has = @(if (-not $Type.IsEnum) { Get-OwnProperty $Type | ForEach-Object { "$($_.Name) $(Get-ShownType $_.PropertyType)" } })
        $rows | Sort-Object | Should -Be ($has | Sort-Object)
        if ($Type.IsEnum -and $Name -ne 'ErrorId') { foreach ($choice in [enum]::GetNames($Type)) { $section | Should -MatchExactly "\b$choice\b" } }
    }
}

Describe 'The links of <Page>' -ForEach $pages {
    It 'lead to files and headings that there are' {
        $text = (Get-Content -LiteralPath $Path -Encoding UTF8 -Raw) -replace '(?ms)^```.*?^```' -replace '`[^`\n]*`'
        foreach ($link in [regex]::Matches($text, '\[[^\]]*\]\(([^)]+)\)')) {
            $target, $anchor = $link.Groups[1].Value -split '#', 2
            if ($target -match '^https?:') { ([uri]$target).Host | Should -Match '\.(amazon|microsoft|apache)\.\w+$'; continue }
            $file = if ($target) { Join-Path (Split-Path $Path) ([uri]::UnescapeDataString($target)) } else { $Path }
            Test-Path -LiteralPath $file | Should -BeTrue -Because "$Page refers to $target"
            if ($anchor) {
                $headings = Get-Content -LiteralPath $file -Encoding UTF8 | Where-Object { $_ -match '^#+ ' } | ForEach-Object { ($_ -replace '^#+ ').ToLowerInvariant() -replace '[^\w\- ]' -replace ' ', '-' }
                $headings | Should -Contain $anchor
            }
        }
    }
}

AfterAll {
    $described = @($help.Values.parameters.parameter)
    Write-Host "Help: $(@($described | Where-Object { $_.description.Text }).Count) of $($described.Count) parameters of $($help.Count) cmdlets are documented."
}
