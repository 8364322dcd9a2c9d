<#
.SYNOPSIS
    Builds, tests and shows CustomLabels: the one script, for people and for CI.
.DESCRIPTION
    Build     Makes out/CustomLabels, the module to import, and out/local, the local endpoint as a program. Of native libraries it has this machine's alone.
    Test      Builds, then runs every test: C# under dotnet, cmdlets under Pester, boto3 and the AWS CLI where they are. Ends with 'N passed, N failed, N skipped'.
    Prove     Builds, then runs what takes longer than Test may: big fuzzes, kill nights, peers in bulk. At most an hour; ends as Test does.
    Demo      Builds what this PowerShell loads, then runs the main job over samples/ against the local endpoint.
    Dev       Builds what this PowerShell loads, without analyzers, then runs the tests that -Test names: for trying a change.
    Docs      Makes the module's help of the pages in docs/help. Needs PlatyPS (Microsoft.PowerShell.PlatyPS); what it makes is committed.
    Package   Builds, then makes out/package/CustomLabels.<version>.nupkg, for the PowerShell Gallery or a folder repository, and prints its hash.
    Reproduce Builds the package of the last commit twice, in new folders, and compares the two.
    Bench     Builds, then measures the engine and prints its tables: tests/Bench/README.md says what each row means. Takes half an hour.
    Clean     Deletes what was built.
    Exit code: 0 nothing failed and something passed, 1 tests failed or a row could not be measured, 2 set-up failed.
.PARAMETER Test
    Dev: Pester files by name, such as Limits or Cli*, or classes of C# tests, such as RequestGateTests.
.PARAMETER Row
    Bench: only the rows whose names begin so, such as Rate25, or Memory,Stop.
.PARAMETER Scale
    Bench: the part of each row's images and seconds that is run, 0.01 to 1, to see that it works.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'What it says is for people; the result is the exit code.')]
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [string] $Task = 'Build',
    [string[]] $Test = @(),
    [string[]] $Row = @(),
    [ValidateRange(0.01, 1)] [double] $Scale = 1
)

Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$env:DOTNET_CLI_UI_LANGUAGE = 'en'
$root = $PSScriptRoot
$out = Join-Path $root 'out'
$module = Join-Path $out 'CustomLabels'
$shell = if ($PSVersionTable.PSEdition -eq 'Core') { Join-Path $PSHOME 'pwsh' } else { Join-Path $PSHOME 'powershell' }
# What of the module this PowerShell loads.
$sessionFramework = if ($PSVersionTable.PSEdition -eq 'Core') { 'net8.0' } else { 'net472' }

# What ships, by name: a new dependency is a decision, not an accident of the build folder.
$shipped = Import-PowerShellDataFile (Join-Path $root 'build/Contents.psd1')
$contents = $shipped.Contents

. (Join-Path $root 'build/Natives.ps1')
. (Join-Path $root 'build/Package.ps1')
. (Join-Path $root 'build/ReadyToRun.ps1')
. (Join-Path $root 'build/Sbom.ps1')
. (Join-Path $root 'build/Testing.ps1')
. (Join-Path $root 'build/Proving.ps1')

function Invoke-Dotnet {
    & dotnet @args | Out-Host
    if ($LASTEXITCODE -ne 0) { throw "dotnet $($args[0]) failed with exit code $LASTEXITCODE." }
}

# The assemblies of some of the module's folders, from where they were built.
function Copy-Assembly($Parts) {
    foreach ($part in $Parts) {
        $folder = Join-Path $module $part.Folder
        $null = New-Item -ItemType Directory -Force $folder
        foreach ($name in $part.Ours + $part.Others) { Copy-Item (Join-Path $root "src/$($part.Project)/bin/Release/$($part.Framework)/$name.dll") $folder }
    }
}

# The folder of restored packages, the runtime identifier whose native libraries this machine loads, and versions of what is embedded.
function Get-BuildProperty {
    $names = @('NuGetPackageRoot', 'NativeRuntime') + $shipped.Embedded.Version | ForEach-Object { "-getProperty:$_" }
    & dotnet msbuild (Join-Path $root 'src/CustomLabels.Imaging') @names -p:TargetFramework=net8.0 | ConvertFrom-Json | ForEach-Object Properties
}

# The local endpoint as a program: out/local.
function Copy-LocalServer {
    $local = Join-Path $out 'local'
    if (Test-Path $local) { Remove-Item -Recurse -Force $local }
    Copy-Item (Join-Path $root 'src/CustomLabels.Local.Server/bin/Release/net8.0') $local -Recurse
    Write-Host "Built $local"
}

