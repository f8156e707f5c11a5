// How was this text spoilt, and so how eager may the restorer be?
// Invariant: decided from the text itself and its origin, never from its words' meaning; text in another language is `right` (nothing is done).
//   channelOf('Thuc hien Cong van so 453', 'text') === 'bare'   channelOf('Thực hiện Công văn', 'text-layer') === 'right'
// It does not say which words are wrong.
import type { Origin } from '@vanban/contract';
import { hasMarks, isBareSyllable, isSyllable } from '@vanban/text';

/**
 * right: nothing to do. shy: our own OCR, nearly right. poor: our own OCR of a page that was hard to read. partial: some words lost their marks or were misread.
 * damaged: read by an engine that does not know Vietnamese. bare: no marks at all.
 */
export type Channel = 'right' | 'shy' | 'poor' | 'partial' | 'damaged' | 'bare';

export interface Damage {
  readonly words: number;
  /** Share of words that marks could make a syllable of, but that are none as they stand (cac, vién, dinh is one as it stands). */
  readonly lost: number;
  /** Share of words with a digit or sign between letters (s6, d¢t). */
  readonly mixed: number;
  readonly marked: number;
  /** Share of words that marks could make a syllable of, or that are one without any (cac, gao). */
  readonly bare: number;
}

/** Fewer words than ENOUGH say nothing by themselves ("thi dua Ho so": each is a syllable as it stands); MANY need no help. SOME without any mark are no accident. */
const [SOME_WORDS, ENOUGH_WORDS, MANY_WORDS] = [8, 12, 60];
/** Right prose bears marks on 0.7 to 0.9 of its words. */
const WELL_MARKED = 0.6;
/** Of English words about a fifth could be syllables. */
const NEARLY_ALL = 0.85;
const WORD = /[\p{L}\p{N}¢&$§€¥£]+/gu;
/** "57-NQ/TW", "30/6/2025", "a@b.vn", "http://x": no words to judge by. */
const CODE = /\d.*[/-]|[/-].*\d|@|:\/\/|www\.|\p{Lu}[/-]\p{Lu}/u;

export function damageOf(text: string): Damage {
  const words = text
    .split(/\s+/u)
    .filter((token) => !CODE.test(token))
    .flatMap((token) => token.match(WORD) ?? [])
    .filter((word) => /\p{L}/u.test(word) && !/^\p{Lu}{2,}\d*$/u.test(word));
  const share = (holds: (word: string) => boolean) => (words.length === 0 ? 0 : words.filter(holds).length / words.length);
  return {
    words: words.length,
    lost: share((word) => isBareSyllable(word) && !isSyllable(word)),
    mixed: share((word) => /\p{L}[\d¢&$§€¥£]|^[\d¢&$§€¥£]\p{L}{2}/u.test(word)),
    marked: share(hasMarks),
    bare: share(isBareSyllable),
  };
}

/** The channel of a page or block; where it has few words, the damage `around` it decides unless its own marks stand well. */
export function channelOf(text: string, origin: Origin, around: Damage | null = null): Channel {
  const own = damageOf(text);
  if (own.marked === 0 && isUnmarked(around ?? own)) return 'bare';
  if (around === null || own.words >= MANY_WORDS) return classify(own, origin);
  if (own.words < ENOUGH_WORDS) return classify(around, origin);
  const wider = classify(around, origin);
  return (wider === 'bare' || wider === 'damaged') && own.marked < WELL_MARKED ? wider : classify(own, origin);
}

/** A text of which no word bears a mark and nearly all could: "gia gao giam, nam nay cua tinh …", where each word happens to be a syllable as it stands. */
const isUnmarked = ({ words, marked, bare }: Damage): boolean => words >= SOME_WORDS && marked === 0 && bare >= NEARLY_ALL;

function classify({ lost, mixed, marked }: Damage, origin: Origin): Channel {
  if (marked < 0.03 && lost > 0.15) return 'bare';
  if (lost + mixed > 0.12 && marked < 0.7) return 'damaged';
  if (lost + mixed > 0.04 && lost > 0.02) return origin === 'ocr' ? 'poor' : 'partial';
  return origin === 'ocr' ? 'shy' : 'right';
}
