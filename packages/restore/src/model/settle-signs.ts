// Hyphens that an engine without Vietnamese put where there was none, inside a word of two syllables or between two words.
// Invariant: only hyphens between two syllables become blanks.
//   "Giấy-phép" → "Giấy phép"   "tỷ-nhưng" → "tỷ nhưng"   not: "kinh tế-xã hội"
import type { Decision } from './decide.ts';
import type { FlowToken } from './flow.ts';
import type { LanguageModel } from './language-model.ts';
import { HYPHEN } from './tokens.ts';
import { KEEP, type Vocabulary } from './vocabulary.ts';

/** An engine without Vietnamese sets eight of nine hyphens between small letters where none is printed. */
const SMALL = /^\p{Ll}/u;

export function settleSigns(
  tokens: readonly FlowToken[],
  decisions: readonly Decision[],
  vocabulary: Vocabulary,
  language: LanguageModel,
): readonly Decision[] {
  const words = tokens.map((token, i) => (decisions[i]?.text || token.core).toLowerCase());
  const ids = words.map((word) => vocabulary.classOf(word));
  return decisions.map((decision, i) => {
    const token = tokens[i] as FlowToken;
    if (token.before !== HYPHEN) return decision;
    const small = [tokens[i - 1]?.core ?? '', token.core].every((core) => SMALL.test(core));
    return (small ? !isBetween(ids, i, language) : isInside(ids, i, language)) ? { ...decision, apart: true } : decision;
  });
}

/** True where the two syllables belong together more than either does with its other neighbour. */
const isInside = (ids: readonly number[], i: number, language: LanguageModel): boolean =>
  bond(ids, i, language) > Math.max(0, bond(ids, i - 1, language), bond(ids, i + 1, language));

/** True where both syllables belong together with their other neighbours, and where one is no syllable: "kinh tế-xã hội", "các-bon". */
function isBetween(ids: readonly number[], i: number, language: LanguageModel): boolean {
  if ([ids[i - 1], ids[i]].some((id = KEEP) => id <= KEEP)) return true;
  const own = Math.max(0, bond(ids, i, language));
  return bond(ids, i - 1, language) > own && bond(ids, i + 1, language) > own;
}

/** By how many nats word k is likelier behind its neighbour than anywhere; -Infinity where the two were never seen together. */
function bond(ids: readonly number[], k: number, language: LanguageModel): number {
  const [left = KEEP, right = KEEP] = [ids[k - 1], ids[k]];
  const pair = left > KEEP && right > KEEP ? language.pair(left, right) : -1;
  return pair < 0 ? -Infinity : language.cost(-1, left, -1, right) - language.cost(-1, left, pair, right);
}
