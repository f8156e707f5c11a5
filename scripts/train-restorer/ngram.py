"""Counts syllable trigrams and writes the language model as one compact file (lm.bin).

    python3 ngram.py --work WORK --out data/models/restorer/lm.bin --trigrams 4400000 --bigrams 1600000

Absolute discount, lower orders from plain counts (Kneser–Ney's are better unpruned, worse once nine in ten trigrams are gone);
administrative text counts twice, stretches full of misprints not at all (misprints.py). What is kept is what lowers the cost of the training text
most (count · gain over backing off), not what is frequent; back-off weights are made exact again after pruning.
The layout of the file is described in the model card (data/models/restorer/README.md).
"""
import argparse
import json
import zlib
from pathlib import Path

import numpy as np

from misprints import BITS, without_misprints

DISCOUNT, MAGIC, SCALE, ESCAPE = .75, 0x324D4C56, 8, 192
MASK = (1 << BITS) - 1
ADMIN_WEIGHT = 2


def sections(work):
    first, *others = sorted(work.glob('classes-*.u16'))
    core = np.fromfile(first, np.uint16).astype(np.int64)
    border = json.loads((work / 'layout.json').read_text())['admin_end']
    yield core[:border], ADMIN_WEIGHT
    yield core[border:], 1
    for path in others:
        yield np.fromfile(path, np.uint16).astype(np.int64), 1


def merged(parts):
    """Sorted distinct keys with the sum of their weights."""
    keys, weights = (np.concatenate(x) for x in zip(*parts))
    order = np.argsort(keys, kind='stable')
    keys, weights = keys[order], weights[order]
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    return keys[starts], np.add.reduceat(weights, starts)


def counted(streams, order):
    parts = []
    for c, weight in streams:
        keys = c[: len(c) - order + 1].copy()
        for k in range(1, order):
            keys = keys << BITS | c[k: len(c) - order + 1 + k]
        inside = np.ones(len(keys), bool)
        for k in range(1, order):
            inside &= c[k: len(c) - order + 1 + k] != 0
        found, n = np.unique(keys[inside], return_counts=True)
        parts.append((found, n * weight))
    return merged(parts)


def find(keys, wanted):
    at = np.searchsorted(keys, wanted).clip(max=len(keys) - 1)
    return at, keys[at] == wanted


class Counts:
    """The full interpolated model: costs before anything is dropped."""

    def __init__(self, streams, classes):
        unigrams = sum(np.bincount(c, minlength=classes) * w for c, w in streams).astype(float)
        unigrams[0] = 0
        self.p1 = (unigrams + .5) / (unigrams.sum() + .5 * classes)
        self.bi, self.bi_n = counted(streams, 2)
        self.tri, self.tri_n = counted(streams, 3)
        self.interpolate(classes)

    def interpolate(self, classes):
        pair, _ = find(self.bi, self.tri & ((1 << 2 * BITS) - 1))
        first, second = self.bi >> BITS, self.bi & MASK
        total, kinds = np.bincount(first, self.bi_n, classes), np.bincount(first, minlength=classes)
        self.l2 = np.where(total > 0, DISCOUNT * kinds / np.maximum(total, 1), 1)
        self.p2 = (self.bi_n - DISCOUNT) / total[first] + self.l2[first] * self.p1[second]
        context, known = find(self.bi, self.tri >> BITS)
        self.tri, self.tri_n, context, pair = (x[known] for x in (self.tri, self.tri_n, context, pair))
        total, kinds = np.bincount(context, self.tri_n, len(self.bi)), np.bincount(context, minlength=len(self.bi))
        l3 = np.where(total > 0, DISCOUNT * kinds / np.maximum(total, 1), 1)
        back = l3[context] * self.p2[pair]
        self.p3 = np.maximum(self.tri_n - DISCOUNT, 0) / total[context] + back
        self.context, self.gain3 = context, self.tri_n * np.log(self.p3 / back)
        self.gain2 = self.bi_n * np.log(self.p2 / (self.l2[first] * self.p1[second]))


