"""The module's side of the comparison: the program that reads with the module's codec and writes again (tests/ApiEcho)."""

import contextlib
import json
import subprocess
import threading
from typing import NamedTuple

from endpoint import ROOT


def program():
    """The newest build of the program."""
    built = list((ROOT / "tests" / "ApiEcho" / "bin").glob("*/net10.0/ApiEcho.dll"))
    if not built:
        raise FileNotFoundError("ApiEcho is not built. Run ./build.sh first.")
    return str(max(built, key=lambda file: file.stat().st_mtime))


class Reply(NamedTuple):
    """What came back for a body."""

    body: bytes  # As it was written; None where it couldn't be read, or written.
    error: dict  # Why.
    violations: str  # Of a request: the message of the ValidationException; None without one.


class Echo:
    """Runs until it is closed."""

    def __init__(self):
        self._process = subprocess.Popen(["dotnet", program()], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, kind, operation, bodies):
        """The replies to the bodies of an operation: of its 'Request's, or of its 'Response's."""
        head = json.dumps({"Operation": operation, "Kind": kind})[:-1].encode() + b',"Body":'

        def send():
            # What no longer reads has said why, and is found to have ended.
            with contextlib.suppress(OSError):
                for body in bodies:
                    self._process.stdin.write(head + body + b"}\n")
                self._process.stdin.flush()

        # Beside the reading: where both pipes are full, each would wait for the other.
        sender = threading.Thread(target=send)
        sender.start()
        replies = [self._read(operation) for _ in bodies]
        sender.join()
        return replies

    def _read(self, operation):
        line = self._process.stdout.readline()
        if not line:
            raise AssertionError(f"ApiEcho ended at {operation}, with {self._process.wait()}")
        text, start = line.decode(), len('{"Body":')
        reply = json.loads(text)
        # Cut out and not written anew: 98 and 98.0, and 1e2, are different to what reads them.
        body = text[start:json.JSONDecoder().raw_decode(text, start)[1]].encode() if "Body" in reply else None
        return Reply(body, reply.get("Error"), reply.get("Violations"))

    def close(self):
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        self._process.wait(timeout=30)
        self._process.stdout.close()
