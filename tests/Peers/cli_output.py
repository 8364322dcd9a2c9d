"""What the AWS CLI of version 2 prints, in each of its outputs."""

import json
import os
import shutil
import subprocess
import unittest

import aws_cli
import module
from answering import Answering
from endpoint import ACCESS_KEY, REGION, ROOT, SECRET_KEY

FIXTURES = ROOT / "tests" / "CustomLabels.Core.Tests" / "Cli" / "Output" / "cli_output.json"


class CliOutput(unittest.TestCase):
    """The texts that the module's own tests compare with (make_cli_output.py) are what the CLI on the PATH prints."""

    @classmethod
    def setUpClass(cls):
        if not aws_cli.find(2):
            raise unittest.SkipTest("no AWS CLI version 2 is on the PATH")
        cls.fixtures = {fixture["Name"]: fixture for fixture in json.loads(FIXTURES.read_text(encoding="ascii"))["Fixtures"]}
        cls.server = Answering()
        cls.addClassCleanup(cls.server.close)

    def run_cli(self, output):
        environment = {
            **os.environ, "AWS_ACCESS_KEY_ID": ACCESS_KEY, "AWS_SECRET_ACCESS_KEY": SECRET_KEY, "AWS_DEFAULT_REGION": REGION, "PYTHONIOENCODING": "utf-8"}
        arn = "arn:aws:rekognition:us-east-1:123456789012:project/lines/version/v1/1590000000000"
        ended = subprocess.run(
            [aws_cli.find(2), "rekognition", "detect-custom-labels", "--endpoint-url", self.server.url, "--project-version-arn", arn, "--image", "S3Object={Bucket=line4,Name=a.jpg}", "--output", output],
            capture_output=True, env=environment, timeout=120, check=False)
        self.assertEqual(0, ended.returncode, ended.stderr)
        return ended.stdout.decode()

    def assert_printed(self, name):
        self.server.body = self.fixtures[name]["Answer"].encode()
        for output, text in self.fixtures[name]["Texts"].items():
            with self.subTest(output=output):
                self.assertEqual(text, self.run_cli(output))

    # Each text is a process, so these two are to stand for all.
    def test_no_labels(self):
        self.assert_printed("no labels")

    def test_a_little_of_everything(self):
        self.assert_printed("a little of everything")


class RandomAnswers(unittest.TestCase):
    """A few of the answers that fuzz_cli_output.py compares by the thousand."""

    def test_random_answers(self):
        module.skip_without_module()
        # The Python that can import the AWS CLI is seldom the one that runs this.
        for folder in os.environ["PATH"].split(os.pathsep):
            python = shutil.which("python3", path=folder)
            ended = python and subprocess.run([python, ROOT / "tests" / "Peers" / "fuzz_cli_output.py", "25"], capture_output=True, text=True, timeout=120, check=False)
            if ended and "has no AWS CLI" not in ended.stdout:
                self.assertEqual(0, ended.returncode, ended.stdout + ended.stderr)
                return
        self.skipTest("no Python on the PATH can import the AWS CLI of version 2")
