"""The AWS CLI, version 1 and 2, whichever are on the PATH."""

import functools
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from endpoint import ACCESS_KEY, IMAGES, PANEL, REGION, SECRET_KEY, EndpointTestCase, labels_of
from relay import Relay, flip_in_body


@functools.lru_cache
def find(major):
    """The first AWS CLI of a major version on the PATH; None without one."""
    for folder in os.environ["PATH"].split(os.pathsep):
        program = shutil.which("aws", path=folder)
        if program:
            version = subprocess.run([program, "--version"], capture_output=True, text=True)
            if (version.stdout + version.stderr).startswith(f"aws-cli/{major}."):
                return program
    return None


def run(major, *arguments, **variables):
    """Runs it, with the right keys unless told otherwise."""
    environment = {
        **os.environ, "AWS_ACCESS_KEY_ID": ACCESS_KEY, "AWS_SECRET_ACCESS_KEY": SECRET_KEY, "AWS_DEFAULT_REGION": REGION, "AWS_PAGER": "", **variables}
    return subprocess.run([find(major), "rekognition", *arguments], capture_output=True, text=True, env=environment, timeout=120)


class AwsCli:
    """The tests of both versions."""

    MAJOR = 0

    @classmethod
    def setUpClass(cls):
        if not find(cls.MAJOR):
            raise unittest.SkipTest(f"no AWS CLI version {cls.MAJOR} is on the PATH")
        super().setUpClass()

    def run_detect(self, *image, url=None, **variables):
        return run(
            self.MAJOR, "detect-custom-labels", "--endpoint-url", url or self.endpoint.url, "--project-version-arn", self.endpoint.arn, "--output", "json", *image, **variables)

    def assert_labels(self, key, ended):
        self.assertEqual(0, ended.returncode, ended.stderr)
        self.assertEqual(labels_of(key)[0], sorted(label["Name"] for label in json.loads(ended.stdout)["CustomLabels"]))

    def assert_error(self, code, ended):
        self.assertNotEqual(0, ended.returncode)
        self.assertIn(f"An error occurred ({code}) when calling the DetectCustomLabels operation: ", ended.stderr)

    def test_an_image_by_bytes(self):
        self.assert_labels(PANEL, self.run_detect("--image-bytes", f"fileb://{IMAGES / PANEL}", "--min-confidence", "0"))

    def test_an_object(self):
        self.assert_labels(PANEL, self.run_detect("--image", f"S3Object={{Bucket=line4,Name={PANEL}}}", "--min-confidence", "0"))

    def test_an_image_of_4_MB(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "large.jpg"
            file.write_bytes((IMAGES / PANEL).read_bytes().ljust(4 * 1024 * 1024, b"\0"))
            ended = self.run_detect("--image-bytes", f"fileb://{file}")
        self.assertEqual((0, {"CustomLabels": []}), (ended.returncode, json.loads(ended.stdout or "0")), ended.stderr)

    def test_an_error(self):
        self.assert_error("InvalidS3ObjectException", self.run_detect("--image", "S3Object={Bucket=line4,Name=none.jpg}"))

    def test_another_secret(self):
        self.assert_error("InvalidSignatureException", self.run_detect("--image", f"S3Object={{Bucket=line4,Name={PANEL}}}", AWS_SECRET_ACCESS_KEY="another"))

    def test_a_flipped_byte_of_what_it_sent(self):
        relay = Relay(self.endpoint.url)
        self.addCleanup(relay.close)
        self.assert_labels(PANEL, self.run_detect("--image-bytes", f"fileb://{IMAGES / PANEL}", "--min-confidence", "0", url=relay.url))
        self.assertTrue(relay.send_again().startswith("HTTP/1.1 200 "))
        for at in (0, 0.25, 0.5, 1):
            answer = relay.send_again(flip_in_body(at))
            self.assertTrue(answer.startswith("HTTP/1.1 400 "))
            self.assertIn('"InvalidSignatureException"', answer)


class AwsCliVersion1(AwsCli, EndpointTestCase):
    MAJOR = 1


class AwsCliVersion2(AwsCli, EndpointTestCase):
    MAJOR = 2
