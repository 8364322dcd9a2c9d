<#
.SYNOPSIS
    Many scopes on one model: twenty processes that all hold one before the first leaves, and random arrivals.
.DESCRIPTION
    Ends with 0 when the twenty made one accepted start and one accepted stop, after the last block, and when no block of the random arrivals (each seed is an endpoint of its own) ever
    saw its model not running. Each arrival is a runspace of this process, which uses the model for a random time; some are processes.
.PARAMETER Processes
    How many hold the model at the same time.
.PARAMETER Arrivals
    How many come at random, over all seeds.
.PARAMETER Seeds
    Over how many seeds they are spread, from 1 up.
#>
#Requires -Version 7.4
param([int] $Processes = 20, [int] $Arrivals = 200, [int] $Seeds = 10)

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$repository = Split-Path (Split-Path $PSScriptRoot)
$module = Join-Path $repository 'out/CustomLabels/CustomLabels.psd1'
Import-Module $module
$samples = @{ Manifest = Join-Path $repository 'samples/manifest.jsonl'; ImageRoot = Join-Path $repository 'samples/images' }
$image = Join-Path $samples.ImageRoot 'boards/board-01.jpg'
$folder = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "customlabels-arrivals-$([guid]::NewGuid().ToString('N'))")).FullName
$env:CUSTOMLABELS_LEASE_PATH = Join-Path $folder 'leases'

# Starts a process that uses the model: it makes a file when it is in the block, and stays there until the gate is a file or the time is over.
function Open-Use([hashtable] $To, [string] $Arn, [string] $Mark, [string] $Gate, [int] $Milliseconds) {
    $stay = if ($Gate) { "while (-not (Test-Path '$Gate')) { Start-Sleep -Milliseconds 50 }" } else { "Start-Sleep -Milliseconds $Milliseconds" }
    $script = @"
`$ErrorActionPreference = 'Stop'; `$ProgressPreference = 'SilentlyContinue'; `$WarningPreference = 'SilentlyContinue'
Import-Module '$module'
`$to = @{ EndpointUrl = '$($To.EndpointUrl)'; AccessKey = 'any'; SecretKey = 'any' }
Use-RKModel '$Arn' @to {
    [IO.File]::WriteAllText('$Mark', '')
    `$null = Invoke-RKCustomLabelDetection '$image' -ProjectVersionArn '$Arn' @to
    $stay
    `$null = Invoke-RKCustomLabelDetection '$image' -ProjectVersionArn '$Arn' @to
}
"@
    $start = [Diagnostics.ProcessStartInfo]::new((Join-Path $PSHOME 'pwsh'), "-NoProfile -NonInteractive -EncodedCommand $([Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($script)))")
    $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $process = [Diagnostics.Process]::Start($start)
    [pscustomobject]@{ Process = $process; Error = $process.StandardError.ReadToEndAsync(); Output = $process.StandardOutput.ReadToEndAsync() }
}

function Wait-Use($Use) {
    if (-not $Use.Process.WaitForExit(300000)) { $Use.Process.Kill(); return 'It has not ended within 5 minutes.' }
    $Use.Process.WaitForExit()
    if ($Use.Process.ExitCode) { $Use.Error.Result.Trim() }
}

function Open-Model([int] $Seed) {
    Start-RKLocalEndpoint -StartDuration 0.5 -StopDuration 0.3 -AllowStopWhileStarting -Seed $Seed -Model ($samples + @{ Project = 'arrivals'; Version = "v$Seed"; Status = 'STOPPED' })
}

