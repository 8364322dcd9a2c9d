"""What botocore's model asks of a value: the constraints that a request violates, in the words of AWS's front end, and texts that keep a pattern or don't.

A second reading of the model, which shares nothing with the module's own.
"""

import functools
import re
import unicodedata

NOT_NULL = "Member must not be null"

# Of each pattern of the model: how to make a text of any length that matches (a beginning, what is repeated, an end), other texts that match, and some that don't.
_ARN = "arn:aws:rekognition:us-east-1:123456789012:project/lines"
_NAME = ("", "a", ""), ["A_b.c-9", "...", "-"], ["", "a b", "a/b", "ö", "a\n", "a\u0661", "𝐚"]
FORMS = {
    r"(^arn:[a-z\d-]+:rekognition:[a-z\d-]+:\d{12}:project\/[a-zA-Z0-9_.\-]{1,255}\/[0-9]+$)": (
        (f"{_ARN}/", "1", ""), ["arn:aws-cn:rekognition:cn-north-1:000000000000:project/A_b.c-9/0"],
        [f"{_ARN}/1x", f"{_ARN}/1\n", f" {_ARN}/1", f"{_ARN}/\u0661", f"{_ARN}{'s' * 251}/1", _ARN.replace("9012", "901") + "/1", _ARN.replace("aws", "AWS") + "/1"]),
    r"(^arn:[a-z\d-]+:rekognition:[a-z\d-]+:\d{12}:project\/[a-zA-Z0-9_.\-]{1,255}\/version\/[a-zA-Z0-9_.\-]{1,255}\/[0-9]+$)": (
        (f"{_ARN}/version/v/", "1", ""), ["arn:aws-us-gov:rekognition:us-gov-west-1:000000000000:project/A_b.c-9/version/.-_/0"],
        [f"{_ARN}/1", f"{_ARN}/version/v", f"{_ARN}/version//1", f"{_ARN}/version/{'v' * 256}/1", f"{_ARN}/version/v/1\n"]),
    r"(^arn:[a-z\d-]+:rekognition:[a-z\d-]+:\d{12}:project\/[a-zA-Z0-9_.\-]{1,255}\/dataset\/(train|test)\/[0-9]+$)": (
        (f"{_ARN}/dataset/train/", "1", ""), [f"{_ARN}/dataset/test/0"], [f"{_ARN}/dataset/TRAIN/1", f"{_ARN}/dataset/traintest/1", f"{_ARN}/dataset/1", f"{_ARN}/dataset/test/1\n"]),
    r"[a-zA-Z0-9_.\-]+": _NAME,
    r"[0-9A-Za-z\.\-_]*": (_NAME[0], _NAME[1], [text for text in _NAME[2] if text]),
    r"^[A-Za-z0-9][A-Za-z0-9:_/+=,@.-]{0,2048}$": (("", "a", ""), ["a", "0:_/+=,@.-", "arn:aws:kms:us-east-1:123456789012:key/1"], [":a", "a b", "-a", "é", "aé"]),
    r"[0-9A-Fa-f]+": (("", "a", ""), ["0123456789", "ABCDEFabcdef"], ["", "g", "0x1", "٣", "a "]),
    r"[\u0009\u000A\u000D\u0020-\u00FF]+": (("", "{", ""), ["\t\n\r", " ~\x7f\x80ÿ"], ["", "\0", "\x0b", "a\x1f", "Ā", "\u2028", "😀"]),
    r"[a-zA-Z0-9-_. ()':,;?]+": (("", "a", ""), ["Line 4's model (v2): panels, boards; ready?", "9-_"], ["", "a\n", "a+b", "a/b", "ß", "a\u00a0b"]),
    r".*\S.*": (("", "a", ""), ["  a\t", "\u00a0", "傷", "𝐚", "a\u2028b", "\x85"], ["", " ", "\t", "\f", "\x0b", "a\n", "a\r\nb", "\u2028 \x85\u2029"]),
    r".{1,}": (("", "a", ""), [" ", "\t\0", "傷あり", "😀", "\u200b"], ["", "\n", "a\r", "\x85", "\u2028", "a\u2029b"]),
    r"^\{.*\}$": (("{", "a", "}"), ["{}", '{"source-ref":"s3://b/k"}'], ["", "{", "[]", "{}\n", "{\n}", " {}"]),
    r"^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]*$": (
        ("", "a", ""), ["", "aws", "AWS:x", "line 4", "傷:1", "𠮷野", "Ⅻ\u3000½", "a\u00a0b\u2028", "_.:/=+-@"], ["aws:", "aws:x", "a,b", "a\tb", "a\n", "😀", "a\u0301", "\u200b"]),
    r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$": (("", "a", ""), ["", "aws:x", "𠮷野", "𝟗", "Ⅻ\u3000½", "é"], ["a,b", "#", "a\tb", "a\n", "😀", "e\u0301", "\u200b"]),
    r"[^:].*": (("", "a", ""), ["AWS/Rekognition", "a:", " ", "\n", "\u2028x"], ["", ":", ":a", "a\n", "ab\u2028"]),
    None: (("", "a", ""), [], []),
}


