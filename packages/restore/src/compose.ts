// Freezes the document: one text, and everything else as spans over it.
// Invariant: lines are joined by "\n", blocks and pages by "\n\n", cells of a row by "\t", rows by "\n" (a row without words is no line); words and lines are sorted by
// start and never overlap; `text.slice(span)` of a repair is its `to`; a block, page or line without words adds nothing to the text.
//   compose([page with "học," "công"]).text === 'học, công'
// It changes no letters; repairs are made before (rules/, model/).
import type {
  Box,
  PageReading,
  Reading,
  ReadingCell,
  ReadingLine,
  ReadingPage,
  ReadingTable,
  ReadingWord,
  Repair,
  Span,
  Warning,
} from '@vanban/contract';
import { unionBox } from '@vanban/contract';
import { type DraftLine, type DraftPage, type DraftTable, type DraftText, draftOf, type Piece } from './draft.ts';

/** Freezes pages as they were read, without any repair. */
export function compose(pages: readonly PageReading[]): Reading {
  return composeDraft(pages.map(draftOf));
}

export function composeDraft(pages: readonly DraftPage[], warnings: readonly Warning[] = []): Reading {
  const frozen = new Frozen();
  for (const page of pages) frozen.addPage(page);
  const zones = pages.flatMap(({ reading }) => (reading.zones ?? []).map(({ kind, box }) => ({ page: reading.number, kind, box })));
  const reading = frozen.reading([...pages.flatMap((page) => page.reading.warnings), ...warnings]);
  return zones.length === 0 ? reading : { ...reading, zones };
}

class Frozen {
  #text = '';
  #block = 0;
  readonly #pages: ReadingPage[] = [];
  readonly #lines: ReadingLine[] = [];
  readonly #words: ReadingWord[] = [];
  readonly #tables: ReadingTable[] = [];
  readonly #repairs: Repair[] = [];

  addPage({ reading, blocks }: DraftPage): void {
    const firstWord = this.#words.length;
    let start: number | null = null;
    for (const block of blocks) {
      if (hasWords(block)) {
        if (this.#text !== '') this.#text += '\n\n';
        start ??= this.#text.length;
        if (block.kind === 'text') this.#addLines(block.lines, block.role, reading.number);
        else this.#addTable(block, reading.number);
      }
      this.#block++;
    }
    const span = { start: start ?? this.#text.length, end: this.#text.length };
    const { number, width, height, dpi, origin, rotation, skew, blank } = reading;
    const confidence = meanConfidence(this.#words.slice(firstWord)) ?? reading.confidence;
    this.#pages.push({ number, width, height, dpi, origin, rotation, skew, blank, confidence, span });
  }

  reading(warnings: readonly Warning[]): Reading {
    return {
      text: this.#text,
      pages: this.#pages,
      lines: this.#lines,
      words: this.#words,
      tables: this.#tables,
      repairs: this.#repairs,
      warnings,
    };
  }

  #addLines(lines: readonly DraftLine[], role: ReadingLine['role'], page: number): void {
    lines.filter(isWritten).forEach((line, index) => {
      if (index > 0) this.#text += '\n';
      const start = this.#text.length;
      line.pieces.forEach((piece, at) => {
        if (at > 0) this.#text += ' ';
        this.#addPiece(piece, page);
      });
      this.#lines.push({ span: { start, end: this.#text.length }, page, box: line.box, block: this.#block, role });
    });
  }

  #addTable(table: DraftTable, page: number): void {
    const start = this.#text.length;
    const cells: ReadingCell[] = [];
    const sorted = [...table.cells].sort((a, b) => a.row - b.row || a.column - b.column);
    const written = new Set(table.cells.filter((cell) => cell.lines.some(isWritten)).map((cell) => cell.row));
    let row: number | null = null;
    for (const { lines, ...cell } of sorted) {
      if (written.has(cell.row)) {
        if (row !== null) this.#text += cell.row === row ? '\t' : '\n';
        row = cell.row;
      }
      const from = this.#text.length;
      this.#addLines(lines, 'cell', page);
      cells.push({
        row: cell.row,
        column: cell.column,
        rowSpan: cell.rowSpan,
        columnSpan: cell.columnSpan,
        span: { start: from, end: this.#text.length },
        box: cell.box,
      });
    }
    this.#tables.push({
      page,
      span: { start, end: this.#text.length },
      box: table.box,
      rows: table.rows,
      columns: table.columns,
      cells,
    });
  }

  #addPiece(piece: Piece, page: number): void {
    const start = this.#text.length;
    const texts = piece.text.split(' ');
    const boxes = boxesFor(piece, texts);
    const read = Math.min(...piece.source.map((word) => word.confidence));
    texts.forEach((text, index) => {
      if (index > 0) this.#text += ' ';
      const from = this.#text.length;
      this.#text += text;
      this.#words.push({ span: { start: from, end: this.#text.length }, page, box: boxes[index] as Box, confidence: Math.min(read, piece.sure) });
    });
    if (piece.by !== null && piece.text !== piece.original) this.#repairs.push(repairOf(piece, piece.by, start, page, unionBox(boxes)));
  }
}

const isWritten = (line: DraftLine): boolean => line.pieces.length > 0;

function hasWords(block: DraftText | DraftTable): boolean {
  return block.kind === 'text' ? block.lines.some(isWritten) : block.cells.some((cell) => cell.lines.some(isWritten));
}

/** Each word's own box where there are as many as sources, else the common box cut by length. */
function boxesFor(piece: Piece, texts: readonly string[]): Box[] {
  if (piece.source.length === texts.length) return piece.source.map((word) => word.box);
  const [x0, y0, x1, y1] = unionBox(piece.source.map((word) => word.box));
  const unit = (x1 - x0) / piece.text.length;
  let at = 0;
  return texts.map((text) => {
    const box: Box = [x0 + at * unit, y0, x0 + (at + text.length) * unit, y1];
    at += text.length + 1;
    return box;
  });
}

/** The repair without the punctuation that both sides share: "quyét," → "quyết," is quyét → quyết. */
function repairOf(piece: Piece, by: string, start: number, page: number, box: Box): Repair {
  const { original: from, text: to } = piece;
  const head = sharedSigns(from, to, (text, i) => text[i]);
  const tail = Math.min(
    sharedSigns(from, to, (text, i) => text[text.length - 1 - i]),
    Math.min(from.length, to.length) - head,
  );
  const span: Span = { start: start + head, end: start + to.length - tail };
  const cut = (text: string) => text.slice(head, text.length - tail);
  const alternatives = piece.alternatives.length > 0 ? { alternatives: piece.alternatives } : {};
  return { span, from: cut(from), to: cut(to), confidence: piece.sure, page, box, by, ...alternatives };
}

function sharedSigns(a: string, b: string, at: (text: string, index: number) => string | undefined): number {
  let length = 0;
  while (at(a, length) !== undefined && at(a, length) === at(b, length) && /[^\p{L}\p{N}\p{M}\s]/u.test(at(a, length) as string)) length++;
  return length;
}

function meanConfidence(words: readonly ReadingWord[]): number | null {
  let [sum, length] = [0, 0];
  for (const { span, confidence } of words) {
    sum += confidence * (span.end - span.start);
    length += span.end - span.start;
  }
  return length === 0 ? null : sum / length;
}
