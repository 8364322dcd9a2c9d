<#
.SYNOPSIS
    What it takes to make pictures fit that are too large, beside Pillow doing the same to the same pictures.
.DESCRIPTION
    The row Shrink of build.ps1 Bench. make_pictures.py draws the pictures, of 12 megapixels or, with -Megapixels 0, of 5 to 40; PictureBench makes them fit; pillow_shrink.py decodes, turns, scales and encodes
    each as often, to the same size and with the same qualities. Prints one line of JSON. Needs a Python with Pillow.
.EXAMPLE
    ./build.ps1 Bench -Row Shrink
.EXAMPLE
    tests/Bench/Pictures/Shrink.ps1 -Pictures 200 -Megapixels 0
#>
[CmdletBinding()]
param([ValidateRange(1, 10000)] [int] $Pictures = 20, [ValidateRange(0, 100)] [int] $Megapixels = 12)

$ErrorActionPreference = 'Stop'
$atMost = 0.8
$python = Get-Command python3 -All -ErrorAction Ignore | Where-Object { & $_.Source -c 'import PIL' 2>$null; $LASTEXITCODE -eq 0 } | Select-Object -First 1
if (-not $python) {
    [Console]::Out.WriteLine((@{ Found = @('not measured: it needs a Python 3 (python3) with Pillow'); Goals = @() } | ConvertTo-Json -Compress))
    return
}

$folder = Join-Path ([IO.Path]::GetTempPath()) "customlabels-$([guid]::NewGuid().ToString('N'))"
$text = { param([string] $format) [string]::Format([cultureinfo]::InvariantCulture, $format, [object[]] $args) }
try {
    $size = if ($Megapixels) { $Megapixels }
    & $python.Source "$PSScriptRoot/make_pictures.py" $folder $Pictures $size
    if ($LASTEXITCODE -ne 0) { throw 'The pictures could not be made.' }
    $steps = Join-Path $folder 'steps.json'
    $found = foreach ($threads in 1, [Environment]::ProcessorCount) {
        & dotnet "$PSScriptRoot/bin/Release/net10.0/PictureBench.dll" shrink $folder $threads | Set-Content -LiteralPath $steps -Encoding utf8
        $own = Get-Content -LiteralPath $steps -Raw | ConvertFrom-Json
        $pillow = & $python.Source "$PSScriptRoot/pillow_shrink.py" $folder $steps $threads | ConvertFrom-Json
        $ratio = $own.ProcessorSeconds / $pillow.ProcessorSeconds
        & $text '{0} pictures, {1} at a time: {2:0} ms of processor time a picture, peak {3:0} MB, {4:0.00} encodes, {5:0.0} processors in use; Pillow {6:0} ms, peak of a process {7:0} MB' $own.Pictures $threads `
            ($own.ProcessorSeconds / $own.Pictures * 1000) $own.PeakMegabytes ($own.Encodes / $own.Pictures) ($own.ProcessorSeconds / $own.Seconds) ($pillow.ProcessorSeconds / $pillow.Pictures * 1000) $pillow.PeakMegabytes
    }

    $goals = @(
        @{ Reached = $own.Unfit -eq 0; Text = "$($own.Pictures - $own.Unfit) of $($own.Pictures) pictures fit (all)" }
        @{ Reached = $ratio -le $atMost; Text = & $text '{0:0.00} of the processor time of Pillow (at most {1:0.0})' $ratio $atMost }
    )
    [Console]::Out.WriteLine((@{ Found = @($found); Goals = $goals } | ConvertTo-Json -Compress))
}
finally { Remove-Item -LiteralPath $folder -Recurse -Force -ErrorAction Ignore }
