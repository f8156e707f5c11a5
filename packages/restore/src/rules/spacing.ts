// Blanks that OCR lost after punctuation.
// Invariant: only a blank is added; numbers, codes, addresses and abbreviations stay whole.
//   "học,công" → "học, công"   "hiện.Các" → "hiện. Các"   not: "1,5", "TP.HCM", "v.v", "a@b.vn", "GD&ĐT"
import { isSyllable } from '@vanban/text';
import { eachPiece, type Rule } from './rule.ts';

const ADDRESS = /[@/\\]|www\.|https?:/iu;

export const addLostBlanks: Rule = eachPiece('rule/lost-space', 0.97, (text, _before, _after, { channel }) => {
  if (channel === 'right' || ADDRESS.test(text)) return null;
  const repaired = text
    .replace(/(?<=\p{L}{2}["”)]?)([,;:])(?=["“(]?\p{L}{2})/gu, '$1 ')
    .replace(/(?<!\p{L})(\p{L}+\p{Ll})\.(\p{Lu}\p{Ll}+)/gu, (whole, left: string, right: string) =>
      isSyllable(left) && isSyllable(right) ? `${left}. ${right}` : whole,
    );
  return repaired === text ? null : repaired;
});
