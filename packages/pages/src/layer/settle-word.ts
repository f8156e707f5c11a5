// One word as it was recognised and as an older text layer has it: which letters, which signs around them, how sure?
// Invariant: digits are those recognised, or the word is left as it was; where both readings agree the word becomes surer, where digits differ doubtful.
//   settleWord('thể:', 'thé;', 0.2) → 'thể;'   settleWord('so', 'số', 0.97) → 'số', if 'so' was not sure   settleWord('34', '54', 1) → '34' at 0.5 at most
// Measured on transcribed pages with layers of several engines; the figures stand in the package's README.
import type { Word } from '@vanban/contract';
import { coreOf, fold, isLikely } from '@vanban/text';
import type { Place } from './same-place.ts';

/** A word is surely recognised from this confidence on, if it is a likely one. */
const SURE = 0.9;
/** How much of the surely recognised words a layer must have in the same letters before its own letters can win, and how unsure the recognised word must then be. */
const [TRUSTED, UNSURE] = [0.9, 0.8];
/** Confidence of digits that the two readings do not agree on, at most. */
const DISPUTED = 0.5;

/** Share of the surely recognised words that the layer has in the same letters, 0…1; 0 where too few can be compared. */
export function trustIn(places: readonly Place[]): number {
  const sure = places.flatMap(({ read, layer }) => {
    const [own, other] = [read[0], layer[0]];
    if (read.length !== 1 || layer.length !== 1 || !own || !other) return [];
    return own.confidence >= SURE && isLikely(own.text) && /\p{L}/u.test(own.text) ? [coreOf(own.text) === coreOf(other.text)] : [];
  });
  return sure.length < ENOUGH ? 0 : sure.filter(Boolean).length / sure.length;
}

const ENOUGH = 20;

export function settleWord(read: Word, layer: Word, trust: number): Word {
  const other = layer.text.normalize('NFC');
  if (read.text === other) return { ...read, confidence: surer(read.confidence) };
  if (/\p{Nd}/u.test(read.text) || (isNumber(other) && !isLikely(read.text))) return settleDigits(read, other);
  const letters = trust >= TRUSTED && winsLetters(read, other) ? other : read.text;
  const text = withSigns(letters, other);
  const offered = isLikely(other) && (trust >= TRUSTED || !isBare(other, read.text)) ? [other] : [];
  const alternatives = [...new Set([read.text, ...(read.alternatives ?? []), ...offered])].filter((one) => one !== text);
  return { ...read, text, ...(alternatives.length > 0 ? { alternatives } : {}) };
}

/** Half of the doubt is gone when another engine read the same. */
const surer = (confidence: number): number => 1 - (1 - confidence) / 2;

function settleDigits(read: Word, other: string): Word {
  if (digitsOf(read.text) === digitsOf(other)) return { ...read, confidence: surer(read.confidence) };
  if (withoutSlashes(read.text) === withoutSlashes(other)) return read;
  return { ...read, confidence: Math.min(read.confidence, DISPUTED), alternatives: [...new Set([...(read.alternatives ?? []), other])] };
}

/** "34", "15/6/2026,"; not "s6", which engines without Vietnamese letters make of "số". */
const isNumber = (text: string): boolean => /^[\d.,/:%-]+$/u.test(coreOf(text));

const digitsOf = (text: string): string => text.replace(/\P{Nd}/gu, '');

/** Slashes are read as 1, l, I: they neither confirm nor deny. "82/2017/NĐ-CP" and "82/20171ND-CP" → 82207. */
const withoutSlashes = (text: string): string => text.replace(/[^\p{Nd}]|1/gu, '');

/** A layer that mostly has the same letters wins where recognition was unsure or read what cannot be; engines lose marks and seldom make any up. */
function winsLetters(read: Word, other: string): boolean {
  if (!isLikely(other) || !/\p{L}/u.test(other) || /\p{Nd}/u.test(other) || isBare(other, read.text)) return false;
  return read.confidence < UNSURE || !isLikely(read.text);
}

/** The same letters with fewer marks, which engines without Vietnamese lose: "vé" beside "về" is no other reading. */
const isBare = (other: string, read: string): boolean => fold(read) === fold(other) && marksIn(other) < marksIn(read);

const marksIn = (text: string): number => text.normalize('NFD').match(/\p{M}|[đĐ]/gu)?.length ?? 0;

/** "thể:", "thé;" → "thể;". Recognition loses commas and takes semicolons for colons; signs that the layer has beside the same letters were seen. */
function withSigns(text: string, other: string): string {
  const [own, seen] = [signsBehind(text), signsBehind(other)];
  const alike = Math.abs(coreOf(text).length - coreOf(other).length) <= 2;
  const better = (own === '' && seen === ',') || ((own === ':' || own === '.') && (seen === ',' || seen === ';'));
  return alike && better ? text.slice(0, text.length - own.length) + seen : text;
}

const signsBehind = (text: string): string => /[^\p{L}\p{N}]*$/u.exec(text)?.[0] ?? '';
