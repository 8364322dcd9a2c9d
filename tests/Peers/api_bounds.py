"""Values at the edges of every constraint in a request, with the very words that botocore's bounds make of each."""

import math
from typing import NamedTuple

import api_rules
from api_rules import NOT_NULL
from api_values import EPOCH


class Edge(NamedTuple):
    """A request that is at an edge."""

    params: dict
    path: str  # The member's, as the front end names it.
    words: str  # The constraint.
    is_violated: bool  # Whether the value is outside.
    is_refused: bool  # Whether botocore's validator has to refuse it, which knows the least of a value and what is required.

    def __str__(self):
        return f"{self.words} at {self.path}, {'outside' if self.is_violated else 'inside'}"


def edges(shape):
    """All of a request's."""
    for steps, path, inner in _members((), "", shape):
        if inner.type_name == "structure":
            for name in inner.required_members:
                params = _place(shape, (*steps, name), None)
                yield Edge(params, api_rules.wire_path(path, name), NOT_NULL, True, True)
                yield Edge(_place(shape, (*steps, name), _least(inner.members[name])), api_rules.wire_path(path, name), NOT_NULL, False, False)
            continue
        for value, words, is_violated, is_refused in _values(inner):
            yield Edge(_place(shape, steps, value), path, words, is_violated, is_refused)


def _members(steps, path, shape):
    """The structures and the other members of a structure: the way to each, and its path."""
    yield steps, path, shape
    for name, member in shape.members.items():
        at = api_rules.wire_path(path, name)
        if member.type_name == "structure":
            yield from _members((*steps, name), f"{at}.", member)
            continue
        yield (*steps, name), at, member
        if member.type_name == "list" and member.member.type_name == "structure":
            yield from _members((*steps, name, 0), f"{at}.1.member.", member.member)


def _least(shape):
    """A value that violates nothing, of a structure with its required members only."""
    if shape.type_name == "structure":
        return {name: _least(shape.members[name]) for name in shape.required_members}
    if shape.type_name == "list":
        return [_least(shape.member)] * max(1, shape.metadata.get("min", 0))
    if shape.type_name == "map":
        return _map(1)
    if shape.type_name == "string":
        # An ARN needs some room; what may be long is as long as that.
        return shape.metadata["enum"][0] if "enum" in shape.metadata else api_rules.text_of(shape, 80 if shape.metadata.get("max", 0) > 300 else 3)
    return {"blob": b"{}", "boolean": False, "integer": 1, "float": 50.0, "timestamp": EPOCH}[shape.type_name]


def _place(shape, steps, value):
    """The least request with a value at that place; None takes away what is there."""
    params = _least(shape)
    at, inner = params, shape
    for step in steps[:-1]:
        inner = inner.member if step == 0 else inner.members[step]
        if step == 0:
            at[0] = dict(at[0])
        at = at[step] if step == 0 else at.setdefault(step, _least(inner))
    if value is None:
        at.pop(steps[-1], None)
    else:
        at[steps[-1]] = value
    return params


def _map(size):
    return {f"key{i}": "value" for i in range(size)}


def _values(shape):
    """Values around what is asked of a shape that is no structure: the value, the words, whether it is outside, whether botocore refuses it."""
    asked = shape.metadata
    if shape.type_name == "string":
        yield from _texts(shape)
    elif shape.type_name in ("integer", "long"):
        yield from _around(shape, api_rules.value_words, lambda value: value)
    elif shape.type_name == "float":
        for which, away in (("min", -math.inf), ("max", math.inf)):
            if which in asked:
                yield float(asked[which]), api_rules.value_words(shape, which), False, False
                yield math.nextafter(asked[which], away), api_rules.value_words(shape, which), True, which == "min"
    elif shape.type_name == "blob":
        # botocore doesn't look at how long a blob is, nor at how many entries a map has.
        for value, words, is_violated, _ in _around(shape, api_rules.length_words, bytes):
            yield value, words, is_violated, False
    elif shape.type_name == "map":
        for value, words, is_violated, _ in _around(shape, api_rules.length_words, _map):
            yield value, words, is_violated, False
        for part, name, made in ((shape.key, "keys", lambda text: {text: "value"}), (shape.value, "value", lambda text: {"key": text})):
            for text, _, is_violated, is_refused in _texts(part):
                yield made(text), f"Map {name} must satisfy constraint: {api_rules.all_words(part)}", is_violated, is_refused
    elif shape.type_name == "list":
        yield from _around(shape, api_rules.length_words, lambda size: [_least(shape.member)] * size)
        if shape.member.type_name == "string":
            for text, _, is_violated, is_refused in _texts(shape.member):
                for items in ([text], [_least(shape.member), text]):
                    yield items, f"Member must satisfy constraint: {api_rules.all_words(shape.member)}", is_violated, is_refused


def _around(shape, words, make):
    """The last value inside and the first outside, at either end."""
    for which, step in (("min", -1), ("max", 1)):
        if which not in shape.metadata:
            continue
        bound = shape.metadata[which]
        yield make(bound), words(shape, which), False, False
        # What is shorter than nothing can't be made.
        if words is api_rules.value_words or bound + step >= 0:
            yield make(bound + step), words(shape, which), True, which == "min"


def _texts(shape):
    if "enum" in shape.metadata:
        values = shape.metadata["enum"]
        for value in values:
            yield value, api_rules.enum_words(shape), False, False
        for value in ("", values[0].lower(), f"{values[0]} ", ", ".join(values), "NONE"):
            yield value, api_rules.enum_words(shape), True, False
        return
    yield from _around(shape, api_rules.length_words, lambda length: api_rules.text_of(shape, length))
    if "pattern" in shape.metadata:
        _, fitting, others = api_rules.form_of(shape)
        # The shortest of a form may be longer than the bound, as an ARN's is.
        for text in [*fitting, api_rules.text_of(shape, 90)]:
            if shape.metadata.get("min", 0) <= len(text) <= shape.metadata.get("max", math.inf):
                yield text, api_rules.pattern_words(shape), False, False
        for text in others:
            yield text, api_rules.pattern_words(shape), True, len(text) < shape.metadata.get("min", 0)
    else:
        # A character is one, whatever it takes in UTF-16: of these there are as many as there may be.
        most = shape.metadata.get("max")
        if most is not None:
            yield "😀" * most, api_rules.length_words(shape, "max"), False, False
            yield "😀" * (most + 1), api_rules.length_words(shape, "max"), True, False
