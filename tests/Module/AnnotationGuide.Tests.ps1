# The guide "Labels from other tools": its examples are run in order, as one session, and print what it says. And docs/reference/annotations.md has every code and format.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeDiscovery {
    . $PSScriptRoot/Guide.ps1
    $blocks = @(Get-GuideBlock (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'docs/guides/labels-from-other-tools.md'))
    # Tables are rendered otherwise in Windows PowerShell.
    $isTooOld = $PSVersionTable.PSVersion.Major -lt 7
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Guide.ps1
    . $PSScriptRoot/ExampleFolder.ps1
    $printed = @{}
    $blocks = @(Get-GuideBlock (Join-Path $repository 'docs/guides/labels-from-other-tools.md'))
    $null = Invoke-InExampleFolder -HasAccount $true {
        for ($i = 0; $i -lt $blocks.Count; $i++) { $printed[$i] = . ([scriptblock]::Create($blocks[$i].Script)) | Out-String -Width 120 }
    }
    $page = Get-Content (Join-Path $repository 'docs/reference/annotations.md') -Raw -Encoding UTF8
}

Describe 'Labels from other tools, block <Index>' -ForEach $blocks -Skip:$isTooOld {
    It 'runs, and prints what the guide says: <Line>' {
        ConvertTo-PrintedText $printed[$Index] | Should -BeExactly $Prints
    }
}

Describe 'The page of annotations' {
    It 'has every code, and whether it is a loss' {
        foreach ($code in [enum]::GetNames([CustomLabels.AnnotationChangeCode])) { $page | Should -MatchExactly "(?m)^\| $code \|" }
        $kept = [enum]::GetValues([CustomLabels.AnnotationChangeCode]) | Where-Object { -not [CustomLabels.AnnotationChange]::new($_, $null, $null, $null, '').IsLoss }
        $page | Should -BeLike "*All but $($kept -join ' and ' -replace '^(ImageSizeLost) and (ConfidenceAdded)$', '$2 and $1') are losses*"
    }

    It 'has every format' {
        foreach ($name in [enum]::GetNames([CustomLabels.AnnotationFormat])) { $page | Should -MatchExactly "(?m)^\| $name \|" }
    }
}
