<#
.SYNOPSIS
    What is measured inside PowerShell. The benchmark program starts pwsh, dot-sources this, and types one command a line, such as
    Out-Answer { Measure-Throughput ... }; it reads one line of JSON for each.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', '', Justification = 'Used in script blocks.')]
[CmdletBinding()]
param([Parameter(Mandatory)] [string] $Manifest, [Parameter(Mandatory)] [string] $AccessKey, [Parameter(Mandatory)] [string] $SecretKey)

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Import-Module $Manifest
Add-Type -Path (Join-Path $PSScriptRoot '../ScriptedServer/bin/Release/net8.0/ScriptedServer.dll')
$cmdlet = Get-Command Invoke-RKCustomLabelDetection

function Out-Answer([scriptblock] $Measurement) {
    $answer = try { & $Measurement } catch { @{ Error = "$_" } }
    [Console]::Out.WriteLine((ConvertTo-Json $answer -Compress -Depth 4))
}

# Nothing but where to and what with, and of the parameters asked for those that the cmdlet has.
function Get-Argument([string] $EndpointUrl, [string] $Arn, [hashtable] $Extra = @{}) {
    $arguments = @{ EndpointUrl = $EndpointUrl; ProjectVersionArn = $Arn; AccessKey = $AccessKey; SecretKey = $SecretKey }
    foreach ($name in $Extra.Keys) { if ($cmdlet.Parameters.ContainsKey($name)) { $arguments[$name] = $Extra[$name] } }
    $arguments
}

# The folder's files, and again from its start, until there were enough of them or time is up.
function Get-Image([string] $Folder, [int] $Count, [double] $Seconds) {
    $clock = [Diagnostics.Stopwatch]::StartNew()
    for ($left = $Count; $left -gt 0) {
        foreach ($file in Get-ChildItem -LiteralPath $Folder -File | Select-Object -First $left) {
            if ($clock.Elapsed.TotalSeconds -ge $Seconds) { return }
            $file
            $left--
        }
    }
}

# Resident now and at most, in KB; null where the system doesn't tell.
function Get-Residence {
    $found = @{ Rss = $null; Hwm = $null }
    if (Test-Path /proc/self/status) {
        $status = [IO.File]::ReadAllText('/proc/self/status')
        foreach ($name in 'Rss', 'Hwm') { $found[$name] = [long][regex]::Match($status, "(?i)Vm${name}:\s+(\d+)").Groups[1].Value }
    }
    $found
}

function Measure-Throughput([string] $EndpointUrl, [string] $Arn, [string] $Folder) {
    $to = Get-Argument -EndpointUrl $EndpointUrl -Arn $Arn
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $results = @(Get-ChildItem -LiteralPath $Folder | Invoke-RKCustomLabelDetection @to)
    @{ Seconds = $clock.Elapsed.TotalSeconds; Images = $results.Count }
}

# A run with a look at the clock and at memory before it, after every so many results and at its end.
function Measure-Run([string] $EndpointUrl, [string] $Arn, [string] $Folder, [int] $Count, [int] $Every, [double] $Seconds, [hashtable] $Extra = @{}) {
    $to = Get-Argument -EndpointUrl $EndpointUrl -Arn $Arn -Extra $Extra
    $looks = [Collections.Generic.List[object]]::new()
    $look = { $residence = Get-Residence; $looks.Add(@{ Images = $done; Seconds = $clock.Elapsed.TotalSeconds; Rss = $residence.Rss; Hwm = $residence.Hwm }) }
    $done = 0
    $failures = $null
    $clock = [Diagnostics.Stopwatch]::StartNew()
    . $look
    Get-Image -Folder $Folder -Count $Count -Seconds $Seconds | Invoke-RKCustomLabelDetection @to -ErrorAction SilentlyContinue -ErrorVariable failures | ForEach-Object {
        if (++$done % $Every -eq 0) { . $look }
    }
    if ($looks[-1].Images -ne $done) { . $look }
    @{ Looks = $looks; Failed = $failures.Count; First = "$($failures | Select-Object -First 1)" }
}

