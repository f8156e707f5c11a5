"""Draws training windows with fresh noise, by array indexing only, on any device.

Invariant: what a window says right (labels) never depends on the noise drawn for it.
Example of a draw: channel eng, "Căn cứ Nghị" → chars of "Can", "ctr", "Nghi", labels căn, cứ, nghị, cases Title, lower, Title.
"""
import json
from pathlib import Path

import numpy as np
import torch

import vietnamese as vi
from noise import CHANNELS, SHARE, SLOTS
from prepare import JOIN, KEEP

UNKNOWN, DIGITAL, FOREIGN_OCR, OWN_OCR, BARE = range(5)  # origins, as the product tells them
ORIGIN = {'clean': DIGITAL, 'stripped': BARE, 'partial': UNKNOWN, 'eng': FOREIGN_OCR, 'vie': OWN_OCR, 'umlaut': FOREIGN_OCR, 'tilde': FOREIGN_OCR, 'rough': FOREIGN_OCR}
FACTOR = torch.from_numpy(np.random.default_rng(7).integers(1, 2**62, vi.MAX_CHARS) | 1)  # hashes twelve characters
SPARE = 6  # tokens read beyond the window, for those that glue


class Vocabulary:
    def __init__(self, work):
        read = lambda name: json.loads((Path(work) / f'{name}.json').read_text())
        self.chars, self.words, self.syllables = read('chars'), read('words'), read('syllables')
        self.char_id = {c: i for i, c in enumerate(self.chars)}
        self.word_id = {w: i for i, w in enumerate(self.words)}
        self.class_id = {s: i for i, s in enumerate(self.syllables)}

    def features(self, word):
        """Twelve characters (the first eight and last four of longer words)."""
        if len(word) > vi.MAX_CHARS:
            word = word[:8] + word[-4:]
        ids = [self.char_id.get(c, 1) for c in word]
        return ids + [0] * (vi.MAX_CHARS - len(ids))

    def label(self, word, kept):
        return KEEP if kept else self.class_id.get(vi.normal(word), KEEP)


class WordForms:
    """Finds the word form of characters: a sorted table of hashes."""

    def __init__(self, vocabulary, device):
        low = [vocabulary.char_id.get(c.lower(), 1) if len(c) == 1 else i for i, c in enumerate(vocabulary.chars)]
        self.low = torch.tensor(low, device=device)
        self.factor = FACTOR.to(device)
        table = torch.tensor([vocabulary.features(w) for w in vocabulary.words[2:]], device=device)
        self.keys, order = self.hash(self.low[table]).sort()
        self.ids = order + 2

    def hash(self, chars):
        return ((chars + 1) * self.factor).sum(-1)

    def find(self, chars):
        key = self.hash(self.low[chars])
        at = torch.searchsorted(self.keys, key).clamp_max(len(self.keys) - 1)
        return torch.where(self.keys[at] == key, self.ids[at], torch.ones_like(at))


