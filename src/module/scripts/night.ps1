<#
.SYNOPSIS
    Asks a model about all pictures of a folder: for the Task Scheduler and for cron, with nobody watching.
.DESCRIPTION
    Run it again after a reboot, a time limit or a failure: pictures that are done are not sent again, their results come from the journal; failed ones are tried
    again. Two runs with the same journal don't get in each other's way: the second one ends.
    Nothing that happens to one picture, folder or file ends it. Pictures are files named .jpg, .jpeg, .jpe, .jfif, .jfi, .jif or .png, in upper or lower case.
    Exit code: 0 all pictures are done; 2 some failed, a folder can't be read, or there is no picture; 3 the run is finished, but night.csv or night.log can't
    be written, and what belongs into it lies beside it; 1 the run failed. The log says why.
    docs/guides/scheduled-tasks.md in the module's folder tells how to register it.
.PARAMETER ImageFolder
    The folder of the pictures; folders in it are looked through, too.
.PARAMETER WorkFolder
    Where night.journal.jsonl, night.csv (the results) and night.log are kept. It is made where it is missing.
.PARAMETER ProjectVersionArn
    The model version, by its ARN; with -StartModel also as project/version. It has to be running, unless -StartModel is given.
.PARAMETER StartModel
    Starts the model before the run, with -InferenceUnit units, and stops it after the run, however that ends; a model that runs already is left running. The log
    tells of start and stop, and what the model cost in between, at -PricePerUnitHour or else at 4.00 an hour. If it can't be stopped, the exit code is 1.
.PARAMETER MinConfidence
    The least confidence of labels, 0 to 100, with a point: 62.5; without it, the model's own thresholds.
.PARAMETER ProfileName
    A profile of the shared files; without it, credentials are found as always.
.PARAMETER MaxConsecutiveFailures
    So many failed pictures in a row, 50 unless given, end the run: something has gone wrong for good.
.PARAMETER PricePerUnitHour
    What an inference unit of your region costs an hour, by the pricing page of Amazon Rekognition, with a point: 4.5. With it the log tells what the model cost
    during the run.
.PARAMETER InferenceUnit
    How many inference units the model runs with, 1 unless given.
.EXAMPLE
    pwsh -NoProfile -File night.ps1 -ImageFolder D:\line4 -WorkFolder D:\night\work -ProjectVersionArn arn:aws:rekognition:eu-west-1:111122223333:project/line4/version/v1/1700000000000 -StartModel
#>
#Requires -Modules CustomLabels
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $ImageFolder,
    [Parameter(Mandatory)] [string] $WorkFolder,
    [Parameter(Mandatory)] [string] $ProjectVersionArn,
    # Numbers are taken as text: PowerShell reads 4,5 as 45.
    [string] $MinConfidence,
    [string] $ProfileName,
    [string] $MaxConsecutiveFailures = '50',
    [string] $PricePerUnitHour,
    [string] $InferenceUnit = '1',
    [switch] $StartModel
)

Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$invariant = [cultureinfo]::InvariantCulture
$watch = [Diagnostics.Stopwatch]::StartNew()
$pictureNames = '.jpg', '.jpeg', '.jpe', '.jfif', '.jfi', '.jif', '.png'
$count = @{ Done = 0; Sent = 0; Failed = 0; Unread = 0 }
$others = @{}
$waiting = [Collections.Generic.List[string]]::new()
$work = $log = $price = $writer = $failure = $null
$isStopped = $true

# A line of the log. Where another program has the log, it waits, and goes in before the next one.
function Add-LogLine([string] $Text) {
    # The process is in each line: of two runs at a time, one says that it ends.
    $waiting.Add(('{0} [{1}] {2}' -f [DateTime]::UtcNow.ToString('u', $invariant), $PID, [CustomLabels.VisibleText]::Of(($Text -replace '\s*[\r\n]+\s*', ' '))))
    if ($log) { Write-WaitingLine $log }
}

function Write-WaitingLine([string] $Path) {
    try {
        [IO.File]::AppendAllText($Path, (($waiting -join [Environment]::NewLine) + [Environment]::NewLine), [Text.UTF8Encoding]::new($false))
        $waiting.Clear()
    }
    catch { $script:logFailure = $_.Exception.Message }
}

