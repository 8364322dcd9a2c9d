"""Lettering without a font file: stroke letters on a 4 x 6 grid, and the logo of a made-up maker."""
import math

from PIL import Image

from .surface import blank, disc

STROKES = {  # one word a stroke, two digits (x, y) a point
    " ": "", "A": "062046 1434", "B": "06003041423344453606 0333", "C": "4130100105163645",
    "D": "00063645413000", "E": "40000646 0333", "F": "400006 0333", "X": "0046 4006",
    "J": "4045361605", "K": "0006 400346", "L": "000646", "M": "0600234046", "N": "06004640",
    "O": "103041453616050110", "P": "06003041423303", "R": "06003041423303 2346",
    "S": "413010010213334445361605", "T": "0040 2026", "U": "000516364540", "V": "002640",
    "W": "0016233640", "0": "103041453616050110", "1": "112026", "2": "01103041420646",
    "3": "0040224445361605", "4": "36300444", "5": "4000023243453606", "6": "4012040516364544331304",
    "7": "004016", "8": "103041423313020110 1304051636454433", "9": "42331302011030414236", "-": "0343",
}


def write(pen, x, y, text, height, thick, fill=255):
    """Draw capitals and digits with their upper left corner at (x, y); returns where the line ends."""
    unit = height / 6
    for letter in text:
        for stroke in STROKES[letter].split():
            points = [(x + int(stroke[i]) * unit, y + int(stroke[i + 1]) * unit) for i in range(0, len(stroke), 2)]
            pen.line(points, fill=fill, width=max(1, round(thick)), joint="curve")
            for px, py in (points[0], points[-1]):
                disc(pen, px, py, thick / 2 - 0.5, fill)
        x += 6 * unit
    return x - 2 * unit


def logo(height):
    """The maker's mark: a disc cut by three rising waves, and the word ORVANE. Returns a mask."""
    mask, pen = blank((height * 5, height))
    r = height / 2
    disc(pen, r, r, r - 1)
    for wave, thick in ((-0.34, 0.10), (0.02, 0.13), (0.40, 0.16)):
        points = [(r + r * (s / 20 - 1) * 1.1, r + r * (wave + 0.17 * math.sin(s / 6.5) - 0.25 * (s / 20 - 1)))
                  for s in range(41)]
        pen.line(points, fill=0, width=round(height * thick), joint="curve")
    end = write(pen, height * 1.24, height * 0.2, "ORVANE", height * 0.6, height * 0.13)
    return mask.crop((0, 0, round(end + height * 0.08), height))


def stamp(size, mark, x, y):
    """The mark laid on an empty mask of `size` at (x, y)."""
    mask = Image.new("L", size)
    mask.paste(mark, (round(x), round(y)))
    return mask
