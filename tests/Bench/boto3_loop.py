"""boto3 as a contestant: for each line of JSON that it reads it sends all files of a folder and prints how long that took; ends with its input."""

import concurrent.futures
import json
import pathlib
import sys
import time

import boto3
import botocore.config

clients = {}


def client_of(job):
    key = job["EndpointUrl"], job["Concurrency"]
    if key not in clients:
        clients[key] = boto3.client(
            "rekognition", region_name="us-east-1", endpoint_url=job["EndpointUrl"], aws_access_key_id=job["AccessKey"], aws_secret_access_key=job["SecretKey"],
            config=botocore.config.Config(max_pool_connections=max(10, job["Concurrency"])))
    return clients[key]


for line in sys.stdin:
    job = json.loads(line)
    client = client_of(job)
    paths = list(pathlib.Path(job["Folder"]).iterdir())

    def send(path):
        client.detect_custom_labels(ProjectVersionArn=job["ProjectVersionArn"], Image={"Bytes": path.read_bytes()})

    start = time.perf_counter()
    if job["Concurrency"] == 1:
        for path in paths:
            send(path)
    else:
        with concurrent.futures.ThreadPoolExecutor(job["Concurrency"]) as pool:
            list(pool.map(send, paths))
    print(json.dumps({"Images": len(paths), "Seconds": time.perf_counter() - start}), flush=True)
