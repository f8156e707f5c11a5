"""Turns plain text into arrays that training reads.

    python3 prepare.py --out WORK core.txt [extra.txt]      (the first file begins with administrative text, the rest is general)

Writes tokens.u16 (one word form per token, 0 between documents), before.u8 (what stands before the token),
layout.json (where the administrative text ends), types.json (word forms), syllables.json (classes: <pad> <keep> <join> and every syllable) and classes-N.u16 for ngram.py.
At most 65,535 word forms: numbers and codes stand for all of their shape, rare words for others of their case.
"""
import argparse
import json
import re
import zlib
from collections import Counter, defaultdict
from multiprocessing import Pool
from pathlib import Path

import numpy as np

import vietnamese as vi

PAD, KEEP, JOIN = range(3)
MAX_SYLLABLES, MAX_TYPES, OWN_TYPES = 8000, 65535, 38000
BLOCK = 8 << 20


def blocks(path):
    with open(path, encoding='utf-8') as file:
        while text := file.read(BLOCK):
            yield text + file.readline()


def read_block(text):
    """Token codes (type << 4 | before << 1 | kept) of a block; type 0 is a document border."""
    ids, codes = {'\n': 0}, []
    for line in vi.clean(text).split('\n'):
        if not line:
            codes.append(0)
        elif len(line) >= 8:
            codes += [ids.setdefault(core[:24], len(ids)) << 4 | before << 1 | kept for core, before, kept in vi.tokens(line)]
    return list(ids), np.array(codes, dtype=np.uint32)


def read(path, ids, pool):
    codes = []
    for words, block in pool.imap(read_block, blocks(path)):
        to = np.array([ids.setdefault(w, len(ids)) for w in words], dtype=np.uint32)
        codes.append(to[block >> 4] << 4 | block & 15)
    return np.concatenate(codes)


def inventory(words, counts):
    """Classes, most frequent first: legal syllables, and foreign forms only with marks and often (Đắk, Krông)."""
    total = Counter()
    for word, n in zip(words, counts):
        if word.isalpha() and n:
            total[vi.normal(word)] += int(n)
    def wanted(w, n):
        marked, legal = vi.strip(w) != w, vi.is_syllable(w) or w == 'đ'
        return len(w) <= 8 and n >= (6 if legal else 60) if marked else legal and n >= 40
    return ['<pad>', '<keep>', '<join>', *[w for w, n in total.most_common() if wanted(w, n)][:MAX_SYLLABLES - 3]]


def shape(word):
    return re.sub('[^9aA]{2,}', lambda m: m[0][0], re.sub('9+', '9', re.sub(r'\d', '9', re.sub('[a-zà-ỹ]+', 'a', re.sub('[A-ZĐ]+', 'A', word)))))


def shrink(words, counts, kept, syllables):
    """Maps every word to one of at most MAX_TYPES forms."""
    order = np.argsort(-counts, kind='stable')
    forms = ['\n', *dict.fromkeys(f for s in syllables[3:] for f in (s, s[0].upper() + s[1:], s.upper()))]
    index = {w: i for i, w in enumerate(forms)}
    by_shape, rare, known = {}, defaultdict(list), set(syllables)
    for i in order[:OWN_TYPES]:
        if len(forms) < MAX_TYPES:
            index.setdefault(words[i], len(forms))
            if index[words[i]] == len(forms):
                forms.append(words[i])
    for w, i in index.items():
        by_shape.setdefault(shape(w), i)
        if w.isalpha() and vi.normal(w) not in known:
            rare[vi.case_of(w)].append(i)
    def place(i):
        w = words[i]
        if w in index:
            return index[w]
        pool = rare[vi.case_of(w)]
        if not kept[i] and w.isalpha() and pool:
            return pool[zlib.crc32(w.encode()) % len(pool)]
        return by_shape.get(shape(w), index['1'])
    return forms, np.array([place(i) for i in range(len(words))], dtype=np.uint16)


def main():
    args = argparse.ArgumentParser()
    args.add_argument('--out', type=Path, required=True)
    args.add_argument('--admin-share', type=float, default=0.575, help='share of the first text that is administrative: it counts three times')
    args.add_argument('--vocabulary', type=Path, help='take the classes from this vocabulary.json')
    args.add_argument('texts', nargs='+')
    args = args.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    ids = {'\n': 0}
    with Pool(2) as pool:
        streams = [read(path, ids, pool) for path in args.texts]
    words = list(ids)
    first = streams[0]
    count = lambda codes: np.bincount(codes >> 4, minlength=len(words))
    free = first[first & 1 == 0]
    counts = count(free) + 2 * count(free[: int(args.admin_share * len(free))])
    syllables = json.loads(args.vocabulary.read_text())['syllables'] if args.vocabulary else inventory(words, counts)
    known = {s: i for i, s in enumerate(syllables)}
    kept = np.zeros(len(words), bool)
    kept[first[first & 1 == 1] >> 4] = True
    forms, to = shrink(words, count(first), kept, syllables)
    to[0] = 0
    everything = np.concatenate(streams)
    to[everything >> 4].astype(np.uint16).tofile(args.out / 'tokens.u16')
    (everything & 15).astype(np.uint8).tofile(args.out / 'before.u8')
    classes = np.array([PAD, *[known.get(vi.normal(w), KEEP) for w in words[1:]]], dtype=np.uint16)
    for n, stream in enumerate(streams):
        labels = classes[stream >> 4]
        labels[stream & 1 == 1] = KEEP
        labels.tofile(args.out / f'classes-{n}.u16')
    layout = {'admin_end': int(args.admin_share * len(first))}
    for name, value in ('types', forms), ('syllables', syllables), ('layout', layout):
        (args.out / f'{name}.json').write_text(json.dumps(value, ensure_ascii=False))
    print(len(everything), 'tokens,', len(words), 'words,', len(forms), 'forms,', len(syllables), 'classes')


if __name__ == '__main__':
    main()
