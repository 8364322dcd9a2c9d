<#
.SYNOPSIS
    What Import-Module costs, against a binary module of one cmdlet with a manifest: fresh processes, in turn, medians.
.EXAMPLE
    ./build.ps1 Build; ./tests/Bench/Import.ps1
#>
[CmdletBinding()]
param([ValidateRange(3, 1000)] [int] $Runs = 15)

$ErrorActionPreference = 'Stop'
$root = (Resolve-Path "$PSScriptRoot/../..").Path
$bare = "$PSScriptRoot/BareModule"
dotnet build "$bare/BareModule.csproj" -c Release -v quiet -nologo
if ($LASTEXITCODE) { throw 'The bare module did not build.' }

$modules = [ordered]@{
    'bare module'  = "$bare/bin/Release/net8.0/BareModule.psd1"
    'CustomLabels' = "$root/out/CustomLabels/CustomLabels.psd1"
}
$times = @{}
foreach ($run in 0..$Runs) {
    foreach ($name in $modules.Keys) {
        $ms = & (Join-Path $PSHOME pwsh) -NoProfile -NonInteractive -Command "`$w = [Diagnostics.Stopwatch]::StartNew(); Import-Module '$($modules[$name])'; `$w.Elapsed.TotalMilliseconds.ToString([cultureinfo]::InvariantCulture)"
        # The first of each only warms the disk up.
        if ($run) { [double[]] $times[$name] += [double]::Parse($ms, [cultureinfo]::InvariantCulture) }
    }
}

$median = @{}
foreach ($name in $modules.Keys) {
    $sorted = $times[$name] | Sort-Object
    $median[$name] = $sorted[[int][math]::Floor($sorted.Count / 2)]
    [pscustomobject]@{
        Module      = $name
        Runs        = $Runs
        'Median ms' = [math]::Round($median[$name], 1)
        'Min ms'    = [math]::Round($sorted[0], 1)
        'Max ms'    = [math]::Round($sorted[-1], 1)
        Ratio       = [math]::Round($median[$name] / $median['bare module'], 2)
    }
}
