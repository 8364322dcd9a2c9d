# Every option of the AWS CLI's command against what stands for it here: a table, printed, that can't lose a row or name a test that isn't there.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester runs the blocks of a file in one scope.')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'The table is for people.')]
param()

BeforeDiscovery {
    $rows = @(Import-Csv $PSScriptRoot/parity/parity.csv -Encoding UTF8 | ForEach-Object {
            @{ Option = $_.Option; Equal = $_.Equal; File = $_.File; Test = $_.Test; Reason = $_.Reason }
        })
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Guide.ps1
    $table = @(Import-Csv $PSScriptRoot/parity/parity.csv -Encoding UTF8)
    # The synopsis as the CLI's manual has it; a line may name two options.
    $options = @(Get-Content $PSScriptRoot/parity/synopsis.txt | Select-String '--[a-z-]+' -AllMatches | ForEach-Object { $_.Matches.Value })
}

AfterAll {
    $status = { if ($_.Reason) { 'not applicable' } elseif ($_.Test) { 'proven' } else { 'open' } }
    $why = { if ($_.Reason) { $_.Reason } elseif ($_.Test) { "$(Split-Path $_.File -Leaf): $($_.Test)" } }
    $table | Format-Table Option, Equal, @{ Name = 'Status'; Expression = $status }, @{ Name = 'Test or reason'; Expression = $why } |
        Out-String -Width 250 | Write-Host
    $counts = $table | Group-Object $status -NoElement | Sort-Object Name -Descending | ForEach-Object { "$($_.Count) $($_.Name)" }
    Write-Host "$($options.Count) options in the synopsis, $($table.Count) rows: $($counts -join ', ')."
}

Describe 'The options of the AWS CLI' {
    It 'have one row each, in the order of the synopsis' {
        $options.Count | Should -BeGreaterThan 20
        $table.Option | Should -Be $options
    }

    It 'have an example each in the guide, in the order of the synopsis' {
        $guide = Get-GuideTable (Join-Path $repository 'docs/guides/from-the-aws-cli.md') 'Options'
        $guide.Option | Select-Object -Unique | Should -Be $options
    }
}

Describe 'The option <Option>' -ForEach $rows {
    It 'is proven by a test that is there, or has the reason why not' {
        if ($Reason) {
            $File, $Test | Should -Be '', ''
            return
        }

        $Test | Should -Not -BeNullOrEmpty
        $source = Get-Content -LiteralPath (Join-Path $repository $File) -Encoding UTF8 -Raw
        $declared = if ($File -like '*.ps1') { "(?m)^\s*It '$([regex]::Escape($Test.Replace("'", "''")))'" } else { "(?m)^\s*public (async Task|void) $([regex]::Escape($Test))\(" }
        $source | Should -Match $declared
    }

    It 'names commands and parameters that are there: <Equal>' {
        $command = 'Invoke-RKCustomLabelDetection'
        foreach ($word in [regex]::Matches($Equal, '(?<![\w-])-?[A-Z]\w*(-[A-Z]\w*)?(?=[\s,)]|$)').Value) {
            if ($word -match '^\w+-\w+$') { $command = $word; Get-Command $command | Should -Not -BeNullOrEmpty }
            elseif ($word.StartsWith('-')) { (Get-Command $command).Parameters.Keys | Should -Contain $word.TrimStart('-') }
        }
    }
}
