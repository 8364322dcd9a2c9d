"""Circuit boards on a grey tray: traces, vias, chips, connectors, silk-screen, and the screws that hold them."""
import math
import random

from PIL import Image, ImageDraw

from . import surface
from .camera import Scene
from .lettering import logo, stamp, write
from .surface import SCALE as S
from .surface import blank, blur, disc, grain, mix, relief, shift

GREEN, BLUE, BLACK = (20, 98, 62), (24, 64, 140), (38, 42, 45)
GOLD, TIN, SILK = (196, 160, 84), (186, 190, 192), (222, 226, 220)


def tray(size, seed):
    """The ground: a matt grey fixture plate with two index lines."""
    ground = grain(Image.new("RGB", size, (112, 115, 118)), seed, ((2, 2), 0.07), ((5, 40), 0.05), ((200, 200), 0.08))
    lines, pen = blank(size)
    for y in (12 * S, size[1] - 14 * S):
        pen.rectangle((0, y, size[0], y + 2 * S), fill=255)
    return relief(ground, blur(lines, 0.5), 1, -0.4)


def box(x, y, w, h):
    return (round(x * S), round(y * S), round((x + w) * S), round((y + h) * S))


class Sheet:
    """The board while it is drawn: its picture, a pen for it, and masks for heights and shadows."""

    def __init__(self, size, seed, colour):
        self.w, self.h = size
        self.rng = random.Random(seed)
        self.image = grain(Image.new("RGB", (self.w * S, self.h * S), colour), seed,
                           ((2, 2), 0.04), ((150, 150), 0.06))
        self.light = tuple(min(255, round(c * 1.18 + 12)) for c in colour)
        self.taken = []

    def free(self, w, h, margin=5):
        """A random free place for a part of w x h, or None; what is given is taken."""
        for _ in range(40):
            x, y = self.rng.randint(10, self.w - w - 10), self.rng.randint(10, self.h - h - 10)
            if all(x + w + margin < a or c + margin < x or y + h + margin < b or d + margin < y
                   for a, b, c, d in self.taken):
                self.taken.append((x, y, x + w, y + h))
                return x, y
        return None


