#!/usr/bin/env python3
"""Takes the facts of the operations for Custom Labels out of botocore's model of Rekognition: shapes, members, bounds, patterns, enums, errors; no prose.

Usage: python3 build/api/extract.py [--check]

Writes rekognition.json beside itself. With --check it writes nothing, and ends with 1 if the file has other facts than the botocore that is installed.
"""
import json
import pathlib
import sys

import botocore
import botocore.session

FILE = pathlib.Path(__file__).with_name("rekognition.json")
API_VERSION = "2016-06-27"
OPERATIONS = [
    "DetectCustomLabels",
    "CreateProject", "DescribeProjects", "DeleteProject",
    "CreateProjectVersion", "DescribeProjectVersions", "StartProjectVersion", "StopProjectVersion", "CopyProjectVersion", "DeleteProjectVersion",
    "CreateDataset", "DescribeDataset", "DeleteDataset", "ListDatasetEntries", "ListDatasetLabels", "UpdateDatasetEntries", "DistributeDatasetEntries",
    "PutProjectPolicy", "ListProjectPolicies", "DeleteProjectPolicy",
    "TagResource", "UntagResource", "ListTagsForResource",
]


def facts(service):
    shapes = {}

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
    for name in OPERATIONS:
        operation = service.operation_model(name)
        take(operation.input_shape)
        take(operation.output_shape)
        operations[name] = {
            "input": operation.input_shape.name,
            "output": operation.output_shape.name,
            "errors": sorted(error.name for error in operation.error_shapes),
        }
        errors.update(operations[name]["errors"])
    return {"operations": operations, "errors": sorted(errors), "shapes": dict(sorted(shapes.items()))}


def main():
    model = facts(botocore.session.get_session().get_service_model("rekognition", API_VERSION))
    if "--check" in sys.argv[1:]:
        committed = json.loads(FILE.read_text(encoding="utf-8"))
        source = committed.pop("source")
        different = [f"{part}: {name}" for part in ("operations", "shapes") for name in sorted(model[part].keys() | committed[part].keys())
                     if model[part].get(name) != committed[part].get(name)]
        different += sorted(set(model["errors"]) ^ set(committed["errors"]))
        print(f"{FILE.name} ({source}) and botocore {botocore.__version__}: " + ("the same facts" if not different else "different: " + ", ".join(different)))
        return 1 if different else 0

    text = json.dumps({"source": f"botocore {botocore.__version__}, rekognition {API_VERSION}", **model}, indent=1, ensure_ascii=True)
    FILE.write_text(text + "\n", encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
