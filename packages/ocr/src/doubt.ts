// Which words are doubtful, and what do other readings of the same lines say about them?
// Invariant: a word changes only where other readings of the same place outvote it; every other reading is kept as an alternative; the number of words stays.
//   weigh({ text: 'đê', confidence: 0.7 }, [{ text: 'để', confidence: 0.9 }, { text: 'để', confidence: 0.8 }]) → 'để', alternatives ['đê']
// It knows syllables, not words or sentences: that is the restorer's business, which takes the alternatives.
import type { Box, Line, Word } from '@vanban/contract';
import { isSyllable } from '@vanban/text';

/** A line is read again for a word below the first of these confidences; then its words below the second are weighed. */
const [AGAIN, DOUBTFUL] = [0.6, 0.85];
/** What the first reading is worth above others, and what a word that is no syllable, number or code is worth. */
const FIRST = 0.3;
const UNLIKELY = 0.8;

export const isDoubtful = (line: Line): boolean => line.words.some((word) => word.confidence < AGAIN || !isLikely(word.text));

/** A line with its doubtful words weighed against other readings of the page. */
export function weighLine(line: Line, others: readonly (readonly Line[])[]): Line {
  const words = line.words.map((word) => {
    if (word.confidence >= DOUBTFUL && isLikely(word.text)) return word;
    return weigh(
      word,
      others.flatMap((lines) => samePlace(word.box, lines)),
    );
  });
  return { ...line, words };
}

export function weigh(word: Word, others: readonly Word[]): Word {
  const votes = new Map<string, { worth: number; confidence: number }>();
  const vote = ({ text, confidence }: Word, extra: number): void => {
    const old = votes.get(text) ?? { worth: 0, confidence: 0 };
    const worth = old.worth + extra + confidence * (isLikely(text) ? 1 : UNLIKELY);
    votes.set(text, { worth, confidence: Math.max(old.confidence, confidence) });
  };
  vote(word, FIRST);
  for (const other of others) vote(other, 0);
  const [best, ...rest] = [...votes].sort(([, a], [, b]) => b.worth - a.worth);
  if (!best || rest.length === 0) return word;
  // Readings that disagree make the word less certain than the surest of them says.
  const share = best[1].worth / votes.values().reduce((sum, { worth }) => sum + worth, 0);
  return { ...word, text: best[0], confidence: Math.min(best[1].confidence, Math.max(share, 0.3)), alternatives: rest.map(([text]) => text) };
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

/** "Điều", "15/6/2026,", "266/BXD-KHCN", "UBND", "(a)"; not "quyét", "s6", "⁄vV^". */
function isLikely(text: string): boolean {
  const core = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  if (core === '') return /^[-–—+*•.,:;/…"“”()]+$/u.test(text);
  return isSyllable(core) || /^[\d.,/:%-]+$/u.test(core) || /^[\p{Lu}\d./&-]+$/u.test(core) || /^[\p{L}\d]+(?:[-/][\p{L}\d]+)+$/u.test(core);
}
