"""Cardboard cartons on a roller conveyor, in perspective: printed logo, tape, shipping label, crushed faces."""
import math
import random

from PIL import Image, ImageChops, ImageDraw

from . import surface
from .camera import Scene
from .lettering import logo, stamp, write
from .surface import SCALE as S
from .surface import add, blank, blur, disc, grain, mix, relief

BROWN, WHITE = (186, 148, 104), (212, 208, 200)
INKS = {"black": (48, 40, 36), "blue": (30, 62, 128), "red": (150, 40, 34), "green": (28, 92, 60)}
DOT = 3.0  # pixels of a face's own drawing for one millimetre


class Eye:
    """A camera above the conveyor that looks at (0, 0, height) from a distance, tipped down by some degrees."""

    def __init__(self, size, distance, tip, zoom, height=0):
        self.size = size
        self.zoom = zoom * size[0]
        a = math.radians(tip)
        self.forward, self.up = (math.cos(a), -math.sin(a)), (math.sin(a), math.cos(a))
        self.y, self.z = -distance * math.cos(a), height + distance * math.sin(a)

    def see(self, point):
        x, y, z = point[0], point[1] - self.y, point[2] - self.z
        depth = y * self.forward[0] + z * self.forward[1]
        rise = y * self.up[0] + z * self.up[1]
        return self.size[0] / 2 + self.zoom * x / depth, self.size[1] / 2 - self.zoom * rise / depth


def coefficients(target, source):
    """The eight numbers of the perspective that takes the corners `target` to the corners `source`."""
    rows = []
    for (x, y), (u, v) in zip(target, source):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for i in range(8):  # Gauss-Jordan elimination
        best = max(range(i, 8), key=lambda r: abs(rows[r][i]))
        rows[i], rows[best] = rows[best], rows[i]
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for r in range(8):
            if r != i:
                rows[r] = [a - rows[r][i] * b for a, b in zip(rows[r], rows[i])]
    return [row[8] for row in rows]


def lay(layer, corners, size):
    """A flat drawing seen through the four picture corners (upper left, then clockwise)."""
    w, h = layer.size
    return layer.transform(size, Image.PERSPECTIVE, coefficients(corners, ((0, 0), (w, 0), (w, h), (0, h))),
                           Image.BICUBIC)


def ground(eye, sheet, left, far, right, near):
    """A drawing laid on the ground between the given millimetres, a little out of focus."""
    corners = [eye.see(p) for p in ((left, far, 0), (right, far, 0), (right, near, 0), (left, near, 0))]
    return blur(lay(sheet, corners, eye.size), 0.7)


def conveyor(eye, seed):
    """Steel rollers between two painted rails over a concrete floor; a marked way runs behind."""
    floor = grain(Image.new("RGB", (1200, 900), (70, 72, 72)), seed, ((2, 2), 0.06), ((90, 90), 0.12), ((20, 20), 0.06))
    pen = ImageDraw.Draw(floor)
    pen.rectangle((0, 560, 1200, 590), fill=(150, 126, 40))
    pen.rectangle((0, 700, 1200, 900), fill=(26, 27, 29))
    image = ground(eye, blur(floor, 0.5), -3600, 4700, 3600, -700)
    wall = [eye.see(p) for p in ((-3600, 4700, 2400), (3600, 4700, 2400), (3600, 4700, 0), (-3600, 4700, 0))]
    hall = grain(Image.new("RGB", (1200, 400), (66, 74, 82)), seed + "/wall", ((60, 400), 0.10), ((300, 200), 0.10))
    pen = ImageDraw.Draw(hall)
    pen.rectangle((0, 372, 1200, 400), fill=(34, 36, 38))
    for x in range(40, 1200, 110):
        pen.rectangle((x, 0, x + 9, 372), fill=(52, 58, 66))
    cover, pen = blank(eye.size)
    pen.polygon(wall, fill=255)
    image.paste(blur(lay(hall, wall, eye.size), 3), (0, 0), blur(cover, 2))

    rollers = Image.new("RGB", (2400, 1500), (14, 14, 15))
    pen = ImageDraw.Draw(rollers)
    for x in range(0, 2400, 60):
        for i in range(50):  # a cylinder lit from above, with its bright line
            grey = round(34 + 96 * math.sin(math.pi * (i + 0.5) / 50) ** 1.4 + 70 * max(0, 1 - abs(i - 18) / 5))
            pen.line((x + 6 + i, 0, x + 6 + i, 1500), fill=(grey, grey + 1, grey + 4))
    rollers = grain(rollers, seed + "/wear", ((60, 1), 0.05), ((60, 200), 0.12), ((1, 30), 0.04))
    pen = ImageDraw.Draw(rollers)
    pen.rectangle((0, 0, 2400, 80), fill=(38, 84, 132))
    pen.rectangle((0, 80, 2400, 96), fill=(16, 22, 30))
    for x in range(36, 2400, 60):
        disc(pen, x, 42, 9, (140, 142, 145))
    corners = [eye.see(p) for p in ((-1200, 800, 0), (1200, 800, 0), (1200, -700, 0), (-1200, -700, 0))]
    band, pen = blank(eye.size)
    pen.polygon(corners, fill=255)
    image.paste(ground(eye, rollers, -1200, 800, 1200, -700), (0, 0), blur(band, 0.6))
    return image


