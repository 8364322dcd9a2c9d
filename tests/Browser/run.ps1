# Makes reports of copies of the samples and opens each in Chromium: in a folder whose name browsers have to be told with care. Ends with 0 when all of it holds.
# Needs the built module, and what Tools.ps1 looks for.
param([int[]] $Count = @(24, 500, 10000))
$ErrorActionPreference = 'Stop'
. (Join-Path $PSScriptRoot 'Tools.ps1')
$reason = Get-BrowserReason
if ($reason) { throw "It can't be run here: $reason." }

$folder = Join-Path ([IO.Path]::GetTempPath()) "customlabels $([guid]::NewGuid().ToString('N')) #%$([char]0xE9)"
$shell = (Get-Process -Id $PID).Path
$failed = 0

function Invoke-Page([string] $Name, [hashtable] $Options, [string[]] $Switches) {
    $page = Join-Path (Join-Path $folder $Name) "$Name # % $([char]0xE9).html"
    $null = New-Item -ItemType Directory (Split-Path $page)
    $given = foreach ($option in $Options.Keys) { "-$option"; if ($Options[$option] -isnot [bool]) { $Options[$option] } }
    & $shell -NoProfile -NonInteractive -File (Join-Path $PSScriptRoot 'make.ps1') -Path $page @given | Out-Host
    if ($LASTEXITCODE -ne 0) { throw 'The report was not made.' }
    & node (Join-Path $PSScriptRoot 'report.mjs') $page @Switches | Out-Host
    if ($LASTEXITCODE -ne 0) { $script:failed++ }
}

try {
    foreach ($number in $Count) { Invoke-Page "$number" @{ Count = $number; GroundTruth = $true } }
    # As many, and all of them in one file.
    if ($Count -contains 10000) { Invoke-Page 'inside' @{ Count = 10000; ThumbnailSize = 128 } }
    $turned = Join-Path $folder 'turned'
    $null = New-Item -ItemType Directory $turned
    & node (Join-Path $PSScriptRoot 'turned.mjs') make $turned
    Import-Module (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'out/CustomLabels/CustomLabels.psd1')
    $page = Import-RKAnnotation (Join-Path $turned 'labels.csv') | Export-RKDetectionReport (Join-Path $turned 'turned.html')
    & node (Join-Path $PSScriptRoot 'turned.mjs') check $page.FullName | Out-Host
    if ($LASTEXITCODE -ne 0) { $failed++ }
    Invoke-Page -Name 'hostile' -Options @{ Count = 60; Hostile = $true } -Switches '--hostile'
}
finally { Remove-Item -LiteralPath $folder -Recurse -Force -ErrorAction Ignore }
exit $(if ($failed) { 1 } else { 0 })
