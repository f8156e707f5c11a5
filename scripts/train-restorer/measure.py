"""Measures what an OCR channel does to words: truth/noisy line pairs in, a confusion model out.

    python3 measure.py --out WORK/noise-eng.json --test WORK/test-eng.tsv --hold 1600 eng.tsv [more.tsv]

Lines are held out by a hash of the truth, so that a line and its copies never fall on both sides.
The model: for each character in its context (before, after) what was read for it; whole words that were seen often;
how often two words are glued and one is split. Lines misread beyond likeness (over 45 % of characters) are left out.
"""
import argparse
import json
import zlib
from collections import Counter, defaultdict
from functools import partial
from multiprocessing import Pool

import vietnamese as vi
from align import align_chars, align_tokens, distance

TOO_BAD = .45


def pairs(paths):
    for path in paths:
        with open(path, encoding='utf-8') as file:
            for line in file:
                truth, _, noisy = vi.clean(line.rstrip('\n')).partition('\t')
                if truth and noisy:
                    yield truth, noisy


def tokens(line):
    return [core for core, _, _ in vi.tokens(line)]


def observe(pair, least=0):
    truth, noisy = map(tokens, pair)
    if not truth or not noisy:
        return None
    steps = align_tokens(truth, noisy)
    wrong = sum(distance(''.join(truth[a:b]), ''.join(noisy[c:d])) for a, b, c, d in steps)
    size = sum(map(len, truth))
    if not least * size <= wrong <= TOO_BAD * size:
        return None
    words, rates = [], Counter()
    for a, b, c, d in steps:
        rates[f'{b - a}-{d - c}'] += 1
        if b - a == d - c == 1:
            words.append((truth[a], noisy[c]))
    return words, rates


def count(observations):
    chars, words, rates = defaultdict(Counter), defaultdict(Counter), Counter()
    for found in filter(None, observations):
        rates.update(found[1])
        for truth, noisy in found[0]:
            words[truth][noisy] += 1
            padded = f'^{truth}$'
            for k, read in enumerate(align_chars(truth, noisy), 1):
                before, char, after = padded[k - 1], padded[k], padded[k + 1]
                for key in (before + char + after, char + after, char):
                    chars[key][read] += 1
    return chars, words, rates


def model(chars, words, rates):
    total = sum(rates.values())
    return {
        'chars': {k: dict(c.most_common(24)) for k, c in chars.items() if sum(c.values()) >= (12 if len(k) > 1 else 1)},
        'words': {w: dict(c) for w, c in words.items() if sum(c.values()) >= 8},
        'rates': {k: n / total for k, n in rates.items()},
    }


def main():
    args = argparse.ArgumentParser()
    args.add_argument('--out', required=True)
    args.add_argument('--test', required=True)
    args.add_argument('--least', type=float, default=0, help='only lines of which at least this share of characters was misread, marks not counted')
    args.add_argument('--hold', type=int, default=1600)
    args.add_argument('pairs', nargs='+')
    args = args.parse_args()
    lines = list(pairs(args.pairs))
    share = args.hold / len(lines)
    held = lambda pair: zlib.crc32(pair[0].encode()) / 2**32 < share
    with open(args.test, 'w', encoding='utf-8') as file:
        file.writelines(f'{a}\t{b}\n' for a, b in lines if held((a, b)))
    with Pool(2) as pool:
        found = pool.map(partial(observe, least=args.least), [p for p in lines if not held(p)], chunksize=500)
    with open(args.out, 'w', encoding='utf-8') as file:
        json.dump(model(*count(found)), file, ensure_ascii=False)
    print(len(lines), 'lines', sum(f is not None for f in found), 'used')


if __name__ == '__main__':
    main()
