# One run: Use-RKModel around a detection of 50 pictures, in a process of its own, against an endpoint in a process of its own; ended at a moment of its life.
# Needs Linux: its signals, and a terminal that tests/Module/terminal.py makes. Gives what came of it.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingEmptyCatchBlock', '', Justification = 'A page that does not come now comes at the next look.')]
param([Parameter(Mandatory)] [int] $Number, [Parameter(Mandatory)] [string] $Moment, [Parameter(Mandatory)] [string] $End, [Parameter(Mandatory)] [int] $Seed, [Parameter(Mandatory)] [string] $Folder)

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$repository = Split-Path (Split-Path $PSScriptRoot)
$module = Join-Path $repository 'out/CustomLabels/CustomLabels.psd1'
Import-Module $module
$random = [Random]::new($Seed + 7919 * $Number)
$kill = (Get-Command kill -CommandType Application)[0].Source
$project = 'kill-{0:D4}' -f $Number

function Start-Child([string] $File, [string[]] $Argument) {
    $start = [Diagnostics.ProcessStartInfo]::new($File)
    foreach ($one in $Argument) { $start.ArgumentList.Add($one) }
    $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $process = [Diagnostics.Process]::Start($start)
    [pscustomobject]@{ Process = $process; Error = $process.StandardError.ReadToEndAsync() }
}

function Get-Page {
    try { Invoke-RestMethod "$($to.EndpointUrl.TrimEnd('/'))/_counters" -TimeoutSec 5 } catch { }
}

function Get-Status($Page, [string] $Of) { ($Page.Models | Where-Object ProjectVersionArn -Like "*:project/$Of/*").Status }
function Get-Calls($Page, [string] $Operation) { if ($Page.Operations.PSObject.Properties[$Operation]) { $Page.Operations.$Operation } else { 0 } }

# Waits until the page says so, or the child has ended; whether the page said so.
function Wait-Page([scriptblock] $Until, [int] $Seconds = 60) {
    $deadline = [DateTime]::UtcNow.AddSeconds($Seconds)
    while ([DateTime]::UtcNow -lt $deadline) {
        $page = Get-Page
        if ($page -and (& $Until $page)) { return $true }
        if ($child.Process.HasExited) { return $false }
        Start-Sleep -Milliseconds 5
    }
    $false
}

# The leases of this run's model: their files.
function Get-LeaseFile {
    if (Test-Path $env:CUSTOMLABELS_LEASE_PATH) { Get-ChildItem $env:CUSTOMLABELS_LEASE_PATH -File -Filter *.json | Where-Object { (Get-Content -Raw $_ -ErrorAction Ignore) -match ":project/$project/" } }
}

# A command of the module in a session of its own: one session looks after the leases of a connection once a minute.
function Invoke-LaterCommand {
    $session = [powershell]::Create()
    try { $null = $session.AddCommand('Import-Module').AddArgument($module).AddStatement().AddCommand('Get-RKModel').AddParameters($to).AddParameter('WarningAction', 'SilentlyContinue').Invoke() }
    finally { $session.Dispose() }
}

# As if the time had passed in which a start may still come true that was asked for when its process was killed; whether there is such a lease.
function Move-Unconfirmed {
    $isMoved = $false
    foreach ($file in Get-LeaseFile) {
        $lease = [IO.File]::ReadAllText($file)
        if ($lease -notmatch '"UnconfirmedSince"') { continue }
        [IO.File]::WriteAllText($file, ($lease -replace '("UnconfirmedSince": ")[^"]*', "`${1}$([DateTime]::UtcNow.AddMinutes(-16).ToString('o'))"))
        $isMoved = $true
    }
    $isMoved
}

# Waits for what the command does in the background; whether no model of the run is on, and no lease left.
function Wait-Clean([int] $Seconds) {
    $deadline = [DateTime]::UtcNow.AddSeconds($Seconds)
    do {
        $isClean = (Get-Status (Get-Page) $project) -notin $null, 'RUNNING', 'STARTING' -and -not (Get-LeaseFile)
        if (-not $isClean) { Start-Sleep -Milliseconds 250 }
    } until ($isClean -or [DateTime]::UtcNow -gt $deadline)
    $isClean
}

