# The guide "Scheduled tasks": its examples are run in order, as one session; what this machine may not have is parsed and compared with the script's parameters.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeDiscovery {
    . $PSScriptRoot/Guide.ps1
    $guide = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'docs/guides/scheduled-tasks.md'
    $blocks = @(Get-GuideBlock $guide)
    $runs = $blocks | Where-Object { $_.Script -notmatch 'Register-ScheduledTask' }
    $registrations = $blocks | Where-Object { $_.Script -match 'Register-ScheduledTask' }
    # The guide calls pwsh.
    $isTooOld = $PSVersionTable.PSVersion.Major -lt 7
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Guide.ps1
    . $PSScriptRoot/ExampleFolder.ps1
    $guide = Join-Path $repository 'docs/guides/scheduled-tasks.md'
    $blocks = @(Get-GuideBlock $guide)
    $script = Join-Path $repository 'out/CustomLabels/scripts/night.ps1'
    $modulePath = $env:PSModulePath
    $path = $env:PATH
    $env:PSModulePath = (Join-Path $repository 'out') + [IO.Path]::PathSeparator + $modulePath
    $env:PATH = $PSHOME + [IO.Path]::PathSeparator + $path

    $printed = @{}
    $null = Invoke-InExampleFolder {
        $env:MODEL_ARN = $arn
        # The child's tables, in plain text.
        $env:NO_COLOR = '1'
        for ($i = 0; $i -lt $blocks.Count; $i++) {
            if ($blocks[$i].Script -match 'Register-ScheduledTask') { continue }
            $printed[$i] = . ([scriptblock]::Create($blocks[$i].Script)) | Out-String -Width 120
        }
    }
    $text = (Get-Content -LiteralPath $guide -Raw -Encoding UTF8).Replace("`r`n", "`n")
    $known = (Get-Command $script).Parameters.Keys
}

AfterAll {
    $env:PSModulePath = $modulePath
    $env:PATH = $path
    Remove-Item Env:MODEL_ARN, Env:NO_COLOR -ErrorAction Ignore
}

Describe 'Scheduled tasks, block <Index>' -ForEach $runs -Skip:$isTooOld {
    # Skipped on Windows PowerShell: the guide calls pwsh.
    It 'runs, and prints what the guide says: <Line>' {
        ConvertTo-PrintedText $printed[$Index] | Should -BeExactly $Prints
    }
}

Describe 'The registration' {
    It 'is PowerShell without an error in it: <Line>' -ForEach $registrations {
        $errors = $null
        $null = [Management.Automation.Language.Parser]::ParseInput($Script, [ref]$null, [ref]$errors)
        $errors | Should -BeNullOrEmpty
    }

    It 'of cron has five fields or a name, and a command' {
        $lines = [regex]::Match($text, '(?ms)^```cron\n(.*?)^```').Groups[1].Value.TrimEnd().Split("`n")
        $lines.Count | Should -BeGreaterThan 1
        foreach ($line in $lines) { $line | Should -Match '^(?:[A-Z]+=\S+|(?:@reboot|(?:[\d*/,-]+ ){5})\s*\w+ .+)$' }
    }

    It 'and every other call gives the script parameters that it has' {
        $calls = [regex]::Matches($text, 'night\.ps1( -[A-Z].*)')
        $calls.Count | Should -BeGreaterThan 4
        foreach ($call in $calls) {
            foreach ($name in [regex]::Matches($call.Groups[1].Value, '(?<= )-([A-Z]\w+)')) { $name.Groups[1].Value | Should -BeIn $known }
            foreach ($name in 'ImageFolder', 'WorkFolder', 'ProjectVersionArn') { $call.Value | Should -Match " -$name " }
        }
    }

    It 'is said not to have been run' {
        $text | Should -Match 'have been parsed, and not been run'
    }
}

Describe 'The script' {
    It 'has help, also for each of its parameters' {
        $help = Get-Help $script -Full
        $help.Synopsis | Should -Match '^[A-Z]'
        foreach ($parameter in $help.parameters.parameter) { $parameter.description.Text | Should -Match '\w' -Because $parameter.name }
        @($help.parameters.parameter).Count | Should -BeGreaterThan 6
    }

    It 'is explained: every exit code, and every file' {
        $code = Get-Content -LiteralPath $script -Raw
        foreach ($exit in 0, 1, 2, 3) { $text | Should -Match "(?m)^\| $exit \|" }
        foreach ($file in [regex]::Matches($code, 'night\.(?:journal\.jsonl|csv|log)').Value | Select-Object -Unique) { $text | Should -Match ([regex]::Escape($file)) }
    }
}
