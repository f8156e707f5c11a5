// Chance that comes out the same every time: one seed, one series.
//   const random = seeded(7); random.next(); random.whole(1, 12); random.of(['a', 'b']);

export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform in [from, to). */
  between(from: number, to: number): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  of<T>(items: readonly T[]): T;
  /** `count` different items in the order drawn; all of them where there are fewer. */
  some<T>(items: readonly T[], count: number): T[];
}

/** A small linear congruential generator (Numerical Recipes). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between: (from, to) => from + next() * (to - from),
    whole,
    of: <T>(items: readonly T[]): T => items[whole(0, items.length - 1)] as T,
    some: (items, count) => {
      const left = [...items];
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(whole(0, left.length - 1), 1)).flat();
    },
  };
}
