// Can this word have been printed in a Vietnamese letter?
// Invariant: syllables, numbers, codes, abbreviations and plain signs can; anything else is doubtful, names of other languages (Đắk) included.
//   isLikely('Điều') isLikely('266/BXD-KHCN,') isLikely('(a)')   not: 'quyét', 's6', '⁄vV^'
// It looks at one word alone.
import { isSyllable } from './syllables.ts';

export function isLikely(word: string): boolean {
  const core = coreOf(word);
  if (core === '') return /^[-–—+*•.,:;/…"“”()]+$/u.test(word);
  if (hasDigitForLetter(core)) return false;
  return isSyllable(core) || /^[\d.,/:%-]+$/u.test(core) || /^[\p{Lu}\d./&-]+$/u.test(core) || /^[\p{L}\d]+(?:[-/][\p{L}\d]+)+$/u.test(core);
}

/** The word without the signs around it: "(quyết," → "quyết". */
export function coreOf(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** Whether a word says a number, and so must not be changed on a guess. A digit that only stands for a misread letter says none. */
export function hasNumber(word: string): boolean {
  return /\p{Nd}/u.test(word) && !hasDigitForLetter(coreOf(word));
}

/** One digit between letters where no number or code has it: p1ó, P1Ó, ngu0i; not A4, H5N1, m2, luật2, B1a, NĐ1B. Codes carry no marks (that of Đ is none). */
function hasDigitForLetter(core: string): boolean {
  if (!/^\p{L}+\p{Nd}\p{L}+$/u.test(core)) return false;
  return /\p{Mn}/u.test(core.normalize('NFD')) || /^(?=.{5})\p{L}?\p{Ll}+\p{Nd}\p{Ll}+$/u.test(core);
}
