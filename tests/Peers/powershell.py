"""PowerShell, and the module as it was built, on their own: what asks for them need not have boto3."""

import functools
import pathlib
import shutil

ROOT = pathlib.Path(__file__).resolve().parents[2]
MANIFEST = ROOT / "out" / "CustomLabels" / "CustomLabels.psd1"


@functools.lru_cache
def find_powershell():
    """The one on the PATH, else the one that build.sh has installed, compiled where the tests have done that; None without one."""
    tools = ROOT / "out" / "tools"
    places = [None, *map(str, sorted(tools.glob("compiled-*"), reverse=True)), str(tools)]
    return next(filter(None, (shutil.which("pwsh", path=place) for place in places)), None)
