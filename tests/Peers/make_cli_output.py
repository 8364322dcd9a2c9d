"""Writes tests/CustomLabels.Core.Tests/Cli/Output/cli_output.json: answers, and what the AWS CLI prints of each in each of its outputs.

    python3 tests/Peers/make_cli_output.py

Run by a Python that can import the AWS CLI of version 2 (a distribution's package of it): its main program is run in this process
against a server on loopback. The file names the version; the same version writes the same file.
"""

import contextlib
import io
import json
import os
import pathlib

from answering import Answering

FILE = pathlib.Path(__file__).resolve().parents[1] / "CustomLabels.Core.Tests" / "Cli" / "Output" / "cli_output.json"
OUTPUTS = ["json", "text", "table", "yaml", "yaml-stream"]
ARN = "arn:aws:rekognition:us-east-1:123456789012:project/lines/version/v1/1590000000000"

NUL_TO_DEL = "".join(map(chr, range(0x20))) + "\x7f\x80\x85\x9f\xa0\xad"


def label(name="scratch", confidence="98.1", geometry=None):
    return f'{{"Name": {json.dumps(name)}, "Confidence": {confidence}' + (f', "Geometry": {geometry}' if geometry else "") + "}"


def labels(*items):
    return f'{{"CustomLabels": [{", ".join(items)}]}}'


def names(*items):
    return labels(*(label(item) for item in items))


def box(width="0.198987677693367", height="0.31296101212501526", left="0.07924537360668182", top="0.4037395715713501", more=""):
    return f'{{"BoundingBox": {{"Width": {width}, "Height": {height}, "Left": {left}, "Top": {top}}}{more}}}'


POLYGON = ', "Polygon": [{"X": 0.1, "Y": 0.25}, {"X": 1, "Y": 0}, {"X": -0.05, "Y": 1e-07}]'

