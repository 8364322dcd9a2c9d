# The tests, each of them a program: some at a time, as many as there are processors and one more, for those that wait. What one prints is shown when it has ended.

[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'What it says is for people; the result is the exit code.')]
param()

# A test that can't be run here: told at the end, and counted as skipped.
function Get-SkippedTest([string] $Reason, [int] $Number = 1) { @{ Skipped = $Number; Reason = $Reason } }

# The C# tests: on .NET, and what is built for Windows PowerShell on .NET Framework: Windows' own, elsewhere Mono where it is.
function Get-DotnetTest {
    $desktop = $env:OS -eq 'Windows_NT' -or (Get-Command mono -ErrorAction Ignore)
    if (-not $desktop) { Get-SkippedTest 'the C# tests on .NET Framework: they need Windows or Mono (mono)' }
    foreach ($framework in 'net472', 'net10.0') {
        foreach ($project in Get-ChildItem (Join-Path $root 'tests/*.Tests/*.csproj')) {
            if ($framework -eq 'net472' -and -not ($desktop -and (Get-Content -Raw $project.FullName) -match 'net472</TargetFrameworks>')) { continue }
            $report = Join-Path $out "tests/$($project.BaseName).$framework.trx"
            @{
                Name      = "$($project.BaseName) on $framework"
                File      = 'dotnet'
                # The assembly and not the project, which would be evaluated again.
                Arguments = 'test', (Join-Path $project.DirectoryName "bin/Release/$framework/$($project.BaseName).dll"), '--nologo', '--logger', "trx;LogFileName=$report"
                Report    = $report
                Read      = {
                    param($Lines, $Test)
                    $sums = $Lines | Select-String 'Failed:\s*(\d+), Passed:\s*(\d+), Skipped:\s*(\d+)' | Select-Object -Last 1
                    if (-not $sums) { return }
                    $failures = $Lines | Select-String '^\s+Failed (\S.*) \[' -Context 0, 4 | ForEach-Object { "$($Test.Name), $($_.Matches[0].Groups[1].Value): $(($_.Context.PostContext | ForEach-Object Trim) -join ' ')" }
                    $numbers = 1..3 | ForEach-Object { [int]$sums.Matches[0].Groups[$_].Value }
                    # Only the report has why a test was skipped.
                    $skips = ([xml](Get-Content -Raw -Encoding UTF8 $Test.Report)).SelectNodes('//*[local-name()="UnitTestResult"][@outcome="NotExecuted"]') |
                        ForEach-Object { "$($Test.Name): $($_.Output.ErrorInfo.Message)" }
                    @{ Failed = $numbers[0]; Passed = $numbers[1]; Skipped = $numbers[2]; Skips = @($skips); Failures = @($failures) }
                }
            }
        }
    }
}

# The Pester files: those of Alone in processes of their own; the others in a few processes together, of which each takes an import and a start.
function Get-PesterTest {
    $files = @(Get-ChildItem (Join-Path $root 'tests/Module') -Filter *.Tests.ps1)
    $pester = Find-Pester
    if (-not $pester) {
        Get-SkippedTest "files of tests/Module: they need Pester 5, which is not installed and can't be restored as a package" $files.Count
        return
    }

    $sets = Import-PowerShellDataFile (Join-Path $root 'tests/Module/sets.psd1')
    $named = @($sets.Alone) + @($sets.Together | ForEach-Object { $_ })
    $names = @($files.Name -replace '\.Tests\.ps1$')
    $missing = @($names | Where-Object { $named -notcontains $_ }) + @($named | Where-Object { $names -notcontains $_ })
    if ($missing) { throw "tests/Module/sets.psd1 and the files differ in: $($missing -join ', ')." }
    foreach ($set in @($sets.Alone | ForEach-Object { , @($_) }) + @($sets.Together)) {
        $report = Join-Path $out "tests/$($set[0]).json"
        @{
            Name      = $set -join ', '
            File      = $shell
            Arguments = @('-NoProfile', '-NonInteractive', '-File', (Join-Path $root 'tests/Module/pester.ps1'), '-Name', ($set -join ','), '-Report', $report, '-Pester', $pester)
            Report    = $report
            Read      = {
                if (Test-Path $args[1].Report) { Get-Content -Raw $args[1].Report | ConvertFrom-Json }
            }
        }
    }
}

