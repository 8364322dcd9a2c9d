"""Draw the sample pictures and their manifest: an imagined inspection line for panels, boards and cartons.

    python3 samples/draw.py            writes samples/images/** and samples/manifest.jsonl
    python3 samples/draw.py --table    prints the table of samples/README.md from what is there

It needs Pillow alone (Debian: python3-pil). Seeds are fixed and nothing is dated, so drawing twice with
one Pillow gives the same bytes. The pictures are committed; neither Demo nor Test ever draws. What is
drawn stands in drawing/: catalogue.py lists the pictures, the other files draw one kind of thing each.
"""
import json
import struct
import sys
from pathlib import Path

from PIL import Image, ImageOps

sys.dont_write_bytecode = True
from drawing.camera import shoot  # noqa: E402  (after the line that keeps __pycache__ away)
from drawing.catalogue import PICTURES  # noqa: E402

HERE = Path(__file__).resolve().parent
IMAGES, MANIFEST = HERE / "images", HERE / "manifest.jsonl"
LABELS = ("scratch", "dent", "missing-screw", "logo")
QUALITIES = {"motion-blur": 1, "overexposed": 2}
JOB = {"human-annotated": "yes", "creation-date": "2026-01-15T08:00:00", "job-name": "labeling-job/line4"}

# How to turn an upright picture so that a viewer that honours the orientation turns it back.
TURNS = {2: Image.FLIP_LEFT_RIGHT, 3: Image.ROTATE_180, 4: Image.FLIP_TOP_BOTTOM, 5: Image.TRANSPOSE,
         6: Image.ROTATE_90, 7: Image.TRANSVERSE, 8: Image.ROTATE_270}


def exif(orientation, order):
    """A TIFF block with the camera's make and the orientation, little (<) or big (>) endian."""
    make = b"Orvane Linecam\0"
    entries = [struct.pack(order + "HHII", 0x010F, 2, len(make), 8 + 2 + 2 * 12 + 4),
               struct.pack(order + "HHIHH", 0x0112, 3, 1, orientation, 0)]
    head = (b"II" if order == "<" else b"MM") + struct.pack(order + "HI", 42, 8)
    return b"Exif\0\0" + head + struct.pack(order + "H", 2) + b"".join(entries) + bytes(4) + make


def save(picture, image):
    """Store the upright picture the way the catalogue asks."""
    path = IMAGES / picture.path
    path.parent.mkdir(parents=True, exist_ok=True)
    options = {"exif": exif(picture.orientation, picture.order)} if picture.orientation else {}
    if picture.orientation in TURNS:
        image = image.transpose(TURNS[picture.orientation])
    if path.suffix == ".png":
        image.save(path, optimize=True, **options)
    else:
        image.save(path, quality=80, progressive=picture.progressive, **options)


def convert(image, mode, alpha):
    """To grey, to 128 colours, or cut out along the part's outline."""
    if mode == "P":
        return image.quantize(128)
    if mode == "RGBA":
        alpha = alpha.resize(image.size, Image.LANCZOS)
        image = Image.composite(image, Image.new("RGB", image.size), alpha.point(lambda v: 255 if v else 0))
        image.putalpha(alpha)
        return image
    return image.convert(mode)


def line(picture, image, boxes):
    """The picture's manifest line: a box attribute, an image-level attribute, or both."""
    entry = {"source-ref": "s3://line4/" + picture.path}
    if picture.boxes:
        assert len(boxes) == len(picture.confidences), f"{picture.path}: {len(boxes)} marks"
        depth = 3 if image.mode == "P" else len(image.getbands())
        entry["defects"] = {
            "image_size": [{"width": image.width, "height": image.height, "depth": depth}],
            "annotations": [
                {"class_id": LABELS.index(label), "top": y0, "left": x0, "width": x1 - x0, "height": y1 - y0}
                for label, (x0, y0, x1, y1) in boxes]}
        entry["defects-metadata"] = {
            "objects": [{"confidence": confidence} for confidence in picture.confidences],
            "class-map": {str(number): label for number, label in enumerate(LABELS)},
            "type": "groundtruth/object-detection", **JOB}
    if picture.quality:
        label, confidence = picture.quality
        entry["quality"] = QUALITIES[label]
        entry["quality-metadata"] = {"confidence": confidence, "class-name": label,
                                     "type": "groundtruth/image-classification", **JOB}
    return entry


def draw():
    """Write every picture, then the manifest."""
    entries = []
    for picture in PICTURES:
        scene = picture.draw()
        image, boxes = shoot(scene, picture.size, picture.path, **picture.shoot)
        image = convert(image, picture.mode, scene.alpha)
        save(picture, image)
        entries.append(line(picture, image, boxes))
        print(picture.path, boxes)
    with MANIFEST.open("w", encoding="utf-8", newline="\n") as out:
        for entry in entries:
            out.write(json.dumps(entry, ensure_ascii=False, separators=(",", ":")) + "\n")


def table():
    """Print a Markdown row for each picture, from the stored files and the manifest."""
    print("| file | size | format | EXIF | labels |\n|---|---|---|---|---|")
    for text in MANIFEST.read_text(encoding="utf-8").splitlines():
        entry = json.loads(text)
        name = entry["source-ref"].removeprefix("s3://line4/")
        with Image.open(IMAGES / name) as image:
            form = image.format + {"L": " grey", "P": " palette", "RGBA": " alpha"}.get(image.mode, "")
            form += " progressive" if image.info.get("progressive") else ""
            block = image.info.get("exif", b"")[6:8].decode()
            orientation = f"{image.getexif().get(0x0112)} {block}" if block else ""
            width, height = ImageOps.exif_transpose(image).size
        found = []
        if "defects" in entry:
            names, objects = entry["defects-metadata"]["class-map"], entry["defects-metadata"]["objects"]
            found = [f"{names[str(box['class_id'])]} {sure['confidence']}"
                     for box, sure in zip(entry["defects"]["annotations"], objects)]
        if "quality" in entry:
            found.append(f"*{entry['quality-metadata']['class-name']} {entry['quality-metadata']['confidence']}*")
        print(f"| {name} | {width}x{height} | {form} | {orientation} | {', '.join(found)} |")


if __name__ == "__main__":
    table() if "--table" in sys.argv[1:] else draw()
