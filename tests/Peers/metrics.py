"""CloudWatch's GetMetricData through boto3: how many inference units the local endpoint's models had in service."""

import datetime
import json
import pathlib
import tempfile
import time

import boto3
import botocore.config
import botocore.exceptions

import module
from endpoint import ACCESS_KEY, IMAGES, MANIFEST, REGION, SECRET_KEY, Endpoint, EndpointTestCase, needs_option

# An hour of the models is a second.
SCALE = 3600


def query(identifier, version, period, stat="Average"):
    return {
        "Id": identifier,
        "MetricStat": {
            "Metric": {
                "Namespace": "AWS/Rekognition",
                "MetricName": "InServiceInferenceUnits",
                "Dimensions": [{"Name": "ProjectName", "Value": "line4"}, {"Name": "VersionName", "Value": version}],
            },
            "Period": period,
            "Stat": stat,
        },
    }


@needs_option("--time-scale")
class Metrics(EndpointTestCase):
    """A model of two units that runs from the start, and one that is stopped."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        file = pathlib.Path(folder.name) / "models.json"
        model = {"Project": "line4", "Manifest": str(MANIFEST), "ImageRoot": str(IMAGES)}
        file.write_text(json.dumps([{**model, "Version": "v1", "MinInferenceUnits": 2}, {**model, "Version": "v2", "Status": "STOPPED"}]))
        cls.start = datetime.datetime.now(datetime.timezone.utc)
        cls.endpoint = Endpoint("--model", str(file), "--time-scale", str(SCALE), "--start-duration", "600", "--stop-duration", "60")
        cls.addClassCleanup(cls.endpoint.close)
        cls.client = cls.endpoint.client()
        cls.watch = cls.watch_with()
        # The models have run for some hours: nothing that is asked for below depends on how many.
        time.sleep(1)

    @classmethod
    def watch_with(cls, **others):
        settings = {
            "endpoint_url": cls.endpoint.url, "region_name": REGION, "aws_access_key_id": ACCESS_KEY, "aws_secret_access_key": SECRET_KEY,
            "config": botocore.config.Config(retries={"total_max_attempts": 1}), **others}
        return boto3.session.Session().client("cloudwatch", **settings)

    def get(self, *queries, hours=1000, **others):
        return self.watch.get_metric_data(
            MetricDataQueries=list(queries), StartTime=self.start - datetime.timedelta(minutes=1), EndTime=self.start + datetime.timedelta(hours=hours), **others)

    def test_a_running_model_has_a_point_each_minute_the_newest_first(self):
        result, none = self.get(query("m0", "v1", 60), query("m1", "v2", 60))["MetricDataResults"]
        self.assertEqual(("m0", "InServiceInferenceUnits", "Complete"), (result["Id"], result["Label"], result["StatusCode"]))
        self.assertGreater(len(result["Values"]), 30)
        self.assertEqual({datetime.timedelta(minutes=1)}, {later - earlier for later, earlier in zip(result["Timestamps"], result["Timestamps"][1:])})
        # All but the first and the last minute, which it ran for a part of.
        self.assertEqual({2.0}, set(result["Values"][1:-1]))
        self.assertEqual([], none["Values"])

    def test_a_longer_period_averages_and_the_order_can_be_the_other(self):
        hours, minutes = self.get(query("m0", "v1", 3600), query("m1", "v1", 60), ScanBy="TimestampAscending")["MetricDataResults"]
        self.assertEqual(sorted(hours["Timestamps"]), hours["Timestamps"])
        self.assertTrue(all(moment.minute == 0 and moment.second == 0 for moment in hours["Timestamps"]))
        # The first hour may have few minutes; the last one goes on.
        for hour, average in list(zip(hours["Timestamps"], hours["Values"]))[:-1]:
            points = [value for moment, value in zip(minutes["Timestamps"], minutes["Values"]) if hour <= moment < hour + datetime.timedelta(hours=1)]
            self.assertAlmostEqual(sum(points) / len(points), average)

    def test_the_paginator_gets_every_point_once(self):
        pages = list(self.watch.get_paginator("get_metric_data").paginate(
            MetricDataQueries=[query("m0", "v1", 60), query("m1", "v1", 300)], StartTime=self.start - datetime.timedelta(minutes=5), EndTime=self.start + datetime.timedelta(minutes=50), MaxDatapoints=7))
        moments = {name: [moment for page in pages for result in page["MetricDataResults"] if result["Id"] == name for moment in result["Timestamps"]] for name in ("m0", "m1")}
        self.assertGreater(len(pages), 5)
        self.assertTrue(all(sum(len(result["Values"]) for result in page["MetricDataResults"]) <= 7 for page in pages))
        for name, period in (("m0", 60), ("m1", 300)):
            self.assertEqual(sorted(set(moments[name]), reverse=True), moments[name])
            self.assertEqual(datetime.timedelta(seconds=period), moments[name][0] - moments[name][1])

    def test_what_can_not_be_asked_has_the_codes_of_the_query_protocol(self):
        for code, call in {
            "ValidationError": lambda: self.get(query("m0", "v1", 60, stat="Sum")),
            "InvalidNextToken": lambda: self.get(query("m0", "v1", 60), NextToken="none"),
        }.items():
            with self.assertRaises(botocore.exceptions.ClientError) as caught:
                call()
            self.assertEqual((code, "Sender"), (caught.exception.response["Error"]["Code"], caught.exception.response["Error"]["Type"]))

    def test_signatures_are_verified_and_are_those_of_CloudWatch(self):
        with self.assertRaises(botocore.exceptions.ClientError) as caught:
            self.watch_with(aws_secret_access_key="another").get_metric_data(MetricDataQueries=[query("m0", "v1", 60)], StartTime=self.start, EndTime=self.start + datetime.timedelta(hours=1))
        self.assertEqual("InvalidSignatureException", caught.exception.response["Error"]["Code"])
        with self.assertRaises(botocore.exceptions.ClientError) as caught:
            self.watch_with(region_name="eu-west-1").get_metric_data(MetricDataQueries=[query("m0", "v1", 60)], StartTime=self.start, EndTime=self.start + datetime.timedelta(hours=1))
        self.assertIn("valid region", str(caught.exception))

    def test_the_module_comes_to_the_same_as_the_points(self):
        module.skip_without_module()
        arn = self.client.start_project_version(ProjectVersionArn=self.endpoint.arn.replace("/v1/", "/v2/"), MinInferenceUnits=1) and self.endpoint.arn.replace("/v1/", "/v2/")
        time.sleep(1)
        self.client.stop_project_version(ProjectVersionArn=arn)
        result, = self.get(query("m0", "v2", 60))["MetricDataResults"]
        self.assertTrue(result["Values"])
        found = module.run(
            f"$usage = Measure-RKModelUsage '{arn}' -StartTime '{self.start:%Y-%m-%dT%H:%M:00Z}' -EndTime '{self.start + datetime.timedelta(days=14):%Y-%m-%dT%H:%M:00Z}'; "
            "$usage.UnitHours.ToString('R', [cultureinfo]::InvariantCulture); [string]$usage.Source",
            AWS_ENDPOINT_URL_CLOUDWATCH=self.endpoint.url, AWS_ENDPOINT_URL_REKOGNITION=self.endpoint.url, AWS_ACCESS_KEY_ID=ACCESS_KEY, AWS_SECRET_ACCESS_KEY=SECRET_KEY, AWS_REGION=REGION).split()
        self.assertAlmostEqual(sum(result["Values"]) / 60, float(found[0]), delta=1 / 3600)
        self.assertEqual("CloudWatch", found[1])
