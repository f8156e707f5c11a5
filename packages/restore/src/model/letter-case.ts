// Capitals of a repaired word: the source's where they can be seen, else what the net expects.
// Invariant: only case changes.
//   dress('quyết', 'QUYET', 0) === 'QUYẾT'   dress('là', '1a', 0) === 'là'   dress('đắk', 'Dik', 0) === 'Đắk'   dress('lập', 'Idp', 0) === 'lập'   dress('xã', 'xA', 0) === 'XÃ'
import { stripMarks } from '@vanban/text';

const TITLE = 1;
const UPPER = 2;

export function dress(word: string, source: string, expected: number): string {
  const letters = [...source].filter((char) => /\p{L}/u.test(char));
  const capitals = letters.filter((char) => char !== char.toLowerCase()).length;
  if (isBarsRead(word, source) || (letters.length === 1 && word.length === 1)) return cased(word, expected);
  if (capitals === letters.length && letters.length > 1) return expected === TITLE && isSizeUnclear(source) ? title(word) : word.toUpperCase();
  if (SMALL_AMONG_CAPITALS.test(source)) return word.toUpperCase();
  const clear = /^\p{L}/u.test(source);
  if (clear && capitals > 0 && /^\p{Lu}/u.test(source)) return expected === UPPER && capitals > 1 ? word.toUpperCase() : title(word);
  if (clear || letters.length === 0) return clear || expected !== TITLE ? word : title(word);
  if (expected === UPPER && capitals > 0) return word.toUpperCase();
  return cased(word, expected === TITLE ? TITLE : 0);
}

/** "xA" for XÃ, "vA" for VÀ: a first letter that looks alike small and large. */
const SMALL_AMONG_CAPITALS = /^[cosuvwxz]\p{Lu}+$/u;

/** A capital I or J where the word begins with l: a bar says nothing about case ("Idp": lập). */
const isBarsRead = (word: string, source: string): boolean => /^[IJ]\p{Ll}/u.test(source) && stripMarks(word).startsWith('l');

/** Two letters, the second one of those that look alike large and small and without a mark: "BO" may be Bộ, "TÉ" and "SN" are capitals. */
const isSizeUnclear = (source: string): boolean => /^\p{Lu}[COSVXZ]$/u.test(source);

const cased = (word: string, expected: number): string => (expected === UPPER ? word.toUpperCase() : expected === TITLE ? title(word) : word);

const title = (word: string): string => `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`;
