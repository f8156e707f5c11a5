"""Muon (K. Jordan and others, 2024): momentum made orthogonal by five Newton–Schulz steps; for matrices inside a net."""
import torch


def orthogonal(g):
    x = g.bfloat16() / (g.norm() + 1e-7)
    wide = x.shape[0] <= x.shape[1]
    x = x if wide else x.t()
    for _ in range(5):
        a = x @ x.t()
        b = torch.addmm(a, a, a, beta=-4.7750, alpha=2.0315)
        x = torch.addmm(x, b, x, beta=3.4445)
    return (x if wide else x.t()).float()


class Muon(torch.optim.Optimizer):
    def __init__(self, params, lr=.01, momentum=.95, decay=.01):
        super().__init__(params, dict(lr=lr, momentum=momentum, decay=decay))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group['params']:
                if p.grad is None:
                    continue
                m = self.state[p].setdefault('momentum', torch.zeros_like(p))
                m.lerp_(p.grad, 1 - group['momentum'])
                update = orthogonal(p.grad.lerp(m, group['momentum']))
                p.mul_(1 - group['lr'] * group['decay'])
                p.add_(update, alpha=-group['lr'] * max(1, p.shape[0] / p.shape[1]) ** .5)
