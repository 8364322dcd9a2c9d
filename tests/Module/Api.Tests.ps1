# The C# of the service's model is what its script makes of the model file, and says the same as that.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $root = Split-Path (Split-Path $PSScriptRoot)
    $committed = Join-Path $root 'src/CustomLabels.Core/Api/Generated'
    $model = Get-Content -LiteralPath (Join-Path $root 'build/api/rekognition.json') -Raw | ConvertFrom-Json
    $folder = New-TestFolder
    # It needs ConvertFrom-Json -AsHashtable, which Windows PowerShell doesn't have.
    if ($PSEdition -eq 'Core') { & (Join-Path $root 'build/api/generate.ps1') -Destination $folder }
}

AfterAll { Remove-Item -Recurse -Force $folder }

Describe 'The generated API' -Skip:($PSEdition -ne 'Core') {
    # Skipped on Windows PowerShell, which has no ConvertFrom-Json -AsHashtable.
    It 'is as generated: pwsh build/api/generate.ps1 writes it anew' {
        $made = @(Get-ChildItem -LiteralPath $folder -File).Name | Sort-Object
        @(Get-ChildItem -LiteralPath $committed -File).Name | Sort-Object | Should -Be $made
        foreach ($name in $made) {
            (Get-Content -LiteralPath (Join-Path $committed $name) -Raw).Replace("`r", '') | Should -BeExactly (Get-Content -LiteralPath (Join-Path $folder $name) -Raw) -Because $name
        }
    }

    It 'takes away what it no longer makes, and nothing else' {
        'class Old { }' | Set-Content -LiteralPath (Join-Path $folder 'OldRequest.cs')
        'kept' | Set-Content -LiteralPath (Join-Path $folder 'notes.txt')

        & (Join-Path $root 'build/api/generate.ps1') -Destination $folder

        Join-Path $folder 'OldRequest.cs' | Should -Not -Exist
        Join-Path $folder 'notes.txt' | Should -Exist
    }
}

Describe 'The model file' {
    It 'has the 23 operations for Custom Labels, and each has its answer to whether it may be repeated' {
        $operations = @($model.operations.PSObject.Properties.Name)
        $operations.Count | Should -Be 23
        @((Import-PowerShellDataFile -LiteralPath (Join-Path $root 'build/api/repeats.psd1')).Keys) | Sort-Object | Should -Be @($operations | Sort-Object)
    }

    It 'has facts and no prose' {
        foreach ($shape in $model.shapes.PSObject.Properties) {
            @($shape.Value.PSObject.Properties.Name | Where-Object { $_ -notin 'type', 'min', 'max', 'pattern', 'enum', 'required', 'members', 'member', 'key', 'value' }) | Should -BeNullOrEmpty -Because $shape.Name
        }
    }
}
