# PSScriptAnalyzer on every script and manifest of the project, with its settings.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeDiscovery {
    $repository = Split-Path (Split-Path $PSScriptRoot)
    $built = '[\\/](bin|obj|out|\.git)[\\/]'
    # The module's manifest where it is whole: it names files that the build puts beside it.
    $manifest = Join-Path $repository 'CustomLabels.psd1'
    $sources = Get-ChildItem $repository -Recurse -File -Include *.ps1, *.psm1, *.psd1 | Where-Object { $_.FullName.Substring($repository.Length) -notmatch $built -and $_.FullName -ne $manifest }
    $files = @($sources) + (Get-Item (Join-Path $repository 'out/CustomLabels/CustomLabels.psd1')) |
        ForEach-Object { @{ File = $_.FullName; Name = $_.FullName.Substring($repository.Length + 1) } }
    $hasAnalyzer = [bool](Get-Module -ListAvailable PSScriptAnalyzer)
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $settings = Join-Path $repository 'PSScriptAnalyzerSettings.psd1'
}

Describe 'PSScriptAnalyzer' {
    # Skipped where PSScriptAnalyzer is not installed.
    It 'finds nothing in <Name>' -Skip:(-not $hasAnalyzer) -ForEach $files {
        $findings = Invoke-ScriptAnalyzer -Path $File -Settings $settings

        $findings | ForEach-Object { "$($_.ScriptName):$($_.Line) $($_.RuleName): $($_.Message)" } | Should -BeNullOrEmpty
    }

    It 'would find a script that Windows PowerShell can''t read' -Skip:(-not $hasAnalyzer) {
        Invoke-ScriptAnalyzer -ScriptDefinition '$path ??= 1' -Settings $settings | Select-Object -ExpandProperty RuleName | Should -Contain 'PSUseCompatibleSyntax'
    }
}
