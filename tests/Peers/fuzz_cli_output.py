"""The module's CLI output against the AWS CLI's own, over random answers.

    python3 tests/Peers/fuzz_cli_output.py [answers=2000] [seed=1]

Run by a Python that can import the AWS CLI of version 2 (a distribution's package of it), with PowerShell and the
module built (./build.sh). Prints how many texts were compared; ends with 1 at a difference, with 2 when something is missing.
"""

import argparse
import base64
import io
import json
import random
import subprocess
import sys

from answering import Answering
from powershell import MANIFEST, find_powershell

OUTPUTS = {"json": "Json", "text": "Text", "table": "Table", "yaml": "Yaml", "yaml-stream": "YamlStream"}

# Each image is the number of an answer; a line out is what the module prints of it, output by output, in base64: names hold every kind of line end. A script adds
# the last line end, where there is a text.
PRINT = """
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Import-Module '{module}'
$to = @{{ EndpointUrl = '{url}'; NoSignRequest = $true; ProjectVersionArn = 'arn:aws:rekognition:us-east-1:123456789012:project/p/version/v/1' }}
0..{last} | ForEach-Object {{ [pscustomobject]@{{ Bucket = 'line4'; Key = "$_" }} }} | Invoke-RKCustomLabelDetection @to | ForEach-Object {{
    $result = $_
    $texts = foreach ($format in '{formats}'.Split()) {{
        $text = $result | ConvertTo-RKCliOutput -As $format
        if ($null -ne $text) {{ $text += "`n" }}
        [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("$text"))
    }}
    $texts -join ' '
}}
exit 0
"""

PIECES = [
    *"aZé ~!@#$%^&*()_+-=[]{}|;:'\",.<>/?\\`0159", " ", " ", " ", "  ", " " * 5, "- ", ": ", " #", "---", "...", "? ", "<<", "=", "scratched", "panel", "\n", "\n\n", "\r\n", "\t",
    "\0", "\a", "\x1b[31m", "\x7f", "\x80", "\x85", "\xa0", "\xad", "\u0301", "\u200b", "\u202e", "\u2028", "\u2029", "\ufeff", "\ufffd", "\ufffe", "\uffff", "\ue000", "\uac00",
    "傷", "ｗｉｄｅ", "±", "😀", "👩\u200d🔬", "null", "true", "no", "1.0", "2020-01-01", "2020-1-1 1:00:00", "0x10", "0o7", "1e5", ".5", ".inf", "1_000", "~",
]
WHOLE = [
    "", " ", "null", "Null", "NULL", "~", "true", "True", "TRUE", "tRUE", "yes", "no", "on", "off", "y", "n", "1", "-1", "+1", "1.0", "1.", ".1", "-.1", ".", "-", "+", "1e5", "1e+5", "1.e-5", ".1e5", ".1e+5",
    "0x10", "0xg", "0o17", "017", "08", "0b101", "1_0", "_1", "-_", "1:30", "1:30.5", "2020-01-01", "2020-1-1", "2020-01-01T01:01:01Z", "2020-1-1 1:01:01.5 +1:00", "2020-01-01 1:1:1", ".inf", "-.INF", ".nan", ".NaN", "nan",
    "NaN", "inf", "Infinity", "<<", "=", "-", "- a", "-a", "?", "? a", "?a", ":", ":a", "a:", "a: b", "a:b", "#", "a#", "a #", "---", "--- a", "...", "*a", "&a", "!a", "%a", "@a", "`a", "|", ">", "'", "\"", "{}", "[]", ",",
    "a'b", "a\"b", "a\\b", "a\nb", "\na", "a\n", "a \nb", "a\n b", "a\tb", "\ta", "a\t", "a\u2028b", "a\u2029", "\u2028\na", "a\n\u2028b", "a\x85b", "\ufeffa", "\0", "CustomLabels", "é", "傷", "😀",
]


