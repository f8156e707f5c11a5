// Whom does a cell of an assignment table name?
// Invariant: every word of the cell that is no separator belongs to some name; a list that the grammar cannot read falls apart at semicolons and line ends.
//   "Ban Tuyên giáo Trung ương; các bộ, ngành, địa phương; VTV, VOV" → Ban Tuyên giáo Trung ương | các bộ, ngành, địa phương | VTV | VOV
import type { Role, Span } from '@vanban/contract';
import { readNames } from '../owners/names.ts';
import { tokenise } from '../words/tokens.ts';
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
  const list = readNames(tokens, from, false);
  if (list !== null && tokens.slice(list.next).every((token) => !token.word))
    return list.names.map((name) => ({ start: offset + (tokens[name.start]?.start ?? 0), end: offset + (tokens[name.end - 1]?.end ?? 0) }));
  return Array.from(piece.matchAll(/(?:(?!\n\s*\p{Lu}|\n\s*[-+•]).)+/gsu)).flatMap((match) => {
    const inner = match[0].match(/[\p{L}\p{N}].*[\p{L}\p{N})]|[\p{L}\p{N}]/su);
    if (inner === null) return [];
    const start = offset + match.index + (inner.index ?? 0);
    return [{ start, end: start + inner[0].length }];
  });
}
