<#
.SYNOPSIS
    Kills runs at random moments, and resumes each journal until it is done: what is lost, what is sent twice, what is left behind.
.DESCRIPTION
    A night: a new journal, and runs over the images that are killed (SIGKILL; TerminateProcess on Windows), one after the other, until one comes to its end (a night's thirteenth run may). Nights go on until there were enough kills.
    Every process emits what it has to a pipe; whatever came out of it must be in the journal that it has left.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Found by splatting.')]
param([int] $Kills = 200, [int] $Images = 300, [int] $Seed = 1, [int] $Limit = 16)

. $PSScriptRoot/Night.ps1 -Images $Images -Endpoint @{ Latency = 0.02; LatencyP99 = 0.08; Seed = $Seed }
# A night's kills, after which it is let through: a machine that is slow today must not need for ever.
$most = 12
$random = [Random]::new($Seed)
$killed = $nights = $lost = $wrong = $locks = $torn = $leftTorn = $repeated = $mostRepeated = $badEnds = 0
try {
    # The moments are anywhere in the time that the last run took which was not killed.
    $run = Start-Run "$folder/warm-up.jsonl" "-ThrottleLimit $Limit"
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $null = Read-Run $run
    $length = [int]$clock.Elapsed.TotalMilliseconds
    $before = $local.Counters.Received

    while ($killed -lt $Kills) {
        $nights++
        $journal = "$folder/night-$nights.jsonl"
        $received = $local.Counters.Received
        $killsBefore = $killed
        do {
            $run = Start-Run $journal "-ThrottleLimit $Limit"
            $clock.Restart()
            $isKilled = $killed -lt $Kills -and $killed - $killsBefore -lt $most -and -not $run.Process.WaitForExit($random.Next(0, $length))
            if ($isKilled) { $run.Process.Kill() }
            $lines = Read-Run $run -Killed:$isKilled
            # It may have ended between the look and the kill.
            $isKilled = $isKilled -and ($lines | Select-Object -Last 1) -ne 'done'
            if (-not $isKilled) {
                $length = [int]$clock.Elapsed.TotalMilliseconds
                break
            }
            $killed++
            $kept = [Collections.Generic.HashSet[string]]::new()
            if (Test-Path $journal) {
                Import-RKJournal $journal -WarningAction SilentlyContinue -WarningVariable warned | ForEach-Object { $null = $kept.Add($_.LiteralPath) }
                $torn += $warned.Count
            }
            $lost += @($lines | Where-Object { -not $kept.Contains(($_ -split '\|')[0]) }).Count
            $wrong += @($lines | Where-Object { -not (Test-Line $_) }).Count
        } while ($true)

        if (($lines | Select-Object -Last 1) -ne 'done' -or (($lines[0..($lines.Count - 2)] | ForEach-Object { ($_ -split '\|')[0] }) -join ' ') -cne ($paths -join ' ')) { $badEnds++ }
        $wrong += @($lines[0..($lines.Count - 2)] | Where-Object { -not (Test-Line $_) }).Count
        if (Test-Path "$journal.lock") { $locks++ }
        if (-not (Test-Whole $journal)) { $leftTorn++ }
        $extra = $local.Counters.Received - $received - $Images
        $repeated += $extra
        if ($killed -gt $killsBefore) { $mostRepeated = [math]::Max($mostRepeated, $extra / ($killed - $killsBefore)) }
    }

    Write-Report -Found @(
        "$killed runs killed in $nights nights of $Images images, at most $Limit requests in flight, anywhere in the time that a run takes ($length ms the last); $torn kills left a torn last line"
        "$($local.Counters.Received - $before) requests received for $($nights * $Images) images: $repeated more than images, $('{0:0.0}' -f ($repeated / $killed)) a kill, at most $('{0:0.0}' -f $mostRepeated) a kill of one night"
    ) -Goal @(
        @{ Reached = $badEnds -eq 0; Text = "$($nights - $badEnds) of $nights nights ended with every image once, in order" }
        @{ Reached = $lost -eq 0; Text = "$lost results were emitted that were not in the journal" }
        @{ Reached = $wrong -eq 0; Text = "$wrong results had another image's label" }
        @{ Reached = $repeated -le $Limit * $killed; Text = "$repeated requests repeated, at most $Limit in flight at each of $killed kills" }
        @{ Reached = $leftTorn -eq 0 -and $locks -eq 0; Text = "$leftTorn torn lines and $locks lock files left at the end of a night" }
    )
}
finally { Remove-Night }
