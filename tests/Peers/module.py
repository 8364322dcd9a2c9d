"""The module as it was built, in PowerShell."""

import os
import subprocess
import unittest

from powershell import MANIFEST, find_powershell


def skip_without_module():
    """To be called where the tests of a class begin."""
    if not find_powershell():
        raise unittest.SkipTest("PowerShell (pwsh) is not installed")
    if not MANIFEST.exists():
        raise unittest.SkipTest("out/CustomLabels is not built; run build.ps1 or build.sh first")


def run(script, **variables):
    """Runs a script after importing the module; gives its standard output."""
    # Without the exit an error that the script has caught would be the shell's exit code.
    script = f"$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue'; Import-Module '{MANIFEST}'; {script}; exit 0"
    ended = subprocess.run(
        [find_powershell(), "-NoProfile", "-NonInteractive", "-Command", script], capture_output=True, text=True, env={**os.environ, **variables}, timeout=300, stdin=subprocess.DEVNULL)
    if ended.returncode:
        raise AssertionError(ended.stderr + ended.stdout)
    return ended.stdout
