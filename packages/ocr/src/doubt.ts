// Which words are doubtful, and what do other readings of the same lines say about them?
// Invariant: a word changes only where other readings of the same place outvote it, one with a number only where at least two of them agree;
// every other reading is kept as an alternative; the number of words stays.
//   weigh({ text: 'đê', confidence: 0.7 }, [{ text: 'để', confidence: 0.9 }, { text: 'để', confidence: 0.8 }]) → 'để', alternatives ['đê']
// Doubt comes from the language as much as from the engine; sentences are weighed by the restorer, which takes the alternatives.
import type { Box, Line, Word } from '@vanban/contract';
import { coreOf, hasNumber, isLikely, isSyllable } from '@vanban/text';

/** For each word of each line the chance, 0…1, that it was printed as it was read. 1 where nothing speaks against it. */
export type Plausibility = (lines: readonly (readonly string[])[]) => readonly (readonly number[])[];

/** Between the first two chances a word is doubtful however sure the engine is: below, the language alone repairs it. Above the third it is not, however unsure. */
const [SETTLED, IMPLAUSIBLE, PLAUSIBLE] = [0.02, 0.8, 0.99];
/** Confidence below which a word is doubtful unless the language vouches for it; where nobody can be asked, the second. */
const [UNSURE, UNSURE_ALONE] = [0.5, 0.6];
/** A word of this confidence that is not doubtful keeps its text; others are weighed. */
const SURE = 0.85;
/** What the first reading is worth above others, and what a word that is no syllable, number or code is worth. */
const FIRST = 0.3;
const UNLIKELY = 0.8;
/** So many readings must agree before a number or a code is changed. */
const AGREEING = 2;

/** For each line whether its words are doubtful. */
export function findDoubt(lines: readonly Line[], plausible: Plausibility | null): boolean[][] {
  const chances = plausible?.(lines.map((line) => line.words.map((word) => word.text)));
  return lines.map((line, i) => line.words.map((word, k) => isDoubtful(word, chances?.[i]?.[k] ?? null)));
}

function isDoubtful({ text, confidence }: Word, chance: number | null): boolean {
  if (!isLikely(text)) return true;
  if (chance === null) return confidence < UNSURE_ALONE;
  return (chance > SETTLED && chance < IMPLAUSIBLE) || (confidence < UNSURE && (chance < PLAUSIBLE || !isSyllable(coreOf(text))));
}

/** A line with its doubtful and unsure words weighed against other readings of the page, and with alternatives for all. */
export function weighLine(line: Line, doubt: readonly boolean[], others: readonly (readonly Line[])[]): Line {
  const words = line.words.map((word, i) => {
    const readings = others.flatMap((lines) => samePlace(word.box, lines));
    return doubt[i] || word.confidence < SURE ? weigh(word, readings) : withAlternatives(word, readings);
  });
  return { ...line, words };
}

/** Whether some doubtful word reads otherwise in other readings. */
export const isDisputed = (line: Line, doubt: readonly boolean[]): boolean =>
  line.words.some((word, i) => doubt[i] && word.alternatives !== undefined);

export function weigh(word: Word, others: readonly Word[]): Word {
  const votes = new Map<string, { worth: number; count: number; confidence: number }>();
  const vote = ({ text, confidence }: Word, extra: number): void => {
    const old = votes.get(text) ?? { worth: 0, count: 0, confidence: 0 };
    const worth = old.worth + extra + confidence * (isLikely(text) ? 1 : UNLIKELY);
    votes.set(text, { worth, count: old.count + 1, confidence: Math.max(old.confidence, confidence) });
  };
  vote(word, FIRST);
  for (const other of others) vote(other, 0);
  const ranked = [...votes].sort(([, a], [, b]) => b.worth - a.worth);
  const best = ranked.find(([text, { count }]) => text === word.text || count >= AGREEING || !(hasNumber(word.text) || hasNumber(text)));
  if (!best || ranked.length === 1) return word;
  // Readings that disagree make the word less certain than the surest of them says.
  const share = best[1].worth / votes.values().reduce((sum, { worth }) => sum + worth, 0);
  const alternatives = ranked.map(([text]) => text).filter((text) => text !== best[0]);
  return { ...word, text: best[0], confidence: Math.min(best[1].confidence, Math.max(share, 0.3)), alternatives };
}

function withAlternatives(word: Word, others: readonly Word[]): Word {
  const alternatives = [...new Set(others.map(({ text }) => text))].filter((text) => text !== word.text);
  return alternatives.length === 0 ? word : { ...word, alternatives };
}

/** The one word of another reading that stands where this one does; none where the other reading cut the line differently. */
function samePlace(box: Box, lines: readonly Line[]): Word[] {
  const middle = (b: Box): number => (b[1] + b[3]) / 2;
  const common = (b: Box): number => Math.min(b[2], box[2]) - Math.max(b[0], box[0]);
  const near = lines
    .flatMap((line) => line.words)
    .filter((word) => Math.abs(middle(word.box) - middle(box)) < 0.5 * (box[3] - box[1]))
    .filter((word) => common(word.box) > 0.5 * Math.min(word.box[2] - word.box[0], box[2] - box[0]));
  const [only, ...more] = near;
  if (!only || more.length > 0) return [];
  return common(only.box) >= 0.6 * (Math.max(only.box[2], box[2]) - Math.min(only.box[0], box[0])) ? [only] : [];
}
