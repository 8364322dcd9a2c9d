<#
.SYNOPSIS
    What listing an account costs: projects of 20 versions each, at the service's quota of 5 calls a second of each operation, and without a quota.
.DESCRIPTION
    The row Listing of build.ps1 Bench. The local endpoint is a process of its own, the listing too. Prints one line of JSON: calls, how many of them were
    throttled, seconds until the first model and until the last, and memory; and whether no call was made that wasn't needed.
.EXAMPLE
    ./build.ps1 Bench -Row Listing
#>
[CmdletBinding()]
param([ValidateRange(1, 100)] [int] $Projects = 100)

$ErrorActionPreference = 'Stop'
$versions = 20
$tps = 5
$root = (Resolve-Path "$PSScriptRoot/../..").Path
$folder = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "customlabels-listing-$PID")).FullName
$format = [cultureinfo]::InvariantCulture

# Every model has a manifest of one image: what is measured is the listing.
Copy-Item "$root/samples/images/panels/panel-01.jpg" $folder
'{"source-ref":"s3://line4/panel-01.jpg"}' | Set-Content "$folder/manifest.jsonl"
$models = foreach ($project in 1..$Projects) { foreach ($version in 1..$versions) { @{ Manifest = 'manifest.jsonl'; Project = "project-$project"; Version = "version-$version"; Status = 'STOPPED' } } }
ConvertTo-Json @($models) | Set-Content "$folder/models.json"

$list = @'
    param($Module, $Url)
    Import-Module $Module
    $with = @{ EndpointUrl = $Url; Region = 'us-east-1'; AccessKey = 'AKIDEXAMPLE'; SecretKey = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' }
    $null = Get-RKProject none-of-them @with -ErrorAction SilentlyContinue
    function Get-Memory { if (Test-Path /proc/self/status) { [int]((Get-Content "/proc/$PID/status") -match '^VmHWM' -replace '\D')[0] } else { 0 } }
    $before = Get-Memory
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $first = 0
    $count = 0
    Get-RKModel @with | ForEach-Object { if (-not $count++) { $first = $watch.Elapsed.TotalSeconds } }
    @{ Count = $count; First = $first; Last = $watch.Elapsed.TotalSeconds; Grown = ((Get-Memory) - $before) / 1024 } | ConvertTo-Json -Compress
'@
$list | Set-Content "$folder/list.ps1"

# How the listing went at an endpoint with these options.
function Measure-Listing([string[]] $Option = @()) {
    $start = [Diagnostics.ProcessStartInfo]::new('dotnet')
    foreach ($argument in @("$root/out/local/CustomLabels.Local.Server.dll", '--model', "$folder/models.json") + $Option) { $start.ArgumentList.Add($argument) }
    $start.RedirectStandardOutput = $true
    $server = [Diagnostics.Process]::Start($start)
    try {
        $url = ($server.StandardOutput.ReadLine() | ConvertFrom-Json).EndpointUrl
        $said = & (Join-Path $PSHOME pwsh) -NoProfile -NonInteractive -File "$folder/list.ps1" "$root/out/CustomLabels" $url | ConvertFrom-Json
        $counters = Invoke-RestMethod "$url/_counters"
    }
    finally {
        $server.Kill()
        $server.Dispose()
    }

    if ($said.Count -ne $Projects * $versions) { throw "There are $($Projects * $versions) models, and $($said.Count) were listed." }
    $throttled = [int]$counters.Errors.ThrottlingException
    # Less the one call that warmed up.
    @{ Calls = $counters.Received - 1 - $throttled; Throttled = $throttled; First = $said.First; Last = $said.Last; Grown = $said.Grown }
}

try {
    $atQuota = Measure-Listing '--control-plane-tps', $tps
    $free = Measure-Listing
}
finally { Remove-Item -Recurse -Force $folder }

# A page of 100 projects, and a page of each project's versions.
$needed = 1 + $Projects
# What the quota alone allows: a second's calls are saved up at the beginning.
$least = ($needed - $tps) / $tps
$found = foreach ($row in @(@('at 5 calls a second', $atQuota), @('without a quota', $free))) {
    [string]::Format($format, '{0}: {1} models, {2} calls and {3} throttled ones, the first model after {4:0.0} s, the last after {5:0.0} s; the peak of memory grew by {6:0.0} MB',
        $row[0], ($Projects * $versions), $row[1].Calls, $row[1].Throttled, $row[1].First, $row[1].Last, $row[1].Grown)
}
$goals = @(
    @{ Reached = $atQuota.Calls -eq $needed -and $free.Calls -eq $needed; Text = "$($atQuota.Calls) and $($free.Calls) calls that were answered, $needed needed" }
    @{ Reached = $atQuota.Last -le 1.25 * $least; Text = [string]::Format($format, '{0:0.0} s at 5 calls a second, {1:0.0} s is the least (at most 1.25 times)', $atQuota.Last, $least) }
)
[Console]::Out.WriteLine((@{ Found = @($found); Goals = $goals } | ConvertTo-Json -Compress))
