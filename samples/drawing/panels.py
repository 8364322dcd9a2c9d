"""Brushed-metal panels on a rubber belt: countersunk holes, louvres, a stamped number, rounded corners."""
import math

from PIL import Image

from . import surface
from .camera import Scene
from .lettering import write
from .surface import SCALE, add, blank, blur, disc, grain, mix, noise, relief


FINISHES = {"steel": (158, 162, 167), "brass": (178, 152, 104), "anodised": (88, 98, 116)}


def belt(size, seed):
    """The ground: black ribbed rubber with dust."""
    ground = grain(Image.new("RGB", size, (46, 48, 51)), seed, ((2, 2), 0.12), ((90, 90), 0.07))
    ribs, pen = blank(size)
    for x in range(0, size[0], 16 * SCALE):
        pen.rectangle((x, 0, x + 7 * SCALE, size[1]), fill=200)
    ground = relief(ground, blur(ribs, 0.8), 1, 0.22)
    dust = noise(f"{seed}/dust", size, (4, 4)).point(lambda v: 255 if v > 246 else 0)
    mix(ground, (120, 120, 118), blur(dust, 0.3), 0.5)
    return ground


def brushed(size, seed, tone):
    """Brushed along x, with the soft bands of reflected light that such a surface shows across."""
    s = SCALE
    metal = grain(Image.new("RGB", size, tone), seed, ((70 * s, s), 0.14), ((18 * s, 1), 0.16),
                  ((220 * s, 3 * s), 0.10), ((3, 1), 0.07), ((size[0] / 3, size[1] / 2), 0.10))
    band = Image.new("L", (64, 1))
    phase = len(seed) % 7
    band.putdata([round(128 + 70 * math.sin(i / 9 + phase) + 30 * math.sin(i / 3.7 + phase)) for i in range(64)])
    return add(metal, band.resize(size, Image.BICUBIC), 0.26)


def drill(image, spots):
    """Countersunk holes: a bevelled ring and a dark bore. Spots are (x, y, radius) in picture pixels."""
    rings, ring_pen = blank(image.size)
    bores, bore_pen = blank(image.size)
    for x, y, r in spots:
        disc(ring_pen, x * SCALE, y * SCALE, r * 1.7 * SCALE)
        disc(bore_pen, x * SCALE, y * SCALE, r * SCALE)
    image = relief(image, blur(rings, 1.6), 2, -0.75)
    mix(image, (14, 15, 17), blur(bores, 0.6))
    return relief(image, blur(bores, 0.7), 1.2, -0.5)


def louvres(image, x, y, count, length):
    """A row of slots punched one under the other."""
    slots, pen = blank(image.size)
    for i in range(count):
        top = (y + i * 17) * SCALE
        pen.rounded_rectangle((x * SCALE, top, (x + length) * SCALE, top + 7 * SCALE), 3.5 * SCALE, 255)
    image = relief(image, blur(slots, 1.5), 2, -0.7)
    mix(image, (16, 17, 19), blur(slots, 0.5), 0.95)
    return relief(image, blur(slots, 0.6), 1, -0.5)


def panel(size, seed, number, vents=None, scratches=(), dents=(), finish="steel", disc_shaped=False):
    """A finished panel of `size` picture pixels. Scratches and dents: arguments of surface.scratch, .dent."""
    w, h = size
    image = brushed((w * SCALE, h * SCALE), seed, FINISHES[finish])
    inset = max(18, min(w, h) // 13)
    outline = (0, 0, w * SCALE - 1, h * SCALE - 1)
    alpha, pen = blank(image.size)
    if disc_shaped:  # a flange: a large bore, and eight holes around it
        pen.ellipse(outline, fill=255)
        around = [math.tau * (i + 0.5) / 8 for i in range(8)]
        image = drill(image, [(w * (0.5 + 0.4 * math.cos(a)), h * (0.5 + 0.4 * math.sin(a)), inset / 3.4)
                              for a in around])
        image = drill(image, [(w / 2, h / 2, w * 0.09)])
    else:
        pen.rounded_rectangle(outline, 14 * SCALE, 255)
        image = drill(image, [(x, y, inset / 4) for x in (inset, w - inset) for y in (inset, h - inset)])
    if vents:
        image = louvres(image, *vents)
    letters, pen = blank(image.size)
    left, top = (w * 0.42, h * 0.74) if disc_shaped else (inset * 2.6, h - inset * 1.35)
    write(pen, left * SCALE, top * SCALE, number, 13 * SCALE, 2.2 * SCALE)
    image = relief(image, blur(letters, 0.5), 0.8, -0.9)
    image = relief(image, blur(alpha, 1.3), 1.6, 0.8)
    marks = []
    for i, values in enumerate(dents):
        image, mask = surface.dent(image, f"{seed}/dent{i}", *values)
        marks.append(("dent", mask))
    for i, values in enumerate(scratches):
        image, mask = surface.scratch(image, f"{seed}/scratch{i}", *values)
        marks.append(("scratch", mask))
    return Scene(image, alpha, marks)
