<#
.SYNOPSIS
    Ends runs of Use-RKModel at random moments of their lives, in every way that there is: does the model still run, is a lease left, was another model touched?
.DESCRIPTION
    Each run has a process and an endpoint of its own (Run.ps1). Prints a table of moment and end, each cell as stopped by the end itself / after one later command / runs, and ends
    with 0 when every run is clean after one later command, no other model was touched, and every end but SIGKILL has stopped the model by itself. Needs Linux and Python 3.
.PARAMETER Runs
    How many.
.PARAMETER Seed
    Decides the moments.
.PARAMETER Parallel
    How many side by side.
.PARAMETER Only
    A pattern of cells, moment and end, such as 'STARTING*SIGKILL'.
#>
#Requires -Version 7.4
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseUsingScopeModifierInNewRunspaces', '', Justification = 'It is used with the modifier.')]
param([int] $Runs = 120, [int] $Seed = 1, [int] $Parallel = 4, [string] $Only = '*')

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'
if (-not $IsLinux -or -not (Get-Command python3 -ErrorAction Ignore)) { [Console]::Out.WriteLine('It needs Linux and Python 3 (python3).'); exit 2 }

$moments = 'before the lease', 'before the start', 'STARTING', 'in the block', 'STOPPING'
$all = @(
    foreach ($end in 'SIGKILL', 'SIGTERM', 'SIGHUP', 'Ctrl+C', 'gone for 10 s') { foreach ($moment in $moments) { @{ Moment = $moment; End = $end } } }
    foreach ($end in '-First', 'throw') { @{ Moment = 'in the block'; End = $end } }
    foreach ($end in 'lost answer', 'lost answer, SIGTERM', 'lost answer, SIGKILL', 'late start', 'late start, SIGTERM', 'late start, SIGKILL') { @{ Moment = 'STARTING'; End = $end } }
)
$cells = @($all | Where-Object { "$($_.Moment) $($_.End)" -like $Only })
if (-not $cells) { [Console]::Out.WriteLine("No cell is like '$Only'."); exit 2 }
# A small number of runs is spread over all cells.
$step = [math]::Max(1, [math]::Floor($cells.Count / $Runs))
$plan = foreach ($i in 0..($Runs - 1)) { @{ Number = $i + 1 } + $cells[($i * $step) % $cells.Count] }

$folder = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "customlabels-kill-$([guid]::NewGuid().ToString('N'))")).FullName
$env:CUSTOMLABELS_LEASE_PATH = Join-Path $folder 'leases'
$clock = [Diagnostics.Stopwatch]::StartNew()
try {
    $found = @($plan | ForEach-Object -ThrottleLimit $Parallel -Parallel {
            $case = $_
            try { & (Join-Path $using:PSScriptRoot 'Run.ps1') @case -Seed $using:Seed -Folder $using:folder }
            catch { [pscustomobject]@{ Number = $case.Number; Moment = $case.Moment; End = $case.End; IsHit = $false; HasEnded = $false; ByItself = $false; After = $false; IsMoved = $false; IsOtherRunning = $false; Text = "$_ $($_.ScriptStackTrace)" } }
        })
}
finally {
    Remove-Item Env:CUSTOMLABELS_LEASE_PATH
    Remove-Item -LiteralPath $folder -Recurse -Force
}

[Console]::Out.WriteLine("$($found.Count) runs in $([int]$clock.Elapsed.TotalSeconds) s, seed $Seed. Stopped by the end itself / after one later command / runs:")
$rows = foreach ($end in $cells.End | Select-Object -Unique) {
    $row = [ordered]@{ End = $end }
    foreach ($moment in $moments) {
        $cell = @($found | Where-Object { $_.End -eq $end -and $_.Moment -eq $moment })
        $row[$moment] = if ($cell) { '{0} / {1} / {2}' -f @($cell | Where-Object ByItself).Count, @($cell | Where-Object After).Count, $cell.Count } else { '' }
    }
    [pscustomobject]$row
}
[Console]::Out.WriteLine(($rows | Format-Table -AutoSize | Out-String -Width 140).Trim())

# Nothing runs in a process that was killed; all other ends stop the model.
$bad = @($found | Where-Object { -not $_.After -or -not $_.IsOtherRunning -or -not $_.HasEnded -or -not ($_.ByItself -or $_.End -like '*SIGKILL') })
foreach ($one in $bad | Sort-Object Number) { [Console]::Out.WriteLine("Run $($one.Number), $($one.Moment), $($one.End): by itself $($one.ByItself), after $($one.After), other model untouched $($one.IsOtherRunning), ended $($one.HasEnded): $($one.Text)") }
$missed = @($found | Where-Object { -not $_.IsHit }).Count
$moved = @($found | Where-Object IsMoved).Count
if ($moved) { [Console]::Out.WriteLine("$moved were killed while the start was asked for and had not come true: their leases stayed, as they have to. Their UnconfirmedSince was moved back by 16 minutes, and one more command run.") }
[Console]::Out.WriteLine("$($found.Count - $bad.Count) of $($found.Count) runs are as they have to be; $missed ended before their moment.")
exit [int]($bad.Count -gt 0)
