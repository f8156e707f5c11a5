// Labels of points: a), b), c), d), đ), e). Without its stroke đ is a second d.
// Invariant: only a label at the beginning of a line changes, only where the label before it in its block is d too.
//   c) … d) … d) … e) → c) … d) … đ) … e)   not: a) … d) …
import { changed } from '../draft.ts';
import type { Placed, Rule } from './rule.ts';

/** "d)", "d.", "D)"; not "d", "dd)". */
const LABEL = /^(\p{L})([).])$/u;
const SURE = 0.95;

export const repairStrokedLabels: Rule = (pieces, { channel }) => {
  if (channel !== 'bare' && channel !== 'damaged') return pieces;
  let last = '';
  return pieces.map((placed, i) => {
    const label = startsLine(pieces, i) ? LABEL.exec(placed.piece.text) : null;
    const [, letter = '', end = ''] = label ?? [];
    if (label === null) return placed;
    const twice = letter === 'd' && last === 'd';
    last = twice ? 'đ' : letter;
    return twice ? { ...placed, piece: changed(placed.piece, `đ${end}`, 'rule/stroked-label', SURE) } : placed;
  });
};

const startsLine = (pieces: readonly Placed[], i: number): boolean => i === 0 || pieces[i - 1]?.line !== pieces[i]?.line;
