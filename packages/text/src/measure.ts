// How Vietnamese is this text? The figures by which a text layer, an OCR result or a decoded text is judged.
// Invariant: shares are 0…1 and 0 for a text without words; numbers, codes and addresses are not words.
//   measureVietnamese('Thực hiện Công văn').marked === 1   measureVietnamese('Thuc hien Cong van').marked === 0
// It gives figures only; what is good enough is decided where it is used. Right prose measures syllables > 0.95, marked 0.70–0.85, odd < 0.005.
import { hasMarks, toNfc } from './letters.ts';
import { isSyllable } from './syllables.ts';

export interface Measure {
  /** Runs of characters with at least one letter, codes and addresses left out. */
  readonly words: number;
  /** Share of words that are valid syllables. A word with a foreign sign inside (s6, d¢t) is none. */
  readonly syllables: number;
  /** Share of words with at least one Vietnamese mark or đ. */
  readonly marked: number;
  /** Share of non-blank characters that Vietnamese office text does not use (¢, ©, ä, ñ, private use, replacement character). */
  readonly odd: number;
}

/** Letters with digits and / or -, addresses: "57-NQ/TW", "a@b.vn". Not: "kinh-tế". */
const CODE = /^\P{L}*$|\d.*[/-]|[/-].*\d|@|:\/\/|www\.|\p{Lu}[/-]\p{Lu}{2}/u;
const EDGES = /^[^\p{L}\p{N}¢&]+|[^\p{L}\p{N}¢&]+$/gu;
const USUAL =
  /[aăâbcdđeêfghijklmnoôơpqrstuưvwxyzàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ0-9\s.,;:!?…()[\]{}"'“”‘’/\\\-–—+*%=<>_&@#^~|•°²³½×≥≤§]/iu;

export function measureVietnamese(text: string): Measure {
  const clean = toNfc(text);
  const words = wordsOf(clean);
  const chars = [...clean].filter((char) => /\S/u.test(char));
  return {
    words: words.length,
    syllables: share(words, isSyllable),
    marked: share(words, hasMarks),
    odd: share(chars, (char) => !USUAL.test(char)),
  };
}

function wordsOf(text: string): string[] {
  return text
    .split(/\s+/u)
    .filter((token) => !CODE.test(token))
    .flatMap((token) => token.split(/[-–—/,.;:()“”"]+/u))
    .map((part) => part.replace(EDGES, ''))
    .filter((part) => /\p{L}/u.test(part));
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}
