"""The net: a syllable tagger. Characters and word form of each token in, one of about 6,500 syllables out.

Invariant: no absolute positions (relative bias of ±16 and two local mixers), so windows may have any length.
It holds no vocabulary: chars.json, words.json and syllables.json say what the numbers mean.
"""
import math

import torch
import torch.nn.functional as F
from torch import nn

from vietnamese import MAX_CHARS

TOKEN_TYPES = 64  # what stands before the token + 8 * origin of the text


def cast(x):
    """What autocast would make of x before a product, so that x can be copied five times in the small."""
    on_cpu = x.device.type == 'cpu'
    return x.bfloat16() if (torch.is_autocast_cpu_enabled() if on_cpu else torch.is_autocast_enabled()) else x


class Block(nn.Module):
    def __init__(self, d, heads, ff):
        super().__init__()
        self.heads, self.size = heads, d // heads
        self.norm1, self.norm2 = nn.LayerNorm(d), nn.LayerNorm(d)
        self.qkv, self.merge = nn.Linear(d, 3 * d), nn.Linear(d, d)
        self.up, self.down = nn.Linear(d, ff), nn.Linear(ff, d)

    def forward(self, x, bias):
        b, t, d = x.shape
        q, k, v = self.qkv(self.norm1(x.float())).view(b, t, 3, self.heads, self.size).permute(2, 0, 3, 1, 4)
        weights = torch.matmul(q, k.transpose(-1, -2)) * (1 / math.sqrt(self.size)) + bias
        mixed = torch.matmul(torch.softmax(weights.float(), -1).to(v.dtype), v)
        x = x.float() + self.merge(mixed.transpose(1, 2).reshape(b, t, d))
        return x + self.down(torch.relu(self.up(self.norm2(x))))  # residuals and norms stay fp32: bf16 norms are slow on CPU


class Tagger(nn.Module):
    def __init__(self, chars, words, syllables, d=256, layers=3, heads=4, ff=768, char_d=48, conv=192, reach=16, mixers=2):
        super().__init__()
        self.config = dict(chars=chars, words=words, syllables=syllables, d=d, layers=layers, heads=heads, ff=ff,
                           char_d=char_d, conv=conv, reach=reach, mixers=mixers)
        self.reach = reach
        self.char = nn.Embedding(chars, char_d, padding_idx=0)
        self.slots, self.conv = nn.Linear(MAX_CHARS * char_d, d), nn.Linear(3 * char_d, conv)
        self.pool, self.wide, self.narrow = nn.Linear(conv, d), nn.Linear(d, 2 * d), nn.Linear(2 * d, d)
        self.char_norm = nn.LayerNorm(d)
        self.word, self.token_type = nn.Embedding(words, d), nn.Embedding(TOKEN_TYPES, d)
        self.relative = nn.Embedding(2 * reach + 1, heads)
        self.mixers = nn.ModuleList(nn.Linear(5 * d, d) for _ in range(mixers))
        self.blocks = nn.ModuleList(Block(d, heads, ff) for _ in range(layers))
        self.norm, self.out = nn.LayerNorm(d), nn.Linear(d, syllables)
        self.case, self.second = nn.Linear(d, 4), nn.Linear(d, d)
        self.start()

    def start(self):
        for m in self.modules():
            if isinstance(m, nn.Linear):
                nn.init.normal_(m.weight, std=.6 / math.sqrt(m.weight.shape[1]))
                nn.init.zeros_(m.bias)
            elif isinstance(m, nn.Embedding):
                nn.init.normal_(m.weight, std=.3)
        nn.init.normal_(self.relative.weight, std=.02)
        nn.init.normal_(self.out.weight, std=.02)
        for block in self.blocks:
            block.merge.weight.data *= .3
            block.down.weight.data *= .3

    def read_chars(self, chars):
        """chars [n, 12] → [n, d]"""
        e = self.char(chars)
        p = F.pad(e, (0, 0, 1, 1))
        seen = torch.relu(self.conv(torch.cat([p[:, :-2], p[:, 1:-1], p[:, 2:]], -1))).amax(1)
        x = self.slots(e.flatten(1)) + self.pool(seen)
        return self.char_norm((x + self.narrow(torch.relu(self.wide(x)))).float())

    def encode(self, x, token_type, mask):
        """token vectors [b, t, d] → hidden [b, t, d]; mask 1 = a token"""
        x = x + self.token_type(token_type)
        place = torch.arange(x.shape[1], device=x.device)
        far = (place[None] - place[:, None]).clamp(-self.reach, self.reach) + self.reach
        bias = self.relative(far).permute(2, 0, 1)[None] + ((1 - mask.float()) * -1e4)[:, None, None, :]
        real = mask.to(x.dtype)[..., None]
        for n, block in enumerate(self.blocks):
            if n < len(self.mixers):
                p = F.pad(cast(x.float() * real), (0, 0, 2, 2))
                x = x.float() + self.mixers[n](torch.cat([p[:, :-4], p[:, 1:-3], p[:, 2:-2], p[:, 3:-1], p[:, 4:]], -1))
            x = block(x, bias)
        return self.norm(x.float())

    def forward(self, input_ids, token_type_ids, attention_mask):
        """input_ids [b, t, 13]: twelve characters and the word form. → hidden [b, t, d], which out, case and second read"""
        b, t, _ = input_ids.shape
        x = self.read_chars(input_ids[:, :, :MAX_CHARS].reshape(b * t, MAX_CHARS)).view(b, t, -1)
        return self.encode(x + self.word(input_ids[:, :, MAX_CHARS]), token_type_ids, attention_mask)


def deepen(state, layers):
    """Weights of a net with fewer blocks for one with more that computes the same.

    The later a block stands, the sooner it is doubled; the copy's outputs are zero, so training begins where it ended.
    Example: of blocks 0 1 2 five become 0 1 1' 2 2'. Raises ValueError where blocks would be lost.
    """
    number = lambda name: int(name.split('.')[1])
    old = 1 + max(number(name) for name in state if name.startswith('blocks.'))
    if layers < old:
        raise ValueError(f'the weights have {old} blocks, more than {layers}')
    order = sorted([*range(old), *(old - 1 - k % old for k in range(layers - old))])
    found = {name: array for name, array in state.items() if not name.startswith('blocks.')}
    for new, source in enumerate(order):
        copied = new > 0 and order[new - 1] == source
        for name, array in state.items():
            if name.startswith('blocks.') and number(name) == source:
                rest = name.split('.', 2)[2]
                silent = copied and rest.startswith(('merge.', 'down.'))
                found[f'blocks.{new}.{rest}'] = torch.zeros_like(array) if silent else array.clone()
    return found


def load(path):
    saved = torch.load(path, map_location='cpu')
    model = Tagger(**saved['config'])
    model.load_state_dict(saved['model'])
    return model
