// Which element of one sequence stands for which of the other, at the least number of changes?
// Invariant: pairs are in order; a substitution pairs two unequal elements; `null` means that one side has nothing.
//   distance(['a', 'b'], ['a', 'c']) === 1   align([...'ab'], [...'b']) → [[0, null], [1, 0]]
// Elements are compared by ===; bring texts to one form first (normal-form.ts).

/** Levenshtein distance; memory grows with the shorter side only. */
export function distance<T>(a: readonly T[], b: readonly T[]): number {
  if (a.length < b.length) return distance(b, a);
  let previous = Int32Array.from({ length: b.length + 1 }, (_, j) => j);
  let current = new Int32Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    current[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current[j] = Math.min(substitution, (previous[j] as number) + 1, (current[j - 1] as number) + 1);
    }
    [previous, current] = [current, previous];
  }
  return previous[b.length] as number;
}

export type Pair = readonly [number | null, number | null];

/** One cheapest alignment. Needs a byte for each pair of elements. */
export function align<T>(a: readonly T[], b: readonly T[]): Pair[] {
  const steps = stepsOf(a, b);
  const pairs: Pair[] = [];
  let [i, j] = [a.length, b.length];
  while (i > 0 || j > 0) {
    const step = steps[i * (b.length + 1) + j] as number;
    if (step === BOTH) pairs.push([--i, --j]);
    else if (step === LEFT) pairs.push([--i, null]);
    else pairs.push([null, --j]);
  }
  return pairs.reverse();
}

const [BOTH, LEFT, RIGHT] = [0, 1, 2];

function stepsOf<T>(a: readonly T[], b: readonly T[]): Uint8Array {
  const width = b.length + 1;
  const steps = new Uint8Array((a.length + 1) * width);
  let previous = Int32Array.from({ length: width }, (_, j) => j);
  let current = new Int32Array(width);
  steps.fill(RIGHT, 1, width);
  for (let i = 1; i <= a.length; i++) {
    current[0] = i;
    steps[i * width] = LEFT;
    for (let j = 1; j < width; j++) {
      const both = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const left = (previous[j] as number) + 1;
      const right = (current[j - 1] as number) + 1;
      const best = Math.min(both, left, right);
      current[j] = best;
      steps[i * width + j] = best === both ? BOTH : best === left ? LEFT : RIGHT;
    }
    [previous, current] = [current, previous];
  }
  return steps;
}
