#!/usr/bin/env bash
# The tasks of build.ps1 where PowerShell may not be installed yet: finds or installs it and hands over; where it can't be had,
# runs all that needs no PowerShell and says what was not run. Exit codes as build.ps1.
set -u
cd "$(dirname "$0")" || exit 2
task=${1:-Build}
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 POWERSHELL_TELEMETRY_OPTOUT=1

fail() { echo "Set-up failed: $*"; exit 2; }

# Prints the version of a PowerShell that the module runs in, 7.4 or later; fails for any other.
usable() { "$1" -NoProfile -NonInteractive -Command 'if ($PSVersionTable.PSVersion -lt [version]"7.4") { exit 1 }; "$($PSVersionTable.PSVersion)"' 2>/dev/null; }

# Sets pwsh and version.
find_pwsh() {
    pwsh=$(command -v pwsh) && version=$(usable "$pwsh") && return
    pwsh=out/tools/pwsh
    [ -x "$pwsh" ] || dotnet tool install PowerShell --version '7.6.*' --tool-path out/tools >/dev/null 2>&1
    version=$(usable "$pwsh")
}

build() { dotnet build CustomLabels.slnx -c Release -v quiet "-p:Version=$(sed -n "s/.*ModuleVersion *= *'\([^']*\)'.*/\1/p" CustomLabels.psd1)" || fail "the build failed."; }

# Adds up the closing lines of the test projects and of the peers, and counts each file that needs PowerShell as skipped.
run_tests() {
    local passed=0 failed=0 skipped=0 project log
    log=$(mktemp)
    for project in tests/*.Tests/*.csproj; do
        dotnet test "$project" -c Release -f net10.0 --no-build --nologo | tee "$log"
        read -r f p s < <(sed -n 's/.*Failed: *\([0-9]*\), Passed: *\([0-9]*\), Skipped: *\([0-9]*\).*/\1 \2 \3/p' "$log" | tail -n 1)
        if [ -z "${f:-}" ]; then echo "$project did not run."; failed=$((failed + 1)); continue; fi
        failed=$((failed + f)) passed=$((passed + p)) skipped=$((skipped + s))
    done
    if python3 -c 'import boto3' 2>/dev/null; then
        python3 tests/Peers/peers.py | tee "$log"
        read -r p f s < <(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed, \([0-9]*\) skipped$/\1 \2 \3/p' "$log" | tail -n 1)
        if [ -z "${p:-}" ]; then echo "tests/Peers did not run."; failed=$((failed + 1)); else failed=$((failed + f)) passed=$((passed + p)) skipped=$((skipped + s)); fi
    else
        echo "Skipped tests/Peers: it needs Python 3 (python3) with boto3."
        skipped=$((skipped + 1))
    fi
    rm -f "$log"
    echo "Skipped the C# tests on .NET Framework: build.ps1 runs them."
    skipped=$((skipped + 1))
    for file in tests/Module/*.Tests.ps1; do
        echo "Skipped $(basename "$file"): it needs PowerShell."
        skipped=$((skipped + 1))
    done
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}

command -v dotnet >/dev/null || fail "the .NET SDK (dotnet) is needed and not on the PATH. Install .NET SDK 10 and run this again."
if find_pwsh; then
    echo "PowerShell $version ($pwsh)"
    exec "$pwsh" -NoProfile -NonInteractive -File build.ps1 "$task" "${@:2}"
fi

case $task in
    Build) build; echo "PowerShell is not installed and can't be: the module folder was not put together." ;;
    Test) build; run_tests || exit 1 ;;
    Demo) build; echo "PowerShell is not installed and can't be: this is the C# program samples/quickstart instead."
        dotnet run --project samples/quickstart -c Release --no-build -- samples/manifest.jsonl samples/images ;;
    Prove) fail "PowerShell is not installed and can't be: it runs the proofs." ;;
    Dev) fail "PowerShell is not installed and can't be: it runs the tests that -Test names. Use dotnet test." ;;
    Docs) fail "PowerShell is not installed and can't be: it is what makes the help." ;;
    Package) fail "PowerShell is not installed and can't be: it puts the package together." ;;
    Bench) fail "PowerShell is not installed and can't be: it is what the engine is measured in." ;;
    Reproduce) fail "PowerShell is not installed and can't be: it puts the package together." ;;
    Clean) find . -type d \( -name bin -o -name obj -o -name out \) -prune -exec rm -rf {} + ;;
    *) fail "unknown task '$task'. Allowed: Build, Test, Prove, Demo, Dev, Docs, Package, Reproduce, Bench, Clean." ;;
esac
