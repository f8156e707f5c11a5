"""Makes truth/noisy line pairs: typesets lines of text, damages the picture as scanners do, reads it with Tesseract.

    python3 render_pairs.py --text core.txt --lines 2000 --lang eng --out WORK/pairs-eng.tsv [--seed 7]

Needs Pillow, the tesseract program with eng and vie, and fonts with Vietnamese glyphs (fonts-croscore, fonts-dejavu, fonts-noto).
Lines are cut to one to fourteen words; one line in twelve is in capitals, one in ten bold or italic. The damage of a line is in OUT.variant.txt.
Lines that come back with less than 60 or more than 150 % of their length were lost by the layout, not misread, and are dropped.
"""
import argparse
import io
import random
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

import vietnamese as vi

FAMILIES = ('Tinos', 'Tinos', 'Tinos', 'Arimo', 'DejaVu Serif', 'Cousine')  # office letters are mostly set in Times
STYLES = ('Regular',) * 8 + ('Bold', 'Italic', 'Bold Italic')
DPI = (150, 200, 200, 250, 300)
DAMAGES = ('scan', 'scan', 'blur', 'jpeg', 'bw', 'noise', 'speckle', 'low', 'bleed', 'skew', 'shade')


def font_file(family, style):
    found = subprocess.run(['fc-match', '-f', '%{file}', f'{family}:style={style}'], capture_output=True, text=True, check=True)
    return found.stdout


def pieces(path, count, rng):
    """Random runs of words from random places of the text."""
    with open(path, 'rb') as file:
        size = file.seek(0, 2)
        while count:
            file.seek(rng.randrange(size))
            file.readline()
            words = vi.clean(file.readline().decode('utf-8', 'ignore')).split()
            if len(words) < 2:
                continue
            start = rng.randrange(len(words))
            text = ' '.join(words[start:start + rng.randint(1, 14)])[:110]
            yield text.upper() if rng.random() < .08 else text
            count -= 1


def typeset(text, dpi, rng):
    font = ImageFont.truetype(font_file(rng.choice(FAMILIES), rng.choice(STYLES)), round(rng.choice((12, 13, 13, 14)) * dpi / 72))
    left, top, right, bottom = font.getbbox(text)
    margin = dpi // 6
    image = Image.new('L', (right - left + 2 * margin, bottom - top + 2 * margin), 255)
    ImageDraw.Draw(image).text((margin - left, margin - top), text, 0, font)
    return image


def speckles(size, share, shade, rng):
    noise = Image.effect_noise((size[0], size[1]), 90).point(lambda v: shade if v < 128 - 420 * (.5 - share) else 255)
    return noise.filter(ImageFilter.MinFilter(3)) if rng.random() < .3 else noise


def damage(image, kind, rng):
    blurred = image.filter(ImageFilter.GaussianBlur(rng.uniform(.3, .8)))
    if kind == 'blur':
        return image.filter(ImageFilter.GaussianBlur(rng.uniform(.9, 1.8)))
    if kind == 'jpeg':
        file = io.BytesIO()
        blurred.save(file, 'JPEG', quality=rng.randint(12, 30))
        return Image.open(file).convert('L')
    if kind == 'bw':
        return blurred.point(lambda v: 255 if v > rng.choice((110, 150, 185)) else 0)
    if kind == 'noise':
        return ImageChops.add(blurred, Image.effect_noise(image.size, rng.randint(30, 70)), 1, -128)
    if kind == 'speckle':
        return ImageChops.darker(blurred, speckles(image.size, .05, 0, rng))
    if kind == 'low':
        return blurred.point(lambda v: 120 + v * 100 // 255)
    if kind == 'bleed':
        ghost = blurred.transpose(Image.FLIP_LEFT_RIGHT).filter(ImageFilter.GaussianBlur(2)).point(lambda v: 175 + v * 80 // 255)
        return ImageChops.darker(blurred, ghost)
    if kind == 'skew':
        return blurred.rotate(rng.uniform(-1.2, 1.2), Image.BICUBIC, expand=True, fillcolor=255)
    if kind == 'shade':
        return ImageChops.multiply(blurred, Image.linear_gradient('L').rotate(90).resize(image.size).point(lambda v: 90 + v * 165 // 255))
    return blurred


def read(image, lang, dpi):
    file = io.BytesIO()
    image.save(file, 'PPM')
    done = subprocess.run(['tesseract', '-', '-', '-l', lang, '--psm', '6', '--dpi', str(dpi)], input=file.getvalue(), capture_output=True, check=True)
    return ' '.join(done.stdout.decode('utf-8').split())


def pair(job):
    text, lang, seed = job
    rng = random.Random(seed)
    dpi, kind = rng.choice(DPI), rng.choice(DAMAGES)
    return text, read(damage(typeset(text, dpi, rng), kind, rng), lang, dpi), f'{kind}{dpi}'


def main():
    args = argparse.ArgumentParser()
    args.add_argument('--text', required=True)
    args.add_argument('--lines', type=int, default=2000)
    args.add_argument('--lang', choices=('eng', 'vie'), required=True)
    args.add_argument('--out', type=Path, required=True)
    args.add_argument('--seed', type=int, default=7)
    args.add_argument('--threads', type=int, default=2)
    args = args.parse_args()
    rng = random.Random(args.seed)
    jobs = [(text, args.lang, f'{args.seed}-{n}') for n, text in enumerate(pieces(args.text, args.lines, rng))]
    with ThreadPoolExecutor(args.threads) as pool:
        done = [found for found in pool.map(pair, jobs) if .6 < len(found[1]) / len(found[0]) < 1.5]
    args.out.write_text(''.join(f'{truth}\t{noisy}\n' for truth, noisy, _ in done), encoding='utf-8')
    args.out.with_suffix('.variant.txt').write_text(''.join(f'{kind}\n' for *_, kind in done))
    print(len(done), 'of', len(jobs), 'lines kept')


if __name__ == '__main__':
    main()
