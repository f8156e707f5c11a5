// Can this word have been printed in a Vietnamese letter?
// Invariant: syllables, numbers, codes, abbreviations and plain signs can; anything else is doubtful, names of other languages (Đắk) included.
//   isLikely('Điều') isLikely('266/BXD-KHCN,') isLikely('(a)')   not: 'quyét', 's6', '⁄vV^'
// It looks at one word alone.
import { isSyllable } from './syllables.ts';

export function isLikely(word: string): boolean {
  const core = coreOf(word);
  if (core === '') return /^[-–—+*•.,:;/…"“”()]+$/u.test(word);
  return isSyllable(core) || /^[\d.,/:%-]+$/u.test(core) || /^[\p{Lu}\d./&-]+$/u.test(core) || /^[\p{L}\d]+(?:[-/][\p{L}\d]+)+$/u.test(core);
}

/** The word without the signs around it: "(quyết," → "quyết". */
export function coreOf(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
