# Test-RKManifest as a user meets it: what binds, what comes out, what is an error, and what -Quiet makes of it. The rules themselves are held under xunit.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $folder = New-TestFolder
    Push-Location $folder
    $manifest = Join-Path $samples 'manifest.jsonl'
    $images = Join-Path $samples 'images'
    $lines = [IO.File]::ReadAllLines($manifest)
    function Write-Manifest([string] $Name, [string[]] $Line) { [IO.File]::WriteAllLines((Join-Path $folder $Name), $Line) }
    Write-Manifest 'bad.manifest' ('{', '' + $lines)
    Write-Manifest 'a[1].manifest' $lines[0..1]
    Write-Manifest 'a1.manifest' '{'
}

AfterAll {
    Pop-Location
    Remove-Item -LiteralPath $folder -Recurse -Force
}

Describe 'Test-RKManifest' {
    It 'says what the service would do, with the figures and the labels' {
        $result = Test-RKManifest $manifest
        $result.LiteralPath | Should -Be $manifest
        $result.Training.LineCount | Should -Be 24
        $result.Training.ValidLineCount + $result.Training.InvalidLineCount + $result.Training.IgnoredLineCount | Should -Be 24
        $result.Testing | Should -BeNullOrEmpty
        ($result.Labels | Where-Object Name -EQ 'logo').BoxCount | Should -Be 16
        $result.Summary | Should -BeLike 'Would *'
    }

    It 'tells the line, the code, the severity and what to do' {
        $result = Test-RKManifest bad.manifest
        $result.IsValid | Should -BeFalse
        $result.Verdict | Should -Be 'WouldLoseData'
        $found = $result.Findings | Where-Object Line -EQ 1
        "$($found.Rule) $($found.Code) $($found.Severity)" | Should -Be 'JsonInvalid ERROR_INVALID_JSON_LINE Error'
        $found.File | Should -Be (Join-Path $folder 'bad.manifest')
        $found.RecommendedAction | Should -Not -BeNullOrEmpty
        ($result.Findings | Where-Object Line -EQ 2).Rule | Should -Be 'LineBlank'
    }

    It 'keeps the first 20 places of a rule, and says how many there are' {
        Write-Manifest 'many.manifest' (@('{') * 50)
        $count = (Test-RKManifest many.manifest).Counts | Where-Object Rule -EQ 'JsonInvalid'
        "$($count.Count) $($count.Shown) $count" | Should -Be '50 20 50 JsonInvalid'
    }

    It 'takes a manifest by <How>' -ForEach @(
        @{ How = 'position'; Script = { Test-RKManifest 'a[[]1].manifest' } }
        @{ How = 'literal path'; Script = { Test-RKManifest -LiteralPath 'a[1].manifest' } }
        @{ How = 'a path that is a file as it stands'; Script = { Test-RKManifest 'a[1].manifest' } }
        @{ How = 'a piped name'; Script = { 'a[1].manifest' | Test-RKManifest } }
        @{ How = 'Get-ChildItem'; Script = { Get-ChildItem -File | Where-Object Name -EQ 'a[1].manifest' | Test-RKManifest } }
        @{ How = 'Get-Item beside other parameters'; Script = { Get-Item -LiteralPath 'a[1].manifest' | Test-RKManifest -TestingManifest $manifest -ImageRoot $images } }
        @{ How = 'Export-RKAnnotation'; Script = { Import-RKAnnotation -LiteralPath 'a[1].manifest' | Export-RKAnnotation 'out[1].manifest' -Format GroundTruth -Force -WarningAction Ignore | Test-RKManifest } }
    ) {
        (& $Script).Training.LineCount | Should -Be 2
    }

    It 'looks into the pictures below -ImageRoot' {
        $result = Test-RKManifest $manifest -ImageRoot $images
        $result.Counts | Where-Object Rule -EQ 'ImageMissing' | Should -BeNullOrEmpty
        $missing = Test-RKManifest $manifest -ImageRoot $folder
        ($missing.Counts | Where-Object Rule -EQ 'ImageMissing').Count | Should -Be 24
        $missing.IsValid | Should -Be $result.IsValid
    }

    It 'compares the testing manifest with the training manifest' {
        Write-Manifest 'test.manifest' $lines[0..3]
        $result = Test-RKManifest $manifest -TestingManifest test.manifest
        $result.Testing.LineCount | Should -Be 4
        ($result.Counts | Where-Object Rule -EQ 'TestingImageInTraining').Count | Should -Be 4
        ($result.Labels | Where-Object Name -EQ 'scratch').TestingImageCount | Should -BeGreaterThan 0
    }

    It 'says of the first file that can not be read, <Id>, and goes on' -ForEach @(
        @{ Name = 'nowhere.manifest'; Id = 'PathNotFound' }
        @{ Name = 'none*.manifest'; Id = 'PathNotFound' }
        @{ Name = '.'; Id = 'AnnotationUnreadable' }
    ) {
        $found = $Name, 'bad.manifest' | Test-RKManifest -ErrorVariable failed -ErrorAction SilentlyContinue
        ($failed[0].FullyQualifiedErrorId -split ',')[0] | Should -Be $Id
        $found.Training.LineCount | Should -Be 26
    }

    It 'ends where there is no manifest at all, or a testing manifest that is not there' {
        { Test-RKManifest } | Should -Throw -ErrorId 'RequestInvalid*'
        { Test-RKManifest $manifest -TestingManifest nowhere.manifest -ErrorAction Stop } | Should -Throw -ErrorId 'AnnotationUnreadable*'
    }
}

Describe 'Test-RKManifest -Quiet' {
    It 'is one boolean and no error for <What>' -ForEach @(
        @{ What = 'a valid manifest'; Script = { Test-RKManifest 'a[1].manifest' -Quiet }; Is = $true }
        @{ What = 'a bad one'; Script = { Test-RKManifest bad.manifest -Quiet }; Is = $false }
        @{ What = 'none there'; Script = { Test-RKManifest nowhere.manifest -Quiet }; Is = $false }
        @{ What = 'a literal path of nothing'; Script = { Test-RKManifest -LiteralPath nowhere.manifest -Quiet }; Is = $false }
        @{ What = 'a pattern of nothing'; Script = { Test-RKManifest none*.manifest -Quiet }; Is = $false }
        @{ What = 'a folder'; Script = { Test-RKManifest . -Quiet }; Is = $false }
        @{ What = 'no testing manifest there'; Script = { Test-RKManifest 'a[1].manifest' -TestingManifest nowhere.manifest -Quiet }; Is = $false }
    ) {
        $found = @(& $Script -ErrorAction Stop)
        $found.Count | Should -Be 1
        $found[0] | Should -BeOfType ([bool])
        $found[0] | Should -Be $Is
    }
}
