// Does a clause's first line only say who, although the sentence below it was read on with it?
// Invariant: a cut is made only behind a line that holds names alone and no closing sign, and only before a line that begins with a verb or a ground.
//   "Sở A; Báo B" / "Chỉ đạo các cơ quan tăng …" → two      "Bộ Công" / "Thương rà soát …" → one
import type { Span } from '@vanban/contract';
import { verbPhraseAt } from '../owners/verb-phrase.ts';
import { tokenise } from '../words/tokens.ts';
import { type Clause, read } from './clause.ts';

/** A longer line than this many letters is no title. */
const LONGEST = 160;

export function withTitleApart(clause: Clause, sentences: readonly Span[]): readonly Span[] {
  const [first, ...others] = sentences;
  if (first === undefined) return sentences;
  const { text } = clause.passage;
  const end = text.indexOf('\n', first.start);
  if (end < 0 || end >= first.end || end - first.start > LONGEST || /[,;:.]\s*$/u.test(text.slice(first.start, end))) return sentences;
  const rest = text.slice(end, first.end);
  const start = end + rest.length - rest.trimStart().length;
  if (!beginsAnew(text.slice(start, start + 60))) return sentences;
  const title = { start: first.start, end };
  return read(clause, title).phrase.form === 'heading' ? [title, { start, end: first.end }, ...others] : sentences;
}

/** "Chỉ đạo các cơ quan …", "Căn cứ chức năng, nhiệm vụ …"; not "Thương rà soát", "phường rà soát". */
function beginsAnew(line: string): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(line)) return false;
  const tokens = tokenise(line);
  return verbPhraseAt(tokens, 0, true) > 1;
}