def best(gain, count):
    keep = np.zeros(len(gain), bool)
    keep[np.argpartition(-gain, min(count, len(gain) - 1))[:count]] = True
    return keep


def prune(full, bigrams, trigrams, classes):
    """Keeps the best; back-off weights such that probabilities add up to one again."""
    keep3 = best(full.gain3, trigrams)
    keep2 = best(full.gain2, bigrams) | (np.bincount(full.context[keep3], minlength=len(full.bi)) > 0)
    bi, p2 = full.bi[keep2], full.p2[keep2]
    first, second = bi >> BITS, bi & MASK
    rest = lambda group, p, lower, size: np.clip((1 - np.bincount(group, p, size)) / np.maximum(1 - np.bincount(group, lower, size), 1e-6), 1e-6, 1)
    l2 = rest(first, p2, full.p1[second], classes)
    tri, p3 = full.tri[keep3], full.p3[keep3]
    context = (np.cumsum(keep2) - 1)[full.context[keep3]]
    at, there = find(bi, tri & ((1 << 2 * BITS) - 1))
    middle, last = tri >> BITS & MASK, tri & MASK
    lower = np.where(there, p2[at], l2[middle] * full.p1[last])
    l3 = rest(context, p3, lower, len(bi))
    return dict(bi=bi, p2=p2, l2=l2, tri=tri, p3=p3, l3=l3, context=context, p1=full.p1)


def cost(p):
    return np.clip(np.rint(-np.log(p) * SCALE), 0, 255).astype(np.uint8)


def steps(words, starts):
    """Ascending numbers of each part as their first and the distances between them, so that they compress."""
    apart = np.diff(words, prepend=0)
    apart[starts] = words[starts]
    return apart


def packed(numbers):
    """Numbers below 192 as one byte; of greater ones 192 + the high part here and the low byte behind all of them."""
    rest = np.maximum(numbers - ESCAPE, 0)
    low = rest[numbers >= ESCAPE] & 255
    return np.where(numbers < ESCAPE, numbers, ESCAPE + (rest >> 8)).astype(np.uint8).tobytes() + low.astype(np.uint8).tobytes()


def write(path, m, classes):
    first, context = m['bi'] >> BITS, m['context']
    pairs, triples = np.bincount(first, minlength=classes), np.bincount(context, minlength=len(m['bi']))
    parts = [np.array([MAGIC, classes, len(m['bi']), len(m['tri'])], np.uint32).tobytes(),
             packed(pairs), packed(steps(m['bi'] & MASK, np.unique(first, return_index=True)[1])),
             packed(triples), packed(steps(m['tri'] & MASK, np.unique(context, return_index=True)[1])),
             *(cost(m[name]).tobytes() for name in ('p1', 'l2', 'p2', 'l3', 'p3'))]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(zlib.compress(b''.join(parts), 9))
    print('%.2f MB' % (path.stat().st_size / 1e6), len(m['bi']), 'bigrams', len(m['tri']), 'trigrams')


def main():
    args = argparse.ArgumentParser()
    args.add_argument('--work', type=Path, required=True)
    args.add_argument('--out', type=Path, required=True)
    args.add_argument('--bigrams', type=int, default=1_600_000)
    args.add_argument('--trigrams', type=int, default=4_400_000)
    args = args.parse_args()
    syllables = json.loads((args.work / 'syllables.json').read_text())
    streams, classes = list(sections(args.work)), len(syllables)
    full = Counts(list(without_misprints(streams, *counted(streams, 2), syllables)), classes)
    print(len(full.bi), 'bigrams', len(full.tri), 'trigrams seen')
    write(args.out, prune(full, args.bigrams, args.trigrams, classes), classes)


if __name__ == '__main__':
    main()