def traces(sheet):
    """Bundles of copper lines that bend at 45 degrees and end in vias, seen through the lacquer."""
    copper, pen = blank(sheet.image.size)
    vias = []
    for _ in range(sheet.w * sheet.h // 9000):
        x, y = sheet.rng.randint(0, sheet.w), sheet.rng.randint(0, sheet.h)
        count, first, bend = sheet.rng.randint(1, 7), sheet.rng.randint(30, 130), sheet.rng.randint(10, 60)
        sx, sy, flip = sheet.rng.choice((-1, 1)), sheet.rng.choice((-1, 1)), sheet.rng.random() < 0.5
        for n in range(count):
            steps = ((first + n * 3, 0), (bend, bend), (first * 0.7, 0))
            points = [(x, y + n * 7 * sy)]
            for dx, dy in steps:
                points.append((points[-1][0] + dx * sx, points[-1][1] - dy * sy))
            if flip:
                points = [(y2 * 1.3, x2 * 0.75) for x2, y2 in points]
            pen.line([(a * S, b * S) for a, b in points], fill=255, width=round(2.4 * S), joint="curve")
            vias += [points[0], points[-1]]
    for a, b, c, d in sheet.taken:  # nothing runs under a screw or through the logo
        pen.rectangle(box(a, b, c - a, d - b), fill=0)
        vias = [(x, y) for x, y in vias if not (a - 4 < x < c + 4 and b - 4 < y < d + 4)]
    mix(sheet.image, sheet.light, blur(copper, 0.3), 0.8)
    sheet.image = relief(sheet.image, blur(copper, 0.5), 0.7, 0.22)
    rings, ring_pen = blank(sheet.image.size)
    bores, bore_pen = blank(sheet.image.size)
    for x, y in vias:
        disc(ring_pen, x * S, y * S, 3.4 * S)
        disc(bore_pen, x * S, y * S, 1.5 * S)
    mix(sheet.image, GOLD, rings, 0.85)
    mix(sheet.image, (12, 16, 14), bores)


def chip(pen, silk, sheet, x, y, w, h, four):
    """A black housing with tin legs on two or four sides, a dot at pin 1 and its type number."""
    for i in range(6, w - 6, 7):
        pen.rectangle(box(x + i, y - 5, 3.4, h + 10), fill=TIN)
    if four:
        for i in range(6, h - 6, 7):
            pen.rectangle(box(x - 5, y + i, w + 10, 3.4), fill=TIN)
    pen.rounded_rectangle(box(x, y, w, h), 2 * S, fill=(38, 39, 43))
    disc(pen, (x + 7) * S, (y + h - 7) * S, 2.4 * S, (62, 63, 67))
    number = f"A{sheet.rng.randint(100, 999)}"
    write(silk, (x + w / 2 - 17) * S, (y + h / 2 - 4) * S, number, 8 * S, 1.2 * S, 120)


def passive(pen, x, y, w, h, body):
    """A resistor or a ceramic capacitor: a small body between two tin ends."""
    pen.rectangle(box(x, y, w, h), fill=TIN)
    inner = (x + w * 0.24, y, w * 0.52, h) if w > h else (x, y + h * 0.24, w, h * 0.52)
    pen.rectangle(box(*inner), fill=body)


def can(pen, x, y, d):
    """An electrolytic capacitor from above: aluminium, the black minus side, a pressure cross."""
    pen.rounded_rectangle(box(x, y, d, d), 3 * S, fill=(30, 31, 34))
    inner = box(x + 2, y + 2, d - 4, d - 4)
    pen.ellipse(inner, fill=(176, 180, 184))
    pen.chord(inner, 120, 240, fill=(44, 46, 52))


def header(pen, x, y, columns):
    """A two-row socket: black plastic, gilded contacts."""
    pen.rounded_rectangle(box(x, y, columns * 11 + 4, 26), 1.5 * S, fill=(26, 26, 29))
    for i in range(columns):
        for row in (4, 15):
            pen.rectangle(box(x + 4 + i * 11, y + row, 7, 7), fill=(12, 12, 13))
            pen.rectangle(box(x + 6 + i * 11, y + row + 2, 3, 3), fill=(222, 184, 100))


def populate(sheet):
    """Choose places, then draw: shadows under all parts first, the parts, their relief, the silk-screen."""
    plan = []
    kinds = [("chip", 92, 92), ("header", 158, 26), ("chip", 70, 46), ("can", 42, 42), ("can", 34, 34),
             ("chip", 54, 36), ("header", 70, 26), ("can", 34, 34), ("chip", 46, 46)]
    for kind, w, h in kinds * (1 + sheet.w * sheet.h // 420000):
        place = sheet.free(w, h, 12)
        plan += [(kind, *place, w, h)] if place else []
    for _ in range(sheet.w * sheet.h // 3600):
        w, h = sheet.rng.choice(((16, 8), (8, 16), (20, 11), (11, 20)))
        place = sheet.free(w, h)
        plan += [("passive", *place, w, h)] if place else []

    heights, height_pen = blank(sheet.image.size)
    silk, silk_pen = blank(sheet.image.size)
    for kind, x, y, w, h in plan:
        height_pen.rounded_rectangle(box(x, y, w, h), (w / 2 if kind == "can" else 2) * S, fill=255)
    for reach, opacity in ((3, 0.6), (6, 0.35)):
        mix(sheet.image, (3, 8, 6), blur(shift(heights, reach * S, reach * S), reach * 0.6), opacity)
    pen = ImageDraw.Draw(sheet.image)
    for kind, x, y, w, h in plan:
        if kind == "chip":
            chip(pen, silk_pen, sheet, x, y, w, h, w == h)
        elif kind == "can":
            can(pen, x, y, w)
        elif kind == "header":
            header(pen, x, y, w // 11)
        else:
            passive(pen, x, y, w, h, sheet.rng.choice(((34, 34, 37), (34, 34, 37), (150, 118, 82))))
        if kind != "passive" or sheet.rng.random() < 0.45:
            name = {"chip": "U", "can": "C", "header": "J", "passive": "R"}[kind] + str(sheet.rng.randint(1, 99))
            write(silk_pen, (x + w + 8) * S, (y - 1) * S, name, 6.5 * S, 1.1 * S)
    sheet.image = relief(sheet.image, blur(heights, 0.8), 1.2, 0.55)
    mix(sheet.image, SILK, blur(silk, 0.25), 0.85)


def screws(sheet, spots, missing):
    """Pan-head screws on gilded rings; a missing one leaves the bare bore. Returns the masks of those."""
    def discs(where, radius):
        mask, pen = blank(sheet.image.size)
        for x, y in where:
            disc(pen, x * S, y * S, radius * S)
        return mask

    there = [spot for n, spot in enumerate(spots) if n not in missing]
    gone = [spots[n] for n in missing]
    rings = discs(spots, 16)
    mix(sheet.image, GOLD, rings)
    sheet.image = relief(grain(sheet.image, "ring", ((3, 3), 0.03)), blur(rings, 0.6), 0.8, 0.3)
    bores = discs(gone, 8.5)
    sheet.image = relief(sheet.image, blur(discs(gone, 9.3), 0.6), 1, -0.5)
    mix(sheet.image, (13, 14, 16), blur(bores, 0.4))
    mix(sheet.image, (74, 72, 66), blur(discs([(x + 3.2, y + 3.4) for x, y in gone], 2.6), 1.6), 0.7)
    heads = discs(there, 13)
    mix(sheet.image, (6, 8, 8), blur(shift(heads, 3 * S, 3 * S), 1.8), 0.7)
    mix(sheet.image, (150, 153, 157), heads)
    sheet.image = relief(sheet.image, blur(heads, 2.6), 3, 0.62)
    cross, pen = blank(sheet.image.size)
    for x, y in there:
        turn = sheet.rng.uniform(0, math.pi / 2)
        for angle in (turn, turn + math.pi / 2):
            dx, dy = 7.5 * S * math.cos(angle), 7.5 * S * math.sin(angle)
            pen.line((x * S - dx, y * S - dy, x * S + dx, y * S + dy), fill=255, width=4 * S)
    mix(sheet.image, (34, 35, 38), blur(cross, 0.5), 0.9)
    sheet.image = relief(sheet.image, blur(cross, 0.5), 1, -0.5)
    mix(sheet.image, (255, 255, 255), blur(discs([(x - 5, y - 6) for x, y in there], 2), 1.2), 0.75)
    return [("missing-screw", discs([spot], 16)) for spot in gone]


def board(size, seed, colour, missing=(), print_logo=None, scratches=()):
    """A mounted board of `size` picture pixels. Screws count from the upper left, row by row, six in all."""
    sheet = Sheet(size, seed, colour)
    w, h = size
    spots = [(x, y) for y in (26, h - 26) for x in (26, w // 2, w - 26)]
    sheet.taken = [(x - 22, y - 22, x + 22, y + 22) for x, y in spots]
    marks = []
    if print_logo:
        x, y, height = print_logo
        mask = logo(height * S)
        sheet.taken.append((x, y, x + mask.width // S, y + height))
        marks.append(("logo", stamp(sheet.image.size, mask, x * S, y * S)))
    traces(sheet)
    for x, y, length, angle in scratches:  # keep the parts out of its way, so that it stays visible
        for step in range(0, length + 1, 12):
            a, b = x + step * math.cos(math.radians(angle)), y + step * math.sin(math.radians(angle))
            sheet.taken.append((a - 6, b - 6, a + 6, b + 6))
    populate(sheet)
    for _, mask in marks:
        mix(sheet.image, SILK, mask, 0.92)
    marks = screws(sheet, spots, missing) + marks
    for i, values in enumerate(scratches):
        sheet.image, mask = surface.scratch(sheet.image, f"{seed}/scratch{i}", *values, core=(236, 208, 158))
        marks.append(("scratch", mask))
    alpha, pen = blank(sheet.image.size)
    pen.rounded_rectangle((0, 0, w * S - 1, h * S - 1), 9 * S, 255)
    return Scene(relief(sheet.image, blur(alpha, 0.8), 1, 0.5), alpha, marks)