# Writes the lines that still wait, into a log of this run's own if it must be; whether all of them are in night.log.
function Close-Log {
    for ($i = 0; $log -and $waiting.Count -and $i -lt 20; $i++) {
        Start-Sleep -Milliseconds 250
        Write-WaitingLine $log
    }
    if (-not $waiting.Count) { return $true }
    if ($log) {
        $own = Join-Path $work "night.$PID.log"
        [Console]::Error.WriteLine("$log can't be written: $logFailure This run's lines are in $own.")
        Write-WaitingLine $own
    }
    $waiting | ForEach-Object { [Console]::Error.WriteLine($_) }
    $false
}

function Add-CostLine {
    # What it cost from start to stop is in the log already.
    if (-not $price -or $StartModel) { return }
    $cost = $watch.Elapsed.TotalHours * $units * $price
    Add-LogLine ([string]::Format($invariant, 'The model cost {0:0.00} in that time: {1} inference unit(s) at {2} an hour.', $cost, $units, $price))
}

# A number as people write it in scripts, with a point and nothing between its digits; null where none is given.
function Read-Number([string] $Name, [string] $Text, [double] $Least, [double] $Most, [switch] $Whole) {
    if (-not $Text) { return }
    $number = 0.0
    $style = if ($Whole) { [Globalization.NumberStyles]::None } else { [Globalization.NumberStyles]::AllowDecimalPoint }
    if ([double]::TryParse($Text, $style, $invariant, [ref]$number) -and $number -ge $Least -and $number -le $Most) { return $number }
    $example = if ($Whole) { 'a whole number' } else { 'a number with a point, such as 4.5,' }
    throw [string]::Format($invariant, "-{0} is '{1}' and has to be {2} from {3} to {4}.", $Name, $Text, $example, $Least, $Most)
}

# Whether what Get-ChildItem has found is a picture by its name. A folder that can't be read is an error among the files: the others are gone on with.
function Test-Picture($Found) {
    if ($Found -is [Management.Automation.ErrorRecord]) {
        if ($Found.TargetObject -eq $root) { throw $Found }
        $count.Unread++
        Add-LogLine "Can't be read, and is left out: $($Found.TargetObject): $($Found.Exception.Message)"
        return $false
    }
    if ($Found.Extension -in $pictureNames) { return $true }
    $others[$Found.Extension.ToLowerInvariant()]++
    $false
}

# What a listing passes over without a word: hidden files and folders, which on Unix begin with a dot, and folders that are links.
function Add-PassedOverLine {
    $folders = @(Get-Item -LiteralPath $root -Force) + @(Get-ChildItem -LiteralPath $root -Recurse -Directory -ErrorAction Ignore)
    $hidden = @($folders | ForEach-Object { Get-ChildItem -LiteralPath $_.FullName -Hidden -ErrorAction Ignore })
    $links = @($folders | Where-Object { $_.FullName -ne $root -and $_.Attributes.HasFlag([IO.FileAttributes]::ReparsePoint) })
    if ($hidden) { Add-LogLine "Left out, because they are hidden: $($hidden.Count) file(s) and folder(s), such as $($hidden[0].FullName)." }
    if ($links) { Add-LogLine "Left out, because they are links: $($links.Count) folder(s), such as $($links[0].FullName)." }
}

# The file that results come into. Another program may still have the last run's open.
function Open-Partial {
    foreach ($path in "$results.partial", (Join-Path $work "night.$PID.csv.partial")) {
        try {
            $script:partial = $path
            # With the mark that Windows PowerShell's Import-Csv needs.
            $script:writer = [IO.StreamWriter]::new([IO.File]::Open($path, 'Create', 'Write', 'Read'), [Text.UTF8Encoding]::new($PSVersionTable.PSVersion.Major -lt 6))
            return
        }
        catch { Add-LogLine "$path can't be written: $($_.Exception.Message)" }
    }
    throw "No file for the results can be written in $work."
}

# Asks about all pictures. Results stream into a file that replaces the last run's when all are in. A run that doesn't get the journal doesn't get as far as to open it.
function Invoke-Run {
    try {
        Get-ChildItem -LiteralPath $root -Recurse -File -ErrorAction Continue 2>&1 |
            Where-Object { Test-Picture $_ } |
            Invoke-RKCustomLabelDetection @ask -Verbose 3>&1 4>&1 |
            ForEach-Object {
                if ($_ -is [Management.Automation.InformationalRecord]) { Add-LogLine $_.Message; return }
                if ($_.Status -eq 'Failed') { $count.Failed++; Add-LogLine "Failed: $($_.Image): $($_.Error)" } else { $count.Done++ }
                if (-not $_.FromJournal) { $count.Sent++ }
                $_
            } |
            Select-Object Image, Status, CustomLabels, @{ Name = 'ErrorId'; Expression = { $_.Error.Id } }, LiteralPath, Timestamp |
            ConvertTo-Csv -NoTypeInformation |
            ForEach-Object -Begin { Open-Partial } -Process { $writer.WriteLine($_); $writer.Flush() }
    }
    finally { if ($writer) { $writer.Dispose() } }
}