# The first Python 3 on the PATH that has a package, in some version or later: what a distribution installs is for the distribution's own Python, which need not be the first.
function Find-Python([string] $Package, [int] $Version) {
    $check = 'import importlib.util, sys; sys.exit(not importlib.util.find_spec("{0}") or int(__import__("{0}").__version__.split(".")[0]) < {1})' -f $Package, $Version
    foreach ($python in @(Get-Command python3 -All -CommandType Application -ErrorAction Ignore)) {
        & $python.Source -c $check
        if ($LASTEXITCODE -eq 0) { return $python.Source }
    }
}

function Get-PeerTest {
    $python = Find-Python boto3 1
    if (-not $python) {
        Get-SkippedTest 'tests/Peers: it needs Python 3 (python3) with boto3'
        return
    }
    @{
        Name      = 'tests/Peers'
        File      = $python
        Arguments = @(, (Join-Path $root 'tests/Peers/peers.py'))
        Read      = {
            param($Lines)
            $sums = $Lines | Select-String '^(\d+) passed, (\d+) failed, (\d+) skipped$' | Select-Object -Last 1
            if (-not $sums) { return }
            $numbers = 1..3 | ForEach-Object { [int]$sums.Matches[0].Groups[$_].Value }
            @{ Passed = $numbers[0]; Failed = $numbers[1]; Skipped = $numbers[2]; Skips = @($Lines | Select-String '^Skipped .*?: (.*)' | ForEach-Object { "tests/Peers: $($_.Matches[0].Groups[1].Value)" }); Failures = @($Lines | Select-String '^(FAIL|ERROR): (.*)' | ForEach-Object { "tests/Peers, $($_.Matches[0].Groups[2].Value)" }) }
        }
    }
}

# Starts a test's program.
function Invoke-TestProgram($Test) {
    $Test.Log = Join-Path $out "tests/$([guid]::NewGuid().ToString('N')).log"
    # Start-Process makes one line of the arguments and quotes none.
    $arguments = $Test.Arguments | ForEach-Object { if ($_ -match '[\s"]') { '"' + ($_ -replace '"', '\"') + '"' } else { $_ } }
    # A script that runs this in the background, or nohup, has signals ignored by all that is started, and tests send these.
    $canReset = $IsLinux -and (& env --default-signal=INT,HUP echo yes 2>$null)
    $program = @(if ($canReset) { 'env', '--default-signal=INT,HUP' }) + $Test.File
    $Test.Process = Start-Process $program[0] (@($program | Select-Object -Skip 1) + $arguments) -NoNewWindow -PassThru -RedirectStandardOutput $Test.Log -RedirectStandardError "$($Test.Log).error"
    $Test.Clock = [Diagnostics.Stopwatch]::StartNew()
}

# What a test that has ended printed, and its counts.
function Complete-Test($Test, $Count) {
    $lines = @(Get-Content -LiteralPath $Test.Log, "$($Test.Log).error")
    Write-Host ([string]::Format([cultureinfo]::InvariantCulture, '--- {0}: {1:0} s', $Test.Name, $Test.Clock.Elapsed.TotalSeconds))
    $lines | Out-Host
    $result = & $Test.Read $lines $Test
    if (-not $result) { $result = @{ Passed = 0; Failed = 1; Skipped = 0; Skips = @(); Failures = @("$($Test.Name) did not run.") } }
    $Count.Passed += $result.Passed
    $Count.Failed += $result.Failed
    $Count.Skipped += $result.Skipped
    $Count.Skips += $result.Skips
    $Count.Failures += $result.Failures
}

