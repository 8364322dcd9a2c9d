<#
.SYNOPSIS
    What Import-Module costs, against a binary module of one cmdlet with a manifest: fresh processes, in turn, medians.
.DESCRIPTION
    The row Import of build.ps1 Bench. Prints one line of JSON: what was found, and whether it is at most 1.3 times the bare module.
.EXAMPLE
    ./build.ps1 Bench -Row Import
#>
[CmdletBinding()]
param([ValidateRange(1, 1000)] [int] $Runs = 15)

$ErrorActionPreference = 'Stop'
$atMost = 1.3
$root = (Resolve-Path "$PSScriptRoot/../..").Path
$modules = [ordered]@{
    'bare module'  = "$PSScriptRoot/BareModule/bin/Release/net8.0/BareModule.psd1"
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
$found = foreach ($name in $modules.Keys) {
    $sorted = @($times[$name] | Sort-Object)
    $median[$name] = $sorted[[int][math]::Floor($sorted.Count / 2)]
    [string]::Format([cultureinfo]::InvariantCulture, '{0}: {1:0.0} ms (median of {2}; {3:0.0} to {4:0.0})', $name, $median[$name], $Runs, $sorted[0], $sorted[-1])
}
$ratio = $median['CustomLabels'] / $median['bare module']
$goal = @{ Reached = $ratio -le $atMost; Text = [string]::Format([cultureinfo]::InvariantCulture, '{0:0.00} times the bare module (at most {1:0.0})', $ratio, $atMost) }
[Console]::Out.WriteLine((@{ Found = @($found); Goals = @($goal) } | ConvertTo-Json -Compress))
