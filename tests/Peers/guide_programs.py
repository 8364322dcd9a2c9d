"""Programs of AWS's developer guide for Custom Labels, unmodified, against the local endpoint: those in Python that use only what it serves.

    python3 tests/Peers/guide_programs.py [FOLDER]

FOLDER is a clone of the guide's repository or its bare git directory; without one it is cloned into a temporary folder. The programs are cut out of the pages
of one commit, into a temporary folder too. Needs git, boto3, and the local endpoint built (./build.sh). Takes a minute: two of the programs wait for a model.
Prints what each prints; ends with 1 when one fails or doesn't print what it should, with 2 when the guide can't be had.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
from typing import NamedTuple

from endpoint import ACCESS_KEY, IMAGES, MANIFEST, REGION, SECRET_KEY, Endpoint

GUIDE = "https://github.com/awsdocs/amazon-rekognition-custom-labels-developer-guide"
# The last commit that has pages.
COMMIT = "1b0415f0c1c90d593712034ea7e33c6be1639d5a"
# What a program prints when it fails: most catch what they meet, and end as if all were well.
FAILURES = ("Traceback", "ERROR", "Problem", "Failed to")
MODELS = {("panels", "v1"): "RUNNING", ("boards", "v1"): "STOPPED", ("boards", "v2"): "TRAINING_FAILED"}


class Run(NamedTuple):
    """A run of a page's program."""

    page: str
    arguments: list
    printed: list  # What it has to print.
    absent: list = []  # What it must not.
    call: str = ""  # The function to call with the arguments; of a program whose arguments are written into it.


def program(folder, page):
    """The Python program of a page, as it stands there but for its indentation."""
    text = subprocess.run(["git", "-C", folder, "show", f"{COMMIT}:doc_source/{page}.md"], capture_output=True, check=True).stdout.decode().replace("\r\n", "\n")
    blocks = re.findall(r"^( *)```\n(.*?)\n\1```", text, re.DOTALL | re.MULTILINE)
    programs = ["\n".join(line[len(indent):] for line in block.split("\n")) + "\n" for indent, block in blocks if re.search(r"^ *import boto3$", block, re.MULTILINE)]
    if len(programs) != 1:
        raise ValueError(f"{page} has {len(programs)} Python programs")
    return programs[0]


def runs(client):
    """What is run, and what the endpoint's models make it print."""
    projects = {project["ProjectArn"].split("/")[1]: project for project in client.describe_projects()["ProjectDescriptions"]}
    panels, boards = projects["panels"]["ProjectArn"], projects["boards"]["ProjectArn"]
    dataset = projects["panels"]["Datasets"][0]["DatasetArn"]
    running, stopped, failed = (
        client.describe_project_versions(ProjectArn=projects[name]["ProjectArn"], VersionNames=[version])["ProjectVersionDescriptions"][0]["ProjectVersionArn"]
        for name, version in MODELS)
    client.tag_resource(ResourceArn=stopped, Tags={"line": "4"})

    of_panels = [f"Arn: {panels}", "Status: CREATED", "Datasets:", "\tType: TRAIN", f"\tARN: {dataset}", "\tStatus: CREATE_COMPLETE", "\tStatus code: SUCCESS"]
    files = ["Manifest summary location: s3://", "Training output location: s3://", "Message: "]
    results = ["Billing training time (minutes): ", "\tF1 score: ", "\tSummary location: s3://"]
    return [
        Run("md-describing-project-sdk", [], [*of_panels, f"Arn: {boards}", "Finished describing all projects."]),
        Run("md-describing-project-sdk", ["--project_name", "panels"], [*of_panels, "Finished describing project panels."], absent=[boards]),
        Run("md-describing-project-sdk", ["--project_name", "nowhere"], ["Project(s) not found.", "Finished describing project nowhere."], absent=[panels, boards]),
        Run("md-describing-dataset-sdk", [dataset], ["Status: CREATE_COMPLETE", "Status code: SUCCESS", "Total entries: 24", "Finished describing dataset"]),
        Run("md-describing-model-sdk", [panels, "v1"], [f"ARN: {running}", *results, *files, "Inference units: 1", "Status: RUNNING", "Finished describing model"]),
        Run("md-describing-model-sdk", [boards, "v2"], [f"ARN: {failed}", *files, "Status: TRAINING_FAILED", "Finished describing model"], absent=results),
        Run("tm-debugging-getting-validation-data", [boards, "v2"], [failed, "/training_manifest_with_validation.json", "/manifest_summary.json"], call="describe_model"),
        Run("tm-tagging-model", ["line", "4"], ["Matched models", f"Project: {boards}", f"Model version: {stopped}", "Done."], absent=[f"Model version: {running}"]),
        Run("tm-tagging-model", ["line", "5"], ["No matches found.", "Done."]),
        Run("rm-start", [boards, stopped, "1"], [f"Finished starting model: {stopped}", "Status: RUNNING"]),
        Run("rm-stop", [boards, stopped], [f"Finished stopping model: {stopped}", "Status: STOPPED"]),
    ]


def start(run, file, url):
    """Runs a program as its page says; gives its exit code and all that it printed."""
    command = [str(file)]
    if run.call:
        command = ["-c", f"import runpy, sys; runpy.run_path({str(file)!r})[{run.call!r}](*sys.argv[1:])"]
    environment = {
        **os.environ, "AWS_ENDPOINT_URL_REKOGNITION": url, "AWS_ACCESS_KEY_ID": ACCESS_KEY, "AWS_SECRET_ACCESS_KEY": SECRET_KEY, "AWS_DEFAULT_REGION": REGION, "PYTHONUNBUFFERED": "1"}
    ended = subprocess.run([sys.executable, *command, *run.arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment, timeout=300, check=False)
    return ended.returncode, ended.stdout


def faults(run, code, text):
    """What is wrong with a run."""
    return [
        *([f"its exit code is {code}"] if code else []),
        *(f"it prints '{failure}'" for failure in [*FAILURES, *run.absent] if failure in text),
        *(f"it doesn't print '{part}'" for part in run.printed if part not in text),
    ]


def run_all(guide, folder):
    models = [
        {"Project": project, "Version": version, "Manifest": str(MANIFEST), "ImageRoot": str(IMAGES), "Status": status} for (project, version), status in MODELS.items()]
    endpoint = Endpoint("--model", json.dumps(models))
    failed = 0
    try:
        all_runs = runs(endpoint.client())
        for run in all_runs:
            file = folder / f"{run.page}.py"
            file.write_text(program(guide, run.page), encoding="utf-8", newline="\n")
            print(f"--- {run.page} {' '.join(run.arguments)}", flush=True)
            code, text = start(run, file, endpoint.url)
            print(text.rstrip(), flush=True)
            wrong = faults(run, code, text)
            for fault in wrong:
                print(f"!!! {run.page}: {fault}", flush=True)
            failed += bool(wrong)
    finally:
        endpoint.close()
    print(f"--- {len(all_runs)} runs of {len({run.page for run in all_runs})} programs of the guide, {failed} failed")
    return 1 if failed else 0


def main(guide=None):
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        try:
            if not guide:
                guide = str(folder / "guide")
                subprocess.run(["git", "clone", "--quiet", "--bare", GUIDE, guide], check=True)
            program(guide, "md-describing-project-sdk")
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"The guide can't be had: {error}")
            return 2
        return run_all(guide, folder)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
