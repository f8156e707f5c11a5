// Whom does a cell of an assignment table name?
// Invariant: names are the cell's own words; a cell that does not begin with a name that the grammar knows falls apart at semicolons and line ends.
//   "Ban Tuyên giáo Trung ương; các bộ, ngành, địa phương; VTV, VOV" → Ban Tuyên giáo Trung ương | các bộ, ngành, địa phương | VTV | VOV
import type { Role, Span } from '@vanban/contract';
import type { NamePart } from '../owners/name.ts';
import { WITHIN_DUTIES } from '../owners/name-words.ts';
import { readNames } from '../owners/names.ts';
import { lexicon, matchAt, phrases } from '../words/lexicon.ts';
import { type Token, tokenise } from '../words/tokens.ts';
import type { NamedOwner } from './draft.ts';

export function namesInCell(text: string, cell: Span, role: Role): NamedOwner[] {
  const words = text.slice(cell.start, cell.end);
  const pieces = Array.from(words.matchAll(/[^;]+/gu)).flatMap((match) => piecesOf(match[0], match.index));
  return pieces.map(({ start, end }) => ({
    role,
    name: words.slice(start, end).replace(/\s+/gu, ' ').trim(),
    span: { start: cell.start + start, end: cell.start + end },
  }));
}

function piecesOf(piece: string, offset: number): Span[] {
  const tokens = tokenise(piece);
  const from = tokens.findIndex((token) => token.word);
  if (from < 0) return [];
  const names = listsIn(tokens, from);
  if (names.length > 0)
    return names.map((name) => ({ start: offset + (tokens[name.start]?.start ?? 0), end: offset + (tokens[name.end - 1]?.end ?? 0) }));
  return Array.from(piece.matchAll(/(?:(?!\n\s{0,20}\p{Lu}|\n\s{0,20}[-+•]).)+/gsu)).flatMap((match) => {
    const inner = match[0].match(/[\p{L}\p{N}].*[\p{L}\p{N})]|[\p{L}\p{N}]/su);
    if (inner === null) return [];
    const start = offset + match.index + (inner.index ?? 0);
    return [{ start, end: start + inner[0].length }];
  });
}

/** "Sở A | chủ trì tham mưu", "các sở | trong phạm vi chức năng": what follows is the work or how far it goes. */
const isDuty = (tokens: readonly Token[], at: number): boolean => matchAt(tokens, at, DUTIES) > 0 || matchAt(tokens, at, WITHIN_DUTIES) > 0;
const DUTIES = lexicon(phrases('chủ trì, chủ động, có trách nhiệm, chịu trách nhiệm, tham mưu cho, tổ chức thực hiện, tổ chức triển khai'));

/** Names of one list after another, over signs that stand between them; words up to the next sign belong to the last name. Nothing where the piece does not begin with a name. */
function listsIn(tokens: readonly Token[], from: number): NamePart[] {
  const names: NamePart[] = [];
  let at = from;
  for (;;) {
    const list = readNames(tokens, at, false);
    if (list === null) return names;
    names.push(...list.names);
    at = list.next;
    const last = names.at(-1) as NamePart;
    const stop = at;
    while (tokens[at]?.word && !isDuty(tokens, at)) at++;
    if (at > stop && stop === last.end) names[names.length - 1] = { ...last, end: at };
    while (tokens[at]?.word) at++;
    while (at < tokens.length && !tokens[at]?.word) at++;
  }
}
