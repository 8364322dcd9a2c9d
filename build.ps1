<#
.SYNOPSIS
    Builds, tests and shows CustomLabels: the one script, for people and for CI.
.DESCRIPTION
    Build     Makes out/CustomLabels, the module to import, and out/local, the local endpoint as a program.
    Test      Builds, then runs every test: C# under dotnet, cmdlets under Pester, boto3 and the AWS CLI where they are. Ends with 'N passed, N failed, N skipped'.
    Demo      Builds, then runs the main job over samples/ against the local endpoint.
    Docs      Makes the module's help of the pages in docs/help. Needs PlatyPS (Microsoft.PowerShell.PlatyPS); what it makes is committed.
    Package   Builds, then makes out/package/CustomLabels.<version>.nupkg, for the PowerShell Gallery or a folder repository, and prints its hash.
    Reproduce Builds the package of the last commit twice, in new folders, and compares the two.
    Bench     Builds, then measures the engine and prints its tables: tests/Bench/README.md says what each row means. Takes half an hour.
    Clean     Deletes what was built.
    Exit code: 0 nothing failed and something passed, 1 tests failed or a row could not be measured, 2 set-up failed.
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

# What ships, by name: a new dependency is a decision, not an accident of the build folder.
$contents = (Import-PowerShellDataFile (Join-Path $root 'build/Contents.psd1')).Contents

. (Join-Path $root 'build/Package.ps1')
. (Join-Path $root 'build/Sbom.ps1')

function Invoke-Dotnet {
    & dotnet @args | Out-Host
    if ($LASTEXITCODE -ne 0) { throw "dotnet $($args[0]) failed with exit code $LASTEXITCODE." }
}

# The assemblies of the module's folders, from where they were built.
function Copy-Assembly {
    foreach ($part in $contents) {
        $folder = Join-Path $module $part.Folder
        $null = New-Item -ItemType Directory -Force $folder
        foreach ($name in $part.Ours + $part.Others) { Copy-Item (Join-Path $root "src/$($part.Project)/bin/Release/$($part.Framework)/$name.dll") $folder }
    }
}

# The local endpoint as a program: out/local.
function Copy-LocalServer {
    $local = Join-Path $out 'local'
    if (Test-Path $local) { Remove-Item -Recurse -Force $local }
    Copy-Item (Join-Path $root 'src/CustomLabels.Local.Server/bin/Release/net8.0') $local -Recurse
    Write-Host "Built $local"
}

