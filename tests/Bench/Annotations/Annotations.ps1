<#
.SYNOPSIS
    What it costs to read and write labels: a set of images in each format, a manifest as long as the service takes, and a COCO file that is larger than memory.
.DESCRIPTION
    The row Annotations of build.ps1 Bench, and a part of Prove. Each reading and writing is in a process of its own. Prints one line of JSON: seconds, and how far the
    peak of memory grew above that of a session that has read a small file of the format.
.PARAMETER Images
    The images of the set that is written and read in each format.
.PARAMETER CocoMegabytes
    The size of the COCO file.
.EXAMPLE
    ./build.ps1 Bench -Row Annotations
#>
[CmdletBinding()]
param([ValidateRange(1, 1000000)] [int] $Images = 100000, [ValidateRange(1, 4000)] [int] $CocoMegabytes = 500)

$ErrorActionPreference = 'Stop'
$root = (Resolve-Path "$PSScriptRoot/../../..").Path
$folder = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "customlabels-annotations-$PID")).FullName
$format = [cultureinfo]::InvariantCulture
Add-Type -Path "$PSScriptRoot/LargeFiles.cs"

@'
    param($Module, $Read, $Format, $Write, $Small)
    Import-Module $Module
    function Get-Memory { if (Test-Path /proc/self/status) { [int]((Get-Content "/proc/$PID/status") -match '^VmHWM' -replace '\D')[0] } else { [int]((Get-Process -Id $PID).PeakWorkingSet64 / 1024) } }
    $options = if ($Format -eq 'GroundTruth') { @{ SourcePrefix = 's3://line4' } } else { @{} }
    if ($Write) { $null = Import-RKAnnotation $Small | Export-RKAnnotation "$Small.out" -Format $Format @options 3>$null } else { $null = Import-RKAnnotation $Small 3>$null }
    $before = Get-Memory
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $first = 0
    $count = 0
    if ($Format -eq 'Test') { $count = (Test-RKManifest $Read).Training.ValidLineCount }
    elseif ($Write) { $count = (Import-RKAnnotation $Read | Export-RKAnnotation $Write -Format $Format @options 3>$null).ImageCount }
    else { Import-RKAnnotation $Read 3>$null | ForEach-Object { if (-not $count++) { $first = $watch.Elapsed.TotalSeconds } } }
    @{ Count = $count; First = $first; Seconds = $watch.Elapsed.TotalSeconds; Peak = (Get-Memory) / 1024; Grown = ((Get-Memory) - $before) / 1024 } | ConvertTo-Json -Compress
'@ | Set-Content "$folder/measure.ps1"

# Reads a file, or reads it and writes it in a format, in a process of its own.
function Measure-Annotation([string] $Read, [string] $Small, [string] $Format = '', [string] $Write = '') {
    & (Join-Path $PSHOME pwsh) -NoProfile -NonInteractive -File "$folder/measure.ps1" "$root/out/CustomLabels" $Read $Format $Write $Small | Select-Object -Last 1 | ConvertFrom-Json
}

try {
    [LargeFiles]::Manifest("$folder/small.manifest", 10)
    $null = [LargeFiles]::Coco("$folder/small.json", 10000)

    [LargeFiles]::Manifest("$folder/long.manifest", 250000)
    $long = Measure-Annotation -Read "$folder/long.manifest" -Small "$folder/small.manifest"
    $tested = Measure-Annotation -Read "$folder/long.manifest" -Small "$folder/small.manifest" -Format Test
    Remove-Item "$folder/long.manifest"

    $cocoImages = [LargeFiles]::Coco("$folder/large.json", $CocoMegabytes * 1MB)
    $cocoLength = (Get-Item "$folder/large.json").Length / 1MB
    $large = Measure-Annotation -Read "$folder/large.json" -Small "$folder/small.json"
    Remove-Item "$folder/large.json"

    [LargeFiles]::Manifest("$folder/set.manifest", $Images)
    $rows = foreach ($name in 'GroundTruth', 'Coco', 'Yolo', 'PascalVoc', 'Csv', 'JsonLines') {
        $written = Measure-Annotation -Read "$folder/set.manifest" -Small "$folder/small.manifest" -Format $name -Write "$folder/$name.out"
        $read = Measure-Annotation -Read "$folder/$name.out" -Small "$folder/small.manifest.out"
        Remove-Item -Recurse -Force "$folder/$name.out", "$folder/small.manifest.out"
        @{ Name = $name; Written = $written; Read = $read }
    }
}
finally { Remove-Item -Recurse -Force $folder }

$found = @(
    [string]::Format($format, 'a manifest of 250,000 lines: {0} images in {1:0.0} s, the first after {2:0.00} s; memory grew by {3:0} MB to {4:0} MB', $long.Count, $long.Seconds, $long.First, $long.Grown, $long.Peak)
    [string]::Format($format, 'the same manifest tested in {0:0.0} s; memory grew by {1:0} MB to {2:0} MB', $tested.Seconds, $tested.Grown, $tested.Peak)
    [string]::Format($format, 'a COCO file of {0:0} MB, annotations before images: {1} images in {2:0.0} s, the first after {3:0.0} s; memory grew by {4:0} MB to {5:0} MB', $cocoLength, $large.Count, $large.Seconds, $large.First, $large.Grown, $large.Peak)
    $rows | ForEach-Object {
        [string]::Format($format, '{0} images as {1}: written in {2:0.0} s with {3:0} MB, read in {4:0.0} s with {5:0} MB', $Images, $_.Name, $_.Written.Seconds, $_.Written.Grown, $_.Read.Seconds, $_.Read.Grown)
    }
)
$goals = @(
    @{ Reached = $long.Count -eq 250000 -and $long.Grown -le 64; Text = [string]::Format($format, 'a manifest of 250,000 lines in {0:0} MB (at most 64)', $long.Grown) }
    @{ Reached = $tested.Count -eq 250000 -and $tested.Grown -le 64; Text = [string]::Format($format, 'a manifest of 250,000 lines tested in {0:0} MB (at most 64)', $tested.Grown) }
    @{ Reached = $large.Count -eq $cocoImages -and $large.Grown -le 256; Text = [string]::Format($format, 'a COCO file of {0:0} MB in {1:0} MB (at most 256)', $cocoLength, $large.Grown) }
    @{ Reached = -not ($rows | Where-Object { $_.Written.Count -ne $Images -or $_.Read.Count -ne $Images }); Text = 'every format gives back every image' }
)
[Console]::Out.WriteLine((@{ Found = @($found); Goals = $goals } | ConvertTo-Json -Compress))