$failures = [Collections.Generic.List[string]]::new()
try {
    # Twenty at a time. A call that was refused is counted, too: what was accepted is told by the hours that the model ran, and by what it is.
    $endpoint = Open-Model 1000
    $to = @{ EndpointUrl = $endpoint.EndpointUrl; AccessKey = 'any'; SecretKey = 'any' }
    $gate = Join-Path $folder 'gate'
    $uses = @(foreach ($i in 1..$Processes) { Open-Use -To $to -Arn $endpoint.ProjectVersionArn -Mark (Join-Path $folder "in-$i") -Gate $gate })
    $deadline = [DateTime]::UtcNow.AddMinutes(5)
    while (@(Get-ChildItem $folder -Filter in-*).Count -lt $Processes -and [DateTime]::UtcNow -lt $deadline) { Start-Sleep -Milliseconds 100 }
    $held = @(Get-ChildItem $folder -Filter in-*).Count
    $stopsBefore = [long]$endpoint.Counters.Operations['StopProjectVersion']
    [IO.File]::WriteAllText($gate, '')
    $said = @($uses | ForEach-Object { Wait-Use $_ })
    $calls = $endpoint.Counters
    $refused = [long]$calls.Errors['ResourceInUseException']
    $accepted = "$([long]$calls.Operations['StartProjectVersion']) start(s), $([long]$calls.Operations['StopProjectVersion']) stop(s), $refused refused, $stopsBefore stop(s) while all held it, then $($endpoint.Models[0].Status)"
    [Console]::Out.WriteLine("$held of $Processes processes held the model at the same time: $accepted.")
    if ($held -ne $Processes -or $said) { $failures.Add("The $Processes processes: $held held it; $($said -join ' | ')") }
    if ([long]$calls.Operations['StartProjectVersion'] -ne 1 -or [long]$calls.Operations['StopProjectVersion'] -ne 1 -or $stopsBefore -or $refused -or $endpoint.Models[0].Status -notin 'STOPPING', 'STOPPED') { $failures.Add("The $Processes processes: $accepted") }
    $endpoint | Stop-RKLocalEndpoint

    # Random arrivals. The model is asked at the beginning and at the end of each block, and a model that doesn't run refuses.
    $blocks = $starts = 0
    foreach ($seed in 1..$Seeds) {
        $endpoint = Open-Model $seed
        $random = [Random]::new($seed)
        $to = @{ EndpointUrl = $endpoint.EndpointUrl; AccessKey = 'any'; SecretKey = 'any' }
        $each = [math]::Ceiling($Arrivals / $Seeds)
        $child = Open-Use -To $to -Arn $endpoint.ProjectVersionArn -Mark (Join-Path $folder "seed-$seed") -Milliseconds $random.Next(0, 1500)
        $plan = foreach ($i in 2..$each) { @{ Wait = $random.Next(0, 6000); Stay = $random.Next(0, 800) } }
        $results = @($plan | ForEach-Object -ThrottleLimit $each -Parallel {
                $ErrorActionPreference = 'Stop'
                $ProgressPreference = $WarningPreference = 'SilentlyContinue'
                Import-Module $using:module
                $to = $using:to
                $arn = ($using:endpoint).ProjectVersionArn
                $stay = $_.Stay
                Start-Sleep -Milliseconds $_.Wait
                try {
                    Use-RKModel $arn @to {
                        $null = Invoke-RKCustomLabelDetection $using:image -ProjectVersionArn $arn @to
                        Start-Sleep -Milliseconds $stay
                        $null = Invoke-RKCustomLabelDetection $using:image -ProjectVersionArn $arn @to
                        'ran'
                    }
                }
                catch { "$($_.FullyQualifiedErrorId): $_" }
            })
        $said = Wait-Use $child
        foreach ($bad in @($results | Where-Object { $_ -ne 'ran' }) + @($said | Where-Object { $_ })) { $failures.Add("Seed ${seed}: $bad") }
        $blocks += @($results | Where-Object { $_ -eq 'ran' }).Count + -not $said
        $starts += [long]$endpoint.Counters.Operations['StartProjectVersion']
        if ($endpoint.Models[0].Status -notin 'STOPPING', 'STOPPED') { $failures.Add("Seed ${seed}: the model is $($endpoint.Models[0].Status) after the last block") }
        $endpoint | Stop-RKLocalEndpoint
    }
    [Console]::Out.WriteLine("$blocks of $($Seeds * [math]::Ceiling($Arrivals / $Seeds)) random arrivals over $Seeds seeds ran their block in a running model, with $starts starts.")
}
finally {
    Stop-RKLocalEndpoint
    Remove-Item Env:CUSTOMLABELS_LEASE_PATH
    Remove-Item -LiteralPath $folder -Recurse -Force
}
foreach ($failure in $failures) { [Console]::Out.WriteLine($failure) }
exit [int]($failures.Count -gt 0)
