# What takes longer than Test may: the same proofs at a large size. Each is a program that ends with 0 when nothing was found; Test has all of them at a small one.

[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'What it says is for people; the result is the exit code.')]
param()

# The parts: a name, and what runs it and gives true. One that can't be run here has a reason.
function Get-Proof {
    $fuzz = Join-Path $root 'tests/Fuzz/bin/Release/net10.0/Fuzz.dll'
    $targets = (& dotnet $fuzz 2>&1 | Select-String '^targets: (.*)').Matches[0].Groups[1].Value -split ', '
    foreach ($target in $targets) { @{ Name = "a million inputs to $target"; File = 'dotnet'; Arguments = $fuzz, $target } }

    $kill = Join-Path $root 'tests/Bench/Journal/kill.ps1'
    @{ Name = 'journals of runs that are killed 200 times'; File = $shell; Arguments = '-NoProfile', '-NonInteractive', '-File', $kill; Goals = $true }

    $annotations = Join-Path $root 'tests/Bench/Annotations/Annotations.ps1'
    @{ Name = 'labels in files that are larger than memory'; File = $shell; Arguments = '-NoProfile', '-NonInteractive', '-File', $annotations, '-Images', 20000; Goals = $true }

    @{
        Name = 'labels of 200 hostile sets written and read again in each format'; File = 'dotnet'
        Arguments = 'test', (Join-Path $root 'tests/CustomLabels.Core.Tests'), '-c', 'Release', '-f', 'net10.0', '--filter', 'RoundTripTests', '-e', 'CUSTOMLABELS_ROUND_TRIPS=200'
    }

    $python = Get-Command python3 -ErrorAction Ignore
    $hasBoto3 = $python -and $(& python3 -c 'import importlib.util, sys; sys.exit(importlib.util.find_spec("boto3") is None)'; $LASTEXITCODE -eq 0)
    $model = @{ Name = "the generated codec against botocore's, a million times"; File = 'python3'; Arguments = (Join-Path $root 'tests/Peers/api_model.py'), 1000000 }
    if (-not $hasBoto3) { $model.Reason = 'it needs Python 3 (python3) with boto3' }
    $model

    # The distribution's own Python is the one that can import its AWS CLI.
    $cli = @(Get-Command python3 -All -CommandType Application -ErrorAction Ignore | Where-Object { & $_.Source -c 'import awscli, sys; sys.exit(awscli.__version__ < "2")' 2>$null; $LASTEXITCODE -eq 0 })
    $output = @{ Name = "the CLI's output against the AWS CLI's, 2,000 answers"; Arguments = @(, (Join-Path $root 'tests/Peers/fuzz_cli_output.py')) }
    if ($cli) { $output.File = $cli[0].Source } else { $output.Reason = 'it needs a Python that can import the AWS CLI 2' }
    $output
}

# Runs them one after the other, and adds up.
function Invoke-Proof([object[]] $Proof) {
    $count = @{ Passed = 0; Failed = 0; Skipped = 0; Failures = @() }
    foreach ($one in $Proof) {
        if ($one['Reason']) {
            Write-Host "Skipped $($one.Name): $($one.Reason)."
            $count.Skipped++
            continue
        }

        Write-Host "--- $($one.Name)"
        $lines = & $one.File $one.Arguments
        $isProven = $LASTEXITCODE -eq 0
        $lines | Out-Host
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
