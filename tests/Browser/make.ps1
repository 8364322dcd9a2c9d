# Makes a report of many pictures: copies of the samples, with answers of the local endpoint that are copied too, by way of a journal. Names the page, and says what it took.
param(
    [Parameter(Mandatory)][string] $Path,
    [int] $Count = 24,
    [int] $ThumbnailSize = 256,
    [switch] $GroundTruth,
    # Names of pictures, labels and tags, and a title, that would do something if anything took them for more than text.
    [switch] $Hostile
)
$ErrorActionPreference = 'Stop'
$root = Split-Path (Split-Path $PSScriptRoot)
Import-Module (Join-Path $root 'out/CustomLabels/CustomLabels.psd1')
$folder = Split-Path $Path
$pictures = Join-Path $folder 'pictures'
$null = New-Item -ItemType Directory $pictures
$manifest = Join-Path $root 'samples/manifest.jsonl'
$images = Join-Path $root 'samples/images'

$journal = Join-Path $folder 'samples.jsonl'
$endpoint = Start-RKLocalEndpoint -Manifest $manifest -ImageRoot $images
try {
    $null = Get-ChildItem $images -Recurse -File | Invoke-RKCustomLabelDetection -ProjectVersionArn $endpoint.ProjectVersionArn -MinConfidence 0 -JournalPath $journal -EndpointUrl $endpoint.EndpointUrl -AccessKey any -SecretKey any
}
finally { $endpoint | Stop-RKLocalEndpoint }

# Lines of a journal, each for a copy of its picture; one in fifty is of a file that is gone, and failed.
$lines = [IO.File]::ReadAllLines($journal)
$answers = @($lines -match '"Type":"Image"')
$copied = [Collections.Generic.List[string]]::new()
$copied.AddRange([string[]] @($lines -notmatch '"Type":"Image"'))
$failure = '"Error":{"Id":"ImageFormat","Message":"It is text by its content; only PNG and JPEG images are taken."}'
for ($i = 0; $i -lt $Count; $i++) {
    $answer = $answers[$i % $answers.Count]
    $source = ($answer | ConvertFrom-Json).Source.LiteralPath
    $copy = Join-Path $pictures ('{0:00000} {1}' -f $i, [IO.Path]::GetFileName($source))
    if ($i % 50 -eq 49) { $answer = $answer -replace '"Answer":\{.*\}(?=,"ImageFormat")', $failure }
    # Thousands of pictures are 24 on the disk.
    elseif ($IsWindows) { [IO.File]::Copy($source, $copy, $true) }
    else { $null = [IO.File]::CreateSymbolicLink($copy, $source) }
    $copied.Add($answer.Replace(($source | ConvertTo-Json), ($copy | ConvertTo-Json)))
}
# What nothing may take for more than text.
$title = "Line 4, $Count pictures"
if ($Hostile) {
    $evil = @(
        '<img src=x onerror="window.hacked=1">', '</script><script>window.hacked=2</script>', '<!--<script>', '"><svg onload=window.hacked=3>', "'-window.hacked=4-'", '{{window.hacked=5}}', '&lt;b&gt;', 'javascript:window.hacked=6',
        "\u202Eelif\u202C\u2066abc", "\u2028\u2029\u0007", ('W' * 10000), ('long ' * 2000), "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", '__proto__', 'constructor'
    )
    $title = $evil[1]
    # As JSON, of which a part is written as such already.
    $texts = $evil | ForEach-Object { $_.Replace('"', '\"') }
    for ($i = 2; $i -lt $copied.Count; $i++) {
        $text = $texts[$i % $texts.Count]
        $line = $copied[$i].Replace('"Name":"', "`"Name`":`"$text")
        $copied[$i] = $line.Insert($line.Length - 1, ",`"Tag`":`"$text`"")
    }
    foreach ($name in '<img src=x onerror=window.hacked=7>.jpg', "a'`"&#39;%00<b>.jpg", "$([char]0x202E)gpj.exe.jpg") {
        if ($IsWindows) { break }
        $file = Join-Path $pictures $name
        [IO.File]::Copy((Join-Path $images 'panels/panel-01.jpg'), $file, $true)
        $copied.Add($answers[0].Replace((($answers[0] | ConvertFrom-Json).Source.LiteralPath | ConvertTo-Json), ($file | ConvertTo-Json)))
    }
}
$copies = Join-Path $folder 'copies.jsonl'
[IO.File]::WriteAllLines($copies, $copied)

$more = @{}
if ($GroundTruth) { $more.GroundTruth = Import-RKAnnotation $manifest -ImageRoot $images }
$clock = [Diagnostics.Stopwatch]::StartNew()
$page = Import-RKJournal $copies -IncludeFailed | Export-RKDetectionReport $Path -Title $title -ThumbnailSize $ThumbnailSize -Force @more 3>$null
'{0}: {1:0.0} s, {2:0.0} MB, peak memory of the process {3:0} MB' -f $page.Name, $clock.Elapsed.TotalSeconds, ($page.Length / 1e6), ((Get-Process -Id $PID).PeakWorkingSet64 / 1e6)
