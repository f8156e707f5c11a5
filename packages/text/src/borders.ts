// Where a word ends: the pieces that every regex over Vietnamese needs, because \b and \w know only ASCII letters.
// Invariant: a decomposed mark belongs to the letter before it, so borders hold in NFC and NFD alike.
//   new RegExp(`${WORD_START}quý${WORD_END}`, 'iu') reads "Quý" in "(Quý II)" but not in "quýt"
// It knows letters and digits only; what a word means is for others.

/** Nothing that is a letter or mark stands before. */
export const WORD_START = '(?<![\\p{L}\\p{M}])';
/** Nothing that is a letter or mark stands after. */
export const WORD_END = '(?![\\p{L}\\p{M}])';
/** As above, digits counting too: for numbers and codes. */
export const TOKEN_START = '(?<![\\p{L}\\p{M}\\p{N}])';
export const TOKEN_END = '(?![\\p{L}\\p{M}\\p{N}])';

/** A regex for any of the given sources as whole words. Flags `iu` unless told. */
export function wholeWord(sources: string | readonly string[], flags = 'iu'): RegExp {
  const body = typeof sources === 'string' ? sources : sources.join('|');
  return new RegExp(`${WORD_START}(?:${body})${WORD_END}`, flags);
}