# The endpoint: the model of this run, and one that somebody else runs. Its own durations make the moments long enough to be hit.
$startDuration = 2.0
$stopDuration = 1.5
$latency = 0.12
$samples = @{ Manifest = Join-Path $repository 'samples/manifest.jsonl'; ImageRoot = Join-Path $repository 'samples/images' }
$arguments = @(
    '--model', (ConvertTo-Json -Compress ($samples + @{ Project = $project; Version = 'v1'; Status = 'STOPPED' }))
    '--model', (ConvertTo-Json -Compress ($samples + @{ Project = 'other'; Version = 'v1' }))
    '--start-duration', "$startDuration", '--stop-duration', "$stopDuration", '--latency', "$latency", '--allow-stop-while-starting', '--seed', "$Seed"
    if ($End -like 'lost answer*') { '--trouble', '{"Kind":"Reset","Operation":"StartProjectVersion","Call":1}' }
    if ($End -like 'late start*') { '--start-visibility-delay', '5' }
)
$server = Start-Child (Join-Path $repository 'out/local/CustomLabels.Local.Server') $arguments
$child = $null
try {
    $ready = $server.Process.StandardOutput.ReadLine()
    if (-not $ready) { throw "The endpoint did not start: $($server.Error.Result)" }
    $null = $server.Process.StandardOutput.ReadToEndAsync()
    $to = @{ EndpointUrl = ($ready | ConvertFrom-Json).EndpointUrl; AccessKey = 'AKIDEXAMPLE'; SecretKey = 'secret'; Region = 'us-east-1' }

    $detect = '$images | Invoke-RKCustomLabelDetection -ProjectVersionArn $_.ProjectVersionArn @to -ThrottleLimit 4'
    $block = switch ($End) { 'throw' { "$detect | Select-Object -First $($random.Next(1, 50)) | Out-Null; throw 'on purpose'" } default { $detect } }
    $after = switch ($End) { '-First' { "| Select-Object -First $($random.Next(1, 50))" } default { '' } }
    $script = Join-Path $Folder "$project.ps1"
    Set-Content $script @"
`$ProgressPreference = 'SilentlyContinue'; `$WarningPreference = 'SilentlyContinue'
Import-Module '$module'
`$to = @{ EndpointUrl = '$($to.EndpointUrl)'; AccessKey = 'AKIDEXAMPLE'; SecretKey = 'secret'; Region = 'us-east-1' }
`$files = @((Get-ChildItem '$($samples.ImageRoot)' -Recurse -File).FullName); `$images = @(`$files * 3)[0..49]
[Console]::Out.WriteLine('go'); [Console]::Out.Flush()
Use-RKModel $project/v1 { $block } @to $after | Out-Null
"@
    $run = @((Join-Path $PSHOME 'pwsh'), '-NoProfile', '-File', $script)
    if ($End -eq 'Ctrl+C') { $run = @((Get-Command python3 -CommandType Application)[0].Source, (Join-Path $repository 'tests/Module/terminal.py'), '', '0') + $run }
    $child = Start-Child $run[0] ($run | Select-Object -Skip 1)
    do { $line = $child.Process.StandardOutput.ReadLine() } until ($null -eq $line -or $line -match '\bgo\s*$')
    if ($null -eq $line) { throw "The run did not begin: $($child.Error.Result)" }
    $null = $child.Process.StandardOutput.ReadToEndAsync()

    # To the moment, and somewhere into it. Between the first look and the start are the lease, the model's tag and two more looks: a latency each.
    $isHit = switch ($Moment) {
        'before the lease' { $true; Start-Sleep -Milliseconds $random.Next(0, 250) }
        'before the start' { Wait-Page { param($page) (Get-Calls $page DescribeProjectVersions) -ge 1 }; Start-Sleep -Milliseconds $random.Next(0, 1000 * 5 * $latency) }
        'STARTING' { Wait-Page { param($page) (Get-Calls $page StartProjectVersion) -ge 1 }; Start-Sleep -Milliseconds $random.Next(0, 1000 * $startDuration) }
        'in the block' { Wait-Page { param($page) (Get-Calls $page DetectCustomLabels) -ge 1 }; Start-Sleep -Milliseconds $random.Next(0, 1200) }
        'STOPPING' { Wait-Page { param($page) (Get-Calls $page StopProjectVersion) -ge 1 }; Start-Sleep -Milliseconds $random.Next(0, 1000 * $stopDuration) }
    }
    $signal = switch -Wildcard ($End) { '*SIGKILL' { 'KILL' } '*SIGTERM' { 'TERM' } '*SIGHUP' { 'HUP' } 'Ctrl+C' { 'USR1' } }
    if ($signal -and -not $child.Process.HasExited) { & $kill "-$signal" $child.Process.Id 2>$null }
    if ($End -eq 'gone for 10 s') {
        & $kill -STOP $server.Process.Id
        Start-Sleep -Seconds 10
        & $kill -CONT $server.Process.Id
    }
    $hasEnded = $child.Process.WaitForExit(120000)
    if (-not $hasEnded) { $child.Process.Kill($true) }

    # What the end itself did. The service may still be at an accepted request when its sender is gone.
    Start-Sleep -Milliseconds (1000 * $latency + 100)
    $byItself = (Get-Status (Get-Page) $project) -notin $null, 'RUNNING', 'STARTING'

    Invoke-LaterCommand
    $isClean = Wait-Clean 8
    $isMoved = -not $isClean -and (Get-Status (Get-Page) $project) -notin $null, 'RUNNING', 'STARTING' -and (Move-Unconfirmed)
    if ($isMoved) { Invoke-LaterCommand }
    if (-not $isClean) { $isClean = Wait-Clean 20 }

    $page = Get-Page
    $status = Get-Status $page $project
    $leases = @(Get-LeaseFile | ForEach-Object { (Get-Content -Raw $_ | ConvertFrom-Json | Select-Object State, UnconfirmedSince, LastError) })
    [pscustomobject]@{
        Number = $Number; Moment = $Moment; End = $End; IsHit = [bool]$isHit; HasEnded = $hasEnded; ByItself = $byItself; After = $isClean; IsMoved = $isMoved
        IsOtherRunning = (Get-Status $page 'other') -eq 'RUNNING'
        Text = "status $status, $($leases.Count) lease(s) $leases, $(Get-Calls $page StartProjectVersion) start(s), $(Get-Calls $page StopProjectVersion) stop(s), said: $($child.Error.Result.Trim())"
    }
}
finally {
    foreach ($one in $child, $server) {
        if ($one) {
            if (-not $one.Process.HasExited) { $one.Process.Kill($true) }
            $one.Process.Dispose()
        }
    }
}
