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
  for (let i = 1; i <= a.length; i++) {
    const current = [i * GAP];
    for (let j = 1; j <= b.length; j++) {
      const swap = (previous[j - 1] as number) + letterCost(a[i - 1] as string, b[j - 1] as string);
      current.push(Math.min(swap, (previous[j] as number) + GAP, (current[j - 1] as number) + GAP));
    }
    previous = current;
  }
  return previous[b.length] as number;
}

function letterCost(a: string, b: string): number {
  if (a === b) return 0;
  return GROUPS.some((group) => group.includes(a) && group.includes(b)) ? ALIKE : 1;
}
