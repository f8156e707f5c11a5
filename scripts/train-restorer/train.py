"""Trains the tagger; may be stopped at any moment and started again with the same command.

    python3 train.py --work WORK --minutes 80 --workers 2                            (CPU: d256 x 5)
    python3 train.py --work WORK --minutes 30 --device cuda --d 384 --layers 6 --ff 1024 --rows 1024   (GPU)

Keeps WORK/NAME.pt: weights, optimiser, minutes spent. The learning rate follows the minutes spent, all runs together.
Matrices inside the net are trained by Muon (orthogonalised momentum), tables and the output layer by AdamW.
"""
import argparse
import json
import os
import tempfile
import time
from pathlib import Path

import torch
import torch.distributed as dist
import torch.multiprocessing
import torch.nn.functional as F

import warm
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
    args.add_argument('--threads', type=int, default=1)
    args.add_argument('--workers', type=int, default=1, help='processes that share the work: one per CPU core')
    for name, value in dict(d=256, layers=5, heads=4, ff=768, mixers=2, rows=40, length=64, sampled=900).items():
        args.add_argument(f'--{name}', type=int, default=value)
    args.add_argument('--lr', type=float, default=1.5e-3)
    args.add_argument('--muon-lr', type=float, default=.012, help='0 trains everything by AdamW')
    args.add_argument('--from', dest='shipped', type=Path, help='folder of a shipped model: start from its weights (same vocabulary and sizes; more layers are added)')
    args.add_argument('--hold', type=float, default=.2, help='share of the minutes at the full learning rate, before it falls to nothing')
    args.add_argument('--admin-weight', type=float, default=.75, help='share of windows from administrative text')
    args.add_argument('--word-drop', type=float, default=.12)
    args.add_argument('--save-every', type=float, default=4, help='minutes')
    args.add_argument('--score-lines', type=int, default=300, help='of each set, at each save')
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


def rate(fraction, hold):
    return 1 if fraction < hold else max(.005, (1 - fraction) / (1 - hold))


class Together:
    """Gradients averaged over processes of one thread each: on a CPU faster than one process with many threads."""

    def __init__(self, rank, args):
        self.rank, self.size = rank, args.workers
        if self.size > 1:
            os.environ.setdefault('GLOO_SOCKET_IFNAME', 'lo')
            dist.init_process_group('gloo', init_method=f'file://{args.meeting}', rank=rank, world_size=self.size)

    def average(self, params, minutes):
        """Averages the gradients in place; returns the first process's clock, so that all stop at the same step."""
        if self.size == 1:
            return minutes
        grads = [p.grad if p.grad is not None else torch.zeros_like(p) for p in params]
        flat = torch.cat([*[g.flatten() for g in grads], torch.tensor([0.0 if self.rank else minutes * self.size])])
        dist.all_reduce(flat)
        flat /= self.size
        for p, part in zip(params, flat[:-1].split([p.numel() for p in params])):
            p.grad = part.view_as(p)
        return float(flat[-1])


class Run:
    """The state of a training run: what is saved and resumed."""

    def __init__(self, rank, args):
        self.args, self.first = args, rank == 0
        self.path = args.work / f'{args.name}.pt'
        saved = torch.load(self.path, map_location=args.device) if self.path.exists() else None
        seed = (saved['steps'] if saved else 0) * 64 + rank + 1
        torch.manual_seed(1)
        self.sampler = Sampler(args.work, args.device, admin_weight=args.admin_weight, seed=seed)
        v = self.sampler.vocabulary
        self.model = Tagger(len(v.chars), len(v.words), len(v.syllables), args.d, args.layers, args.heads, args.ff, mixers=args.mixers).to(args.device)
        if args.shipped and not saved:
            warm.start(self.model, args.shipped, v)
        self.optims = optimisers(self.model, args)
        self.spent, self.steps, self.seen = 0.0, 0, 0
        if saved:
            self.model.load_state_dict(saved['model'])
            for (optim, _), state in zip(self.optims, saved['optimisers']):
                optim.load_state_dict(state)
            self.spent, self.steps, self.seen = saved['minutes'], saved['steps'], saved['tokens']
        torch.manual_seed(seed)
        self.sets = {p.stem: load_set(p, v, args.score_lines) for p in sorted((args.work / 'sets').glob('*.tsv'))} if self.first else {}
        self.log = open(args.work / f'{args.name}.log', 'a')
        self.say('parameters', sum(p.numel() for p in self.model.parameters()), self.model.config, 'minutes so far', self.spent)

    def say(self, *words):
        if self.first:
            print(*words, flush=True)
            print(*words, file=self.log, flush=True)

    def save(self):
        if self.first:
            state = dict(model=self.model.state_dict(), config=self.model.config, optimisers=[o.state_dict() for o, _ in self.optims],
                         minutes=self.spent, steps=self.steps, tokens=self.seen)
            torch.save(state, self.path.with_suffix('.part'))
            self.path.with_suffix('.part').replace(self.path)
            self.say(f'saved at {self.spent:.1f}', json.dumps({name: score(self.model, part, hidden) for name, part in self.sets.items()}))


def update(run, together, minutes):
    """One step of all processes; returns the loss and the common clock."""
    args, part = run.args, run.spent / run.args.minutes
    for optim, lr in run.optims:
        for group in optim.param_groups:
            group['lr'] = lr * rate(part, args.hold) * min(1, (run.steps + 1) / 150)
        optim.zero_grad(set_to_none=True)
    loss, tokens = step(run.model, run.sampler.batch(args.rows, args.length), args, part > .97)
    loss.backward()
    minutes = together.average(list(run.model.parameters()), minutes())
    torch.nn.utils.clip_grad_norm_(run.model.parameters(), 1.0)
    for optim, _ in run.optims:
        optim.step()
    run.steps, run.seen = run.steps + 1, run.seen + tokens * together.size
    return loss.item(), minutes


def train(rank, args):
    torch.set_num_threads(args.threads)
    together, run = Together(rank, args), Run(rank, args)
    start, saved_at, average = time.time() - 60 * run.spent, run.spent, None
    while run.spent < args.minutes:
        loss, run.spent = update(run, together, lambda: (time.time() - start) / 60)
        average = loss if average is None else .98 * average + .02 * loss
        if run.steps % 100 == 0:
            run.say(f'step {run.steps} minutes {run.spent:.2f} loss {average:.4f} tokens {run.seen / 1e6:.2f}M cpu {time.process_time():.0f}s')
        if run.spent - saved_at > args.save_every or run.spent >= args.minutes:
            run.save()
            saved_at = run.spent


def main():
    args = arguments()
    args.meeting = Path(tempfile.mkdtemp()) / 'meeting'
    if args.workers == 1:
        train(0, args)
    else:
        torch.multiprocessing.spawn(train, (args,), nprocs=args.workers)


if __name__ == '__main__':
    main()
