# Every example of the help, run as its reader would run it: against a local endpoint, in a folder that has what the examples name.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester runs the blocks of a file in one scope.')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'The coverage is for people.')]
param()

BeforeDiscovery {
    . $PSScriptRoot/Guide.ps1
    $repository = Split-Path (Split-Path $PSScriptRoot)
    $examples = @(foreach ($page in Get-ChildItem (Join-Path $repository 'docs/help') -Filter *.md) {
            Get-GuideBlock $page.FullName | ForEach-Object { $_ + @{ Of = $page.BaseName; Number = $_.Index + 1 } }
        })
    $topicExamples = @(foreach ($topic in Get-ChildItem (Join-Path $repository 'src/module/en-US') -Filter *.help.txt) {
            Get-TopicExample $topic.FullName | ForEach-Object { $_ + @{ Of = $topic.Name -replace '\.help\.txt$' } }
        })
    # Tables and errors are rendered otherwise in Windows PowerShell.
    $isTooOld = $PSVersionTable.PSVersion.Major -lt 7
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Guide.ps1
    . $PSScriptRoot/ExampleFolder.ps1
    $ran = @{ Examples = 0; Compared = 0 }
}

Describe 'Example <Number> of <Of>' -ForEach $examples -Skip:$isTooOld {
    # Skipped on Windows PowerShell, which renders tables and errors otherwise.
    It 'runs<_>: <Line>' -ForEach @(if ($Prints) { ', and prints what it says' } else { '' }) {
        $printed = ConvertTo-PrintedText (Invoke-InExampleFolder ([scriptblock]::Create($Script)))
        $ran.Examples++
        if ($Prints) { $printed | Should -BeExactly $Prints; $ran.Compared++ }
    }
}

Describe 'The examples' {
    It 'are each in PowerShell, and of every topic' {
        foreach ($page in Get-ChildItem (Join-Path $repository 'docs/help') -Filter *.md) {
            $titles = @(Select-String -LiteralPath $page.FullName -Pattern '^### Example ' -Encoding utf8)
            @(Get-GuideBlock $page.FullName).Count | Should -Be $titles.Count -Because $page.Name
        }
        foreach ($topic in Get-ChildItem (Join-Path $repository 'src/module/en-US') -Filter *.help.txt) { @(Get-TopicExample $topic.FullName).Count | Should -BeGreaterThan 1 -Because $topic.Name }
    }
}

Describe 'An example of <Of>' -ForEach $topicExamples -Skip:$isTooOld {
    # Skipped on Windows PowerShell, which renders tables and errors otherwise.
    It 'runs: <Line>' {
        $null = Invoke-InExampleFolder ([scriptblock]::Create($Script))
        $ran.Examples++
    }

    if ($Script -match 'Move-Item') {
        It 'moves every picture that can''t be used' {
            $moved = Invoke-InExampleFolder ([scriptblock]::Create("$Script; (Get-ChildItem rejected).Name -join ' '"))
            $moved.Trim() | Should -BeExactly 'cut.jpg empty.jpg large.jpg text.jpg'
        }
    }
}

AfterAll {
    Write-Host "Help: $($ran.Examples) examples were run, and what $($ran.Compared) of them print was compared."
}