def cardboard(w, h, seed, colour):
    """A bare face of w x h millimetres: fibres, the flutes of the corrugation, rubbed edges."""
    size = (round(w * DOT), round(h * DOT))
    sheet = grain(Image.new("RGB", size, colour), seed, ((2, 2), 0.06), ((9, 2), 0.06),
                  ((7, size[1]), 0.035), ((120, 120), 0.07), ((1, 40), 0.03))
    frame, pen = blank(size)
    pen.rectangle((0, 0, size[0] - 1, size[1] - 1), outline=255, width=5)
    mix(sheet, tuple(min(255, c + 34) for c in colour), blur(frame, 0.7), 0.55)
    return sheet


def printed(sheet, ink, mask, seed):
    """Print through a mask: the ink lets the board show and misses a few fibres."""
    worn = surface.noise(seed, sheet.size, (3, 3)).point(lambda v: 255 if v < 216 else 120)
    mix(sheet, ink, ImageChops.multiply(mask, worn), 0.86)


def handling(pen, x, y, size):
    """This side up: two arrows over a bar."""
    for dx in (0, size * 0.5):
        left, neck = x + dx, y + size * 0.4
        pen.polygon([(left, neck), (left + size * 0.2, y), (left + size * 0.4, neck)], fill=255)
        pen.rectangle((left + size * 0.13, neck, left + size * 0.27, y + size * 0.8), fill=255)
    pen.rectangle((x, y + size * 0.88, x + size * 0.9, y + size * 0.96), fill=255)


def sticker(sheet, seed, x, y, w, h):
    """A white shipping label with bars and two lines of text."""
    rng = random.Random(seed)
    pen = ImageDraw.Draw(sheet)
    pen.rectangle((x, y, x + w, y + h), fill=(226, 226, 222))
    left = x + w * 0.08
    while left < x + w * 0.9:
        width = rng.choice((2, 2, 3, 5))
        pen.rectangle((left, y + h * 0.42, left + width, y + h * 0.9), fill=(34, 34, 36))
        left += width + rng.choice((2, 3, 5))
    write(pen, x + w * 0.08, y + h * 0.1, f"LOT {rng.randint(1000, 9999)}", h * 0.11, h * 0.025, (40, 40, 42))
    write(pen, x + w * 0.08, y + h * 0.27, f"PO {rng.randint(100000, 999999)}-{rng.randint(10, 99)}", h * 0.08,
          h * 0.02, (40, 40, 42))


def faces(carton, seed):
    """Draw a carton's faces: {name: (picture, marks)}."""
    w, d, h = carton["size"]
    colour, ink = carton.get("board", BROWN), INKS[carton.get("ink", "blue")]
    drawn = {}
    for name, (a, b) in {"front": (w, h), "left": (d, h), "right": (d, h), "top": (w, d)}.items():
        sheet, marks = cardboard(a, b, f"{seed}/{name}", colour), []
        if name == "top":
            pen = ImageDraw.Draw(sheet)
            middle = sheet.height // 2
            pen.line((0, middle, sheet.width, middle), fill=(60, 46, 32), width=4)
            tape, tape_pen = blank(sheet.size)
            tape_pen.rectangle((0, middle - 24 * DOT, sheet.width, middle + 24 * DOT), fill=255)
            mix(sheet, (176, 132, 80), tape, 0.62)
            sheet = relief(sheet, tape, 0.7, 0.25)
        for x, y, height in carton.get("logos", {}).get(name, ()):
            mask = stamp(sheet.size, logo(round(height * DOT)), x * DOT, y * DOT)
            printed(sheet, ink, mask, f"{seed}/{name}/ink")
            marks.append(("logo", mask))
        if name == "front" and not carton.get("plain"):
            mask, pen = blank(sheet.size)
            handling(pen, sheet.width - 58 * DOT, sheet.height - 56 * DOT, 42 * DOT)
            printed(sheet, ink, mask, f"{seed}/arrows")
            sticker(sheet, f"{seed}/sticker", 18 * DOT, sheet.height - 74 * DOT, 112 * DOT, 58 * DOT)
        for i, values in enumerate(carton.get("dents", {}).get(name, ())):
            place = [v * DOT / S for v in values[:4]]  # millimetres to the units of surface.dent
            sheet, mask = surface.dent(sheet, f"{seed}/{name}/dent{i}", *place, values[4], 0.8, facets=8, glint=0.12)
            marks.append(("dent", mask))
        drawn[name] = (sheet, marks)
    return drawn


