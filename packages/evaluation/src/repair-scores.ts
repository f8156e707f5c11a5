// What did the restorer do to a text: repaired, harmed, left wrong? And did it know how sure it was?
// Invariant: counted over the words of the truth that hold a letter, punctuation around them apart; a word is right where the cheapest
// alignment matches it exactly.
//   truth "cả hai", before "ca hai", after "cả hải" → words 2, wrongBefore 1, wrongAfter 1, repaired 1, harmed 1
import { hasMarks } from '@vanban/text';
import { align } from './alignment.ts';
import { wordsOf } from './normal-form.ts';

export interface RepairScore {
  readonly words: number;
  /** Words of the truth that bear a Vietnamese mark, and how many of them are right afterwards. */
  readonly marked: number;
  readonly markedRight: number;
  /** Words of letters alone, and how many of them are right afterwards if case does not count: the measure of published figures. */
  readonly alphabetic: number;
  readonly alphabeticRight: number;
  readonly wrongBefore: number;
  readonly wrongAfter: number;
  readonly repaired: number;
  /** Right before, wrong after. */
  readonly harmed: number;
}

export const NO_SCORE: RepairScore = {
  words: 0,
  marked: 0,
  markedRight: 0,
  alphabetic: 0,
  alphabeticRight: 0,
  wrongBefore: 0,
  wrongAfter: 0,
  repaired: 0,
  harmed: 0,
};

export function scoreRepair(truth: string, before: string, after: string): RepairScore {
  const words = barewords(truth);
  const [rightBefore, rightAfter] = [before, after].map((text) => rightWords(words, barewords(text))) as [boolean[], boolean[]];
  const rightInSmall = rightWords(words.map(small), barewords(after).map(small));
  const counted = words
    .map((word, i) => ({ word, before: rightBefore[i] === true, after: rightAfter[i] === true, inSmall: rightInSmall[i] === true }))
    .filter(({ word }) => /\p{L}/u.test(word));
  const alphabetic = counted.filter(({ word }) => /^\p{L}+$/u.test(word));
  const count = (holds: (item: (typeof counted)[number]) => boolean) => counted.filter(holds).length;
  return {
    words: counted.length,
    marked: count(({ word }) => hasMarks(word)),
    markedRight: count((item) => hasMarks(item.word) && item.after),
    alphabetic: alphabetic.length,
    alphabeticRight: alphabetic.filter(({ inSmall }) => inSmall).length,
    wrongBefore: count((item) => !item.before),
    wrongAfter: count((item) => !item.after),
    repaired: count((item) => !item.before && item.after),
    harmed: count((item) => item.before && !item.after),
  };
}

export function addScores(a: RepairScore, b: RepairScore): RepairScore {
  return {
    words: a.words + b.words,
    marked: a.marked + b.marked,
    markedRight: a.markedRight + b.markedRight,
    alphabetic: a.alphabetic + b.alphabetic,
    alphabeticRight: a.alphabeticRight + b.alphabeticRight,
    wrongBefore: a.wrongBefore + b.wrongBefore,
    wrongAfter: a.wrongAfter + b.wrongAfter,
    repaired: a.repaired + b.repaired,
    harmed: a.harmed + b.harmed,
  };
}

const small = (word: string): string => word.toLowerCase();

/** Words without the punctuation around them: what a restorer of letters answers for. */
export function barewords(text: string): string[] {
  return wordsOf(text)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');
}

/** For each word of the truth: did the reading have it? */
export function rightWords(truth: readonly string[], reading: readonly string[]): boolean[] {
  const right = new Array<boolean>(truth.length).fill(false);
  for (const [i, j] of align(truth, reading)) if (i !== null && j !== null) right[i] = truth[i] === reading[j];
  return right;
}

/** A claim and whether it held. */
export interface Claim {
  readonly confidence: number;
  readonly held: boolean;
}

/** Expected calibration error: mean distance between claimed and found share of right ones, over ten bins weighted by their size. */
export function calibrationError(claims: readonly Claim[]): number {
  const bins = Array.from({ length: 10 }, () => ({ size: 0, claimed: 0, held: 0 }));
  for (const { confidence, held } of claims) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))] as (typeof bins)[number];
    bin.size++;
    bin.claimed += confidence;
    bin.held += held ? 1 : 0;
  }
  return claims.length === 0 ? 0 : bins.reduce((sum, { claimed, held }) => sum + Math.abs(claimed - held), 0) / claims.length;
}
