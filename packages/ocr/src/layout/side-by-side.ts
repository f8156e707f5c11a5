// Do several signers stand beside each other in what looks like one column?
// Invariant: every fragment comes out exactly once, groups from left to right; a column whose lines are not all parted by the same white stays one.
//   partSideBySide(fragments of two signers) → [those of the left signer, those of the right one]
import type { Fragment } from './fragments.ts';

/** White that runs down between two signers, in inches. */
const GAP = 0.3;
/** Each of them has a title and a name at least. */
const [FEWEST_LINES, FEWEST_LETTERS] = [2, 8];

export function partSideBySide(column: readonly Fragment[], dpi: number): (readonly Fragment[])[] {
  const sorted = [...column].sort((a, b) => a.box[0] - b.box[0]);
  let reach = sorted[0]?.box[2] ?? 0;
  for (const [i, { box }] of sorted.entries()) {
    if (box[0] - reach >= GAP * dpi) {
      const [left, right] = [sorted.slice(0, i), sorted.slice(i)];
      if (isSigner(left) && isSigner(right)) return [inOrder(left), ...partSideBySide(inOrder(right), dpi)];
    }
    reach = Math.max(reach, box[2]);
  }
  return [column];
}

function isSigner(fragments: readonly Fragment[]): boolean {
  const letters = fragments.reduce((sum, fragment) => sum + fragment.letters, 0);
  let [lines, bottom] = [0, -1];
  for (const { box } of inOrder(fragments)) {
    if ((box[1] + box[3]) / 2 <= bottom) continue;
    lines++;
    bottom = box[3];
  }
  return lines >= FEWEST_LINES && letters >= FEWEST_LETTERS;
}

const inOrder = (fragments: readonly Fragment[]): Fragment[] => [...fragments].sort((a, b) => a.box[1] - b.box[1]);