class Sampler:
    def __init__(self, work, device='cpu', admin_weight=.75, seed=1):
        work = Path(work)
        self.vocabulary, self.device = Vocabulary(work), device
        self.generator = torch.Generator(device).manual_seed(seed)
        put = lambda array: torch.from_numpy(np.ascontiguousarray(array)).to(device)
        self.tokens = put(np.fromfile(work / 'tokens.u16', np.uint16).view(np.int16))
        self.before = put(np.fromfile(work / 'before.u8', np.uint8))
        self.admin_end, self.admin_weight = json.loads((work / 'layout.json').read_text())['admin_end'], admin_weight
        types = json.loads((work / 'types.json').read_text())
        surfaces = json.loads((work / 'surfaces.json').read_text())
        index = {w: i for i, w in enumerate(types)}
        self.label = put(np.array([0, *[self.vocabulary.label(w, False) for w in types[1:]]], np.int64))
        self.case = put(np.array([vi.case_of(w) for w in types], np.int64))
        self.upper = put(np.array([index.get(w.upper(), i) for i, w in enumerate(types)], np.int64))
        self.title = put(np.array([index.get(w[:1].upper() + w[1:], i) for i, w in enumerate(types)], np.int64))
        self.names = put(np.array([i for i, w in enumerate(types) if self.label[i] > JOIN and vi.case_of(w) != vi.UPPER], np.int64))
        self.features = put(np.array([self.vocabulary.features(w) for w in surfaces], np.uint8))
        self.features[0] = 0
        self.length = (self.features > 0).sum(-1)
        tables = np.load(work / 'noise.npz')
        self.variants, self.rate, self.first_slot = put(tables['variants']), put(tables['rate']), put(tables['columns'])
        self.slots = torch.tensor(list(SLOTS.values()), device=device)
        self.glue, self.split = put(tables['glue']).float(), put(tables['split']).float()
        self.share = torch.tensor(list(SHARE.values()), device=device)
        self.origin = torch.tensor([ORIGIN[c] for c in CHANNELS], device=device)
        self.forms = WordForms(self.vocabulary, device)

    def random(self, *shape):
        return torch.rand(shape, generator=self.generator, device=self.device)

    def batch(self, rows, length):
        """chars [b, t, 12], word, token_type, label, second, case [b, t]; label 0 = no token."""
        types, sep, kept = self.windows(rows, length + SPARE)
        channel = torch.multinomial(self.share, rows, True, generator=self.generator)
        types = self.unusual(types, channel)
        label = torch.where(kept & (types > 0), torch.full_like(types, KEEP), self.label[types])
        force = self.severity(channel)
        chars = self.features[self.noisy(types, channel, force)].long()
        parts = self.cut(chars, label, sep, channel, force)
        out = self.lay_out(chars, label, sep, self.case[types], *parts, length)
        out['token_type'] = out.pop('sep') + 8 * self.hint(channel)[:, None]
        out['word'] = self.forms.find(out['chars'])
        return out

    def windows(self, rows, length):
        admin = self.random(rows) < self.admin_weight
        low = torch.where(admin, 0, self.admin_end)
        high = torch.where(admin, self.admin_end, len(self.tokens)) - length
        at = (low + self.random(rows).double() * (high - low)).long()[:, None] + torch.arange(length, device=self.device)
        info = self.before[at].long()
        return self.tokens[at].long() & 0xFFFF, info >> 1, (info & 1).bool()

    def unusual(self, types, channel):
        """Capital and title lines; random syllables and names where the text can be trusted, to unlearn over-correction."""
        rows, kind = len(types), self.random(len(types))[:, None]
        types = torch.where(kind < .05, self.upper[types], torch.where(kind < .065, self.title[types], types))
        trusted = (channel == CHANNELS.index('clean')) | (channel == CHANNELS.index('vie'))
        share = torch.where(trusted & (self.random(rows) < .15), self.random(rows), torch.zeros(rows, device=self.device))
        swap = (self.random(*types.shape) < share[:, None]) & (self.label[types] > JOIN)
        return torch.where(swap, self.names[(self.random(*types.shape) * len(self.names)).long()], types)

    def severity(self, channel):
        """How bad this window is: a factor on the measured rates."""
        r, s = self.random(len(channel)), self.random(len(channel))
        vie = torch.where(r < .6, 1.0, torch.where(r < .85, 4.0, 12.0))
        other = torch.where(r < .8, 1.0, .3 + .7 * s)
        partial = .1 + .85 * s
        force = torch.where(channel == CHANNELS.index('vie'), vie, other)
        force = torch.where(channel == CHANNELS.index('partial'), partial, force)
        return torch.where(channel == CHANNELS.index('stripped'), torch.ones_like(force), force)[:, None]

    def noisy(self, types, channel, force):
        changed = self.random(*types.shape) < self.rate[channel[:, None], types] * force
        slot = self.first_slot[channel][:, None] + (self.random(*types.shape) * self.slots[channel][:, None]).long()
        return torch.where(changed, self.variants[types, slot].long(), types)

    def cut(self, chars, label, sep, channel, force):
        """Which tokens are glued to the next, which are split, and where."""
        size = (chars > 0).sum(-1)
        syllable = label > JOIN
        after = torch.cat([syllable[:, 1:] & (sep[:, 1:] == vi.SPACE), torch.zeros_like(syllable[:, :1])], 1)
        glued = syllable & after & (self.random(*label.shape) < 1.5 * self.glue[channel][:, None] * force.clamp_max(4))
        glued[:, 1:] &= ~glued[:, :-1]
        taken = torch.cat([torch.zeros_like(glued[:, :1]), glued[:, :-1]], 1)
        rate = self.split[channel][:, None].clamp_min(.003) * (channel[:, None] > 2) * force.clamp_max(4)
        split = syllable & ~glued & ~taken & (size > 2) & (self.random(*label.shape) < rate)
        where = 1 + (self.random(*label.shape) * (size - 1)).long()
        return glued, taken, split, where, size

    def lay_out(self, chars, label, sep, case, glued, taken, split, where, size, length):
        zeros = torch.zeros_like(chars[:, :1])
        place = torch.arange(vi.MAX_CHARS, device=self.device)
        following = torch.cat([chars[:, 1:], zeros], 1)
        first = torch.where(glued[..., None], self.join(chars, following, size), chars)
        first = torch.where(split[..., None] & (place >= where[..., None]), torch.zeros_like(first), first)
        moved = (place + where[..., None]).clamp_max(vi.MAX_CHARS - 1)
        rest = torch.where(place + where[..., None] < vi.MAX_CHARS, chars.gather(-1, moved), torch.zeros_like(chars))
        second = torch.where(glued, torch.cat([label[:, 1:], torch.zeros_like(label[:, :1])], 1), torch.zeros_like(label))
        count = 1 + split.long() - taken.long()
        at = count.cumsum(1) - count
        out = {'chars': (first, rest), 'label': (label, torch.full_like(label, JOIN)), 'second': (second, torch.zeros_like(label)),
               'case': (case, case), 'sep': (sep, torch.zeros_like(sep))}
        return {k: self.scatter(at, a, b, taken, split, length) for k, (a, b) in out.items()}

    @staticmethod
    def join(a, b, size):
        """The characters of two tokens as one, cut as long words are: first eight and last four."""
        both = torch.cat([a, torch.zeros_like(b)], -1)
        at = size[..., None] + torch.arange(vi.MAX_CHARS, device=a.device)
        both = both.scatter(-1, at, b)
        total = (both > 0).sum(-1, keepdim=True)
        tail = both.gather(-1, (total - 4).clamp_min(0) + torch.arange(4, device=a.device))
        return torch.where(total > vi.MAX_CHARS, torch.cat([both[..., :8], tail], -1), both[..., :vi.MAX_CHARS])

    @staticmethod
    def scatter(at, first, rest, taken, split, length):
        shape = (first.shape[0], 2 * first.shape[1] + 2) + first.shape[2:]
        out = torch.zeros(shape, dtype=first.dtype, device=first.device)
        row = torch.arange(len(first), device=first.device)[:, None].expand_as(at)
        out[row, torch.where(taken, shape[1] - 1, at)] = first
        out[row, torch.where(split, at + 1, shape[1] - 1)] = rest
        return out[:, :length]

    def hint(self, channel):
        """The origin that the net is told: often unknown, sometimes right text from a doubtful origin."""
        r, origin = self.random(len(channel)), self.origin[channel]
        clean = channel == CHANNELS.index('clean')
        origin = torch.where(clean & (r > .85), FOREIGN_OCR, torch.where(clean & (r > .7), OWN_OCR, origin))
        return torch.where(r < .4, UNKNOWN, origin)
