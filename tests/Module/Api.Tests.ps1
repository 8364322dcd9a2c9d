# The C# of the services' models is what its script makes of the model files, and says the same as those.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $root = Split-Path (Split-Path $PSScriptRoot)
    $committed = Join-Path $root 'src/CustomLabels.Core/Api/Generated'
    $models = 'rekognition', 'cloudwatch' | ForEach-Object { Get-Content -LiteralPath (Join-Path $root "build/api/$_.json") -Raw | ConvertFrom-Json }
    # The files below a folder, by their paths in it.
    function Get-Made([string] $Below) { @(Get-ChildItem -LiteralPath $Below -File -Recurse | ForEach-Object { $_.FullName.Substring((Get-Item -LiteralPath $Below).FullName.Length) }) | Sort-Object }
    $folder = New-TestFolder
    # It needs ConvertFrom-Json -AsHashtable, which Windows PowerShell doesn't have.
    if ($PSEdition -eq 'Core') { & (Join-Path $root 'build/api/generate.ps1') -Destination $folder }
}

AfterAll { Remove-Item -Recurse -Force $folder }

Describe 'The generated API' -Skip:($PSEdition -ne 'Core') {
    # Skipped on Windows PowerShell, which has no ConvertFrom-Json -AsHashtable.
    It 'is as generated: pwsh build/api/generate.ps1 writes it anew' {
        $made = Get-Made $folder
        Get-Made $committed | Should -Be $made
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

Describe 'The model files' {
    It 'have the 23 operations for Custom Labels and the metrics, and each has its answer to whether it may be repeated' {
        $operations = @($models | ForEach-Object { $_.operations.PSObject.Properties.Name })
        $operations.Count | Should -Be 24
        @((Import-PowerShellDataFile -LiteralPath (Join-Path $root 'build/api/repeats.psd1')).Keys) | Sort-Object | Should -Be @($operations | Sort-Object)
    }

    It 'have facts and no prose' {
        foreach ($shape in $models | ForEach-Object { $_.shapes.PSObject.Properties }) {
            @($shape.Value.PSObject.Properties.Name | Where-Object { $_ -notin 'type', 'min', 'max', 'pattern', 'enum', 'required', 'members', 'member', 'key', 'value' }) | Should -BeNullOrEmpty -Because $shape.Name
        }
    }
}
