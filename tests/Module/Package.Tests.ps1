# The package: what is in it, what it says of itself, and that it installs.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Pester hands variables on from block to block.')]
param()

BeforeDiscovery {
    $hasPSResourceGet = [bool](Get-Module -ListAvailable Microsoft.PowerShell.PSResourceGet)
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/Child.ps1
    . (Join-Path $repository 'build/Package.ps1')
    Add-Type -AssemblyName System.IO.Compression.FileSystem

    $module = Join-Path $repository 'out/CustomLabels'
    $folder = New-TestFolder
    $package = New-ModulePackage -Module $module -Changelog (Join-Path $repository 'CHANGELOG.md') -Destination (Join-Path $folder 'feed')
    [IO.Compression.ZipFile]::ExtractToDirectory($package, (Join-Path $folder 'unzipped/CustomLabels'))
    $version = Get-ModuleVersion (Join-Path $module 'CustomLabels.psd1')
    $nuspec = ([xml](Get-Content -Raw (Join-Path $folder 'unzipped/CustomLabels/CustomLabels.nuspec'))).package.metadata
    $sbom = Get-Content -Raw (Join-Path $module 'sbom.cdx.json') | ConvertFrom-Json

    $names = @{
        Own       = 'CustomLabels.Core', 'CustomLabels.Local', 'CustomLabels'
        Aws       = 'AWSSDK.Core', 'AWSSDK.SSO', 'AWSSDK.SSOOIDC', 'AWSSDK.SecurityToken', 'CustomLabels.Aws', 'YamlDotNet'
        Framework = 'Microsoft.Bcl.AsyncInterfaces', 'System.Buffers', 'System.Memory', 'System.Numerics.Vectors', 'System.Runtime.CompilerServices.Unsafe',
        'System.Text.Encodings.Web', 'System.Text.Json', 'System.Threading.Tasks.Extensions', 'System.ValueTuple'
    }

    $names.Imaging = 'CustomLabels.Imaging', 'HarfBuzzSharp', 'SkiaSharp', 'SkiaSharp.HarfBuzz'
    # Of one platform, as a build that isn't for the package has them.
    $shipped = Import-PowerShellDataFile (Join-Path $repository 'build/Contents.psd1')
    $runtimes = @($shipped.NativeFolders.Keys | Where-Object { Test-Path (Join-Path $module $shipped.NativeFolders[$_]) })
    $natives = foreach ($runtime in $runtimes) { $shipped.Natives | Where-Object { $_.Runtimes -contains $runtime } | ForEach-Object { "$($shipped.NativeFolders[$runtime])/$($_.File)" } }

    # Compiled beforehand: all or, where the build had no compiler, none.
    $compiledFolders = if (Get-ChildItem (Join-Path $module core) -Filter 'net*') { 'core/net10.0-linux-x64', 'core/net10.0-win-x64' }

    # In a process that knows only this module path: the module loads by itself, and detects.
    function Use-InstalledModule([string] $ModulePath) {
        Invoke-Child @"
            `$env:PSModulePath = '$ModulePath'
            . '$PSScriptRoot/Isolation.ps1'
            Use-Cmdlet
            (Get-Module CustomLabels).ModuleBase
"@
    }
}

AfterAll { Remove-Item -Recurse -Force $folder }

Describe 'The contents' {
    It 'are this list' {
        $expected = @(
            'CustomLabels.psd1', 'CustomLabels.Format.ps1xml', 'LICENSE', 'THIRD-PARTY-NOTICES.txt', 'icon.png', 'sbom.cdx.json'
            'CustomLabels.nuspec', '[Content_Types].xml', '_rels/.rels'
            'about_CustomLabels', 'about_CustomLabels_Errors', 'about_CustomLabels_LocalEndpoint' | ForEach-Object { "en-US/$_.help.txt" }
            'en-US/CustomLabels.dll-Help.xml', 'scripts/night.ps1', 'desktop/System.Text.Json.NOTICES.txt'
            'samples', 'docs/guides', 'docs/reference' | ForEach-Object { Join-Path $repository $_ } | Get-ChildItem -Recurse -File |
                ForEach-Object { $_.FullName.Substring($repository.Length + 1).Replace('\', '/') } | Where-Object { $_ -match '^docs/|^samples/(images/|manifest\.jsonl$)' }
            'core/CustomLabels.Loader.dll'
            $names.Own | ForEach-Object { "core/$_.dll"; "desktop/$_.dll" }
            $names.Aws | ForEach-Object { "core/aws/$_.dll"; "desktop/aws/$_.dll" }
            $names.Imaging | ForEach-Object { "core/imaging/$_.dll"; "desktop/imaging/$_.dll" }
            $natives
            'core/imaging/SkiaSharp.NOTICES.txt'
            foreach ($compiled in $compiledFolders) {
                'CustomLabels', 'CustomLabels.Core' | ForEach-Object { "$compiled/$_.dll" }
            }
            $names.Framework | ForEach-Object { "desktop/$_.dll" }
        )
        $archive = [IO.Compression.ZipFile]::OpenRead($package)
        try { $found = $archive.Entries.FullName } finally { $archive.Dispose() }

        $found | Sort-Object | Should -BeExactly ($expected | Sort-Object)
    }

    It 'are under 8 MB, and under 4 MB more where they are compiled beforehand too, without native libraries' {
        $archive = [IO.Compression.ZipFile]::OpenRead($package)
        try {
            $compiled = ($archive.Entries | Where-Object FullName -Like 'core/net*' | Measure-Object -Sum CompressedLength).Sum
            $native = ($archive.Entries | Where-Object FullName -Match '/lib(Skia|HarfBuzz)Sharp\.' | Measure-Object -Sum CompressedLength).Sum
        }
        finally { $archive.Dispose() }

        $compiled | Should -BeLessThan 4MB
        (Get-Item $package).Length - $compiled - $native | Should -BeLessThan 8MB
    }

    It 'are refused where they are larger than a package may be' {
        { New-ModulePackage -Module $module -Changelog (Join-Path $repository 'CHANGELOG.md') -Destination (Join-Path $folder 'large') -MaxBytes 1MB } |
            Should -Throw '*at most 1,048,576 bytes*'
    }

    It 'have native libraries of this machine alone, where they aren''t built to be published' {
        $system = if ($PSEdition -eq 'Desktop' -or $IsWindows) { 'win' } elseif ($IsMacOS) { 'osx' } else { 'linux' }

        $runtimes.Count | Should -Be 1
        $runtimes[0] | Should -BeLike "$system*"
        if ($system -ne 'osx') { $runtimes[0] | Should -BeLike "*-$([Runtime.InteropServices.RuntimeInformation]::OSArchitecture)" }
    }

    It 'have a folder for each platform that has native libraries' {
        $shipped.NativeFolders.Keys | Sort-Object | Should -Be 'linux-arm64', 'linux-musl-x64', 'linux-x64', 'osx', 'win-arm64', 'win-x64'
        foreach ($one in $shipped.NativeFolders.Keys) { @($shipped.Natives | Where-Object { $_.Runtimes -contains $one }).Count | Should -Be 2 -Because $one }
    }

    It 'are the same bytes whenever they are packed' {
        $again = New-ModulePackage -Module $module -Changelog (Join-Path $repository 'CHANGELOG.md') -Destination (Join-Path $folder 'again')

        (Get-FileHash $again).Hash | Should -Be (Get-FileHash $package).Hash
    }
}

Describe 'What the package says of itself' {
    It 'is what the manifest says' {
        $info = Test-ModuleManifest (Join-Path $module 'CustomLabels.psd1')

        "$($info.Version)$(if ($info.PrivateData.PSData.Prerelease) { '-' })$($info.PrivateData.PSData.Prerelease)" | Should -BeExactly $version
        Split-Path -Leaf $package | Should -BeExactly "CustomLabels.$version.nupkg"
        $nuspec.id, $nuspec.version, $nuspec.authors, $nuspec.description | Should -BeExactly 'CustomLabels', $version, $info.Author, $info.Description
        $nuspec.icon, $nuspec.license.InnerText | Should -BeExactly 'icon.png', 'LICENSE'
        $nuspec.SelectNodes('*[local-name()="projectUrl" or local-name()="iconUrl" or local-name()="licenseUrl"]').Count | Should -Be 0
    }

    It 'names the editions and every command in its tags' {
        $tags = $nuspec.tags -split ' '

        'PSModule', 'PSEdition_Core', 'PSEdition_Desktop', 'PSIncludes_Cmdlet' | Should -BeIn $tags
        foreach ($command in Get-Command -Module CustomLabels) { "PSCmdlet_$($command.Name)", "PSCommand_$($command.Name)" | Should -BeIn $tags }
    }

    It 'has the changelog''s lines of this version' {
        $nuspec.releaseNotes | Should -BeLike '*Invoke-RKCustomLabelDetection*'
        $nuspec.releaseNotes | Should -Not -Match '(?m)^#'
    }

    It 'has the manifest''s prerelease label' {
        $copy = Join-Path $folder 'labelled/CustomLabels'
        Copy-Item -Recurse $module $copy
        $manifest = Join-Path $copy 'CustomLabels.psd1'
        (Get-Content -Raw $manifest) -replace "(?m)^(\s*Prerelease\s*=\s*)'.*'", "`$1'rc7'" | Set-Content $manifest

        $labelled = New-ModulePackage -Module $copy -Changelog (Join-Path $repository 'CHANGELOG.md') -Destination (Join-Path $folder 'labelled')

        Split-Path -Leaf $labelled | Should -BeExactly "CustomLabels.$((Test-ModuleManifest $manifest).Version)-rc7.nupkg"
    }

    It 'lists what is of others, with version, hash and licence' {
        $sbom.bomFormat, $sbom.specVersion, $sbom.metadata.component.version | Should -Be 'CycloneDX', '1.6', $nuspec.version
        $sbom.components.name | Should -BeExactly (@($names.Aws) + $names.Imaging + $names.Framework + $shipped.Natives.Package + $shipped.Embedded.Package | Where-Object { $_ -notlike 'CustomLabels.*' } | Sort-Object)
        foreach ($component in $sbom.components) {
            $component.purl | Should -BeExactly "pkg:nuget/$($component.name)@$($component.version)"
            $component.hashes[0].content | Should -Match '^[0-9a-f]{128}$'
            $component.licenses[0].license.id | Should -BeIn 'Apache-2.0', 'MIT', 'OFL-1.1'
        }
    }

    It 'names them in its notices' {
        $notices = Get-Content -Raw (Join-Path $module 'THIRD-PARTY-NOTICES.txt')

        foreach ($name in $sbom.components.name) { $notices | Should -Match "\b$([regex]::Escape($name))\b" }
    }
}

