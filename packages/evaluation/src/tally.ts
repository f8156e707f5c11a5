// Precision, recall and F1 of found things against gold ones.
// Invariant: hits ≤ gold and hits ≤ found; with nothing on either side all three are 1.
//   f1({ gold: 2, found: 2, hits: 1 }) === 0.5

export interface Tally {
  readonly gold: number;
  readonly found: number;
  readonly hits: number;
}

export const EMPTY: Tally = { gold: 0, found: 0, hits: 0 };

export const add = (a: Tally, b: Tally): Tally => ({ gold: a.gold + b.gold, found: a.found + b.found, hits: a.hits + b.hits });
export const precision = ({ found, hits }: Tally): number => (found === 0 ? 1 : hits / found);
export const recall = ({ gold, hits }: Tally): number => (gold === 0 ? 1 : hits / gold);
export const f1 = ({ gold, found, hits }: Tally): number => (gold + found === 0 ? 1 : (2 * hits) / (gold + found));

/** Greedy one-to-one matching in the order given: how many of the gold things were found. */
export function tallyOf<G, F>(gold: readonly G[], found: readonly F[], same: (gold: G, found: F) => boolean): Tally {
  const left = [...found];
  let hits = 0;
  for (const item of gold) {
    const at = left.findIndex((candidate) => same(item, candidate));
    if (at < 0) continue;
    left.splice(at, 1);
    hits++;
  }
  return { gold: gold.length, found: found.length, hits };
}
