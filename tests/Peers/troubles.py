"""The errors of DetectCustomLabels that no request provokes by itself: the endpoint makes them on purpose."""

import json
import pathlib
import tempfile

from endpoint import Endpoint, EndpointTestCase, needs_option

KINDS = {
    "AccessDeniedException": "panels/panel-01.jpg",
    "InternalServerError": "panels/panel-02.jpg",
    "LimitExceededException": "panels/panel-03.jpg",
    "ProvisionedThroughputExceededException": "panels/panel-04.png",
    "ThrottlingException": "panels/panel-05.jpg",
}


@needs_option("--trouble")
class Troubles(EndpointTestCase):
    """Each kind meets another image."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        options = []
        for kind, image in KINDS.items():
            file = pathlib.Path(folder.name) / f"{kind}.json"
            file.write_text(json.dumps({"Kind": kind, "Image": [image]}))
            options += ["--trouble", str(file)]
        cls.endpoint = Endpoint(*options)
        cls.addClassCleanup(cls.endpoint.close)
        cls.client = cls.endpoint.client()

    def assert_error(self, kind):
        with self.assertRaises(getattr(self.client.exceptions, kind)) as caught:
            self.detect(KINDS[kind])
        self.assertEqual(kind, caught.exception.response["Error"]["Code"])

    def test_AccessDeniedException(self):
        self.assert_error("AccessDeniedException")

    def test_InternalServerError(self):
        self.assert_error("InternalServerError")

    def test_LimitExceededException(self):
        self.assert_error("LimitExceededException")

    def test_ProvisionedThroughputExceededException(self):
        self.assert_error("ProvisionedThroughputExceededException")

    def test_ThrottlingException(self):
        self.assert_error("ThrottlingException")
