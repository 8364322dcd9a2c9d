"""The same steps as Drawing.ps1, by Pillow: python3 drawn_by_pillow.py picture folder count. Prints processor seconds a picture, to annotate and to crop."""
import json
import sys
import time

from PIL import Image, ImageDraw, ImageFont, ImageOps

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"


def boxes(width, height):
    for i in range(10):
        left, top = (0.05 + 0.18 * (i % 5)) * width, (0.2 + 0.4 * (i // 5)) * height
        yield left, top, left + 0.12 * width, top + 0.2 * height


def annotate(picture, target):
    image = ImageOps.exif_transpose(Image.open(picture)).convert("RGB")
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype(FONT, 86)
    for left, top, right, bottom in boxes(*image.size):
        draw.rectangle((left, top, right, bottom), outline=(230, 159, 0), width=16)
        draw.rectangle((left, top - 108, left + 560, top), fill=(230, 159, 0))
        draw.text((left + 20, top - 104), "scratch 98.1", fill=(0, 0, 0), font=font)
    image.save(target, quality=90)


def crop(picture, target):
    image = ImageOps.exif_transpose(Image.open(picture)).convert("RGB")
    for i, box in enumerate(boxes(*image.size)):
        image.crop(tuple(map(int, box))).save(f"{target}.{i}.jpg", quality=90)


def seconds(work, picture, folder, count):
    work(picture, f"{folder}/first.jpg")
    start = time.process_time()
    for i in range(count):
        work(picture, f"{folder}/{i}.jpg")
    return (time.process_time() - start) / count


source, out, times = sys.argv[1], sys.argv[2], int(sys.argv[3])
print(json.dumps({"Annotate": seconds(annotate, source, out, times), "Crop": seconds(crop, source, out, times)}))
