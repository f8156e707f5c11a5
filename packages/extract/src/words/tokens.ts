// What are the words and signs of a piece of text, and where do they stand?
// Invariant: tokens are in order, never overlap, and `text.slice(start, end)` is the token; everything but blanks is in some token.
//   tokenise('Sở Tài chính, Sở Y tế.') → Sở|Tài|chính|,|Sở|Y|tế|.
// A Vietnamese word is often several tokens (one for each syllable); phrases are matched over tokens (lexicon.ts).
import { fold } from '@vanban/text';

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Lower case without marks: what phrases are compared by. */
  readonly fold: string;
  /** True where the first letter is a capital. */
  readonly upper: boolean;
  /** Letters or digits, as opposed to a sign. */
  readonly word: boolean;
}

/** "R’lấp", "7569", "TP" and each sign by itself. */
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:[’'][\p{L}\p{M}]+)*|[^\s]/gu;

export function tokenise(text: string): Token[] {
  return Array.from(text.matchAll(TOKEN), (match): Token => {
    const word = /[\p{L}\p{N}]/u.test(match[0]);
    return {
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      fold: word ? folded(match[0]) : match[0],
      upper: /^\p{Lu}/u.test(match[0]),
      word,
    };
  });
}

/** Texts use few different syllables: each is folded once. */
const known = new Map<string, string>();
const MOST_KNOWN = 50_000;

function folded(word: string): string {
  const found = known.get(word);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const result = fold(word);
  known.set(word, result);
  return result;
}

/** True where the token is one of the given signs. */
export function isSign(token: Token | undefined, signs: string): boolean {
  return token !== undefined && !token.word && signs.includes(token.text);
}

/** The tokens from one on as one folded text, with single blanks where the text had any. */
export function foldedText(tokens: readonly Token[], from = 0): string {
  let text = '';
  let end = tokens[from]?.start ?? 0;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    text += token.start > end ? ` ${token.fold}` : token.fold;
    end = token.end;
  }
  return text;
}
