"""The local endpoint as a program, and clients of it."""

import functools
import json
import os
import pathlib
import subprocess
import unittest

import boto3
import botocore.config

ACCESS_KEY = "AKIDEXAMPLE"
SECRET_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
REGION = "us-east-1"

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
IMAGES = SAMPLES / "images"
MANIFEST = SAMPLES / "manifest.jsonl"
PANEL = "panels/panel-02.jpg"

# A developer's own profiles, keys, regions and proxies must not decide a test.
for variable in [name for name in os.environ if name.startswith("AWS_")]:
    del os.environ[variable]
os.environ.update(
    AWS_CONFIG_FILE=os.devnull, AWS_SHARED_CREDENTIALS_FILE=os.devnull, AWS_EC2_METADATA_DISABLED="true", NO_PROXY="127.0.0.1",
    CUSTOMLABELS_LOCAL_ACCESS_KEY=ACCESS_KEY, CUSTOMLABELS_LOCAL_SECRET_KEY=SECRET_KEY)


def program():
    """The newest build of the program."""
    built = list((ROOT / "src" / "CustomLabels.Local.Server" / "bin").glob("*/net8.0/CustomLabels.Local.Server.dll"))
    if not built:
        raise FileNotFoundError("CustomLabels.Local.Server is not built. Run ./build.sh first.")
    return str(max(built, key=lambda file: file.stat().st_mtime))


@functools.lru_cache
def help_text():
    return subprocess.run(["dotnet", program(), "--help"], capture_output=True, text=True, check=True).stdout


def needs_option(name):
    """Skips what this build of the program can't do."""
    return unittest.skipUnless(f"{name} " in help_text(), f"CustomLabels.Local.Server has no {name}")


def labels_of(key):
    """Names of the labels that the manifest has for an image, and how many boxes."""
    for line in MANIFEST.read_text(encoding="utf-8").splitlines():
        image = json.loads(line)
        if image["source-ref"].endswith("/" + key):
            names, boxes = [], 0
            for attribute, metadata in ((value, image.get(name + "-metadata")) for name, value in image.items()):
                if metadata and "class-map" in metadata:
                    names += [metadata["class-map"][str(box["class_id"])] for box in attribute["annotations"]]
                    boxes += len(attribute["annotations"])
                elif metadata:
                    names.append(metadata["class-name"])
            return sorted(names), boxes
    raise KeyError(key)


class Endpoint:
    """Runs until it is closed. Keys are given in the environment, as secrets should be."""

    def __init__(self, *options, session_token=None):
        with_data = [] if "--model" in options else ["--manifest", str(MANIFEST), "--image-root", str(IMAGES)]
        environment = {**os.environ, **({"CUSTOMLABELS_LOCAL_SESSION_TOKEN": session_token} if session_token else {})}
        self._process = subprocess.Popen(["dotnet", program(), *with_data, *options], stdout=subprocess.PIPE, text=True, env=environment)
        ready = json.loads(self._process.stdout.readline())
        self.url = ready["EndpointUrl"]
        self.arn = ready["ProjectVersionArn"]

    def client(self, **others):
        """A boto3 client that tries once, with the right keys unless told otherwise."""
        settings = {
            "endpoint_url": self.url, "region_name": REGION, "aws_access_key_id": ACCESS_KEY, "aws_secret_access_key": SECRET_KEY,
            "config": botocore.config.Config(retries={"total_max_attempts": 1}), **others,
        }
        return boto3.session.Session().client("rekognition", **settings)

    def close(self):
        self._process.terminate()
        self._process.wait(timeout=30)
        self._process.stdout.close()


class EndpointTestCase(unittest.TestCase):
    """Tests against one endpoint."""

    OPTIONS = ()

    @classmethod
    def setUpClass(cls):
        cls.endpoint = Endpoint(*cls.OPTIONS)
        cls.addClassCleanup(cls.endpoint.close)
        cls.client = cls.endpoint.client()

    def detect(self, image, **others):
        if isinstance(image, bytes):
            image = {"Bytes": image}
        elif isinstance(image, str):
            image = {"S3Object": {"Bucket": "line4", "Name": image}}
        return self.client.detect_custom_labels(**{"ProjectVersionArn": self.endpoint.arn, "Image": image, **others})