Describe 'On a platform without native libraries' {
    It 'pictures are an error before their library is touched, and all else works' {
        $copy = Join-Path $folder 'bare/CustomLabels'
        Copy-Item -Recurse $module $copy
        $natives | ForEach-Object { Remove-Item (Join-Path $copy $_) }
        $output = Invoke-Child @"
            `$env:PSModulePath = '$(Split-Path $copy)'
            . '$PSScriptRoot/Isolation.ps1'
            Use-Cmdlet
            `$picture = [CustomLabels.ImageAnnotation[]](Import-RKAnnotation '$repository/samples/manifest.jsonl' -ImageRoot '$repository/samples/images')[0]
            try { `$picture | Export-RKDetectionImage '$folder/bare/pictures' -ErrorAction Stop } catch { (`$_.FullyQualifiedErrorId -split ',')[0]; `$_.Exception.Message }
            `$picture | Export-RKDetectionReport '$folder/bare/report.html' -WarningAction SilentlyContinue | Out-Null
            Test-Path '$folder/bare/report.html'
            [AppDomain]::CurrentDomain.GetAssemblies().GetName().Name -match 'Skia|Imaging'
"@

        $output[0, 1] | Should -Be 'Succeeded', 'ImagingUnavailable'
        $output[2] | Should -BeLike "*the module has no native library for *. It has one for no platform. Detection*"
        $output[3..9] | Should -Be 'True'
    }
}

