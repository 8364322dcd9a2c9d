<#
.SYNOPSIS
    What it costs to measure a model: all twelve figures, counts, intervals and thresholds of a large set of objects in memory, in a fresh process.
.DESCRIPTION
    The row Evaluation of build.ps1 Bench. Beside it, pycocotools' own evaluation of the same set, where a python3 has it (its reading of the files not counted), and the
    largest difference of the figures. Prints one line of JSON.
.PARAMETER Images
    The pictures of the set; each has 8 truths and 80 detections.
.EXAMPLE
    ./build.ps1 Bench -Row Evaluation
#>
[CmdletBinding()]
param([ValidateRange(1, 1000000)] [int] $Images = 5000)

$ErrorActionPreference = 'Stop'
$root = (Resolve-Path "$PSScriptRoot/../../..").Path
$folder = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "customlabels-evaluation-$PID")).FullName
$format = [cultureinfo]::InvariantCulture

@'
    param($Module, $Set, [int] $Images)
    Add-Type -Path $Set
    Import-Module $Module
    function Get-Memory { if (Test-Path /proc/self/status) { [int]((Get-Content "/proc/$PID/status") -match '^VmHWM' -replace '\D')[0] } else { [int]((Get-Process -Id $PID).PeakWorkingSet64 / 1024) } }
    $truth, $found = [LargeSet]::Objects($Images, [CustomLabels.ImageAnnotation], [CustomLabels.LabelAnnotation], [CustomLabels.BoundingBox], [CustomLabels.LabelAnnotationCollection])
    $before = Get-Memory
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $evaluation = Measure-RKDetection -GroundTruth $truth -InputObject $found
    $seconds = $watch.Elapsed.TotalSeconds
    $figures = 'Ap', 'Ap50', 'Ap75', 'ApSmall', 'ApMedium', 'ApLarge', 'Ar1', 'Ar10', 'Ar100', 'ArSmall', 'ArMedium', 'ArLarge' | ForEach-Object { $evaluation.$_ }
    @{ Seconds = $seconds; Peak = (Get-Memory) / 1024; Grown = ((Get-Memory) - $before) / 1024; Figures = $figures } | ConvertTo-Json -Compress
'@ | Set-Content "$folder/measure.ps1"

try {
    $runs = foreach ($run in 1..3) { & (Join-Path $PSHOME pwsh) -NoProfile -NonInteractive -File "$folder/measure.ps1" "$root/out/CustomLabels" "$PSScriptRoot/LargeSet.cs" $Images | Select-Object -Last 1 | ConvertFrom-Json }
    $ours = $runs | Sort-Object Seconds | Select-Object -First 1
    $theirs = $null
    $python = Get-Command python3, python -CommandType Application -All -ErrorAction Ignore | Where-Object { & $_ -c 'import pycocotools.cocoeval' 2>$null; $LASTEXITCODE -eq 0 } | Select-Object -First 1
    if ($python) {
        Add-Type -Path "$PSScriptRoot/LargeSet.cs"
        [LargeSet]::Write($Images, "$folder/truth.json", "$folder/found.json")
        $theirs = & $python "$PSScriptRoot/pycocotools_figures.py" "$folder/truth.json" "$folder/found.json" | Select-Object -Last 1 | ConvertFrom-Json
    }
}
finally { Remove-Item -Recurse -Force $folder }

$largest = if ($theirs) { (0..11 | ForEach-Object { [Math]::Abs($ours.Figures[$_] - $theirs.Figures[$_]) } | Measure-Object -Maximum).Maximum }
$found = @(
    [string]::Format($format, '{0} pictures, {1} truths, {2} detections of 80 labels: {3:0.00} s in a fresh process (of three: {4}); memory grew by {5:0} MB to {6:0} MB', $Images, 8 * $Images, 80 * $Images, $ours.Seconds, (($runs | ForEach-Object { $_.Seconds.ToString('0.00', $format) }) -join ', '), $ours.Grown, $ours.Peak)
    if ($theirs) { [string]::Format($format, 'pycocotools: {0:0.0} s, {1:0} times as long; largest difference of the twelve figures {2:0.0e+0}', $theirs.Seconds, $theirs.Seconds / $ours.Seconds, $largest) }
    else { 'pycocotools: not measured, no python3 has it' }
)
$goals = @(
    @{ Reached = $ours.Seconds -lt 2; Text = [string]::Format($format, '{0:0.00} s (under 2)', $ours.Seconds) }
    @{ Reached = $ours.Peak -le 512; Text = [string]::Format($format, 'a process of {0:0} MB (at most 512)', $ours.Peak) }
    if ($theirs) {
        @{ Reached = $theirs.Seconds -ge 20 * $ours.Seconds; Text = [string]::Format($format, '{0:0.0} times as fast as pycocotools (at least 20)', $theirs.Seconds / $ours.Seconds) }
        @{ Reached = $largest -le 1e-9; Text = [string]::Format($format, 'its figures, to {0:0.0e+0} (1e-9)', $largest) }
    }
)
[Console]::Out.WriteLine((@{ Found = @($found); Goals = $goals } | ConvertTo-Json -Compress))
