"""Trains the tagger; may be stopped at any moment and started again with the same command.

    python3 train.py --work WORK --minutes 80                                        (CPU: d256 x 3)
    python3 train.py --work WORK --minutes 30 --device cuda --d 384 --layers 6 --ff 1024 --rows 1024   (GPU)

Keeps WORK/NAME.pt: weights, optimiser, minutes spent. The learning rate follows the minutes spent, all runs together.
Matrices inside the net are trained by Muon (orthogonalised momentum), tables and the output layer by AdamW.
"""
import argparse
import json
import time
from pathlib import Path

import torch
import torch.nn.functional as F

from loss import syllable_loss
from model import Tagger
from muon import Muon
from sampler import FACTOR, Sampler
from score import load_set, score


def arguments():
    args = argparse.ArgumentParser()
    args.add_argument('--work', type=Path, required=True)
    args.add_argument('--name', default='tagger')
    args.add_argument('--minutes', type=float, required=True)
    args.add_argument('--device', default='cpu')
    args.add_argument('--threads', type=int, default=2)
    for name, value in dict(d=256, layers=3, heads=4, ff=768, mixers=2, rows=40, length=64, sampled=900).items():
        args.add_argument(f'--{name}', type=int, default=value)
    args.add_argument('--lr', type=float, default=1.5e-3)
    args.add_argument('--muon-lr', type=float, default=.012, help='0 trains everything by AdamW')
    args.add_argument('--word-drop', type=float, default=.12)
    args.add_argument('--save-every', type=float, default=4, help='minutes')
    return args.parse_args()


def optimisers(model, args):
    inner = [p for n, p in model.named_parameters() if p.dim() == 2 and args.muon_lr and not n.startswith(('char.', 'word.', 'token_type.', 'relative.', 'out.', 'case.'))]
    ids = {id(p) for p in inner}
    rest = [p for p in model.parameters() if id(p) not in ids]
    adam = torch.optim.AdamW([{'params': [p for p in rest if p.dim() > 1], 'weight_decay': .01}, {'params': [p for p in rest if p.dim() == 1], 'weight_decay': 0}],
                             lr=args.lr, betas=(.9, .98), foreach=True)
    return [(adam, args.lr)] + ([(Muon(inner, lr=args.muon_lr), args.muon_lr)] if inner else [])


def hidden(model, batch, drop, device):
    """Characters are read once for each distinct token of the batch (a third of the cost of reading all)."""
    chars, word = batch['chars'], batch['word']
    mask = (chars[..., 0] > 0).long()
    with torch.autocast(device, dtype=torch.bfloat16):
        key = ((chars + 1) * FACTOR.to(chars.device)).sum(-1)
        _, inverse = torch.unique(key, return_inverse=True)
        flat = chars.reshape(-1, chars.shape[-1])
        one = torch.zeros(int(inverse.max()) + 1, dtype=torch.long, device=chars.device)
        one[inverse.flatten()] = torch.arange(len(flat), device=chars.device)
        x = F.embedding(inverse, model.read_chars(flat[one]).float())
        if drop:
            word = torch.where(torch.rand(word.shape, device=word.device) < drop, torch.ones_like(word), word)
        return model.encode(x + model.word(word), batch['token_type'], mask).float()


def step(model, batch, args, full):
    h = hidden(model, batch, args.word_drop, args.device).flatten(0, 1)
    label, second = batch['label'].flatten(), batch['second'].flatten()
    real = label > 0
    h, label, second, case = h[real], label[real], second[real], batch['case'].flatten()[real]
    also = (second > 0) | (torch.rand(len(second), device=h.device) < .05)
    loss = syllable_loss(model, torch.cat([h, model.second(h[also])]), torch.cat([label, second[also]]), 0 if full else args.sampled)
    cased = (case < 3) & (label > 2)
    return loss + .1 * F.cross_entropy(model.case(h)[cased], case[cased]), len(label)


def rate(fraction):
    return 1 if fraction < .35 else max(.01, (1 - fraction) / .65)


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    path = args.work / f'{args.name}.pt'
    saved = torch.load(path, map_location=args.device) if path.exists() else None
    torch.manual_seed(saved['steps'] if saved else 1)
    sampler = Sampler(args.work, args.device, seed=saved['steps'] + 1 if saved else 1)
    v = sampler.vocabulary
    model = Tagger(len(v.chars), len(v.words), len(v.syllables), args.d, args.layers, args.heads, args.ff, mixers=args.mixers).to(args.device)
    optims = optimisers(model, args)
    spent, steps, seen = 0.0, 0, 0
    if saved:
        model.load_state_dict(saved['model'])
        for (optim, _), state in zip(optims, saved['optimisers']):
            optim.load_state_dict(state)
        spent, steps, seen = saved['minutes'], saved['steps'], saved['tokens']
    sets = {p.stem: load_set(p, v, 500) for p in sorted((args.work / 'sets').glob('*.tsv'))}
    log = open(args.work / f'{args.name}.log', 'a')

    def say(*words):
        print(*words, flush=True)
        print(*words, file=log, flush=True)

    def save():
        state = dict(model=model.state_dict(), config=model.config, optimisers=[o.state_dict() for o, _ in optims], minutes=spent, steps=steps, tokens=seen)
        torch.save(state, path.with_suffix('.part'))
        path.with_suffix('.part').replace(path)

    say('parameters', sum(p.numel() for p in model.parameters()), model.config, 'resumed at' if saved else 'new', spent)
    last, saved_at, average = time.time(), spent, None
    while spent < args.minutes:
        for optim, lr in optims:
            for group in optim.param_groups:
                group['lr'] = lr * rate(spent / args.minutes) * min(1, (steps + 1) / 150)
        loss, tokens = step(model, sampler.batch(args.rows, args.length), args, spent > .93 * args.minutes)
        for optim, _ in optims:
            optim.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for optim, _ in optims:
            optim.step()
        steps, seen, now = steps + 1, seen + tokens, time.time()
        spent, last = spent + (now - last) / 60, now
        average = loss.item() if average is None else .98 * average + .02 * loss.item()
        if steps % 100 == 0:
            say(f'step {steps} minutes {spent:.2f} loss {average:.4f} tokens {seen / 1e6:.2f}M cpu {time.process_time():.0f}s')
        if spent - saved_at > args.save_every or spent >= args.minutes:
            save()
            say(f'saved at {spent:.1f}', json.dumps({name: score(model, part, hidden) for name, part in sets.items()}))
            saved_at, last = spent, time.time()


if __name__ == '__main__':
    main()
