"""Signatures as boto3 makes them: right ones pass, each kind of wrong one is told as the service tells it."""

import botocore
import botocore.config
import botocore.exceptions

from endpoint import PANEL, Endpoint, EndpointTestCase


class Boto3Signatures(EndpointTestCase):
    def assert_refused(self, code, message, client, endpoint=None):
        with self.assertRaises(botocore.exceptions.ClientError) as caught:
            self.detect_with(client, endpoint)
        self.assertEqual(code, caught.exception.response["Error"]["Code"])
        self.assertIn(message, caught.exception.response["Error"]["Message"])
        self.assertEqual(400, caught.exception.response["ResponseMetadata"]["HTTPStatusCode"])

    def detect_with(self, client, endpoint=None):
        image = {"S3Object": {"Bucket": "line4", "Name": PANEL}}
        return client.detect_custom_labels(ProjectVersionArn=(endpoint or self.endpoint).arn, Image=image)["CustomLabels"]

    def test_the_right_keys(self):
        self.assertTrue(self.detect_with(self.client))

    def test_another_secret(self):
        self.assert_refused("InvalidSignatureException", "The request signature we calculated does not match", self.endpoint.client(aws_secret_access_key="another"))

    def test_another_access_key(self):
        self.assert_refused("UnrecognizedClientException", "The security token included in the request is invalid.", self.endpoint.client(aws_access_key_id="ANOTHER"))

    def test_another_region(self):
        self.assert_refused("InvalidSignatureException", "Credential should be scoped to a valid region, not 'eu-west-1'. ", self.endpoint.client(region_name="eu-west-1"))

    def test_no_signature(self):
        unsigned = self.endpoint.client(config=botocore.config.Config(signature_version=botocore.UNSIGNED))
        self.assert_refused("MissingAuthenticationTokenException", "Missing Authentication Token", unsigned)

    def test_temporary_keys(self):
        endpoint = Endpoint(session_token="a session/token+==")
        self.addCleanup(endpoint.close)
        self.assertTrue(self.detect_with(endpoint.client(aws_session_token="a session/token+=="), endpoint))
        self.assert_refused("UnrecognizedClientException", "is invalid", endpoint.client(), endpoint)
        self.assert_refused("UnrecognizedClientException", "is invalid", endpoint.client(aws_session_token="another"), endpoint)
        self.assert_refused("UnrecognizedClientException", "is invalid", self.endpoint.client(aws_session_token="a token for long-term keys"))
