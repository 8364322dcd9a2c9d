"""Model versions that start, run and stop, through boto3 and the AWS CLI."""

import json
import pathlib
import tempfile

import aws_cli
import module
from endpoint import ACCESS_KEY, IMAGES, MANIFEST, PANEL, REGION, SECRET_KEY, Endpoint, EndpointTestCase, needs_option

PROJECTS = ("boards", "cartons", "crates", "panels")


@needs_option("--model")
class Models(EndpointTestCase):
    """Four projects, each with a version that is stopped."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        options = []
        for project in PROJECTS:
            file = pathlib.Path(folder.name) / f"{project}.json"
            file.write_text(json.dumps({"Project": project, "Version": "v1", "Manifest": str(MANIFEST), "ImageRoot": str(IMAGES), "Status": "STOPPED"}))
            options += ["--model", str(file)]
        cls.endpoint = Endpoint(*options)
        cls.addClassCleanup(cls.endpoint.close)
        cls.client = cls.endpoint.client()

    def version_of(self, project):
        """The project's ARN, and its version's ARN and status."""
        arn = self.client.describe_projects(ProjectNames=[project])["ProjectDescriptions"][0]["ProjectArn"]
        version = self.client.describe_project_versions(ProjectArn=arn)["ProjectVersionDescriptions"][0]
        return arn, version["ProjectVersionArn"], version["Status"]

    def wait(self, project_arn):
        self.client.get_waiter("project_version_running").wait(ProjectArn=project_arn, WaiterConfig={"Delay": 1, "MaxAttempts": 60})

    def test_describe_projects_pages(self):
        pages = list(self.client.get_paginator("describe_projects").paginate(PaginationConfig={"PageSize": 2}))
        self.assertEqual([2, 2], [len(page["ProjectDescriptions"]) for page in pages])
        names = [project["ProjectArn"].split("/")[1] for page in pages for project in page["ProjectDescriptions"]]
        self.assertEqual(sorted(PROJECTS), sorted(names))
        with self.assertRaises(self.client.exceptions.InvalidPaginationTokenException):
            self.client.describe_projects(NextToken="none")

    def test_a_model_starts_is_waited_for_answers_and_stops(self):
        project_arn, arn, status = self.version_of("panels")
        self.assertEqual("STOPPED", status)
        with self.assertRaises(self.client.exceptions.ResourceNotReadyException):
            self.detect(PANEL, ProjectVersionArn=arn)
        self.assertEqual("STARTING", self.client.start_project_version(ProjectVersionArn=arn, MinInferenceUnits=1)["Status"])
        self.wait(project_arn)
        self.assertTrue(self.detect(PANEL, ProjectVersionArn=arn)["CustomLabels"])
        with self.assertRaises(self.client.exceptions.ResourceInUseException):
            self.client.start_project_version(ProjectVersionArn=arn, MinInferenceUnits=1)
        self.assertEqual("STOPPING", self.client.stop_project_version(ProjectVersionArn=arn)["Status"])

    def test_the_AWS_CLI_version_1_does_the_same(self):
        self.start_wait_and_stop(1, "boards")

    def test_the_AWS_CLI_version_2_does_the_same(self):
        self.start_wait_and_stop(2, "cartons")

    def start_wait_and_stop(self, major, project):
        if not aws_cli.find(major):
            self.skipTest(f"no AWS CLI version {major} is on the PATH")

        def run(*arguments):
            ended = aws_cli.run(major, *arguments, "--endpoint-url", self.endpoint.url, "--output", "json")
            self.assertEqual(0, ended.returncode, ended.stderr)
            return json.loads(ended.stdout or "{}")

        self.assertEqual(4, len(run("describe-projects", "--page-size", "2")["ProjectDescriptions"]))
        first = run("describe-projects", "--max-items", "1")
        self.assertEqual(1, len(first["ProjectDescriptions"]))
        rest = run("describe-projects", "--starting-token", first["NextToken"])["ProjectDescriptions"]
        self.assertEqual(3, len(rest))

        project_arn, arn, _ = self.version_of(project)
        self.assertEqual("STARTING", run("start-project-version", "--project-version-arn", arn, "--min-inference-units", "1")["Status"])
        # Its waiter asks each 30 seconds: it gets the last question.
        self.wait(project_arn)
        run("wait", "project-version-running", "--project-arn", project_arn, "--version-names", "v1")
        self.assertEqual("STOPPING", run("stop-project-version", "--project-version-arn", arn)["Status"])

    def test_the_module_and_the_others_see_the_same(self):
        module.skip_without_module()
        project_arn, arn, _ = self.version_of("crates")

        def run(script):
            return module.run(
                script, AWS_ENDPOINT_URL_REKOGNITION=self.endpoint.url, AWS_ACCESS_KEY_ID=ACCESS_KEY, AWS_SECRET_ACCESS_KEY=SECRET_KEY, AWS_REGION=REGION).split()

        started = run("Start-RKModel crates/v1 -WarningAction SilentlyContinue | ForEach-Object Status; (Wait-RKModel crates/v1 -Status RUNNING).ProjectVersionArn")
        self.assertEqual(["STARTING", arn], started)
        # Where Wait-RKModel has ended, a waiter ends with its first question.
        self.client.get_waiter("project_version_running").wait(ProjectArn=project_arn, VersionNames=["v1"], WaiterConfig={"Delay": 1, "MaxAttempts": 1})
        for major in (1, 2):
            if aws_cli.find(major):
                ended = aws_cli.run(major, "wait", "project-version-running", "--project-arn", project_arn, "--version-names", "v1", "--endpoint-url", self.endpoint.url)
                self.assertEqual(0, ended.returncode, ended.stderr)
        self.assertEqual(["STOPPED"], run("(Stop-RKModel crates/v1 -Wait).Status"))
        self.assertEqual("STOPPED", self.version_of("crates")[2])