def form_of(shape):
    """The ways to make a text of a shape. A pattern that is new in the model has to be added above."""
    pattern = shape.metadata.get("pattern")
    if pattern not in FORMS:
        raise KeyError(f"api_rules.FORMS has no texts for the pattern {pattern} of {shape.name}")
    return FORMS[pattern]


def text_of(shape, length):
    """A text of that length, of the shape's form if there is one of that length."""
    head, filling, tail = form_of(shape)[0]
    rest = length - len(head) - len(tail)
    return head + filling * rest + tail if rest > 0 else filling * length


@functools.lru_cache
def _compiled(pattern):
    """The model's patterns are Java's: a point is none of five line ends, classes like \\d and \\S are ASCII's."""
    parts = re.findall(r"\[(?:\\.|[^\\\]])*\]|\\.|.", pattern)
    python = "".join(r"[^\n\r\x85\u2028\u2029]" if part == "." else part for part in parts)
    return re.compile(python.replace(r"\p{L}", "a-zA-Z").replace(r"\p{N}", "0-9").replace(r"\p{Z}", " "), re.ASCII)


def matches(pattern, text):
    """Whether the whole of a text is of the form."""
    if r"\p{" in pattern:
        # Python has no Unicode categories in its patterns: a character of ASCII stands for each other one of its kind.
        text = "".join(char if char < "\x80" else {"L": "a", "N": "0", "Z": " "}.get(unicodedata.category(char)[0], "\0") for char in text)
    return _compiled(pattern).fullmatch(text) is not None


def length_words(shape, which):
    return f"Member must have length {'greater' if which == 'min' else 'less'} than or equal to {shape.metadata[which]}"


def value_words(shape, which):
    return f"Member must have value {'greater' if which == 'min' else 'less'} than or equal to {shape.metadata[which]}"


def pattern_words(shape):
    return f"Member must satisfy regular expression pattern: {shape.metadata['pattern']}"


def enum_words(shape):
    return f"Member must satisfy enum value set: [{', '.join(shape.metadata['enum'])}]"


def all_words(shape):
    """Everything that is asked of a text, as it is said of a list's members and a map's keys and values."""
    bounds = [length_words(shape, which) for which in ("max", "min") if which in shape.metadata]
    others = [words(shape) for name, words in (("pattern", pattern_words), ("enum", enum_words)) if name in shape.metadata]
    return f"[{', '.join(bounds + others)}]"


def wire_path(path, member):
    """The front end's name of a member: as the AWS SDK for Java has it."""
    return f"{path}{member[0].lower()}{member[1:]}"


def violations(shape, value, path=""):
    """What a structure violates, as pairs of a member's path and the constraint."""
    found = []
    for name, member in shape.members.items():
        at = wire_path(path, name)
        if value.get(name) is not None:
            found += _of_value(member, value[name], at)
        elif name in shape.required_members:
            found.append((at, NOT_NULL))
    return found


def _of_value(shape, value, at):
    if shape.type_name == "structure":
        return violations(shape, value, f"{at}.")
    found = [(at, words) for words in _of_scalar(shape, value)]
    if shape.type_name == "list" and shape.member.type_name == "structure":
        for i, item in enumerate(value, 1):
            found += violations(shape.member, item, f"{at}.{i}.member.")
    elif shape.type_name == "list":
        if any(_of_scalar(shape.member, item) for item in value):
            found.append((at, f"Member must satisfy constraint: {all_words(shape.member)}"))
    elif shape.type_name == "map":
        for part, name, items in ((shape.key, "keys", value), (shape.value, "value", value.values())):
            if any(_of_scalar(part, item) for item in items):
                found.append((at, f"Map {name} must satisfy constraint: {all_words(part)}"))
    return found


def _of_scalar(shape, value):
    asked = shape.metadata
    is_number = shape.type_name in ("integer", "long", "float", "double")
    size, words = (value, value_words) if is_number else (len(value) if hasattr(value, "__len__") else 0, length_words)
    found = []
    # Not "below" and "above": what is no number (NaN) is below a bound, and not above it.
    if "min" in asked and not size >= asked["min"]:
        found.append(words(shape, "min"))
    if "max" in asked and size > asked["max"]:
        found.append(words(shape, "max"))
    if "pattern" in asked and not matches(asked["pattern"], value):
        found.append(pattern_words(shape))
    if "enum" in asked and value not in asked["enum"]:
        found.append(enum_words(shape))
    return found
