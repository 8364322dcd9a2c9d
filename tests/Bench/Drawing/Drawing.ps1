<#
.SYNOPSIS
    What it costs to draw ten labels on pictures of 12 megapixels, and to cut ten parts out: processor time and memory a picture, in a fresh process.
.DESCRIPTION
    The row Drawing of build.ps1 Bench. Beside it Pillow doing the same steps, where a python3 has it. Prints one line of JSON.
.PARAMETER Pictures
    How many pictures are drawn.
.EXAMPLE
    ./build.ps1 Bench -Row Drawing
#>
[CmdletBinding()]
param([ValidateRange(1, 10000)] [int] $Pictures = 20)

$ErrorActionPreference = 'Stop'
$root = (Resolve-Path "$PSScriptRoot/../../..").Path
$folder = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "customlabels-drawing-$PID")).FullName
$format = [cultureinfo]::InvariantCulture

@'
    param($Module, $Folder, [int] $Pictures)
    Import-Module $Module
    function Get-Memory { if (Test-Path /proc/self/status) { [int]((Get-Content "/proc/$PID/status") -match '^VmHWM' -replace '\D')[0] } else { [int]((Get-Process -Id $PID).PeakWorkingSet64 / 1024) } }
    $labels = foreach ($i in 0..9) {
        [CustomLabels.LabelAnnotation]@{ Name = 'scratch'; Confidence = 98.1; BoundingBox = [CustomLabels.BoundingBox]::new(0.05 + 0.18 * ($i % 5), 0.2 + 0.4 * [Math]::Floor($i / 5), 0.12, 0.2) }
    }
    $all = [CustomLabels.LabelAnnotationCollection]::new([CustomLabels.LabelAnnotation[]]$labels)
    $annotations = foreach ($i in 0..$Pictures) { [CustomLabels.ImageAnnotation]@{ Image = "$i"; LiteralPath = "$Folder/$i.jpg"; Labels = $all } }
    function Measure-Processor([scriptblock] $Work) {
        $before = [Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime
        $null = & $Work
        ([Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime - $before).TotalSeconds / $Pictures
    }
    # The first picture loads the libraries.
    $null = $annotations[0] | Export-RKDetectionImage "$Folder/first"
    $annotate = Measure-Processor { $annotations[1..$Pictures] | Export-RKDetectionImage "$Folder/drawn" }
    $peak = Get-Memory
    $crop = Measure-Processor { $annotations[1..$Pictures] | Export-RKDetectionImage "$Folder/cut" -Crop }
    @{ Annotate = $annotate; Crop = $crop; Peak = $peak / 1024 } | ConvertTo-Json -Compress
'@ | Set-Content "$folder/measure.ps1"

try {
    # 4000 by 3000 pixels of a sample: the module itself makes no picture larger, so Pillow or nothing does.
    $python = Get-Command python3, python -CommandType Application -All -ErrorAction Ignore | Where-Object { & $_ -c 'import PIL.ImageFont' 2>$null; $LASTEXITCODE -eq 0 } | Select-Object -First 1
    if (-not $python) { throw 'No python3 has Pillow, which makes the pictures.' }
    & $python -c 'import sys; from PIL import Image; image = Image.open(sys.argv[1]).convert("RGB").resize((4000, 3000), Image.BICUBIC); noise = Image.effect_noise((4000, 3000), 12).convert("RGB"); Image.blend(image, noise, 0.35).save(sys.argv[2], quality=92)' "$root/samples/images/panels/panel-05.jpg" "$folder/0.jpg"
    foreach ($i in 1..$Pictures) { Copy-Item "$folder/0.jpg" "$folder/$i.jpg" }
    $ours = & (Join-Path $PSHOME pwsh) -NoProfile -NonInteractive -File "$folder/measure.ps1" "$root/out/CustomLabels" $folder $Pictures | Select-Object -Last 1 | ConvertFrom-Json
    $null = New-Item -ItemType Directory "$folder/theirs"
    $theirs = & $python "$PSScriptRoot/drawn_by_pillow.py" "$folder/0.jpg" "$folder/theirs" $Pictures | Select-Object -Last 1 | ConvertFrom-Json
}
finally { Remove-Item -Recurse -Force $folder }

$found = @(
    [string]::Format($format, '{0} pictures of 4000x3000, {1} processors: {2:0} ms of processor time to annotate one, {3:0} ms to cut ten parts out; a process of {4:0} MB', $Pictures, [Environment]::ProcessorCount, 1000 * $ours.Annotate, 1000 * $ours.Crop, $ours.Peak)
    [string]::Format($format, 'Pillow: {0:0} ms and {1:0} ms', 1000 * $theirs.Annotate, 1000 * $theirs.Crop)
)
$goals = @(@{ Reached = $ours.Annotate -le 2.2 * $theirs.Annotate; Text = [string]::Format($format, '{0:0.00} times the processor time of Pillow to annotate (at most 2.2)', $ours.Annotate / $theirs.Annotate) })
[Console]::Out.WriteLine((@{ Found = @($found); Goals = $goals } | ConvertTo-Json -Compress))
