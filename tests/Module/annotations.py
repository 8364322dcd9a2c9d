"""Reads with Python's own parsers what Export-RKAnnotation wrote: annotations.py <folder>. Ends with 0 where every label and box is as it should be."""
import csv
import glob
import json
import os
import sys
import xml.etree.ElementTree

folder = sys.argv[1]
names = json.load(open(os.path.join(folder, "names.json"), encoding="utf-8"))
box = (160, 240, 80, 120)
read = []


def path(name):
    return os.path.join(folder, "judge-" + name)


def check(form, found):
    if sorted(found) != sorted((name,) + box for name in names):
        sys.exit(f"{form}: {sorted(found)} is not {sorted(names)} at {box}")
    read.append(form)


def without_mark(name):
    text = open(name, "rb").read()
    if text.startswith(b"\xef\xbb\xbf"):
        sys.exit(f"{name} begins with a byte order mark")
    return text.decode("utf-8")


lines = [json.loads(line) for line in without_mark(path("GroundTruth")).splitlines()]
check("GroundTruth", [
    (line["bounding-box-metadata"]["class-map"][str(one["class_id"])], one["left"], one["top"], one["width"], one["height"])
    for line in lines for one in line["bounding-box"]["annotations"]])

coco = json.loads(without_mark(path("Coco")))
categories = {one["id"]: one["name"] for one in coco["categories"]}
if min(categories) != 1 or [one["id"] for one in coco["annotations"]] != list(range(1, len(names) + 1)):
    sys.exit("Coco: ids are not from 1")
check("Coco", [(categories[one["category_id"]],) + tuple(one["bbox"]) for one in coco["annotations"]])

try:
    import yaml
except ImportError:
    read.append("Yolo(skipped)")
else:
    classes = yaml.safe_load(without_mark(os.path.join(path("Yolo"), "data.yaml")))["names"]
    found = []
    for image in without_mark(os.path.join(path("Yolo"), "train.txt")).split("\n")[:-1]:
        label = os.path.join(path("Yolo"), image.replace("/images/", "/labels/", 1).rsplit(".", 1)[0] + ".txt")
        for line in without_mark(label).splitlines():
            number, x, y, width, height = line.split()
            x, y, width, height = float(x) * 640, float(y) * 480, float(width) * 640, float(height) * 480
            found.append((classes[int(number)], x - width / 2, y - height / 2, width, height))
    check("Yolo", found)

found = []
for file in glob.glob(os.path.join(glob.escape(path("PascalVoc")), "**", "*.xml"), recursive=True):
    for one in xml.etree.ElementTree.parse(file).getroot().iter("object"):
        edges = [int(one.find("bndbox/" + edge).text) for edge in ("xmin", "ymin", "xmax", "ymax")]
        found.append((one.find("name").text, edges[0], edges[1], edges[2] - edges[0], edges[3] - edges[1]))
check("PascalVoc", found)

without_mark(path("Csv"))
with open(path("Csv"), encoding="utf-8", newline="") as text:
    check("Csv", [
        (row["class"], float(row["xmin"]), float(row["ymin"]), float(row["xmax"]) - float(row["xmin"]), float(row["ymax"]) - float(row["ymin"]))
        for row in csv.DictReader(text)])

lines = [json.loads(line) for line in without_mark(path("JsonLines")).split("\n")[:-1]]
check("JsonLines", [
    (one["Name"],) + tuple(one["BoundingBox"][side] * size for side, size in (("Left", 640), ("Top", 480), ("Width", 640), ("Height", 480)))
    for line in lines for one in line["Labels"]])
print("read", *read)
