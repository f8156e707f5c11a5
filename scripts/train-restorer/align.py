"""Which noisy token, and which noisy character, stands for which true one?

Invariant: the pieces of both sides, joined, are the whole of both sides. Example: align_chars("của", "cia") = ["c", "i", "a"].
Does not judge: lines without likeness align too, callers drop them.
"""
from functools import lru_cache

import vietnamese as vi

BAND = 4


@lru_cache(maxsize=1 << 20)
def distance(a, b):
    a, b = vi.strip(a.lower()), vi.strip(b.lower())
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def align_tokens(truth, noisy):
    """Steps (i, i2, j, j2): truth[i:i2] was read as noisy[j:j2]; 1-1, 2-1 (glued), 1-2 (split), 1-0, 0-1."""
    n, m = len(truth), len(noisy)
    best, back = {(0, 0): 0.0}, {}
    band = BAND + abs(n - m)
    for i in range(n + 1):
        for j in range(max(0, i - band), min(m, i + band) + 1):
            if (i, j) not in best:
                continue
            for di, dj, extra in (1, 1, 0), (2, 1, .6), (1, 2, .6), (1, 0, .5), (0, 1, .5):
                if i + di > n or j + dj > m:
                    continue
                cost = best[i, j] + extra + distance(''.join(truth[i:i + di]), ''.join(noisy[j:j + dj]))
                if cost < best.get((i + di, j + dj), 1e9):
                    best[i + di, j + dj], back[i + di, j + dj] = cost, (i, j)
    at, steps = (n, m), []
    while at != (0, 0):
        steps.append((back[at][0], at[0], back[at][1], at[1]))
        at = back[at]
    return steps[::-1]


def change(a, b):
    return 0 if a == b else .3 if vi.strip(a) == vi.strip(b) else .4 if a.lower() == b.lower() else 1


@lru_cache(maxsize=1 << 18)
def align_chars(truth, noisy):
    """For each true character what was read for it: '' if lost; added characters go with a changed neighbour."""
    n, m = len(truth), len(noisy)
    cost = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(n + 1):
        for j in range(m + 1):
            if i or j:
                cost[i][j] = min(cost[i - 1][j] + 1 if i else 1e9, cost[i][j - 1] + .9 if j else 1e9,
                                 cost[i - 1][j - 1] + change(truth[i - 1], noisy[j - 1]) if i and j else 1e9)
    read, i, j = [''] * n, n, m
    while i or j:
        if i and j and cost[i][j] == cost[i - 1][j - 1] + change(truth[i - 1], noisy[j - 1]):
            i, j = i - 1, j - 1
            read[i] = noisy[j] + read[i]
        elif i and cost[i][j] == cost[i - 1][j] + 1:
            i -= 1
        else:
            j -= 1
            k = i - 1 if i and (i == n or truth[i - 1] != noisy[j - 1] and vi.strip(truth[i - 1]) != truth[i - 1]) else min(i, n - 1)
            read[k] = noisy[j] + read[k]
    return tuple(read)
