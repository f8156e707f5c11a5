// How unlike do two words look to an engine that reads letters by their shape?
// Invariant: 0 for equal words; letters that engines take for each other cost less than others.
//   likeness('bik', 'dak') === 1   likeness('glei', 'glei') === 0
// Words come folded: no marks, lower case.

/** Letters of one group are often read for each other once marks are lost (Đắk → bik, Dik). */
const GROUPS = ['aeioudy', 'bdph', 'lit1fjr', 'ceo06', 'gqy9', 'nmhu', 'uvw', 'sS58', 'kx', 'an4'];
const ALIKE = 0.5;
const GAP = 0.8;

export function likeness(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j * GAP);
  let current = new Array<number>(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    const letter = a[i - 1] as string;
    let left = i * GAP;
    current[0] = left;
    for (let j = 1; j <= b.length; j++) {
      const swap = (previous[j - 1] as number) + letterCost(letter, b[j - 1] as string);
      left = Math.min(swap, (previous[j] as number) + GAP, left + GAP);
      current[j] = left;
    }
    [previous, current] = [current, previous];
  }
  return previous[b.length] as number;
}

const PAIRS: ReadonlySet<string> = new Set(GROUPS.flatMap((group) => [...group].flatMap((a) => [...group].map((b) => a + b))));

const letterCost = (a: string, b: string): number => (a === b ? 0 : PAIRS.has(a + b) ? ALIKE : 1);
