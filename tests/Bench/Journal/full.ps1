<#
.SYNOPSIS
    Runs into file systems that are full at each of many sizes, and goes on when there is room: what is lost, what is sent twice.
.DESCRIPTION
    Needs Linux and the right to mount a tmpfs. Each size is a page (4 KB) larger than the last, from none at all.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Found by splatting.')]
param([int] $Sizes = 24, [int] $Images = 300, [int] $Limit = 16)

. $PSScriptRoot/Night.ps1 -Images $Images -Endpoint @{ Latency = 0.005; LatencyP99 = 0.03; Seed = 1 }
$disk = Join-Path $folder 'disk'
$null = New-Item -ItemType Directory $disk
$stopped = $lost = $torn = $locks = $badEnds = $repeated = 0
try {
    & mount -t tmpfs -o size=4k customlabels $disk 2>$null
    if ($LASTEXITCODE -ne 0) { [Console]::Out.WriteLine('{"Error":"this account may not mount a tmpfs."}'); return }
    try {
        foreach ($pages in 0..($Sizes - 1)) {
            & mount -o "remount,size=$(4 * ($pages + 1))k" $disk
            # The first page is taken: without it not even the lock's line has room.
            [IO.File]::WriteAllBytes("$disk/filler", [byte[]]::new(4096))
            $journal = "$disk/night.jsonl"
            $received = $local.Counters.Received
            # One after the other in this process: what ends a run ends it for the caller too.
            $emitted = [Collections.Generic.List[string]]::new()
            $id = try { Get-Item -LiteralPath $paths | Invoke-RKCustomLabelDetection @to -JournalPath $journal -ThrottleLimit $Limit | ForEach-Object { $emitted.Add($_.LiteralPath) }; 'none' } catch { "$($_.FullyQualifiedErrorId)" }
            $stopped += $id -like 'JournalWriteFailed,*'
            $sent = $local.Counters.Received - $received
            $kept = [Collections.Generic.HashSet[string]]::new()
            if ((Test-Path $journal) -and (Get-Item $journal).Length) {
                Import-RKJournal $journal -WarningAction SilentlyContinue -WarningVariable warned | ForEach-Object { $null = $kept.Add($_.LiteralPath) }
                $torn += $warned.Count
            }
            $lost += @($emitted | Where-Object { -not $kept.Contains($_) }).Count
            $locks += Test-Path "$journal.lock"
            $repeated += $sent - $kept.Count

            & mount -o remount,size=16m $disk
            $all = @(Get-Item -LiteralPath $paths | Invoke-RKCustomLabelDetection @to -JournalPath $journal)
            if (($all.LiteralPath -join ' ') -cne ($paths -join ' ') -or @($all | Where-Object FromJournal).Count -ne $kept.Count) { $badEnds++ }
            Remove-Item $journal, "$disk/filler"
        }
    }
    finally { & umount $disk }

    Write-Report -Found "$Sizes file systems with 0 to $(4 * ($Sizes - 1)) KB for the journal of $Images images; $stopped runs ended for want of room" -Goal @(
        @{ Reached = $stopped -gt 0; Text = "$stopped runs ended with JournalWriteFailed" }
        @{ Reached = $lost -eq 0; Text = "$lost results were emitted that were not in the journal" }
        @{ Reached = $torn -eq 0 -and $locks -eq 0; Text = "$torn torn lines and $locks lock files were left by them" }
        @{ Reached = $badEnds -eq 0; Text = "$($Sizes - $badEnds) of $Sizes runs after that gave every image once, in order, what was in the journal out of it" }
        @{ Reached = $repeated -le 2 * $Limit * $stopped; Text = "$repeated requests repeated in all, at most $Limit in flight and $Limit to be written at each end" }
    )
}
finally { Remove-Night }
