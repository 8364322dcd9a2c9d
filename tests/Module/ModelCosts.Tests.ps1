# The guide "What a model costs": its examples are run in order, as one session.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeDiscovery {
    . $PSScriptRoot/Guide.ps1
    $blocks = @(Get-GuideBlock (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'docs/guides/model-costs.md'))
    # Tables are rendered otherwise in Windows PowerShell.
    $isTooOld = $PSVersionTable.PSVersion.Major -lt 7
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Guide.ps1
    . $PSScriptRoot/ExampleFolder.ps1
    $blocks = @(Get-GuideBlock (Join-Path $repository 'docs/guides/model-costs.md'))
    $printed = @{}
    $state = @{}
    $null = Invoke-InExampleFolder -HasAccount $false {
        for ($i = 0; $i -lt $blocks.Count; $i++) { $printed[$i] = . ([scriptblock]::Create($blocks[$i].Script)) | Out-String -Width 120 }
        foreach ($name in 'StartProjectVersion', 'StopProjectVersion') { $state[$name] = $local.Counters.Operations[$name] }
        $state.Status = $local.Models.Status
    }
}

Describe 'What a model costs, block <Index>' -ForEach $blocks -Skip:$isTooOld {
    It 'runs, and prints what the guide says: <Line>' {
        ConvertTo-PrintedText $printed[$Index] | Should -BeExactly $Prints
    }
}

Describe 'What a model costs' -Skip:$isTooOld {
    It 'has stopped what it started, and nothing else' {
        $state.StartProjectVersion | Should -Be 3
        $state.StopProjectVersion | Should -Be 3
        $state.Status | Should -Be 'STOPPED', 'RUNNING'
    }
}
