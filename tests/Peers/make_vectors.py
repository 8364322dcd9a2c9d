"""Writes tests/CustomLabels.Local.Tests/Signing/vectors.json: requests as botocore signs them, for the verifier's tests.

python3 tests/Peers/make_vectors.py

The first part are the requests of AWS's published Signature Version 4 test suite (its keys, date, region and service), signed anew; the second part are
requests that boto3 makes of DetectCustomLabels. Needs boto3. The same version of it writes the same file.
"""

import datetime
import json
import pathlib
from unittest import mock

import boto3
import botocore.auth
import botocore.awsrequest
import botocore.credentials

ACCESS_KEY = "AKIDEXAMPLE"
SECRET_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
SESSION_TOKEN = "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGd"
SUITE_TIME = datetime.datetime(2015, 8, 30, 12, 36, 0)
ARN = "arn:aws:rekognition:us-east-1:123456789012:project/local/version/local/1"
TARGET = pathlib.Path(__file__).resolve().parents[1] / "CustomLabels.Local.Tests" / "Signing" / "vectors.json"

UNRESERVED = "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
FORM = ("Content-Type", "application/x-www-form-urlencoded")

# Name, method, target as it is on the wire, further header fields, body.
SUITE = [
    ("get-vanilla", "GET", "/", [], ""),
    ("get-vanilla-query", "GET", "/", [], ""),
    ("get-vanilla-empty-query-key", "GET", "/?Param1=value1", [], ""),
    ("get-vanilla-query-order-key", "GET", "/?Param1=value2&Param1=Value1", [], ""),
    ("get-vanilla-query-order-key-case", "GET", "/?Param2=value2&Param1=value1", [], ""),
    ("get-vanilla-query-order-value", "GET", "/?Param1=value2&Param1=value1", [], ""),
    ("get-vanilla-query-order-encoded", "GET", "/?Param-3=Value3&Param=Value2&%E1%88%B4=Value1", [], ""),
    ("get-vanilla-query-unreserved", "GET", f"/?{UNRESERVED}={UNRESERVED}", [], ""),
    ("get-vanilla-utf8-query", "GET", "/?%E1%88%B4=bar", [], ""),
    ("get-unreserved", "GET", f"/{UNRESERVED}", [], ""),
    ("get-utf8", "GET", "/\u1234", [], ""),
    ("get-slash", "GET", "//", [], ""),
    ("get-slashes", "GET", "//example//", [], ""),
    ("get-slash-dot-slash", "GET", "/./", [], ""),
    ("get-slash-pointless-dot", "GET", "/./example", [], ""),
    ("get-relative", "GET", "/example/..", [], ""),
    ("get-relative-relative", "GET", "/example1/example2/../..", [], ""),
    ("get-encoded-space", "GET", "/example%20space/", [], ""),
    ("get-header-value-trim", "GET", "/", [("My-Header1", " value1"), ("My-Header2", ' "a   b   c"')], ""),
    ("get-header-key-duplicate", "GET", "/", [("My-Header1", "value2"), ("My-Header1", "value2"), ("My-Header1", "value1")], ""),
    ("get-header-value-order", "GET", "/", [("My-Header1", "value4"), ("My-Header1", "value1"), ("My-Header1", "value3"), ("My-Header1", "value2")], ""),
    ("post-vanilla", "POST", "/", [], ""),
    ("post-vanilla-query", "POST", "/?Param1=value1", [], ""),
    ("post-vanilla-empty-query-value", "POST", "/?Param1=value1", [], ""),
    ("post-empty-query-value", "POST", "/?Param1=&Param0", [], ""),
    ("post-header-key-sort", "POST", "/", [("My-Header1", "value1")], ""),
    ("post-header-value-case", "POST", "/", [("My-Header1", "VALUE1")], ""),
    ("post-x-www-form-urlencoded", "POST", "/", [FORM], "Param1=value1"),
    ("post-x-www-form-urlencoded-parameters", "POST", "/", [("Content-Type", FORM[1] + "; charset=utf8")], "Param1=value1"),
    ("post-utf8-body", "POST", "/", [FORM], "\u1234=\u00e9"),
]

# Name, image, further parameters, session token.
DETECTIONS = [
    ("boto3-bytes", {"Bytes": b"\x89PNG\r\n\x1a\n" + bytes(range(256))}, {"MinConfidence": 12.5, "MaxResults": 3}, None),
    ("boto3-object", {"S3Object": {"Bucket": "line4", "Name": "panels/panel \u00e9 1.png"}}, {}, None),
    ("boto3-session-token", {"S3Object": {"Bucket": "line4", "Name": "board.jpg"}}, {}, SESSION_TOKEN),
]


def at(time):
    return mock.patch("botocore.auth.get_current_datetime", lambda: time)


def wire(method, target, headers, body):
    """The request as it is sent; each character is one byte."""
    text = f"{method} {target} HTTP/1.1\r\n" + "".join(f"{name}:{value}\r\n" for name, value in headers) + "\r\n"
    return text.encode().decode("latin-1") + body.decode("latin-1")


def suite_vector(name, method, target, headers, body):
    request = botocore.awsrequest.AWSRequest(method, "http://example.amazonaws.com" + target, data=body.encode())
    for field, value in headers:
        request.headers.add_header(field, value)
    with at(SUITE_TIME):
        botocore.auth.SigV4Auth(botocore.credentials.Credentials(ACCESS_KEY, SECRET_KEY), "service", "us-east-1").add_auth(request)
    sent = [("Host", "example.amazonaws.com"), *headers, ("X-Amz-Date", request.headers["X-Amz-Date"]), ("Authorization", request.headers["Authorization"])]
    if body:
        sent.append(("Content-Length", str(len(body.encode()))))
    return {"Name": name, "Request": wire(method, target, sent, body.encode())}


def detection_vector(name, image, parameters, token):
    client = boto3.client(
        "rekognition", region_name="us-east-1", endpoint_url="http://127.0.0.1:8080",
        aws_access_key_id=ACCESS_KEY, aws_secret_access_key=SECRET_KEY, aws_session_token=token)
    sent = []

    def take(request, **_):
        sent.append(request)
        return botocore.awsrequest.AWSResponse(request.url, 200, {}, mock.Mock(stream=lambda: iter([b"{}"])))

    client.meta.events.register("before-send", take)
    with at(datetime.datetime(2026, 1, 2, 3, 4, 5)):
        client.detect_custom_labels(ProjectVersionArn=ARN, Image=image, **parameters)
    # What is not signed is left out: it tells of the machine, and changes from run to run.
    kept = ("Content-Type", "X-Amz-Target", "X-Amz-Date", "X-Amz-Security-Token", "Authorization", "Content-Length")
    found = sent[0].headers
    texts = {field: found[field].decode() if isinstance(found[field], bytes) else found[field] for field in kept if field in found}
    headers = [("Host", "127.0.0.1:8080"), *texts.items()]
    return {"Name": name, "Request": wire("POST", "/", headers, sent[0].body)}


def main():
    vectors = [suite_vector(*row) for row in SUITE] + [detection_vector(*row) for row in DETECTIONS]
    TARGET.write_text(json.dumps(vectors, indent=1) + "\n")
    print(f"{len(vectors)} vectors in {TARGET.name}")


if __name__ == "__main__":
    main()
