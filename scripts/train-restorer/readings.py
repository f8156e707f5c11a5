"""Lists what OCR engines make of each syllable: form → syllables that it may stand for, with costs.

    python3 readings.py --work WORK --mixture foreign --out data/models/restorer/readings-foreign.bin
    python3 readings.py --work WORK --mixture own --out data/models/restorer/readings-own.bin

cost = −16 ln p(form | syllable), from the same measured channels that training uses, enumerated instead of drawn.
Example: "cia" → của 1.3 nats, cửa 2.6 … The lattice adds it to the net's opinion; it knows no context.
"""
import argparse
import json
import zlib
from collections import defaultdict
from pathlib import Path

import numpy as np

import vietnamese as vi
from noise import PRIOR, load_channels

MAGIC, SCALE = 0x31445256, 16
MIXTURES = {'foreign': {'eng': .6, 'umlaut': .2, 'tilde': .2}, 'own': {'vie': 1.0}}
LEAST, BEAM, FAR = 2e-4, 300, 6.5  # drop readings rarer than this, and syllables this many nats behind the likeliest


def enumerate_readings(word, channel):
    """All readings of a word with their probability, likeliest first, as far as the beam goes."""
    padded, found = f'^{word}$', {'': 1.0}
    for k in range(1, len(padded) - 1):
        reads, weights = channel.reading(*padded[k - 1:k + 2])
        grown = defaultdict(float)
        for form, p in found.items():
            for read, weight in zip(reads, weights):
                if p * weight > LEAST:
                    grown[form + read] += p * weight
        found = dict(sorted(grown.items(), key=lambda x: -x[1])[:BEAM])
    return found


def readings(word, channel):
    model = enumerate_readings(word, channel)
    seen = channel.words.get(word)
    if not seen:
        return model
    others, total = seen
    counts = {**others, word: total - sum(others.values())}
    return {form: (counts.get(form, 0) + PRIOR * model.get(form, 0)) / (total + PRIOR) for form in {*model, *counts}}


def collect(syllables, channels, mixture):
    """form (lower case) → {class: p(form | class)}; a syllable is lower case nine times in ten, else a title."""
    forms = defaultdict(lambda: defaultdict(float))
    for number, syllable in enumerate(syllables[3:], 3):
        for word, share in (syllable, .9), (syllable.capitalize(), .1):
            for name, weight in mixture.items():
                for form, p in readings(word, channels[name]).items():
                    if vi.SOLID.search(form) and ' ' not in form:
                        forms[form.lower()][number] += share * weight * p
    return forms


def select(forms, prior):
    chosen = {}
    for form, found in forms.items():
        score = {c: np.log(p * prior[c]) for c, p in found.items() if p > LEAST}
        near = [c for c in score if score[c] > max(score.values()) - FAR]
        if near and not form.isdigit():
            chosen[form] = sorted((c, found[c]) for c in near)
    return chosen


def write(path, chosen):
    forms = sorted(chosen)
    entries = [entry for form in forms for entry in chosen[form]]
    cost = np.clip(np.rint([-SCALE * np.log(p) for _, p in entries]), 0, 255).astype(np.uint8)
    text = '\n'.join(forms).encode()
    path.write_bytes(zlib.compress(b''.join([np.array([MAGIC, len(forms), len(entries), len(text)], np.uint32).tobytes(),
                               np.array([c for c, _ in entries], np.uint16).tobytes(), cost.tobytes(),
                               np.array([len(chosen[form]) for form in forms], np.uint8).tobytes(), text]), 9))
    print('%.2f MB' % (path.stat().st_size / 1e6), len(forms), 'forms', len(entries), 'entries')


def main():
    args = argparse.ArgumentParser()
    args.add_argument('--work', type=Path, required=True)
    args.add_argument('--mixture', choices=MIXTURES, required=True)
    args.add_argument('--out', type=Path, required=True)
    args = args.parse_args()
    syllables = json.loads((args.work / 'syllables.json').read_text())
    counts = np.bincount(np.fromfile(sorted(args.work.glob('classes-*.u16'))[0], np.uint16), minlength=len(syllables)) + .5
    write(args.out, select(collect(syllables, load_channels(args.work), MIXTURES[args.mixture]), counts / counts.sum()))


if __name__ == '__main__':
    main()
