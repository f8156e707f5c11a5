"""Makes the test sets: lines "truth TAB noisy", from development text (stripped of its marks, or as it is) and held-out OCR.

    python3 make_sets.py --work WORK --lines 1200 admin=dev-admin.txt letters=dev-admin-letter.txt general=dev-general.txt
"""
import argparse
import shutil
from pathlib import Path

import vietnamese as vi


def lines_of(path, count):
    lines = [line for line in vi.clean(Path(path).read_text(encoding='utf-8')).split('\n') if len(line) > 20]
    every = max(1, len(lines) // count)
    return lines[::every][:count]


def main():
    args = argparse.ArgumentParser()
    args.add_argument('--work', type=Path, required=True)
    args.add_argument('--lines', type=int, default=1200)
    args.add_argument('texts', nargs='+', help='NAME=FILE')
    args = args.parse_args()
    folder = args.work / 'sets'
    folder.mkdir(exist_ok=True)
    for text in args.texts:
        name, _, path = text.partition('=')
        lines = lines_of(path, args.lines)
        (folder / f'{name}-stripped.tsv').write_text(''.join(f'{x}\t{vi.strip(x)}\n' for x in lines), encoding='utf-8')
        (folder / f'{name}-clean.tsv').write_text(''.join(f'{x}\t{x}\n' for x in lines), encoding='utf-8')
    for channel in 'eng', 'vie':
        shutil.copy(args.work / f'test-{channel}.tsv', folder / f'real-{channel}.tsv')


if __name__ == '__main__':
    main()