Describe 'Installing' {
    It 'is unzipping into a folder of the module path' {
        $output = Use-InstalledModule (Join-Path $folder 'unzipped')

        $output | Should -Be 'Succeeded', (Join-Path $folder 'unzipped/CustomLabels')
    }

    It 'from a folder is what PSResourceGet does' -Skip:(-not $hasPSResourceGet) {
        # Skipped where PSResourceGet is not installed.
        $installed = Join-Path $folder 'installed'
        $null = New-Item -ItemType Directory $installed
        $output = Invoke-Child @"
            Register-PSResourceRepository -Name CustomLabelsTest -Uri '$(Split-Path $package)' -Trusted -Force
            try {
                `$found = Find-PSResource CustomLabels -Repository CustomLabelsTest -Prerelease
                "`$(`$found.Name) `$(`$found.Version)`$(if (`$found.Prerelease) { '-' })`$(`$found.Prerelease) `$(`$found.Type)"
                Save-PSResource CustomLabels -Repository CustomLabelsTest -Path '$installed' -Prerelease
            }
            finally { Unregister-PSResourceRepository CustomLabelsTest }
"@
        $output | Should -Be "CustomLabels $version Module"

        $status, $base = Use-InstalledModule $installed
        $status | Should -Be 'Succeeded'
        # Names with brackets, spaces and letters beyond ASCII, too.
        foreach ($image in Get-ChildItem (Join-Path $repository 'samples/images') -Recurse -File) {
            Join-Path $base $image.FullName.Substring($repository.Length + 1) | ForEach-Object { Test-Path -LiteralPath $_ } | Should -BeTrue -Because $image.Name
        }
    }
}
