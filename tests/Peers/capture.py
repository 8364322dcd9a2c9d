"""The same request by the module, by boto3 and by each AWS CLI, as it goes over the wire."""

import json

import aws_cli
import module
from endpoint import ACCESS_KEY, IMAGES, PANEL, SECRET_KEY, EndpointTestCase
from relay import Relay

MEMBERS = {"MinConfidence": 12.5, "MaxResults": 3}


class Captured:
    """What one client sent."""

    def __init__(self, sent):
        head, self.body = sent.split(b"\r\n\r\n", 1)
        self.request_line, *lines = head.decode("ascii").split("\r\n")
        self.headers = {name.lower(): value.strip() for name, value in (line.split(":", 1) for line in lines)}

    def essence(self):
        """What must be the same, whoever asks."""
        return self.request_line, self.headers["x-amz-target"], self.headers["content-type"], json.loads(self.body)


class Capture(EndpointTestCase):
    @classmethod
    def setUpClass(cls):
        module.skip_without_module()
        super().setUpClass()

    def capture(self, ask):
        relay = Relay(self.endpoint.url)
        self.addCleanup(relay.close)
        ask(relay.url)
        return Captured(relay.sent)

    def capture_module(self, image):
        return self.capture(lambda url: module.run(
            f"$null = Invoke-RKCustomLabelDetection {image} -ProjectVersionArn {self.endpoint.arn} -MinConfidence 12.5 -MaxResults 3 -EndpointUrl {url}",
            AWS_ACCESS_KEY_ID=ACCESS_KEY, AWS_SECRET_ACCESS_KEY=SECRET_KEY))

    def capture_boto3(self, image):
        return self.capture(lambda url: self.endpoint.client(endpoint_url=url).detect_custom_labels(ProjectVersionArn=self.endpoint.arn, Image=image, **MEMBERS))

    def capture_cli(self, major, *image):
        def ask(url):
            ended = aws_cli.run(
                major, "detect-custom-labels", "--endpoint-url", url, "--project-version-arn", self.endpoint.arn, "--min-confidence", "12.5", "--max-results", "3", *image)
            self.assertEqual(0, ended.returncode, ended.stderr)
        return self.capture(ask)

    def assert_same(self, by_module, by_boto3, *cli_image):
        line, target, content_type, members = by_module.essence()
        self.assertEqual(("POST / HTTP/1.1", "RekognitionService.DetectCustomLabels", "application/x-amz-json-1.1"), (line, target, content_type))
        self.assertEqual({"ProjectVersionArn", "Image", *MEMBERS}, members.keys())
        self.assertEqual(by_boto3.essence(), by_module.essence())
        versions = [major for major in (1, 2) if aws_cli.find(major)]
        for major in versions:
            with self.subTest(f"AWS CLI version {major}"):
                self.assertEqual(self.capture_cli(major, *cli_image).essence(), by_module.essence())
        if not versions:
            self.skipTest("no AWS CLI is on the PATH; boto3 sends the same")

    def test_an_image_by_bytes(self):
        file = IMAGES / PANEL
        self.assert_same(self.capture_module(f"-LiteralPath '{file}'"), self.capture_boto3({"Bytes": file.read_bytes()}), "--image-bytes", f"fileb://{file}")

    def test_an_object(self):
        self.assert_same(
            self.capture_module(f"-Bucket line4 -Key {PANEL}"), self.capture_boto3({"S3Object": {"Bucket": "line4", "Name": PANEL}}),
            "--image", f"S3Object={{Bucket=line4,Name={PANEL}}}")