# The tests in the order in which they begin.
function Get-LongestFirst([object[]] $Test) {
    $seconds = Import-PowerShellDataFile (Join-Path $root 'build/Seconds.psd1')
    $Test | Sort-Object -Descending {
        $name = ($_.Name -split ', ')[0]
        if ($seconds.ContainsKey($name)) { $seconds[$name] } else { [int]::MaxValue }
    }
}

# Runs tests and adds up what they came to.
function Invoke-Test([object[]] $Test) {
    $count = @{ Passed = 0; Failed = 0; Skipped = 0; Skips = @(); Failures = @() }
    $null = New-Item -ItemType Directory -Force (Join-Path $out 'tests')
    foreach ($skipped in $Test | Where-Object { $_['Reason'] }) {
        $count.Skipped += $skipped.Skipped
        $count.Skips += @($skipped.Reason) * $skipped.Skipped
    }

    $waiting = [Collections.Generic.Queue[object]]::new([object[]]@(Get-LongestFirst @($Test | Where-Object { -not $_['Reason'] })))
    $running = [Collections.Generic.List[object]]::new()
    try {
        while ($waiting.Count -or $running.Count) {
            while ($waiting.Count -and $running.Count -le [Environment]::ProcessorCount) {
                $next = $waiting.Dequeue()
                Invoke-TestProgram $next
                $running.Add($next)
            }

            foreach ($ended in @($running | Where-Object { $_.Process.HasExited })) {
                $null = $running.Remove($ended)
                Complete-Test $ended $count
            }

            Start-Sleep -Milliseconds 100
        }
    }
    finally { $running | ForEach-Object { $_.Process.Kill() } }
    $count
}

# What -Test names, for Dev: Pester files, and classes of C# tests, each built without analyzers for this machine's .NET.
function Get-NamedTest([string[]] $Name) {
    $pester = $null
    foreach ($one in $Name) {
        $files = @(Get-ChildItem (Join-Path $root 'tests/Module') -Filter "$one.Tests.ps1")
        $classes = @(Get-ChildItem (Join-Path $root 'tests') -Recurse -Filter "$one.cs" | Where-Object { $_.FullName -match '[\\/]tests[\\/][^\\/]+\.Tests[\\/]' -and $_.FullName -notmatch '[\\/](obj|bin)[\\/]' })
        if (-not $files -and -not $classes) { throw "-Test '$one' names neither a file tests/Module/$one.Tests.ps1 nor a class in a file $one.cs of the C# tests." }
        if ($files -and -not $pester) { $pester = Find-Pester }
        foreach ($file in $files) {
            # What its tests load besides the module.
            $support = @(Select-String -LiteralPath $file.FullName -Pattern 'Scripted\.ps1|Completion\.ps1|Account\.ps1|FakeAwsTools|Isolation\w*\.ps1' -List)
            @{ Pester = $file; Support = [bool]$support; Path = $pester }
        }
        foreach ($class in $classes) {
            $project = ($class.FullName -replace '([\\/]tests[\\/][^\\/]+\.Tests)[\\/].*', '$1')
            @{ Project = $project; Class = $class.BaseName }
        }
    }
}

# Runs them, one after the other, with what they print as it comes. True when nothing failed.
function Invoke-NamedTest([object[]] $Test) {
    $failed = 0
    foreach ($one in $Test) {
        if ($one['Pester']) {
            $report = Join-Path $out "tests/$($one.Pester.BaseName).json"
            & $shell -NoProfile -NonInteractive -File (Join-Path $root 'tests/Module/pester.ps1') -Path $one.Pester.FullName -Report $report -Pester $one.Path | Out-Host
            $failed += (Get-Content -Raw $report | ConvertFrom-Json).Failed
        }
        else {
            & dotnet test $one.Project -c Release -f net10.0 --nologo -p:RunAnalyzers=false --filter "FullyQualifiedName~.$($one.Class)." | Out-Host
            $failed += [int]($LASTEXITCODE -ne 0)
        }
    }
    $failed -eq 0
}
