// Who is named behind "giao", "đề nghị" by a name without a known head: a person, or a body known by its letters?
// Invariant: only runs of capitalised words that a verb phrase, a colon or the end follows.
//   "giao VNPT Lào Cai triển khai" → VNPT Lào Cai     "giao Trần Văn B tổng hợp" → Trần Văn B     "giao Quyền sử dụng đất" → none
import { isSign, type Token } from '../words/tokens.ts';
import type { NamePart } from './name.ts';
import type { Names } from './names.ts';
import { verbPhraseAt } from './verb-phrase.ts';

export function otherNamed(tokens: readonly Token[], from: number): Names | null {
  const names: NamePart[] = [];
  let at = from;
  for (;;) {
    const start = at;
    while (tokens[at]?.upper || (at > start && isSign(tokens[at], '-&'))) at++;
    if (at === start || at - start > 8) return null;
    names.push({ start, end: at, next: at, many: false });
    const joined = isSign(tokens[at], ',') || tokens[at]?.fold === 'va';
    if (!joined || !tokens[at + 1]?.upper) break;
    at++;
  }
  const follows = at >= tokens.length || isSign(tokens[at], ':,') || verbPhraseAt(tokens, at) > 0;
  return follows ? { names, next: at } : null;
}

/** "Viễn thông Lào Cai:" alone: a proper name before a colon, known by no head; its first and last words have capitals, and no verb stands in it. */
export function namedBeforeColon(tokens: readonly Token[], from: number): Names | null {
  const colon = tokens.length - 1;
  const length = colon - from;
  if (!isSign(tokens[colon], ':') || length < 3 || length > 8) return null;
  const words = tokens.slice(from, colon);
  const capitals = words.filter((token) => token.upper).length;
  if (!words.every((token) => token.word) || !words[0]?.upper || !words.at(-1)?.upper || capitals < 3) return null;
  if (words.some((_, i) => verbPhraseAt(tokens, from + i, true) > 0)) return null;
  return { names: [{ start: from, end: colon, next: colon, many: false }], next: colon };
}
