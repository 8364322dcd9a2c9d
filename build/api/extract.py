#!/usr/bin/env python3
"""Takes the facts of the operations that are called out of botocore's models of their services: shapes, members, bounds, patterns, enums, errors; no prose.

Usage: python3 build/api/extract.py [--check]

Writes a file a service (rekognition.json, cloudwatch.json) beside itself. With --check it writes nothing, and ends with 1 if one has other facts than the botocore that is installed.
"""
import json
import pathlib
import sys

import botocore
import botocore.session

FOLDER = pathlib.Path(__file__).parent
API_VERSIONS = {"rekognition": "2016-06-27", "cloudwatch": "2010-08-01"}
OPERATIONS = {"rekognition": [
    "DetectCustomLabels",
    "CreateProject", "DescribeProjects", "DeleteProject",
    "CreateProjectVersion", "DescribeProjectVersions", "StartProjectVersion", "StopProjectVersion", "CopyProjectVersion", "DeleteProjectVersion",
    "CreateDataset", "DescribeDataset", "DeleteDataset", "ListDatasetEntries", "ListDatasetLabels", "UpdateDatasetEntries", "DistributeDatasetEntries",
    "PutProjectPolicy", "ListProjectPolicies", "DeleteProjectPolicy",
    "TagResource", "UntagResource", "ListTagsForResource",
], "cloudwatch": ["GetMetricData"]}


def file_of(name):
    """A service's facts."""
    return FOLDER / f"{name}.json"


def model_of(name):
    """botocore's model of a service."""
    return botocore.session.get_session().get_service_model(name, API_VERSIONS[name])


def facts(name):
    service, shapes = model_of(name), {}

    def take(shape):
        if shape.name in shapes:
            return
        fact = shapes[shape.name] = {"type": shape.type_name}
        fact.update({key: shape.metadata[key] for key in ("min", "max", "pattern", "enum") if key in shape.metadata})
        if shape.type_name == "structure":
            fact["required"] = list(shape.required_members)
            fact["members"] = {name: member.name for name, member in shape.members.items()}
            children = shape.members.values()
        elif shape.type_name == "list":
            fact["member"] = shape.member.name
            children = [shape.member]
        elif shape.type_name == "map":
            fact.update(key=shape.key.name, value=shape.value.name)
            children = [shape.key, shape.value]
        else:
            children = []
        for child in children:
            take(child)

    operations, errors = {}, set()
    for operation in map(service.operation_model, OPERATIONS[name]):
        take(operation.input_shape)
        take(operation.output_shape)
        operations[operation.name] = {
            "input": operation.input_shape.name,
            "output": operation.output_shape.name,
            "errors": sorted(error.name for error in operation.error_shapes),
        }
        errors.update(operations[operation.name]["errors"])
    return {"operations": operations, "errors": sorted(errors), "shapes": dict(sorted(shapes.items()))}


def different(name):
    """Says what of a service's file is another in this botocore. Gives whether anything is."""
    model = facts(name)
    committed = json.loads(file_of(name).read_text(encoding="utf-8"))
    source = committed.pop("source")
    found = [f"{part}: {key}" for part in ("operations", "shapes") for key in sorted(model[part].keys() | committed[part].keys()) if model[part].get(key) != committed[part].get(key)]
    found += sorted(set(model["errors"]) ^ set(committed["errors"]))
    print(f"{file_of(name).name} ({source}) and botocore {botocore.__version__}: " + ("the same facts" if not found else "different: " + ", ".join(found)))
    return bool(found)


def main():
    if "--check" in sys.argv[1:]:
        return int(any([different(name) for name in OPERATIONS]))
    for name, version in API_VERSIONS.items():
        text = json.dumps({"source": f"botocore {botocore.__version__}, {name} {version}", **facts(name)}, indent=1, ensure_ascii=True)
        file_of(name).write_text(text + "\n", encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
