// Labels of points: a), b), c), d), đ), e). Without its stroke đ is a second d.
// Invariant: a label at the beginning of a line changes only where the label before it in its block is d too, one inside a line only right behind another d.
//   c) … d) … d) … e) → c) … d) … đ) … e)   các điểm c, d và d khoản 2 → các điểm c, d và đ khoản 2   not: a) … d) …
import { fold } from '@vanban/text';
import { changed } from '../draft.ts';
import { type Placed, peel, type Rule } from './rule.ts';

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

/** What stands between the names of two points: "d, d", "d và d", "điểm d, điểm d"; misread too. */
const BETWEEN = /^(?:va|diem|hoac)$/u;

/** The second of two points d that are named one after the other is đ. */
export const repairStrokedPoints: Rule = (pieces, { channel }) => {
  if (channel !== 'bare' && channel !== 'damaged') return pieces;
  let named = false;
  return pieces.map((placed) => {
    const { head, core, tail } = peel(placed.piece.text);
    const twice = named && core === 'd';
    named = core === 'd' ? !twice && /^[,;]?$/u.test(tail) : named && BETWEEN.test(fold(core)) && tail === '';
    return twice ? { ...placed, piece: changed(placed.piece, `${head}đ${tail}`, 'rule/stroked-label', SURE) } : placed;
  });
};

const startsLine = (pieces: readonly Placed[], i: number): boolean => i === 0 || pieces[i - 1]?.line !== pieces[i]?.line;
