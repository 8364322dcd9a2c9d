"""An operation's codec in the module and in botocore: what one writes the other reads, and what one refuses the other's model forbids."""

import itertools
import re

import api_botocore
import api_bounds
import api_rules
from api_values import AnswerText, Values

# Its codec is written by hand.
BY_HAND = "DetectCustomLabels"
# Asked at once: more would be no faster.
BATCH = 500


class Comparison:
    """Compares the codec of an operation; AssertionError says what is different."""

    def __init__(self, echo, operation):
        self._echo = echo
        self._operation = operation
        self._is_by_hand = operation.name == BY_HAND

    def requests(self, count, seed):
        """What botocore sends is read, and written again with the same values; the constraints that it violates are found, and no others."""
        shape = self._operation.input_shape
        values = Values(f"{seed} {self._operation.name} requests", milliseconds=1000)
        for some in _in_batches(self._request(values, index) for index in range(count)):
            bodies = [api_botocore.serialize(self._operation, params) for params in some]
            for params, body, reply in zip(some, bodies, self._echo.ask("Request", self._operation.name, bodies)):
                self._assert_same(shape, api_botocore.typed(shape, params), body, reply)
                self._assert_violations(params, body, reply)

    def answers(self, count, seed):
        """What botocore reads of an answer, it reads of what the module has read and written again."""
        shape = self._operation.output_shape
        values = Values(f"{seed} {self._operation.name} answers")
        for bodies in _in_batches(self._answer(values, index) for index in range(count)):
            for body, reply in zip(bodies, self._echo.ask("Response", self._operation.name, bodies)):
                self._assert_same(shape, api_botocore.parse(shape, body), body, reply)

    def edges(self):
        """Just outside each constraint its own words are found, just inside they are not; whatever else is as the model says. Gives how many edges there were."""
        shape = self._operation.input_shape
        asked = 0
        for edges in _in_batches(edge for edge in api_bounds.edges(shape) if not self._is_by_hand or _has_source(edge.params)):
            bodies = [api_botocore.serialize(self._operation, edge.params, is_checked=False) for edge in edges]
            for edge, body, reply in zip(edges, bodies, self._echo.ask("Request", self._operation.name, bodies)):
                found = self._assert_violations(edge.params, body, reply)
                if ((edge.path, edge.words) in found) != edge.is_violated:
                    raise AssertionError(f"{self._operation.name}, {edge}: {str(reply.violations)[:2000]}\n{body[:2000]}")
                refusal = api_botocore.refusal(shape, edge.params)
                if bool(refusal) != edge.is_refused:
                    raise AssertionError(f"{self._operation.name}, {edge}: botocore's validator says '{refusal[:2000]}'\n{body[:2000]}")
                asked += 1
        return asked

    def _request(self, values, index):
        params = values.structure(self._operation.input_shape, share=_share(index), is_strict=index % 2 == 0)
        return _as_the_module_asks(self._operation.input_shape, params, values) if self._is_by_hand else params

    def _answer(self, values, index):
        value = values.structure(self._operation.output_shape, share=_share(index), is_strict=index % 2 == 0)
        return AnswerText(values, is_noisy=index % 3 == 2, has_null_items=not self._is_by_hand).of(self._operation.output_shape, value).encode()

    def _assert_same(self, shape, expected, body, reply):
        if reply.error:
            raise AssertionError(f"{shape.name}: {reply.error}\n{body}")
        found = api_botocore.parse(shape, reply.body)
        refusal = api_botocore.refusal(shape, found)
        if refusal and refusal != api_botocore.refusal(shape, expected):
            raise AssertionError(f"{shape.name}: botocore's validator refuses what is written again, '{refusal}'\n{body}\n{reply.body}")
        if self._is_by_hand and shape is self._operation.output_shape:
            expected, found = _complete(shape, expected), _complete(shape, found)
        if repr(expected) != repr(found):
            raise AssertionError(f"{shape.name} is not the same:\n{body}\n{reply.body}\n{expected}\n{found}")

    def _assert_violations(self, params, body, reply):
        expected = sorted(api_rules.violations(self._operation.input_shape, params))
        found = sorted(violations_in(reply.violations)) if reply.violations else []
        if expected != found:
            raise AssertionError(f"{self._operation.name}: by botocore's model {expected}\nis found {found}\n{body[:2000]}")
        return found


def violations_in(message):
    """The pairs of path and constraint in the message of a ValidationException."""
    count, text = re.fullmatch(r"(\d+) validation errors? detected: (.*)", message, re.DOTALL).groups()
    found = re.findall(r"Value (?:null|'.*?') at '([A-Za-z0-9.]+)' failed to satisfy constraint: (.*?)(?:; (?=Value (?:null|'))|\Z)", text, re.DOTALL)
    if len(found) != int(count):
        raise AssertionError(f"{len(found)} are found in {message[:2000]}")
    return found


def _share(index):
    """The first has everything, the second only what it must: the least count has each member once there and once away."""
    return (1, 0)[index] if index < 2 else (0.3, 0.7)[index % 2]


def _in_batches(items):
    items = iter(items)
    while some := list(itertools.islice(items, BATCH)):
        yield some


def _as_the_module_asks(shape, params, values):
    """A detection as the module sends one: always about one image, and with a confidence that is a number up to 100."""
    image = shape.members["Image"]
    source = values.random.choice(list(params["Image"]) or list(image.members))
    given = params["Image"].get(source) or values.value(image.members[source], share=1, is_strict=True)
    for name in ("Bucket", "Name") if source == "S3Object" else ():
        given.setdefault(name, values.value(image.members[source].members[name], share=1, is_strict=True))
    params["Image"] = {source: given}
    if not 0 <= params.get("MinConfidence", 0) <= 100:
        params["MinConfidence"] = 100.0
    return params


def _has_source(params):
    """Completes the source of a detection that is at an edge. One without a bucket or a name is refused before all else and by another error: that is no edge."""
    source = params.get("Image", {}).get("S3Object")
    if source is None:
        return True
    source.setdefault("Bucket", "lines")
    source.setdefault("Name", "panel.jpg")
    return bool(source["Bucket"] and source["Name"])


def _complete(shape, value):
    """A value with what it leaves out: a label that a user sees has always a name, be it the empty one, and numbers, be they 0."""
    if value is None:
        value = {"string": "", "float": 0.0, "list": []}[shape.type_name]
    if shape.type_name == "structure":
        return {name: _complete(member, value.get(name)) for name, member in shape.members.items() if name in value or member.type_name != "structure"}
    return [_complete(shape.member, item) for item in value] if shape.type_name == "list" else value
