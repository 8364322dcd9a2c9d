"""Makes pictures as cameras do, too large for the service: make_pictures.py FOLDER COUNT [MEGAPIXELS]

Without MEGAPIXELS they have 5 to 40, most as JPEG of several qualities, some as PNG, some turned by their EXIF orientation. Needs Pillow.
"""
import os
import random
import sys

from PIL import Image, ImageDraw, ImageFilter


def picture(width, height, seed):
    chance = random.Random(seed)
    # Fine structure and coarse one, as a photograph has them at several sizes.
    base = Image.new('RGB', (width, height), tuple(chance.randrange(60, 190) for _ in range(3)))
    for divisor, amount in ((64, 0.35), (16, 0.25), (4, 0.15)):
        layer = Image.merge('RGB', [Image.effect_noise((max(2, width // divisor), max(2, height // divisor)), 80) for _ in range(3)])
        base = Image.blend(base, layer.resize((width, height), Image.BICUBIC), amount)
    draw = ImageDraw.Draw(base)
    for _ in range(40):
        x, y = chance.randrange(width), chance.randrange(height)
        side = chance.randrange(width // 60, width // 8)
        draw.rectangle((x, y, x + side, y + side // 2), fill=tuple(chance.randrange(256) for _ in range(3)))
    # The sensor's noise.
    return Image.blend(base, Image.effect_noise((width, height), 60).convert('RGB'), chance.choice((0.06, 0.1, 0.16)))


def main():
    folder, count = sys.argv[1], int(sys.argv[2])
    given = float(sys.argv[3]) if len(sys.argv) > 3 else None
    os.makedirs(folder, exist_ok=True)
    for number in range(count):
        chance = random.Random(number)
        megapixels = given or chance.uniform(5, 40)
        ratio = chance.choice((4 / 3, 3 / 2, 16 / 9, 1)) if not given else 4 / 3
        width = int((megapixels * 1e6 * ratio) ** 0.5)
        image = picture(width, int(width / ratio), number)
        name = os.path.join(folder, f'{number:04}')
        if not given and number % 10 == 9:
            image.save(name + '.png', compress_level=1)
            continue
        # Over four million bytes, as it would be sent: at that quality or a better one.
        for quality in ((chance.choice((90, 94, 97)),) if not given else (94,)) + (97, 100):
            exif = Image.Exif()
            exif[0x0112] = 1 if given else chance.choice((1, 1, 3, 6, 8))
            image.save(name + '.jpg', quality=quality, exif=exif)
            if os.path.getsize(name + '.jpg') > 4_000_000 or max(image.size) > 4096:
                break


main()
