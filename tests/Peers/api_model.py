"""The generated codec against boto3's: random requests and answers of botocore's own models, both ways, and each constraint of a request at its edges.

    python3 tests/Peers/api_model.py [count=1000000] [seed=1]

By hand, that many requests and that many answers of all operations together; ends with 1 at a difference, with 2 when there is nothing to compare. In
tests/Peers/peers.py it is a few of each. Needs boto3, and tests/ApiEcho built (./build.sh, or dotnet build of it).
"""

import json
import re
import subprocess
import sys
import unittest

import botocore

import api_echo
from api_botocore import EXTRACT, OPERATIONS, extract
from api_comparison import Comparison

FEW = 100


def committed(service):
    """The facts of a service's model file, and the version of botocore that they were taken of."""
    model = json.loads(extract.file_of(service).read_text(encoding="utf-8"))
    return model, re.match(r"botocore ([\d.]+)", model.pop("source")).group(1)


def version_of_model():
    """The version of botocore that the model files were taken of."""
    return committed("rekognition")[1]


def other_model():
    """Why there is nothing to compare: this botocore is another version, and has another model. None if there is."""
    if version_of_model() == botocore.__version__ or all(extract.facts(service) == committed(service)[0] for service in extract.OPERATIONS):
        return None
    return f"botocore {botocore.__version__} has another model of the operations than {version_of_model()}, of which the codec is made"


class Compared(unittest.TestCase):
    """A test for each operation."""

    @classmethod
    def setUpClass(cls):
        reason = other_model()
        if reason:
            raise unittest.SkipTest(reason)
        cls.echo = api_echo.Echo()
        cls.addClassCleanup(cls.echo.close)

    def __init_subclass__(cls):
        for name, operation in OPERATIONS.items():
            setattr(cls, f"test_{name}", lambda self, operation=operation: self.compare(Comparison(self.echo, operation)))


class Requests(Compared):
    """Random requests."""

    def compare(self, comparison):
        comparison.requests(FEW, seed=1)


class Answers(Compared):
    """Random answers."""

    def compare(self, comparison):
        comparison.answers(FEW, seed=1)


class Edges(Compared):
    """Each constraint of a request."""

    def compare(self, comparison):
        self.assertGreater(comparison.edges(), 0)


class ModelFile(unittest.TestCase):
    """What the codec is generated of."""

    def test_it_has_the_facts_of_botocore(self):
        if version_of_model() != botocore.__version__:
            self.skipTest(f"the model file is of botocore {version_of_model()}, and {botocore.__version__} is installed")
        ended = subprocess.run([sys.executable, EXTRACT, "--check"], capture_output=True, text=True, timeout=120, check=False)
        self.assertEqual(0, ended.returncode, ended.stdout + ended.stderr)
        self.assertEqual(len(extract.OPERATIONS), ended.stdout.count(": the same facts\n"), ended.stdout)


def main(count=1000000, seed=1):
    reason = other_model()
    if reason:
        print(reason)
        return 2
    each = -(-int(count) // len(OPERATIONS))
    try:
        echo = api_echo.Echo()
    except FileNotFoundError as error:
        print(error)
        return 2
    edges = 0
    try:
        for operation in OPERATIONS.values():
            comparison = Comparison(echo, operation)
            comparison.requests(each, seed)
            comparison.answers(each, seed)
            edges += comparison.edges()
    except AssertionError as difference:
        print(f"Different, seed {seed}: {difference}")
        return 1
    finally:
        echo.close()
    print(f"{each} requests and {each} answers of each of {len(OPERATIONS)} operations, seed {seed}, and {edges} edges of constraints: no difference to botocore {botocore.__version__}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