ANSWERS = {
    "no labels": labels(),
    "no member": "{}",
    "a null member": '{"CustomLabels": null}',
    "the guide's sample": labels(label("MyLogo", "77.7729721069336", box())),
    "one image-level label": labels(label()),
    "image-level labels": labels(label("scratched", "99.5"), label("dent", "71.25"), label("ok", "1.5")),
    "boxes": labels(label("scratch", "98.1", box()), label("dent", "71.25", box("0.5", "0.25", "0.125", "0.0625"))),
    "boxes and image-level labels": labels(label("blurred", "50.0"), label("dent", "71.25", box("0.5", "0.25", "0.125", "0.0625"))),
    "polygons": labels(label("scratch", "98.1", box(more=POLYGON)), label("dent", "71.25", box(more=', "Polygon": [{"X": 0.5, "Y": 0.5}]'))),
    "an empty polygon": labels(label("scratch", "98.1", box(more=', "Polygon": []'))),
    "a polygon without a box": labels(label("scratch", "98.1", '{"Polygon": [{"X": 0.5, "Y": 0.25}, {"X": 0.5}, {}]}')),
    "empty structures": labels("{}", label("a", "1.5", "{}"), label("b", "2.5", '{"BoundingBox": {}}'), '{"Geometry": {"BoundingBox": {"Width": 0.5}}}'),
    "only empty labels": labels("{}", "{}"),
    "missing and null members": labels('{"Name": "a"}', '{"Confidence": 1.5}', '{"Name": null, "Confidence": null, "Geometry": null}', '{"Name": ""}'),
    "members in another order, unknown and twice": '{"Later": [1], "CustomLabels": [{"Geometry": {"Polygon": [], "BoundingBox": {"Top": 0.1, "Left": 0.2, "Depth": 1, "Height": 0.3, "Width": 0.4}}, '
        '"Confidence": 1.5, "Name": "first", "Name": "second", "Color": "red"}]}',
    "whole numbers": labels(label("a", "0", box("0", "1", "0", "0")), label("b", "100", box("1", "1", "0", "0")), label("c", "100.0", box("1.0", "0.0", "-0.0", "-0")), label("d", "98")),
    "odd numbers": labels(*(label(str(i), number) for i, number in enumerate(
        ["1e-07", "1E-7", "0.0001", "0.00001", "1e16", "1e15", "123456789012345680.0", "1e22", "100000000000000000000", "5e-324", "1.7976931348623157e308", "0.1234567890123456",
         "0.30000000000000004", "70.10000000000000000000001", "9007199254740993", "9007199254740993.0", "2.9802322387695312e-08", "2.5e1", "0.5e-5", "1e-400"]))),
    "negative boxes": labels(label("edge", "98.1", box("1.2", "0.30000000000000004", "-0.05", "-1e-07"))),
    "numbers that JSON lacks": labels(label("a", '"NaN"', box('"Infinity"', '"-Infinity"', "0.5", '"NaN"'))),
    "names beyond ASCII": names("Kratzer über äöü", "傷のあるパネル", "ｗｉｄｅ", "scratch 😀", "👩\u200d🔬", "e\u0301", "±α—…", "עברית", "\ufffd", "\U0001f1e9\U0001f1ea"),
    "wide names in boxes": labels(label("傷のあるパネル", "98.1", box()), label("scratch 😀😀", "71.25", box("0.5", "0.25", "0.125", "0.0625"))),
    "control characters": names(*(f"a{c}b" for c in NUL_TO_DEL), "\x1b[2J\x1b[31mred", "a\r\nb"),
    "odd characters": names("\ufeffbom", "a\ufeff", "a\u2028b", "a\u2029", "\u2028", "a\u202eb", "a\u200bb", "\ufffe", "\uffff", "\ue000", "\ufdd0", "\U0010ffff", "\u0600"),
    "line ends": names("a\nb", "\n", "a\n", "\na", "a\n\nb", "a \nb", "a\n b", "a\u2028\nb", "a\n\u2028b", "it's\nso", "a\tb", "\ta"),
    "spaces": names("", " ", " a", "a ", "  a  ", "a  b", " - a"),
    "what YAML reads as something else": names(
        "null", "Null", "~", "true", "TRUE", "False", "yes", "no", "on", "y", "1", "-1", "+1", "1.0", "1.", ".5", "-.5", "1e5", "1e+5", "1.5e-5", "0x10", "0o7", "017", "0b1", "1_000", "_1", "1:30", ".inf", "-.Inf", ".NaN", "NaN",
        "Infinity", "2020-01-01", "2020-1-1", "2020-01-01T01:01:01Z", "2020-1-1 1:01:01.5 +1:00", "<<", "=", "-", ".", "+"),
    "YAML's indicators": names(
        "- a", "-a", "? a", "?a", ":a", "a:", "a: b", "a:b", "#a", "a#b", "a #b", "---", "--- a", "...", "..", "*a", "&a", "!a", "%a", "@a", "`a", "|", ">", "'", "\"", "{}", "[a]", "a, b", ",", "'a'", "it's", "a\"b", "a\\b",
        "{a: b}", "a: 'b'\"c\"", "CustomLabels: []"),
    "long names": names(
        "x" * 300, "word " * 60, " ".join(["plain"] * 40), "'" + " ".join(["quoted"] * 40), "\x1b" + " ".join(["escaped"] * 40), "\x1b" + "two  spaces " * 20, "- " + "two  spaces " * 20, "é" * 100 + " é", "傷 " * 60,
        "😀 " * 60, " ".join(["it's"] * 40), "a\n" + "line " * 30),
    "long names in boxes": labels(label("x" * 90, "98.1", box()), label("word " * 30, "71.25", box(more=POLYGON))),
    "a little of everything": labels(
        label("it's 傷 \x1b[31m😀\u2028", "98.1", box("1", "1e-07", "-0.0", '"NaN"', more=POLYGON)), label("true", "100"), label(" - a: b # " * 12, "1E16", "{}"), label("a\nb", "0.1", box(more=', "Polygon": []')), "{}"),
    "a table just within 80 columns": labels(label("x" * 54, "98.1")),
    "a table just over 80 columns": labels(label("x" * 60, "98.1")),
    "columns whose shares end in a half": labels(label("ab", "-0.12345678901234568")),
    "a longer title than row": labels('{"Name": "a"}'),
}


def print_by_cli(cli, url, output):
    """Standard output of a run of the CLI. It is no terminal, as a pipe or a file is none."""
    text = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n")
    with contextlib.redirect_stdout(text):
        code = cli.main(["rekognition", "detect-custom-labels", "--endpoint-url", url, "--project-version-arn", ARN, "--image", "S3Object={Bucket=line4,Name=a.jpg}", "--output", output])
        text.flush()
    if code:
        raise RuntimeError(f"The AWS CLI ended with {code}.")
    return text.buffer.getvalue().decode()


def main():
    # A developer's own profiles, keys, regions and proxies must not decide a text.
    for variable in [name for name in os.environ if name.startswith("AWS_")]:
        del os.environ[variable]
    os.environ.update(AWS_CONFIG_FILE=os.devnull, AWS_SHARED_CREDENTIALS_FILE=os.devnull, AWS_ACCESS_KEY_ID="a", AWS_SECRET_ACCESS_KEY="b", AWS_DEFAULT_REGION="us-east-1", NO_PROXY="127.0.0.1")
    import awscli
    import awscli.clidriver

    cli = awscli.clidriver.create_clidriver()
    server = Answering()
    fixtures = []
    for name, answer in ANSWERS.items():
        server.body = answer.encode()
        fixtures.append({"Name": name, "Answer": answer, "Texts": {output: print_by_cli(cli, server.url, output) for output in OUTPUTS}})
    server.close()
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(json.dumps({"Cli": f"aws-cli/{awscli.__version__}", "Fixtures": fixtures}, indent=1) + "\n", encoding="ascii")
    print(f"{len(fixtures) * len(OUTPUTS)} texts of {len(fixtures)} answers by AWS CLI {awscli.__version__}")


if __name__ == "__main__":
    main()
