"""Every region's endpoint, with and without FIPS and dual-stack: the module goes where botocore goes."""

import itertools
import json
import socketserver
import threading
import unittest

import boto3
import botocore.endpoint_provider
import botocore.exceptions
import botocore.loaders

import module


class Proxy(socketserver.ThreadingTCPServer):
    """Notes where it is asked to connect to, and connects nowhere."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Refusing)
        self.asked = []
        threading.Thread(target=self.serve_forever, daemon=True).start()


class _Refusing(socketserver.StreamRequestHandler):
    def handle(self):
        method, target, _ = self.rfile.readline().decode("ascii").split()
        while self.rfile.readline().strip():
            pass
        if method == "CONNECT":
            self.server.asked.append(target)
        self.wfile.write(b"HTTP/1.1 407 Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


def regions():
    session = boto3.session.Session()
    return [region for partition in session.get_available_partitions() for region in session.get_available_regions("ec2", partition)]


def endpoints():
    """Where botocore would send requests, by its own rules; without the combinations that they refuse."""
    loader = botocore.loaders.Loader()
    provider = botocore.endpoint_provider.EndpointProvider(
        loader.load_service_model("rekognition", "endpoint-rule-set-1"), loader.load_data("partitions"))
    for region, (fips, dual_stack) in itertools.product(regions(), itertools.product((False, True), repeat=2)):
        try:
            yield (region, fips, dual_stack), provider.resolve_endpoint(Region=region, UseFIPS=fips, UseDualStack=dual_stack).url
        except botocore.exceptions.EndpointProviderError:
            pass


class Endpoints(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        module.skip_without_module()

    def test_every_region(self):
        expected = dict(endpoints())
        proxy = Proxy()
        self.addCleanup(proxy.server_close)
        self.addCleanup(proxy.shutdown)
        cases = json.dumps([{"Region": region, "Fips": fips, "DualStack": dual_stack} for region, fips, dual_stack in expected])
        module.run(
            f"""foreach ($case in '{cases}' | ConvertFrom-Json) {{
                $env:AWS_USE_FIPS_ENDPOINT, $env:AWS_USE_DUALSTACK_ENDPOINT = "$($case.Fips)", "$($case.DualStack)"
                $asked = @{{ Bucket = 'line4'; Key = 'k'; ProjectVersionArn = "arn:aws:rekognition:$($case.Region):123456789012:project/p/version/v/1" }}
                try {{ $null = Invoke-RKCustomLabelDetection @asked -AccessKey a -SecretKey b }} catch {{ if ($_.FullyQualifiedErrorId -notlike 'EndpointUnreachable,*') {{ throw }} }}
            }}""",
            HTTPS_PROXY=f"http://127.0.0.1:{proxy.server_address[1]}")
        self.assertEqual(list(expected.values()), [f"https://{target.removesuffix(':443')}" for target in proxy.asked])
        self.assertGreater(len(expected), 100)
