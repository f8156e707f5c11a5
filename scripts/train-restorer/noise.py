"""Builds the noise tables: for every word form and channel how often it is changed, and a sample of what it then becomes.

    python3 noise.py --work WORK            (needs prepare.py's and measure.py's files; writes noise.npz, chars.json, words.json)

All is arrays, so that training draws fresh noise by indexing, on any device. Surface ids below the number of forms are the forms.
Example: variants["của"] in channel eng holds cia, ctia, cua, cla … as often as they were measured.
Does not glue or split words: training does that on the fly, at the measured rates.
"""
import argparse
import json
import re
from multiprocessing import Pool
from pathlib import Path

import numpy as np

import vietnamese as vi

CHANNELS = ('clean', 'stripped', 'partial', 'eng', 'vie', 'umlaut', 'tilde', 'rough')
SLOTS = {'clean': 1, 'stripped': 1, 'partial': 4, 'eng': 40, 'vie': 12, 'umlaut': 20, 'tilde': 16, 'rough': 40}
SHARE = {'clean': .04, 'stripped': .4, 'partial': .03, 'eng': .28, 'vie': .09, 'umlaut': .03, 'tilde': .03, 'rough': .10}
RARE_SLOTS, MAX_CHARS_TABLE, PRIOR = 4, 250, 20


class Measured:
    """A channel measured by measure.py: a character's reading depends on its neighbours where enough was seen."""

    def __init__(self, path):
        data = json.loads(Path(path).read_text())
        self.chars = {k: self.table(v) for k, v in data['chars'].items()}
        self.words = {w: ({k: n for k, n in v.items() if k != w}, sum(v.values())) for w, v in data['words'].items()}
        self.rates = data['rates']

    @staticmethod
    def table(counts):
        weights = np.array(list(counts.values()), float)
        return list(counts), weights / weights.sum()

    def reading(self, before, char, after):
        for key in (before + char + after, char + after, char):
            if key in self.chars:
                return self.chars[key]
        low = self.chars.get(char.lower())
        return ([r.upper() if len(r) == 1 else r for r in low[0]], low[1]) if low else ([char], np.ones(1))


class Listed(Measured):
    """An engine whose habits are listed by hand (foreign-engines.json): "o78 6_12" reads o 78 and 6 12 times in 100; _ is nothing."""

    def __init__(self, rows):
        self.words, self.rates = {}, {'1-1': .985, '2-1': .004, '1-2': .008}
        self.chars = {}
        for char, spec in rows.items():
            items = [re.fullmatch(r'(.+?)_?([\d.]+)', item).groups() if item[0] != '_' else ('', item[1:]) for item in spec.split()]
            self.chars[char] = self.table({read: float(n) for read, n in items})


def change(word, channel, rng):
    """One changed reading of a word, and how likely any change is."""
    padded = f'^{word}$'
    tables = [channel.reading(*padded[k - 1:k + 2]) for k in range(1, len(padded) - 1)]
    own = np.array([weights[reads.index(c)] if c in reads else 0 for c, (reads, weights) in zip(word, tables)])
    chance = 1 - own.prod()
    if chance < 1e-4:
        return lambda: word, 0.0
    def draw():
        for _ in range(6):
            force = rng.choice(len(word), p=(1 - own) / (1 - own).sum())
            read = [pick(reads, weights, rng, c if k == force else None) for k, (c, (reads, weights)) in enumerate(zip(word, tables))]
            found = ''.join(read)
            if found != word and vi.SOLID.search(found) and not re.search(r'\s', found):
                return found
        return vi.strip(word)
    return draw, chance


def pick(reads, weights, rng, other_than):
    if other_than in reads:
        weights = np.where([r == other_than for r in reads], 0, weights)
        weights = weights / weights.sum() if weights.sum() else np.full(len(reads), 1 / len(reads))
    return reads[np.searchsorted(np.cumsum(weights), rng.random() * .999999)]


