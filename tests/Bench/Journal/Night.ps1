# What the journal's programs share: images that each have a label of their own, an endpoint that knows them, and a run in a process of its own.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Used by the programs that share it.')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'Nobody is asked: it is a program of its own.')]
param([Parameter(Mandatory)] [int] $Images, [hashtable] $Endpoint = @{})

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'
$repository = Split-Path (Split-Path (Split-Path $PSScriptRoot))
$module = Join-Path $repository 'out/CustomLabels/CustomLabels.psd1'
Import-Module $module

$folder = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "customlabels-journal-$([guid]::NewGuid().ToString('N'))")).FullName
$null = New-Item -ItemType Directory "$folder/images"
$head = [byte[]](0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 1, 0xE0, 2, 0x80, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1)
$lines = foreach ($i in 1..$Images) {
    $name = '{0:D4}' -f $i
    [IO.File]::WriteAllBytes("$folder/images/$name.jpg", $head + [BitConverter]::GetBytes($i))
    "{`"source-ref`":`"s3://b/$name.jpg`",`"l`":1,`"l-metadata`":{`"confidence`":0.9,`"class-name`":`"label-$name`",`"type`":`"groundtruth/image-classification`"}}"
}
[IO.File]::WriteAllLines("$folder/manifest.jsonl", [string[]]$lines)
$local = Start-RKLocalEndpoint -Manifest "$folder/manifest.jsonl" -ImageRoot "$folder/images" @Endpoint
$paths = (Get-ChildItem -LiteralPath "$folder/images" -File | Sort-Object Name).FullName
$to = @{ EndpointUrl = $local.EndpointUrl; ProjectVersionArn = $local.ProjectVersionArn; AccessKey = 'AKIDEXAMPLE'; SecretKey = 'secret' }

# Starts a process that writes 'go', then the path and label of each result as it comes, and at its end 'done' or the error's id. Its lines are there when it has ended.
function Start-Run([string] $Journal, [string] $More = '') {
    $script = @"
`$ErrorActionPreference = 'Stop'; `$ProgressPreference = 'SilentlyContinue'; `$WarningPreference = 'SilentlyContinue'
Import-Module '$module'
`$files = Get-ChildItem -LiteralPath '$folder/images' -File | Sort-Object Name
[Console]::Out.WriteLine('go'); [Console]::Out.Flush()
try {
    `$files | Invoke-RKCustomLabelDetection -EndpointUrl '$($to.EndpointUrl)' -ProjectVersionArn '$($to.ProjectVersionArn)' -AccessKey AKIDEXAMPLE -SecretKey secret -JournalPath '$Journal' $More |
        ForEach-Object { [Console]::Out.WriteLine("`$(`$_.LiteralPath)|`$(`$_.CustomLabels.Name)") }
    [Console]::Out.WriteLine('done')
}
catch { [Console]::Out.WriteLine("error `$(`$_.FullyQualifiedErrorId)") }
"@
    $start = [Diagnostics.ProcessStartInfo]::new((Join-Path $PSHOME 'pwsh'), "-NoProfile -NonInteractive -EncodedCommand $([Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($script)))")
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $process = [Diagnostics.Process]::Start($start)
    $null = $process.StandardError.ReadToEndAsync()
    $first = $process.StandardOutput.ReadLine()
    if ($first -ne 'go') { throw "A run began with '$first'." }
    [pscustomobject]@{ Process = $process; Rest = $process.StandardOutput.ReadToEndAsync() }
}

# What a run has written to its end. Of one that was killed the last line may be a part.
function Read-Run($Run, [switch] $Killed) {
    $Run.Process.WaitForExit()
    $text = $Run.Rest.GetAwaiter().GetResult()
    $Run.Process.Dispose()
    if ($Killed) { $text = $text.Substring(0, $text.LastIndexOf("`n") + 1) }
    , @($text -split '\r?\n' | Where-Object { $_ })
}

# Whether a line of a run says of an image what is on it.
function Test-Line([string] $Line) { $Line -match '(\d{4})\.jpg\|label-(\d{4})$' -and $Matches[1] -eq $Matches[2] }

# Whether a journal has an end, and no line that is none.
function Test-Whole([string] $Journal) {
    $text = [IO.File]::ReadAllText($Journal)
    $bad = @($text.TrimEnd("`n") -split "`n" | Where-Object { -not (Test-Json -Json $_ -ErrorAction Ignore) })
    $text.EndsWith("`n") -and $bad.Count -eq 0
}

# One line of JSON, as the benchmark program reads it: what was found, and beside it what is to be reached.
function Write-Report([string[]] $Found, [object[]] $Goal) {
    [Console]::Out.WriteLine((ConvertTo-Json @{ Found = $Found; Goals = $Goal } -Compress -Depth 4))
}

function Remove-Night {
    $local | Stop-RKLocalEndpoint
    Remove-Item -LiteralPath $folder -Recurse -Force
}