# Makes out/CustomLabels and out/local; with only what ships, neither the tests nor out/local.
function Build-Module([switch] $ShippedOnly) {
    if (-not (Get-Command dotnet -ErrorAction Ignore)) { throw 'The .NET SDK (dotnet) is needed and not on the PATH. Install .NET SDK 10 and run this again.' }
    $version = Get-ModuleVersion (Join-Path $root 'CustomLabels.psd1')
    foreach ($built in $(if ($ShippedOnly) { 'src/CustomLabels', 'src/CustomLabels.Aws' } else { 'CustomLabels.slnx' })) {
        Invoke-Dotnet build (Join-Path $root $built) -c Release -v quiet -nologo "-p:Version=$version"
    }

    if (Test-Path $module) { Remove-Item -Recurse -Force $module }
    $null = New-Item -ItemType Directory -Force $module
    Copy-Item (Join-Path $root 'CustomLabels.psd1'), (Join-Path $root 'LICENSE') $module
    Copy-Item (Join-Path $root 'src/module/*') $module -Recurse
    # What the help's examples run on, and the pages that it refers to.
    foreach ($path in 'samples/manifest.jsonl', 'samples/images', 'docs/guides', 'docs/reference') {
        $null = New-Item -ItemType Directory -Force (Split-Path (Join-Path $module $path))
        Copy-Item (Join-Path $root $path) (Join-Path $module $path) -Recurse
    }
    Copy-Assembly
    $locks = 'CustomLabels.Core', 'CustomLabels.Aws', 'CustomLabels.Local', 'CustomLabels' | ForEach-Object { Join-Path $root "src/$_/packages.lock.json" }
    $packages = & dotnet msbuild (Join-Path $root 'src/CustomLabels.Aws') -getProperty:NuGetPackageRoot -p:TargetFramework=net8.0
    Copy-Item (Join-Path $packages "system.text.json/$((Get-LockedPackage $locks System.Text.Json).Version)/THIRD-PARTY-NOTICES.TXT") (Join-Path $module 'desktop/System.Text.Json.NOTICES.txt')
    $sbom = Get-Sbom -Version $version -LockFile $locks -Name @($contents.Others | Sort-Object -Unique) -PackageRoot $packages |
        ConvertTo-Json -Depth 6
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

function Add-Failure($Count, [string] $What) {
    Write-Host $What
    $Count.Failed++
    $Count.Failures += $What
}

function Add-DotnetCount($Count, [IO.FileInfo] $Project, [string] $Framework) {
    $lines = & dotnet test $Project.FullName -c Release -f $Framework --no-build --nologo
    $lines | Out-Host
    $sums = $lines | Select-String 'Failed:\s*(\d+), Passed:\s*(\d+), Skipped:\s*(\d+)' | Select-Object -Last 1
    if (-not $sums) { Add-Failure $Count "$($Project.BaseName) did not run on $Framework."; return }
    $lines | Select-String '^\s+Failed (\S.*) \[' -Context 0, 4 | ForEach-Object {
        $Count.Failures += "$Framework, $($_.Matches[0].Groups[1].Value): $(($_.Context.PostContext | ForEach-Object Trim) -join ' ')"
    }
    $Count.Failed += [int]$sums.Matches[0].Groups[1].Value
    $Count.Passed += [int]$sums.Matches[0].Groups[2].Value
    $Count.Skipped += [int]$sums.Matches[0].Groups[3].Value
}

# On .NET, and what is built for Windows PowerShell on .NET Framework: Windows' own, elsewhere Mono where it is.
function Test-Dotnet($Count) {
    $desktop = $env:OS -eq 'Windows_NT' -or (Get-Command mono -ErrorAction Ignore)
    if (-not $desktop) {
        Write-Host 'Skipped the C# tests on .NET Framework: they need Windows or Mono (mono).'
        $Count.Skipped++
    }
    foreach ($project in Get-ChildItem (Join-Path $root 'tests/*.Tests/*.csproj')) {
        Add-DotnetCount -Count $Count -Project $project -Framework net10.0
        if ($desktop -and (Get-Content -Raw $project.FullName) -match 'net472</TargetFrameworks>') { Add-DotnetCount -Count $Count -Project $project -Framework net472 }
    }
}

function Test-Module($Count) {
    $files = @(Get-ChildItem (Join-Path $root 'tests/Module') -Filter *.Tests.ps1)
    $pester = Find-Pester
    if (-not $pester) {
        $files | ForEach-Object { Write-Host "Skipped $($_.Name): it needs Pester 5, which is not installed and can't be restored as a package." }
        $Count.Skipped += $files.Count
        return
    }
    foreach ($file in $files) {
        # A process each: a module's assemblies stay loaded until their process ends.
        $report = Join-Path $out "pester/$($file.BaseName).json"
        & $shell -NoProfile -NonInteractive -File (Join-Path $root 'tests/Module/pester.ps1') -Path $file.FullName -Report $report -Pester $pester | Out-Host
        if (-not (Test-Path $report)) { Add-Failure $Count "$($file.Name) did not run."; continue }
        $result = Get-Content -Raw $report | ConvertFrom-Json
        $Count.Passed += $result.Passed
        $Count.Failed += $result.Failed
        $Count.Skipped += $result.Skipped
        $Count.Failures += $result.Failures | ForEach-Object { "$($file.Name), $_" }
    }
}

function Test-Peer($Count) {
    $hasBoto3 = (Get-Command python3 -ErrorAction Ignore) -and
        $(& python3 -c 'import importlib.util, sys; sys.exit(importlib.util.find_spec("boto3") is None)'; $LASTEXITCODE -eq 0)
    if (-not $hasBoto3) {
        Write-Host 'Skipped tests/Peers: it needs Python 3 (python3) with boto3.'
        $Count.Skipped++
        return
    }
    $lines = & python3 (Join-Path $root 'tests/Peers/peers.py')
    $lines | Out-Host
    $sums = $lines | Select-String '^(\d+) passed, (\d+) failed, (\d+) skipped$' | Select-Object -Last 1
    if (-not $sums) { Add-Failure $Count 'tests/Peers did not run.'; return }
    $Count.Failures += $lines | Select-String '^(FAIL|ERROR): (.*)' | ForEach-Object { "tests/Peers, $($_.Matches[0].Groups[2].Value)" }
    $Count.Passed += [int]$sums.Matches[0].Groups[1].Value
    $Count.Failed += [int]$sums.Matches[0].Groups[2].Value
    $Count.Skipped += [int]$sums.Matches[0].Groups[3].Value
}

try {
    switch ($Task) {
        'Build' { Build-Module }
        'Demo' {
            Build-Module
            & $shell -NoProfile -NonInteractive -Command "Import-Module '$module'; & '$(Join-Path $root 'samples/demo.ps1')'"
            if ($LASTEXITCODE -ne 0) { throw 'The demo failed.' }
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
            $arguments = @('--shell', $shell, '--scale', $Scale.ToString([cultureinfo]::InvariantCulture)) + $(if ($Row) { '--row', ($Row -join ',') })
            & dotnet (Join-Path $root 'tests/Bench/Engine/bin/Release/net10.0/Engine.dll') @arguments
            exit $LASTEXITCODE
        }
        'Test' {
            Build-Module
            $count = @{ Passed = 0; Failed = 0; Skipped = 0; Failures = @() }
            if (Test-Path (Join-Path $out 'pester')) { Remove-Item -Recurse -Force (Join-Path $out 'pester') }
            Test-Dotnet $count
            Test-Module $count
            Test-Peer $count
            # Once more at the end: of a log as long as this one, CI systems show that.
            $count.Failures | ForEach-Object { Write-Host "Failed: $_" }
            Write-Host "$($count.Passed) passed, $($count.Failed) failed, $($count.Skipped) skipped"
            exit $(if ($count.Failed -or -not $count.Passed) { 1 } else { 0 })
        }
        'Reproduce' {
            & (Join-Path $root 'build/reproduce.ps1')
            exit $LASTEXITCODE
        }
        'Clean' { Get-ChildItem $root -Directory -Recurse -Include bin, obj, out | Remove-Item -Recurse -Force }
        # Not a ValidateSet: what PowerShell refuses ends with 1, as failed tests do.
        default { throw "unknown task '$Task'. Allowed: Build, Test, Demo, Docs, Package, Reproduce, Bench, Clean." }
    }
}
catch {
    Write-Host "Set-up failed: $_"
    exit 2
}
