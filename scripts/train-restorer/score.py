"""How many words of a truth/noisy set does the net alone get right?

Sets are lines "truth TAB noisy"; each line is read by itself. Counted: words of letters (truth), numbers and codes not.
"""
import numpy as np
import torch

import vietnamese as vi
from align import align_tokens
from prepare import JOIN, KEEP

WINDOW = 96


def load_set(path, vocabulary, limit=10**9, origin=0):
    """Lines of (characters, what stands before + origin, label, second label) for each noisy token; label 0 is not scored."""
    lines = []
    with open(path, encoding='utf-8') as file:
        for line in file:
            truth, _, noisy = vi.clean(line.rstrip('\n')).partition('\t')
            lines.append(read_pair(list(vi.tokens(truth)), list(vi.tokens(noisy)), vocabulary, origin))
            if len(lines) == limit:
                break
    return [line[s:s + WINDOW] for line in lines for s in range(0, len(line), WINDOW)]


def read_pair(truth, noisy, vocabulary, origin):
    names = lambda side: [core for core, _, _ in side]
    if len(truth) == len(noisy) and all(vi.strip(a) == vi.strip(b) for a, b in zip(names(truth), names(noisy))):
        steps = [(k, k + 1, k, k + 1) for k in range(len(truth))]
    else:
        steps = align_tokens(names(truth), names(noisy))
    rows = []
    for a, b, c, d in steps:
        for k in range(c, d):
            core, before, kept = noisy[k]
            label = second = 0
            if a < b and not kept and not truth[a][2] and truth[a][0].isalpha():
                label = JOIN if k > c else vocabulary.label(truth[a][0], False)
                second = vocabulary.label(truth[a + 1][0], False) if b - a == 2 else 0
            word = vocabulary.word_id.get(core.lower(), 1)
            rows.append((*vocabulary.features(core), word, before + 8 * origin, label, second))
    return rows


@torch.no_grad()
def score(model, lines, hidden, rows=64):
    model.eval()
    device = next(model.parameters()).device.type
    right = total = 0
    order = sorted(lines, key=len)
    for s in range(0, len(order), rows):
        part = order[s:s + rows]
        array = np.zeros((len(part), max(map(len, part)), 16), np.int64)
        for k, line in enumerate(part):
            array[k, :len(line)] = np.array(line, np.int64).reshape(-1, 16)
        data = torch.from_numpy(array).to(device)
        h = hidden(model, dict(chars=data[..., :12], word=data[..., 12], token_type=data[..., 13]), 0, device)
        label = data[..., 14]
        best = model.out(h[label > 0]).argmax(-1)
        right, total = right + int((best == label[label > 0]).sum()), total + len(best)
    model.train()
    return round(100 * right / total, 2)