# Whether each image of a folder is answered once and in its place.
function Measure-Order([string] $EndpointUrl, [string] $Arn, [string] $Folder, [hashtable] $Extra) {
    $to = Get-Argument -EndpointUrl $EndpointUrl -Arn $Arn -Extra $Extra
    $sent = @(Get-ChildItem -LiteralPath $Folder)
    $failures = $null
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $results = @($sent | Invoke-RKCustomLabelDetection @to -ErrorAction SilentlyContinue -ErrorVariable failures)
    $seconds = $clock.Elapsed.TotalSeconds
    $inPlace = 0
    for ($i = 0; $i -lt [math]::Min($sent.Count, $results.Count); $i++) { $inPlace += $results[$i].LiteralPath -ceq $sent[$i].FullName }
    @{
        Seconds = $seconds; Sent = $sent.Count; Answered = $results.Count; InPlace = $inPlace
        Once = @($results | Group-Object LiteralPath | Where-Object Count -EQ 1).Count; Attempts = [int]($results | Measure-Object Attempts -Sum).Sum
        Failed = $failures.Count; First = "$($failures | Select-Object -First 1)"
    }
}

# Managed memory allocated for an image: what the pipeline allocates with the cmdlet in it less what it does without.
function Measure-Allocation([string] $EndpointUrl, [string] $Arn, [string] $Folder) {
    $to = Get-Argument -EndpointUrl $EndpointUrl -Arn $Arn
    $count = @(Get-ChildItem -LiteralPath $Folder).Count
    foreach ($pass in 'warm up', 'measure') {
        $start = [GC]::GetTotalAllocatedBytes($true)
        Get-ChildItem -LiteralPath $Folder | Out-Null
        $between = [GC]::GetTotalAllocatedBytes($true)
        Get-ChildItem -LiteralPath $Folder | Invoke-RKCustomLabelDetection @to | Out-Null
        $end = [GC]::GetTotalAllocatedBytes($true)
    }
    @{ Images = $count; Bytes = ($end - $between) - ($between - $start) }
}

# What a stop came to: how long it took, and how many requests were handed to a connection in the second after it. What a server gets in that second says less: most of
# it was on the wire when the run stopped.
function Get-Stopped([Diagnostics.Stopwatch] $Clock, [CustomLabels.Testing.SentRequests] $Sent) {
    $stopped = @{ Milliseconds = $Clock.Elapsed.TotalMilliseconds }
    $count = $Sent.Count
    Start-Sleep -Seconds 1
    $stopped + @{ SentAfter = $Sent.Count - $count }
}

# Milliseconds from the first result to the end of a pipeline that wants no more.
function Measure-FirstOnly([string] $EndpointUrl, [string] $Arn, [string] $Folder) {
    $to = Get-Argument -EndpointUrl $EndpointUrl -Arn $Arn
    $clock = [Diagnostics.Stopwatch]::new()
    $sent = [CustomLabels.Testing.SentRequests]::new()
    try {
        Get-Image -Folder $Folder -Count 1000 -Seconds 60 | Invoke-RKCustomLabelDetection @to | ForEach-Object { $clock.Restart(); $_ } | Select-Object -First 1 | Out-Null
        Get-Stopped -Clock $clock -Sent $sent
    }
    finally { $sent.Dispose() }
}

# Milliseconds from what PowerShell does on Ctrl+C, which is to stop the pipeline, to its end; with no answer under way sooner than that.
function Measure-Stop([string] $EndpointUrl, [string] $Arn, [string] $Folder, [double] $After) {
    $to = Get-Argument -EndpointUrl $EndpointUrl -Arn $Arn
    $shell = [powershell]::Create()
    $sent = [CustomLabels.Testing.SentRequests]::new()
    try {
        $null = $shell.AddScript('param($manifest, $folder, $to) Import-Module $manifest; Get-ChildItem -LiteralPath $folder | Invoke-RKCustomLabelDetection @to')
        $running = $shell.AddArgument($Manifest).AddArgument($Folder).AddArgument($to).BeginInvoke()
        Start-Sleep -Milliseconds ($After * 1000)
        if ($running.IsCompleted) { throw 'The run ended before it was stopped.' }
        $clock = [Diagnostics.Stopwatch]::StartNew()
        $shell.Stop()
        Get-Stopped -Clock $clock -Sent $sent
    }
    finally {
        $shell.Dispose()
        $sent.Dispose()
    }
}
