"""Does with Pillow what the module did to each picture: pillow_shrink.py FOLDER STEPS [PROCESSES]

STEPS is what PictureBench printed: each picture's size, format, quality, and how many times it was encoded. Decoding is scaled where the codec can (draft), EXIF orientation is applied, the size
and the qualities are the module's. Prints processor time and the peak of a process's memory.
"""
import io
import json
import multiprocessing
import os
import resource
import sys
import time

from PIL import Image, ImageOps


def shrink(work):
    path, step = work
    image = Image.open(path)
    if image.format == 'JPEG':
        longer, size = max(image.size), max(step['Width'], step['Height'])
        if longer > size:
            image.draft('RGB', (image.size[0] * size // longer, image.size[1] * size // longer))
    image = ImageOps.exif_transpose(image)
    if image.size != (step['Width'], step['Height']):
        image = image.resize((step['Width'], step['Height']), Image.BICUBIC)
    for _ in range(step['Encodes']):
        file = io.BytesIO()
        if step['Format'] == 'Jpeg':
            image.convert('RGB').save(file, 'JPEG', quality=step['Quality'])
        else:
            image.save(file, 'PNG', compress_level=1)
    return file.tell(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def processor():
    return sum(use.ru_utime + use.ru_stime for use in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


def main():
    folder = sys.argv[1]
    with open(sys.argv[2], encoding='utf-8') as file:
        steps = json.load(file)['Steps']
    work = [(os.path.join(folder, step['File']), step) for step in steps]
    began, used = time.monotonic(), processor()
    with multiprocessing.Pool(int(sys.argv[3]) if len(sys.argv) > 3 else None) as pool:
        done = pool.map(shrink, work, chunksize=1)
        pool.close()
        pool.join()
    print(json.dumps({
        'Pictures': len(done),
        'Seconds': time.monotonic() - began,
        'ProcessorSeconds': processor() - used,
        'PeakMegabytes': max(peak for _, peak in done) / 1024,
    }))


main()