class Answers:
    """Random answers, as a service would never send them."""

    def __init__(self, seed):
        self._random = random.Random(seed)

    def next(self):
        answer = self._structure(CustomLabels=lambda: [self._label() for _ in range(self._random.choice([0, 1, 1, 2, 3, 5]))], Later=lambda: [1])
        return self._unquote(json.dumps(answer, ensure_ascii=self._random.random() < 0.5)).encode()

    def _label(self):
        return self._structure(Name=self._name, Confidence=self._number, Geometry=self._geometry, Other=lambda: None)

    def _geometry(self):
        return self._structure(BoundingBox=lambda: self._numbers("Left", "Top", "Width", "Height"), Polygon=lambda: [self._numbers("X", "Y") for _ in range(self._random.randrange(4))])

    def _numbers(self, *names):
        return self._structure(**{name: self._number for name in names})

    def _structure(self, **members):
        """Members in any order; some are missing, and some are null."""
        names = self._random.sample(list(members), len(members))
        return {name: None if self._random.random() < 0.04 else members[name]() for name in names if self._random.random() < 0.85}

    def _name(self):
        kind = self._random.random()
        if kind < 0.25:
            return self._random.choice(WHOLE)
        if kind < 0.3:
            return chr(self._random.choice([self._random.randrange(0x300), self._random.randrange(0xD800), self._random.randrange(0xE000, 0x110000)]))
        return "".join(self._random.choices(PIECES if kind < 0.7 else PIECES[:70], k=self._random.choice([1, 2, 3, 5, 10, 40, 120])))

    def _number(self):
        r = self._random
        literal = r.choice([
            lambda: repr(r.uniform(0, 100)), lambda: repr(r.uniform(-1e-3, 1e-3)), lambda: repr(r.uniform(-1, 1) * 10.0 ** r.randrange(-300, 300)), lambda: f"{r.uniform(0, 100):.{r.randrange(1, 20)}f}",
            lambda: f"{r.randrange(-10, 200)}", lambda: f"{r.randrange(-10, 200)}.0", lambda: f"{r.randrange(10)}e{r.randrange(-20, 20)}", lambda: f"{r.randrange(10)}.{r.randrange(10 ** 9)}E+{r.randrange(30):02}",
            lambda: r.choice(["0", "-0", "0.0", "-0.0", "100", "1e-07", "1e16", "1E16", "9007199254740993", "123456789012345678901234567890", "77.7729721069336", "5e-324", "1.7976931348623157e308", "1e-400"]),
            lambda: repr(2.0 ** r.randrange(-1074, 1024)), lambda: r.choice(['"NaN"', '"Infinity"', '"-Infinity"']),
        ])()
        return f"\ue123{literal}\ue124"

    @staticmethod
    def _unquote(text):
        """Python would write its own form of a number: the literal is put in afterwards."""
        for quoted, bare in (('"\ue123\\"', '"'), ('\\"\ue124"', '"'), ('"\\ue123\\"', '"'), ('\\"\\ue124"', '"'), ('"\ue123', ""), ('\ue124"', ""), ('"\\ue123', ""), ('\\ue124"', "")):
            text = text.replace(quoted, bare)
        return text


class Cli:
    """The AWS CLI's parser and formatters, in this process."""

    def __init__(self):
        import awscli.botocore.parsers
        import awscli.botocore.session
        import awscli.formatter
        import awscli.table

        awscli.table.determine_terminal_width = lambda: 80  # What it takes where there is no terminal.
        model = awscli.botocore.session.get_session().get_service_model("rekognition").operation_model("DetectCustomLabels")
        self._shape = model.output_shape
        self._parser = awscli.botocore.parsers.create_parser("json")
        self._formatter = awscli.formatter.get_formatter

    def print(self, answer, output):
        parsed = self._parser.parse({"status_code": 200, "headers": {}, "body": answer}, self._shape)
        stream = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n")
        self._formatter(output, argparse.Namespace(query=None, color="off"))("DetectCustomLabels", parsed, stream)
        stream.flush()
        return stream.buffer.getvalue()


class Service(Answering):
    """Answers as many images as there are answers: an image's key is its answer's number."""

    def __init__(self, answers):
        super().__init__()
        self._answers = answers

    def answer(self, request):
        return self._answers[int(json.loads(request)["Image"]["S3Object"]["Name"])]


def print_by_module(answers):
    service = Service(answers)
    try:
        script = PRINT.format(module=MANIFEST, url=service.url, last=len(answers) - 1, formats=" ".join(OUTPUTS.values()))
        ended = subprocess.run([find_powershell(), "-NoProfile", "-NonInteractive", "-Command", script], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    finally:
        service.close()
    if ended.returncode:
        raise RuntimeError(ended.stdout[-2000:] + ended.stderr)
    return [[base64.b64decode(text) for text in line.split(" ")] for line in ended.stdout.splitlines()]


def main(count=2000, seed=1):
    try:
        cli = Cli()
    except ImportError as error:
        print(f"This Python ({sys.executable}) has no AWS CLI of version 2: {error}")
        return 2
    if not find_powershell() or not MANIFEST.exists():
        print("PowerShell (pwsh) is not installed, or the module is not built. Run ./build.sh first.")
        return 2
    answers = Answers(int(seed))
    bodies = [answers.next() for _ in range(int(count))]
    compared = 0
    for body, texts in zip(bodies, print_by_module(bodies), strict=True):
        for output, text in zip(OUTPUTS, texts, strict=True):
            expected = cli.print(body, output)
            if text != expected:
                print(f"Different after {compared} texts of seed {seed}: --output {output} of {body}\nAWS CLI: {expected}\nmodule:  {text}")
                return 1
            compared += 1
    print(f"{compared} texts of {len(bodies)} answers, seed {seed}: the same as the AWS CLI's, to the byte")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
