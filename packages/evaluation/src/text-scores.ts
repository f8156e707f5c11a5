// How far is a text that was read from what is printed?
// Invariant: rates are errors by length of the truth (they may exceed 1); an empty truth gives 0 for an empty reading, else 1.
//   errorRates('một hai', 'một hải') → { cer: 1/7, wer: 1/2, … }
import { distance } from './alignment.ts';
import { normalise, wordsOf } from './normal-form.ts';

export interface ErrorRates {
  readonly cer: number;
  readonly wer: number;
  readonly characters: number;
  readonly words: number;
}

export function errorRates(truth: string, reading: string): ErrorRates {
  const [chars, readChars] = [[...normalise(truth)], [...normalise(reading)]];
  const [words, readWords] = [wordsOf(truth), wordsOf(reading)];
  return { cer: rate(chars, readChars), wer: rate(words, readWords), characters: chars.length, words: words.length };
}

/** Agreement of words whatever their order (multiset F1): for pages whose blocks may be read in more than one order. */
export function bagF1(truth: string, reading: string): number {
  const [words, read] = [wordsOf(truth), wordsOf(reading)];
  if (words.length + read.length === 0) return 1;
  return (2 * countCommon(words, read)) / (words.length + read.length);
}

/** How many elements two multisets share. */
export function countCommon(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const item of a) left.set(item, (left.get(item) ?? 0) + 1);
  let common = 0;
  for (const item of b) {
    const count = left.get(item) ?? 0;
    if (count === 0) continue;
    common++;
    left.set(item, count - 1);
  }
  return common;
}

function rate<T>(truth: readonly T[], read: readonly T[]): number {
  if (truth.length === 0) return read.length === 0 ? 0 : 1;
  return distance(truth, read) / truth.length;
}
