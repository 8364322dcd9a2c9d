# What takes longer than Test may: the same proofs at a large size. Each is a program that ends with 0 when nothing was found; Test has all of them at a small one.

[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'What it says is for people; the result is the exit code.')]
param()

# The parts: a name, and what runs it and gives true. One that can't be run here has a reason.
function Get-Proof {
    $fuzz = Join-Path $root 'tests/Fuzz/bin/Release/net10.0/Fuzz.dll'
    # Without a target it lists them, on standard error: Windows PowerShell would make that an error of its own.
    $usage = & { $ErrorActionPreference = 'Continue'; & dotnet $fuzz 2>&1 }
    $targets = ($usage | Select-String '^targets: (.*)').Matches[0].Groups[1].Value -split ', '
    foreach ($target in $targets) { @{ Name = "a million inputs to $target"; File = 'dotnet'; Arguments = $fuzz, $target } }

    $pictures = $env:CUSTOMLABELS_HOSTILE_PICTURES
    $hostile = @{ Name = 'hostile pictures of other projects, each decoded in a child'; File = 'dotnet'; Arguments = (Join-Path $root 'tests/HostilePictures/bin/Release/net10.0/HostilePictures.dll'), $pictures }
    if (-not $pictures) { $hostile.Reason = 'it needs a folder of them: CUSTOMLABELS_HOSTILE_PICTURES (tests/README.md)' }
    $hostile

    $kill = Join-Path $root 'tests/Bench/Journal/kill.ps1'
    @{ Name = 'journals of runs that are killed 200 times'; File = $shell; Arguments = '-NoProfile', '-NonInteractive', '-File', $kill; Goals = $true }

    $annotations = Join-Path $root 'tests/Bench/Annotations/Annotations.ps1'
    @{ Name = 'labels in files that are larger than memory'; File = $shell; Arguments = '-NoProfile', '-NonInteractive', '-File', $annotations, '-Images', 20000; Goals = $true }

    @{
        Name = 'labels of 200 hostile sets written and read again in each format'; File = 'dotnet'
        Arguments = 'test', (Join-Path $root 'tests/CustomLabels.Core.Tests'), '-c', 'Release', '-f', 'net10.0', '--filter', 'RoundTripTests', '-e', 'CUSTOMLABELS_ROUND_TRIPS=200'
    }

    @{ Name = 'intervals and verdicts of evaluations, by models whose figures are known'; File = 'dotnet'; Arguments = @(, (Join-Path $root 'tests/Coverage/bin/Release/net10.0/Coverage.dll')) }

    $uses = Join-Path $root 'tests/Kill'
    $ends = @{ Name = 'uses of a model that are ended in every way, 120 times'; File = $shell; Arguments = '-NoProfile', '-NonInteractive', '-File', (Join-Path $uses 'kill.ps1') }
    # Windows PowerShell has neither variable.
    if (-not (Get-Variable IsLinux -ValueOnly -ErrorAction Ignore) -or -not (Get-Command python3 -ErrorAction Ignore)) { $ends.Reason = 'it needs Linux and Python 3 (python3)' }
    $ends
    @{ Name = 'twenty uses of one model at a time, and 200 at random'; File = $shell; Arguments = '-NoProfile', '-NonInteractive', '-File', (Join-Path $uses 'arrivals.ps1') }
    $guard = @{ Name = "a guard of cron, which stops the model of a killed process"; File = $shell; Arguments = '-NoProfile', '-NonInteractive', '-File', (Join-Path $uses 'guard.ps1') }
    $reason = Get-CronReason
    if ($reason) { $guard.Reason = $reason }
    $guard
    @{ Name = 'usage of a day of three models, against what the endpoint counts'; File = $shell; Arguments = '-NoProfile', '-NonInteractive', '-File', (Join-Path $root 'tests/Meter/day.ps1') }

    $model = @{ Name = "the generated codec against botocore's, a million times"; File = Find-Python boto3 1; Arguments = (Join-Path $root 'tests/Peers/api_model.py'), 1000000 }
    if (-not $model.File) { $model.Reason = 'it needs Python 3 (python3) with boto3' }
    $model

    . (Join-Path $root 'tests/Browser/Tools.ps1')
    $pages = @{ Name = 'reports of 24, 500 and 10,000 pictures, and of hostile names, in Chromium'; File = $shell; Arguments = '-NoProfile', '-NonInteractive', '-File', (Join-Path $root 'tests/Browser/run.ps1') }
    $reason = Get-BrowserReason
    if ($reason) { $pages.Reason = $reason }
    $pages

    $output = @{ Name = "the CLI's output against the AWS CLI's, 2,000 answers"; File = Find-Python awscli 2; Arguments = @(, (Join-Path $root 'tests/Peers/fuzz_cli_output.py')) }
    if (-not $output.File) { $output.Reason = 'it needs a Python that can import the AWS CLI 2' }
    $output
}

# Why no cron can be started here to prove a guard; nothing where one can: a cron that runs already is somebody's.
function Get-CronReason {
    if (-not (Test-Path /usr/sbin/cron) -or -not (Get-Command crontab -ErrorAction Ignore)) { return "it needs Debian's cron (/usr/sbin/cron and crontab)" }
    if ((& id -u) -ne '0') { return 'it needs root, who may start a cron' }
    if (Get-Process cron, crond -ErrorAction Ignore) { return 'a cron runs on this machine already' }
}

# Runs them one after the other, and adds up.
function Invoke-Proof([object[]] $Proof) {
    $count = @{ Passed = 0; Failed = 0; Skipped = 0; Skips = @(); Failures = @() }
    foreach ($one in $Proof) {
        if ($one['Reason']) {
            $count.Skipped++
            $count.Skips += "$($one.Name): $($one.Reason)"
            continue
        }

        Write-Host "--- $($one.Name)"
        $clock = [Diagnostics.Stopwatch]::StartNew()
        # Shown as it comes: some take a quarter of an hour.
        & $one.File $one.Arguments | Tee-Object -Variable lines | Out-Host
        $isProven = $LASTEXITCODE -eq 0
        Write-Host ([string]::Format([cultureinfo]::InvariantCulture, '--- took {0:0} s', $clock.Elapsed.TotalSeconds))
        # A row of the benchmarks says by its goals what it found.
        if ($one['Goals']) { $isProven = $isProven -and -not (($lines | Select-Object -Last 1 | ConvertFrom-Json).Goals | Where-Object { -not $_.Reached }) }
        if ($isProven) { $count.Passed++ }
        else {
            $count.Failed++
            $count.Failures += $one.Name
        }
    }
    $count
}
