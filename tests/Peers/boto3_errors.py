"""Every error of DetectCustomLabels that a request can provoke: botocore raises the class that its model has for it."""

import botocore.exceptions

from endpoint import IMAGES, PANEL, EndpointTestCase


class Boto3Errors(EndpointTestCase):
    def assert_error(self, name, image, message=None, **others):
        """The class is the model's own, not only the code."""
        with self.assertRaises(getattr(self.client.exceptions, name)) as caught:
            self.detect(image, **others)
        error = caught.exception.response["Error"]
        self.assertEqual(name, error["Code"])
        if message:
            self.assertEqual(message, error["Message"])

    def test_ResourceNotFoundException(self):
        self.assert_error("ResourceNotFoundException", PANEL, ProjectVersionArn=self.endpoint.arn[:-1] + "2")

    def test_InvalidS3ObjectException(self):
        self.assert_error("InvalidS3ObjectException", "none.jpg", "Unable to get object metadata from S3. Check object key, region and/or access permissions.")

    def test_InvalidParameterException(self):
        both = {"Bytes": (IMAGES / PANEL).read_bytes(), "S3Object": {"Bucket": "line4", "Name": PANEL}}
        self.assert_error("InvalidParameterException", both)

    def test_ImageTooLargeException(self):
        image = (IMAGES / PANEL).read_bytes()
        self.assert_error("ImageTooLargeException", image + bytes(4 * 1024 * 1024 - len(image) + 1), "Image size is too large.")

    def test_InvalidImageFormatException(self):
        self.assert_error("InvalidImageFormatException", b"GIF89a", "Request has invalid image format")

    def assert_front_end_error(self, code, call, **arguments):
        """The model has no class for what AWS's front end says."""
        with self.assertRaises(botocore.exceptions.ClientError) as caught:
            call(**arguments)
        self.assertIs(botocore.exceptions.ClientError, type(caught.exception))
        self.assertEqual(code, caught.exception.response["Error"]["Code"])

    def test_ValidationException(self):
        self.assert_front_end_error("ValidationException", self.detect, image={"S3Object": {"Bucket": "a/b", "Name": "x"}})

    def test_UnknownOperationException(self):
        self.assert_front_end_error("UnknownOperationException", self.client.list_collections)
