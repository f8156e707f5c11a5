// The document while it is still open to repair: the reader's blocks and lines, with pieces in place of words.
// Invariant: every word that was read is the source of exactly one piece, in the reader's order; a piece never leaves its line.
//   "57-" "NQ/TW" become one piece "57-NQ/TW" with two sources; "củatỉnh" stays one piece with the text "của tỉnh".
// Values only: a repair returns new pieces. Freezing the text is in compose.ts.
import type { Block, BlockRole, Box, Cell, Line, PageReading, Word } from '@vanban/contract';
import { toNfc } from '@vanban/text';

export interface Piece {
  /** Present text, NFC. Blanks inside part words. */
  readonly text: string;
  readonly source: readonly Word[];
  /** What the sources said, joined by blanks, NFC. */
  readonly original: string;
  /** 0…1: how sure the restorer is of the present text; 1 until a rule or the model has looked at it. */
  readonly sure: number;
  /** The rule or model that changed it last; null where nothing did. */
  readonly by: string | null;
  readonly alternatives: readonly string[];
}

export interface DraftLine {
  readonly box: Box;
  readonly pieces: readonly Piece[];
}

export interface DraftText {
  readonly kind: 'text';
  readonly role: BlockRole;
  readonly box: Box;
  readonly lines: readonly DraftLine[];
}

interface DraftCell extends Omit<Cell, 'lines'> {
  readonly lines: readonly DraftLine[];
}

export interface DraftTable {
  readonly kind: 'table';
  readonly box: Box;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly DraftCell[];
}

export interface DraftPage {
  readonly reading: PageReading;
  readonly blocks: readonly (DraftText | DraftTable)[];
}

export function draftOf(page: PageReading): DraftPage {
  return { reading: page, blocks: page.blocks.map(draftBlock) };
}

/** The same page with other lines; `groups` as groupsOf gives them. */
export function withGroups(page: DraftPage, groups: readonly (readonly DraftLine[])[]): DraftPage {
  let next = 0;
  const take = (): readonly DraftLine[] => groups[next++] ?? [];
  const blocks = page.blocks.map((block): DraftText | DraftTable =>
    block.kind === 'text' ? { ...block, lines: take() } : { ...block, cells: block.cells.map((cell) => ({ ...cell, lines: take() })) },
  );
  return { ...page, blocks };
}

/** Lines of text blocks and cells, in reading order, grouped as they stand together. */
export function groupsOf(page: DraftPage): (readonly DraftLine[])[] {
  return page.blocks.flatMap((block) => (block.kind === 'text' ? [block.lines] : block.cells.map((cell) => cell.lines)));
}

export function textOf(lines: readonly DraftLine[]): string {
  return lines.map((line) => line.pieces.map((piece) => piece.text).join(' ')).join('\n');
}

/** A piece with another text; `by` names what changed it. */
export function changed(piece: Piece, text: string, by: string, sure: number, alternatives: readonly string[] = piece.alternatives): Piece {
  return text === piece.text ? piece : { ...piece, text, by, sure: Math.min(piece.sure, sure), alternatives };
}

/** Neighbouring pieces as one. */
export function joined(pieces: readonly Piece[], text: string, by: string, sure: number): Piece {
  return {
    text,
    source: pieces.flatMap((piece) => piece.source),
    original: pieces.map((piece) => piece.original).join(' '),
    sure: Math.min(sure, ...pieces.map((piece) => piece.sure)),
    by,
    alternatives: [],
  };
}

function draftBlock(block: Block): DraftText | DraftTable {
  if (block.kind === 'text') return { kind: 'text', role: block.role, box: block.box, lines: draftLines(block.lines) };
  return { ...block, cells: block.cells.map((cell) => ({ ...cell, lines: draftLines(cell.lines) })) };
}

const draftLines = (lines: readonly Line[]): DraftLine[] =>
  lines.map((line) => ({ box: line.box, pieces: line.words.map(pieceOf).filter((piece) => piece.text !== '') }));

function pieceOf(word: Word): Piece {
  const text = oneForm(word.text);
  return { text, source: [word], original: text, sure: 1, by: null, alternatives: word.alternatives ?? [] };
}

/** NFC without invisible characters; the Icelandic eth that old keyboards typed for Đ is Đ. Not a repair: it looks the same. */
function oneForm(text: string): string {
  return toNfc(text).replace(/Ð/gu, 'Đ').replace(/ð/gu, 'đ').trim().replace(/\s+/gu, ' ');
}