# A new out/CustomLabels, with all but its assemblies.
function Initialize-ModuleFolder {
    if (Test-Path $module) { Remove-Item -Recurse -Force $module }
    $null = New-Item -ItemType Directory -Force $module
    Copy-Item (Join-Path $root 'CustomLabels.psd1'), (Join-Path $root 'LICENSE') $module
    Copy-Item (Join-Path $root 'src/module/*') $module -Recurse
    # What the help's examples run on, and the pages that it refers to.
    foreach ($path in 'samples/manifest.jsonl', 'samples/images', 'docs/guides', 'docs/reference') {
        $null = New-Item -ItemType Directory -Force (Split-Path (Join-Path $module $path))
        Copy-Item (Join-Path $root $path) (Join-Path $module $path) -Recurse
    }
}

# Builds projects for this edition of PowerShell alone, without analyzers.
function Build-ForSession([string[]] $Project) {
    foreach ($one in $Project) {
        $options = '-c', 'Release', '-f', $sessionFramework, '-v', 'quiet', '-nologo', "-p:Version=$(Get-ModuleVersion (Join-Path $root 'CustomLabels.psd1'))", '-p:RunAnalyzers=false'
        Invoke-Dotnet build (Join-Path $root $one) @options
    }
}

# Makes out/CustomLabels for this edition of PowerShell alone: Build makes all of it.
function Build-Session {
    Assert-Sdk
    Build-ForSession @(($contents | Where-Object { $_.Framework -eq $sessionFramework }).Project | Sort-Object -Unique | ForEach-Object { "src/$_" })
    Initialize-ModuleFolder
    Copy-Assembly ($contents | Where-Object { $_.Framework -eq $sessionFramework })
    $properties = Get-BuildProperty
    Copy-Native $shipped $module $properties.NuGetPackageRoot $properties.NativeRuntime
    Write-Host "Built $module, for PowerShell $($PSVersionTable.PSEdition) alone"
}

# The assemblies that Pester files load besides the module.
function Build-TestSupport { Build-ForSession 'tests/ScriptedServer', 'tests/FakeAwsTools/V3', 'tests/FakeAwsTools/V4', 'tests/FakeAwsTools/V41' }

# Prints what was skipped and why, what failed, and the sum; gives the exit code.
function Write-Count($Count) {
    # Once more at the end: of a log as long as this one, CI systems show that.
    $Count.Skips | Group-Object | ForEach-Object { Write-Host "Skipped $($_.Count): $($_.Name)" }
    $Count.Failures | ForEach-Object { Write-Host "Failed: $_" }
    Write-Host "$($Count.Passed) passed, $($Count.Failed) failed, $($Count.Skipped) skipped"
    if ($Count.Failed -or -not $Count.Passed) { 1 } else { 0 }
}

function Assert-Sdk {
    if (-not (Get-Command dotnet -ErrorAction Ignore)) { throw 'The .NET SDK (dotnet) is needed and not on the PATH. Install .NET SDK 10 and run this again.' }
}

# Makes out/CustomLabels and out/local of what the solution, or a part of it, builds; with only what ships, out/local is not made.
function Build-Module([string] $Solution = 'CustomLabels.slnx', [switch] $ShippedOnly) {
    Assert-Sdk
    $version = Get-ModuleVersion (Join-Path $root 'CustomLabels.psd1')
    foreach ($built in $(if ($ShippedOnly) { $contents.Project | Sort-Object -Unique | ForEach-Object { "src/$_" } } else { $Solution })) {
        Invoke-Dotnet build (Join-Path $root $built) -c Release -v quiet -nologo "-p:Version=$version"
    }

    Initialize-ModuleFolder
    Copy-Assembly $contents
    Add-CompiledAssembly $module $shipped
    $locks = 'CustomLabels.Core', 'CustomLabels.Aws', 'CustomLabels.Imaging', 'CustomLabels.Local', 'CustomLabels' | ForEach-Object { Join-Path $root "src/$_/packages.lock.json" }
    $properties = Get-BuildProperty
    $packages = $properties.NuGetPackageRoot
    Copy-Native $shipped $module $packages $(if ($ShippedOnly) { $shipped.NativeFolders.Keys } else { $properties.NativeRuntime })
    # Of what is inside SkiaSharp and HarfBuzzSharp: one file, the same in all of their packages.
    Copy-Item (Join-Path $packages "skiasharp.nativeassets.win32/$((Get-LockedPackage $locks SkiaSharp.NativeAssets.Win32).Version)/THIRD-PARTY-NOTICES.txt") (Join-Path $module 'core/imaging/SkiaSharp.NOTICES.txt')
    Copy-Item (Join-Path $packages "system.text.json/$((Get-LockedPackage $locks System.Text.Json).Version)/THIRD-PARTY-NOTICES.TXT") (Join-Path $module 'desktop/System.Text.Json.NOTICES.txt')
    $sbom = Get-Sbom -Version $version -LockFile $locks -Name @(@($contents.Others) + @($shipped.Natives.Package) | Sort-Object -Unique) -PackageRoot $packages -Embedded @(
        $shipped.Embedded | ForEach-Object { @{ Name = $_.Package; Version = $properties.($_.Version); License = $_.License } }
    ) | ConvertTo-Json -Depth 6
    [IO.File]::WriteAllText((Join-Path $module 'sbom.cdx.json'), $sbom.Replace("`r`n", "`n") + "`n")
    Write-Host "Built $module"
    if (-not $ShippedOnly) { Copy-LocalServer }
}

