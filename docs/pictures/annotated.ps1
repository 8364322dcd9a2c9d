# Draws the picture that the README shows, docs/pictures/annotated.jpg, of a sample and its labels: ./docs/pictures/annotated.ps1, in a session that has the module.
#Requires -Modules CustomLabels
$ErrorActionPreference = 'Stop'

$samples = Join-Path (Split-Path (Split-Path $PSScriptRoot)) samples
$folder = Join-Path ([IO.Path]::GetTempPath()) "customlabels-$([guid]::NewGuid().ToString('N'))"
try {
    $drawn = Import-RKAnnotation $samples/manifest.jsonl -ImageRoot $samples/images | Where-Object Image -EQ cartons/carton-02.jpg |
        Export-RKDetectionImage $folder -MaxDimension 640 -Quality 85
    Copy-Item -LiteralPath $drawn.FullName (Join-Path $PSScriptRoot annotated.jpg) -Force
}
finally { Remove-Item -LiteralPath $folder -Recurse -Force -ErrorAction Ignore }
