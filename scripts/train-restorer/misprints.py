"""Stretches of text full of misprints, as OCR leaves them, kept out of the language model.

A pair of syllables is taken for a misprint where other marks on the same letters ("khiếu nại" beside "khiêu nại") are RATIO times as frequent.
One such pair proves nothing (a phrase may end between the two), several within a few words do: a model that counts them learns
"khiêu nại, tô cáo, kiên nghị" as a phrase of its own and then leaves it alone where it is misread.
"""
import numpy as np

from vietnamese import strip

RATIO, MISPRINTS, REACH = 300, 3, 20
BITS = 13  # of a class in the key of an n-gram: first << BITS | second


def without_misprints(streams, bigrams, counts, syllables):
    """streams: (classes [n] of 16-bit ids, weight); bigrams, counts: sorted keys first << BITS | second. The same streams, 0 where misprints are dense."""
    table = np.zeros(1 << 2 * BITS, bool)
    table[bigrams[misprinted(bigrams, counts, syllables)]] = True
    for classes, weight in streams:
        seen = np.r_[0, np.cumsum(np.r_[False, table[classes[:-1] << BITS | classes[1:]]])]
        at = np.arange(len(classes))
        dense = seen[np.minimum(at + REACH + 1, len(classes))] - seen[np.maximum(at - REACH, 0)] >= MISPRINTS
        print('%.2f %% of %d left out' % (100 * dense.mean(), len(classes)))
        yield np.where(dense, 0, classes), weight


def misprinted(bigrams, counts, syllables):
    """bool [len(bigrams)]"""
    bare = bare_ids(syllables)
    keys = bare[bigrams >> BITS] * len(syllables) + bare[bigrams & (1 << BITS) - 1]
    order = np.argsort(keys, kind='stable')
    starts = np.flatnonzero(np.r_[True, np.diff(keys[order]) != 0])
    most = np.repeat(np.maximum.reduceat(counts[order], starts), np.diff(np.r_[starts, len(keys)]))
    found = np.empty(len(keys), bool)
    found[order] = counts[order] * RATIO < most
    return found


def bare_ids(syllables):
    """int64 [classes]: the same number for syllables of the same letters; <pad>, <keep> and <join> are like nothing else."""
    ids = {}
    return np.array([ids.setdefault(strip(s), len(ids)) for s in syllables], np.int64)
