"""botocore's side of the comparison: its models of the services, its serializer, its parser and its validator, as boto3 uses them."""

import datetime
import sys

import botocore
import botocore.parsers
import botocore.serialize
import botocore.validate

from endpoint import ROOT

EXTRACT = ROOT / "build" / "api" / "extract.py"
sys.path.insert(0, str(EXTRACT.parent))
import extract  # noqa: E402 It knows which operations there are, and what of the model is taken.

OPERATIONS = {name: model.operation_model(name) for service, names in extract.OPERATIONS.items() for model in [extract.model_of(service)] for name in names}

# What it speaks to all of them; the model of CloudWatch names another first.
PROTOCOL = "json"

_unchecked = botocore.serialize.create_serializer(PROTOCOL, include_validation=False)
_checked = botocore.serialize.create_serializer(PROTOCOL, include_validation=True)
_parser = botocore.parsers.create_parser(PROTOCOL)
_validator = botocore.validate.ParamValidator()


def serialize(operation, params, *, is_checked=True):
    """The body of a request. botocore checks what it is to send, and raises ParamValidationError; unless it is not to."""
    return (_checked if is_checked else _unchecked).serialize_to_request(params, operation)["body"]


def parse(shape, body):
    """What botocore reads of a body, with a structure's members in the model's order. It has no parser for what a client sends, but shapes are shapes."""
    parsed = _parser.parse({"status_code": 200, "headers": {}, "body": body}, shape)
    parsed.pop("ResponseMetadata", None)
    return typed(shape, parsed)


def typed(shape, value):
    """A value with its members in the model's order and its floats as floats: then the same values have the same repr(), -0.0 and NaN included."""
    if value is None:
        return None
    if shape.type_name == "structure":
        unknown = value.keys() - shape.members.keys()
        if unknown:
            raise AssertionError(f"{shape.name} has no {unknown}")
        return {name: typed(member, value[name]) for name, member in shape.members.items() if name in value}
    if shape.type_name == "list":
        return [typed(shape.member, item) for item in value]
    if shape.type_name == "map":
        return {key: typed(shape.value, value[key]) for key in sorted(value)}
    # What JSON numbers can't hold comes as a string, and botocore's parser leaves it at that.
    if shape.type_name == "timestamp":
        return value.astimezone(datetime.timezone.utc)
    return {"float": float, "double": float, "integer": int, "long": int}.get(shape.type_name, lambda same: same)(value)


def refusal(shape, value):
    """Why botocore's validator doesn't take a value; nothing if it does."""
    return _validator.validate(value, shape).generate_report()
