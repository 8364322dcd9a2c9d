# The guide "How good is my model?": its examples are run in order, as one session, and print what it says.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeDiscovery {
    . $PSScriptRoot/Guide.ps1
    $blocks = @(Get-GuideBlock (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'docs/guides/how-good-is-my-model.md'))
    # Tables are rendered otherwise in Windows PowerShell.
    $isTooOld = $PSVersionTable.PSVersion.Major -lt 7
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Guide.ps1
    . $PSScriptRoot/ExampleFolder.ps1
    $printed = @{}
    $blocks = @(Get-GuideBlock (Join-Path $repository 'docs/guides/how-good-is-my-model.md'))
    $null = Invoke-InExampleFolder -HasAccount $true {
        for ($i = 0; $i -lt $blocks.Count; $i++) { $printed[$i] = . ([scriptblock]::Create($blocks[$i].Script)) | Out-String -Width 120 }
    }
}

Describe 'How good is my model, block <Index>' -ForEach $blocks -Skip:$isTooOld {
    It 'runs, and prints what the guide says: <Line>' {
        ConvertTo-PrintedText $printed[$Index] | Should -BeExactly $Prints
    }
}