def corners_of(carton):
    """The four corners of each face in millimetres, upper left of the print first, clockwise from outside."""
    w, d, h = carton["size"]
    x, y, z = carton["at"]
    a = math.radians(carton.get("turn", 0))

    def spot(u, v, up):
        return x + u * math.cos(a) - v * math.sin(a), y + u * math.sin(a) + v * math.cos(a), z + up

    l, r, n, f = -w / 2, w / 2, -d / 2, d / 2  # left, right, near, far
    return {"front": (spot(l, n, h), spot(r, n, h), spot(r, n, 0), spot(l, n, 0)),
            "right": (spot(r, n, h), spot(r, f, h), spot(r, f, 0), spot(r, n, 0)),
            "left": (spot(l, f, h), spot(l, n, h), spot(l, n, 0), spot(l, f, 0)),
            "top": (spot(l, f, h), spot(r, f, h), spot(r, n, h), spot(l, n, h))}


def shadow(eye, carton):
    """The dark under a carton; one that stands on the conveyor also throws a fading shadow to the right."""
    base, height = corners_of(carton), carton["size"][2]
    foot = [base["left"][3], base["front"][3], base["front"][2], base["right"][2]]
    mask, pen = blank(eye.size)
    if carton["at"][2] == 0:
        for part, level in ((0.6, 70), (0.45, 120), (0.3, 165), (0.15, 210)):
            thrown = [(x + height * part, y + height * part * 0.2, z) for x, y, z in foot]
            pen.polygon([eye.see(p) for p in (foot[1], foot[2], thrown[2], thrown[3], foot[3])], fill=level)
    pen.polygon([eye.see((x + 12, y - 8, z)) for x, y, z in foot], fill=255)
    return blur(mask, 5)


SHADE = {"front": 0.0, "top": 0.16, "left": -0.12, "right": -0.42}


def cartons(size, seed, eye, *boxes):
    """A scene with the given cartons, each a dict: at, size, turn, and what faces() reads. Far ones first."""
    eye = Eye((size[0] * S, size[1] * S), *eye)
    image, alpha, marks = conveyor(eye, f"{seed}/conveyor"), Image.new("L", eye.size), []
    for number, carton in enumerate(boxes):
        solid = {name: [eye.see(p) for p in points] for name, points in corners_of(carton).items()}
        mix(image, (6, 6, 8), shadow(eye, carton), 0.88)
        for name, (sheet, found) in faces(carton, f"{seed}/{number}").items():
            outline = solid[name]
            area = sum(outline[i - 1][0] * outline[i][1] - outline[i][0] * outline[i - 1][1] for i in range(4))
            if area <= 0:  # seen from behind
                continue
            cover, pen = blank(eye.size)
            pen.polygon(outline, fill=255)
            sheet = add(sheet, Image.new("L", sheet.size, round(128 + 127 * SHADE[name])), 0.8)
            image.paste(sheet.getpixel((4, 4)), (0, 0), cover)  # closes the seams between the faces
            inside = lay(Image.new("L", sheet.size, 255), outline, eye.size)
            image.paste(lay(sheet, outline, eye.size), (0, 0), inside)
            alpha.paste(255, (0, 0), cover)
            marks = [(label, ImageChops.subtract(mask, cover)) for label, mask in marks]
            marks += [(label, lay(mask, outline, eye.size)) for label, mask in found]
    return Scene(image, alpha, marks)
