"""boto3 and the AWS CLI, unmodified and signing, against the local endpoint as a program.

    python3 tests/Peers/peers.py

And boto3's codec against the module's own (api_model.py). Needs Python 3.9 or later with boto3, and the programs built (./build.sh, or dotnet build of
src/CustomLabels.Local.Server and tests/ApiEcho). Each AWS CLI on the PATH, one of version 1 and one of version 2, is tested too. Prints 'N passed, N failed,
N skipped'; the exit code is 0 when nothing failed and something passed, 2 without the programs.
"""

import pathlib
import sys
import unittest


class Counting(unittest.TextTestResult):
    """Counts what passed: a class that is skipped as a whole would be subtracted from tests that never ran."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.passed = 0

    def addSuccess(self, test):
        super().addSuccess(test)
        self.passed += 1

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.stream.writeln(f"Skipped {test}: {reason}")


def main():
    sys.path.insert(0, str(pathlib.Path(__file__).parent))
    import api_echo
    import endpoint

    try:
        endpoint.program()
        api_echo.program()
    except FileNotFoundError as error:
        print(error)
        return 2
    tests = unittest.TestLoader().loadTestsFromNames(["boto3_detection", "boto3_errors", "signatures", "aws_cli", "cli_output", "models", "metrics", "troubles", "capture", "endpoints", "api_model"])
    result = unittest.TextTestRunner(stream=sys.stdout, resultclass=Counting).run(tests)
    failed = len(result.failures) + len(result.errors)
    print(f"{result.passed} passed, {failed} failed, {len(result.skipped)} skipped")
    return 0 if result.passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
