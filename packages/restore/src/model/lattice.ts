// Of all ways to choose one candidate for each token, how likely is each candidate?
// Invariant: probabilities of a token's candidates add up to 1 (over what the beam kept); a token with one candidate has 1.
// Forward and backward sums over the last two words of the language model, at most BEAM such states for each token. Between tokens that have
// one candidate each the text falls into stretches that do not know of each other, so memory stays small.
// It does not choose: the caller weighs probabilities against harm (decide.ts).
import type { LanguageModel } from './language-model.ts';
import { type Start, Trellis } from './trellis.ts';

export interface Candidate {
  /** Class in the language model: a syllable, or KEEP for numbers, names and foreign words. */
  readonly id: number;
  /** Second syllable where one token is two glued words, else 0. */
  readonly second: number;
  /** True for the rest of a torn word: no word of its own in the language model. */
  readonly joins: boolean;
  /** Log weight apart from the language model. */
  readonly score: number;
}

/** A stretch longer than this is cut where its likeliest state stands. */
const LONGEST = 300;

/** For each token the probabilities of its candidates. `weight` is how much the language model counts. */
export function posteriors(tokens: readonly (readonly Candidate[])[], model: LanguageModel, weight: number): number[][] {
  const trellis = new Trellis(model, weight);
  const shares: number[][] = [];
  let start: Start = { v: 0, w: 0 };
  for (let from = 0; from < tokens.length; ) {
    const to = endOfStretch(tokens, from);
    const { chances, last } = trellis.solve(tokens.slice(from, to), start);
    shares.push(...chances);
    start = last;
    from = to;
  }
  return shares;
}

/** After two tokens with one plain candidate each, what comes before no longer matters. */
function endOfStretch(tokens: readonly (readonly Candidate[])[], from: number): number {
  for (let i = from + 1; i < tokens.length; i++) {
    if (isPlain(tokens[i] as readonly Candidate[]) && isPlain(tokens[i - 1] as readonly Candidate[])) return i + 1;
    if (i - from === LONGEST) return i;
  }
  return tokens.length;
}

const isPlain = (candidates: readonly Candidate[]): boolean =>
  candidates.length === 1 && candidates[0]?.joins === false && candidates[0].second === 0;