# The path of Pester 5: an installed one, else the package, restored by the tool that every machine with this build has. Null where neither can be had.
function Find-Pester {
    $installed = Get-Module -ListAvailable Pester | Where-Object { $_.Version -ge '5.5' -and $_.Version -lt '6.0' } | Select-Object -First 1
    if ($installed) { return $installed.Path }
    $package = Join-Path $root 'tests/Module/Pester.csproj'
    & dotnet restore $package -v quiet | Out-Host
    $path = & dotnet msbuild $package -getProperty:PesterPath
    if ($path -and (Test-Path -LiteralPath $path)) { $path }
}

try {
    switch ($Task) {
        'Build' { Build-Module }
        'Demo' {
            Build-Session
            & $shell -NoProfile -NonInteractive -Command "Import-Module '$module'; & '$(Join-Path $root 'samples/demo.ps1')'"
            if ($LASTEXITCODE -ne 0) { throw 'The demo failed.' }
        }
        'Dev' {
            if (-not $Test) { throw 'Dev needs -Test: Pester files by name, such as Limits or Cli*, or classes of C# tests, such as RequestGateTests.' }
            $tests = @(Get-NamedTest $Test)
            if ($tests | Where-Object { $_['Pester'] }) { Build-Session }
            if ($tests | Where-Object { $_['Support'] }) { Build-TestSupport }
            exit $(if (Invoke-NamedTest $tests) { 0 } else { 1 })
        }
        'Docs' {
            if (-not (Get-Module -ListAvailable Microsoft.PowerShell.PlatyPS)) { throw 'PlatyPS is needed. Install-PSResource Microsoft.PowerShell.PlatyPS, and run this again.' }
            & (Join-Path $root 'docs/maml.ps1')
        }
        'Package' {
            Build-Module -ShippedOnly
            $package = New-ModulePackage -Module $module -Changelog (Join-Path $root 'CHANGELOG.md') -Destination (Join-Path $out 'package')
            Write-Host "Packed $package, $((Get-Item $package).Length) bytes, SHA-256 $((Get-FileHash $package).Hash)"
        }
        'Bench' {
            Build-Module
            $shell = Get-CompiledShell
            $arguments = @('--shell', $shell, '--scale', $Scale.ToString([cultureinfo]::InvariantCulture)) + $(if ($Row) { '--row', ($Row -join ',') })
            & dotnet (Join-Path $root 'tests/Bench/Engine/bin/Release/net10.0/Engine.dll') @arguments
            exit $LASTEXITCODE
        }
        'Test' {
            # Without the benchmarks and the quickstart, which are built where they are used.
            Build-Module -Solution build/tests.slnf
            if (Test-Path (Join-Path $out 'tests')) { Remove-Item -Recurse -Force (Join-Path $out 'tests') }
            $shell = Get-CompiledShell
            # .NET measures what runs often, to compile it better later: programs of seconds don't live to see it.
            $env:DOTNET_TieredPGO = '0'
            $count = Invoke-Test (@(Get-DotnetTest) + @(Get-PeerTest) + @(Get-PesterTest))
            exit (Write-Count $count)
        }
        'Prove' {
            Build-Module
            $shell = Get-CompiledShell
            exit (Write-Count (Invoke-Proof @(Get-Proof)))
        }
        'Reproduce' {
            & (Join-Path $root 'build/reproduce.ps1')
            exit $LASTEXITCODE
        }
        'Clean' { Get-ChildItem $root -Directory -Recurse -Include bin, obj, out | Remove-Item -Recurse -Force }
        # Not a ValidateSet: what PowerShell refuses ends with 1, as failed tests do.
        default { throw "unknown task '$Task'. Allowed: Build, Test, Prove, Demo, Dev, Docs, Package, Reproduce, Bench, Clean." }
    }
}
catch {
    Write-Host "Set-up failed: $_"
    exit 2
}
