// Chance that can be had again: the same seed gives the same choices on every machine.
// Invariant: a stream depends on its seed's text alone.
//   randomOf('pdf/1/42').int(10) → always the same number below 10
// Not for secrets.
import { createHash } from 'node:crypto';

export interface Random {
  /** 0…below-1. */
  int(below: number): number;
  /** True once in `n` times. */
  once(n: number): boolean;
  pick<T>(items: readonly T[]): T;
}

/** xorshift128 seeded by SHA-256. */
export function randomOf(seed: string): Random {
  const digest = createHash('sha256').update(seed).digest();
  const state = new Uint32Array([0, 4, 8, 12].map((at) => digest.readUInt32LE(at)));
  const next = (): number => {
    let [x, , , w] = state as unknown as [number, number, number, number];
    x ^= x << 11;
    x ^= x >>> 8;
    state.copyWithin(0, 1);
    w ^= (w >>> 19) ^ x;
    state[3] = w;
    return w >>> 0;
  };
  const int = (below: number): number => (below <= 1 ? 0 : Math.floor((next() / 2 ** 32) * below));
  return {
    int,
    once: (n) => int(n) === 0,
    pick: (items) => items[int(items.length)] as (typeof items)[number],
  };
}