# Puts the results in place of the last run's; whether it could. Scanners have a file for a moment, a spreadsheet has it all night.
function Publish-Result {
    for ($i = 1; ; $i++) {
        try {
            if (Test-Path -LiteralPath $results -PathType Container) { throw 'It is a folder.' }
            Move-Item -LiteralPath $partial $results -Force
            return $true
        }
        catch {
            if ($i -lt 5) { Start-Sleep -Seconds 1; continue }
            Add-LogLine "$results can't be replaced, and is not of this run: $($_.Exception.Message) The results are in $partial."
            return $false
        }
    }
}

try {
    $work = [IO.Directory]::CreateDirectory($ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($WorkFolder)).FullName
    $log = Join-Path $work 'night.log'
    $results = Join-Path $work 'night.csv'
    $price = Read-Number PricePerUnitHour $PricePerUnitHour -Most 1000000
    $units = Read-Number InferenceUnit $InferenceUnit -Least 1 -Most 1000000 -Whole
    $ask = @{
        ProjectVersionArn      = $ProjectVersionArn
        JournalPath            = Join-Path $work 'night.journal.jsonl'
        Durable                = $true
        IncludeFailed          = $true
        MinConfidence          = Read-Number MinConfidence $MinConfidence -Most 100
        MaxConsecutiveFailures = Read-Number MaxConsecutiveFailures $MaxConsecutiveFailures -Least 1 -Most ([int]::MaxValue) -Whole
        ProfileName            = $ProfileName
    }
    foreach ($name in @($ask.Keys)) { if ("$($ask[$name])" -eq '') { $ask.Remove($name) } }
    $root = (Get-Item -LiteralPath $ImageFolder -Force).FullName
    Add-LogLine "Begins: $root."

    if ($StartModel) {
        $model = @{ ProjectVersionArn = $ProjectVersionArn; MinInferenceUnits = [int]$units }
        if ($ProfileName) { $model.ProfileName = $ProfileName }
        if ($price) { $model.PricePerUnitHour = $price }
        # What ends the run is kept, so that the log tells of the stop too.
        $run = {
            $ask.ProjectVersionArn = $_.ProjectVersionArn
            try { Invoke-Run } catch { $script:failure = $_ }
        }
        Use-RKModel @model $run -Verbose -ErrorAction Continue 2>&1 3>&1 4>&1 | ForEach-Object {
            if ($_ -isnot [Management.Automation.ErrorRecord]) { Add-LogLine $_.Message; return }
            $script:isStopped = $false
            Add-LogLine "$($_.FullyQualifiedErrorId): $($_.Exception.Message)"
        }
        if ($failure) { throw $failure }
    }
    else { Invoke-Run }

    $isPublished = Publish-Result
    foreach ($extension in $others.Keys | Sort-Object) { Add-LogLine "Left out, because they are no pictures by their names: $($others[$extension]) file(s) named *$extension." }
    Add-PassedOverLine
    if (-not ($count.Done + $count.Failed)) { Add-LogLine "No picture was found in $root. Is it the right folder, and is its drive there?" }
    Add-LogLine ([string]::Format($invariant, 'Ends after {0:hh\:mm\:ss}: {1} done, {2} failed; {3} new, the others from the journal; {4} folder(s) could not be read.', $watch.Elapsed, $count.Done, $count.Failed, $count.Sent, $count.Unread))
    Add-CostLine
    $code = if (-not $isStopped) { 1 } elseif (-not $isPublished) { 3 } elseif ($count.Failed -or $count.Unread -or -not $count.Done) { 2 } else { 0 }
}
catch {
    Add-LogLine "The run failed after $($count.Done + $count.Failed) pictures: $($_.FullyQualifiedErrorId): $($_.Exception.Message)"
    if ($_.ErrorDetails) { Add-LogLine $_.ErrorDetails.RecommendedAction }
    Add-CostLine
    $code = 1
}
if (-not (Close-Log) -and $code -ne 1) { $code = 3 }
exit $code