def measured_variants(word, channel, slots, rng):
    draw, chance = change(word, channel, rng)
    seen, total = channel.words.get(word, ({}, 0))
    chance = (sum(seen.values()) + PRIOR * chance) / (total + PRIOR)
    out = [draw() for _ in range(min(slots, 24))]
    if seen:
        half = rng.choice(list(seen), p=np.array(list(seen.values())) / sum(seen.values()), size=slots - slots // 3)
        out = [*half, *out[: slots // 3]]
    return out, chance


def partial_variants(word, slots, rng):
    bare = vi.strip(word)
    if bare == word:
        return [word], 0.0
    some = [''.join(vi.strip(c) if rng.random() < .5 else c for c in word) for _ in range(slots - 2)]
    return [bare, bare, *some], 1.0


def variants_of(job):
    number, words, frequent = job
    rng = np.random.default_rng(number)
    channels = load_channels(WORK)
    out = []
    for word, often in zip(words, frequent):
        rows = []
        for name in CHANNELS[1:]:
            slots = SLOTS[name] if often else min(RARE_SLOTS, SLOTS[name])
            if name == 'stripped':
                rows.append(([vi.strip(word)], float(vi.strip(word) != word)))
            elif name == 'partial':
                rows.append(partial_variants(word, slots, rng))
            else:
                rows.append(measured_variants(word, channels[name], slots, rng))
        out.append(rows)
    return out


def load_channels(work):
    listed = json.loads((Path(__file__).parent / 'foreign-engines.json').read_text())
    measured = {name: Measured(work / f'noise-{name}.json') for name in ('eng', 'vie', 'rough')}
    return {**measured, **{k: Listed(v) for k, v in listed.items()}}


def tabulate(types, results):
    """variants [form, slot], rate [channel, form], the surfaces themselves; slots of a channel lie side by side."""
    surfaces = {w: i for i, w in enumerate(types)}
    columns = np.cumsum([0, *SLOTS.values()])
    variants = np.zeros((len(types), columns[-1]), np.int32)
    rate = np.zeros((len(CHANNELS), len(types)), np.float32)
    for t, rows in enumerate(results):
        variants[t, 0] = t
        for c, (found, chance) in enumerate(rows, 1):
            ids = [surfaces.setdefault(w[:24], len(surfaces)) for w in found]
            variants[t, columns[c]:columns[c + 1]] = np.resize(ids, columns[c + 1] - columns[c])
            rate[c, t] = chance
    return variants, rate, list(surfaces), columns


def word_table(surfaces, counts, variants, rate, columns, size):
    """The most frequent lower-case surfaces of the text after noise."""
    weight = np.zeros(len(surfaces))
    for c, name in enumerate(CHANNELS):
        share = SHARE[name] * counts
        weight[: len(counts)] += share * (1 - rate[c])
        block = variants[:, columns[c]:columns[c + 1]]
        np.add.at(weight, block.ravel(), np.repeat(share * rate[c] / block.shape[1], block.shape[1]))
    total = {}
    for word, n in zip(surfaces[1:], weight[1:]):
        if len(word) <= vi.MAX_CHARS:
            total[word.lower()] = total.get(word.lower(), 0) + n
    return ['<pad>', '<unk>', *sorted(total, key=lambda w: -total[w])[: size - 2]]


def char_table(surfaces):
    letters, counts = np.unique(list(''.join(surfaces)), return_counts=True)
    return ['<pad>', '<unk>', '<bos>', '<eos>', *[str(letters[i]) for i in np.argsort(-counts)[:MAX_CHARS_TABLE]]]


def main():
    global WORK
    args = argparse.ArgumentParser()
    args.add_argument('--work', type=Path, required=True)
    args.add_argument('--words', type=int, default=12000)
    args.add_argument('--vocabulary', type=Path, help='take characters and word forms from this vocabulary.json')
    args = args.parse_args()
    WORK = args.work
    types = json.loads((WORK / 'types.json').read_text())
    counts = np.bincount(np.fromfile(WORK / 'tokens.u16', np.uint16), minlength=len(types))
    counts[0] = 0
    often = counts >= 200
    jobs = [(s, types[s:s + 500], often[s:s + 500]) for s in range(0, len(types), 500)]
    with Pool(2) as pool:
        results = [row for part in pool.imap(variants_of, jobs) for row in part]
    results[0] = [([types[0]], 0.0)] * len(results[0])
    variants, rate, surfaces, columns = tabulate(types, results)
    known = json.loads(args.vocabulary.read_text()) if args.vocabulary else {}
    chars = known.get('chars') or char_table(surfaces)
    (WORK / 'chars.json').write_text(json.dumps(chars, ensure_ascii=False))
    words = known.get('words') or word_table(surfaces, counts, variants, rate, columns, args.words)
    (WORK / 'words.json').write_text(json.dumps(words, ensure_ascii=False))
    glue = {name: channel.rates.get('2-1', 0) for name, channel in load_channels(WORK).items()}
    split = {name: channel.rates.get('1-2', 0) for name, channel in load_channels(WORK).items()}
    (WORK / 'surfaces.json').write_text(json.dumps(surfaces, ensure_ascii=False))
    np.savez(WORK / 'noise.npz', variants=variants, rate=rate, columns=columns,
             glue=[glue.get(c, 0) for c in CHANNELS], split=[split.get(c, 0) for c in CHANNELS])
    print(len(types), 'forms', len(surfaces), 'surfaces', len(words), 'words; glue', glue, 'split', split)


if __name__ == '__main__':
    main()
