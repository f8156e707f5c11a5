// What could this token have been? The net's likeliest syllables, the token itself, and where marks alone were lost all ways to set them.
// Invariant: the first candidate leaves the token as it is; no candidate changes digits or a kept token; log weights are the net's, weighted.
//   "viec" on a page without marks → viec (as it is), việc, viếc, …   "s6" → s6, số, sổ, …
// Which candidate wins is up to the language model (lattice.ts) and to decide.ts.
import { isSyllable, stripMarks } from '@vanban/text';
import type { Eagerness } from './eagerness.ts';
import type { Candidate } from './lattice.ts';
import type { Guess } from './net.ts';
import { JOIN, KEEP, type Vocabulary } from './vocabulary.ts';

export interface Option extends Candidate {
  /** What would stand there; null leaves the token as it is, '' joins it to the token before. */
  readonly text: string | null;
}

export interface Token {
  readonly core: string;
  readonly kept: boolean;
}

/** Candidates this much less likely than the best are not worth the language model's time. */
const REACH = 12;
/** Below this probability nobody speaks of glued words. */
const GLUED = Math.log(0.3);

export function optionsFor(token: Token, guess: Guess, vocabulary: Vocabulary, eagerness: Eagerness): readonly Option[] {
  const own = vocabulary.classOf(token.core);
  if (isLocked(token, eagerness)) return [leave(own, 0)];
  const found = eagerness.marksOnly && /^\p{L}+$/u.test(token.core) ? markings(token, guess, vocabulary) : readings(token, guess, vocabulary, own);
  const asItIs = guess.ids.indexOf(own === KEEP ? KEEP : own);
  const floor = (guess.logps.at(-1) as number) - 1;
  const options = [leave(own, (asItIs >= 0 ? (guess.logps[asItIs] as number) : floor) * eagerness.net + eagerness.keep)];
  for (const option of found) options.push({ ...option, score: option.score * eagerness.net });
  const best = Math.max(...options.map((option) => option.score));
  return options.filter((option, i) => i === 0 || option.score > best - REACH);
}

/** Kept tokens, and words with digits wherever the text is nearly right (H5N1, A4). */
function isLocked({ core, kept }: Token, { keep, marksOnly }: Eagerness): boolean {
  if (kept || !/\p{L}|[&¢]/u.test(core)) return true;
  return /\p{Nd}/u.test(core) && (keep > 0 || marksOnly || /^\p{Lu}{2,}\p{Nd}+$|^\p{Lu}+\p{Nd}{2,}$/u.test(core));
}

const leave = (own: number, score: number): Option => ({ id: own, second: 0, joins: false, score, text: null });

/** Every syllable that has the token's letters. */
function markings({ core }: Token, guess: Guess, vocabulary: Vocabulary): Option[] {
  const floor = (guess.logps.at(-1) as number) - 2;
  return vocabulary.sharing(stripMarks(core).toLowerCase()).map((id) => {
    const rank = guess.ids.indexOf(id);
    return { id, second: 0, joins: false, score: rank >= 0 ? (guess.logps[rank] as number) : floor, text: vocabulary.syllables[id] as string };
  });
}

/** The net's guesses; the token itself is left out, and JOIN stands for the rest of a torn word. */
function readings(token: Token, guess: Guess, vocabulary: Vocabulary, own: number): Option[] {
  const glued = guess.second > JOIN && guess.secondLogp > GLUED && [...token.core].length >= 4 && own === KEEP && !isSyllable(token.core);
  return guess.ids.flatMap((id, rank): Option[] => {
    const score = guess.logps[rank] as number;
    if (id === JOIN) return [{ id: KEEP, second: 0, joins: true, score, text: '' }];
    if (id <= JOIN || id === own) return [];
    const text = vocabulary.syllables[id] as string;
    const single: Option = { id, second: 0, joins: false, score, text };
    if (!glued || rank > 2) return [single];
    const pair: Option = { ...single, second: guess.second, score: score + guess.secondLogp, text: `${text} ${vocabulary.syllables[guess.second]}` };
    return [{ ...single, score: score + Math.log(1 - Math.exp(guess.secondLogp) + 1e-6) }, pair];
  });
}
