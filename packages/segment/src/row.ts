// What is one printed line, and how do we look at it?
// A Row is a line of the Reading with its words folded once, so that lost marks and OCR capitals do not matter.
// Lines that two columns were read into ("Nơi nhận: KT. GIÁM ĐỐC") are several Rows; see fused.ts.
// Invariant: `text === reading.text.slice(span.start, span.end)`, never empty, and `folded.length === text.length`.
import type { Box, Reading, ReadingLine, Span } from '@vanban/contract';
import { fold } from '@vanban/text';
import { fusedPieces } from './fused.ts';

export interface Row {
  readonly text: string;
  readonly folded: string;
  readonly span: Span;
  readonly page: number;
  readonly box: Box;
  readonly role: ReadingLine['role'];
  /** True where the page was read by OCR or has a text layer: boxes are pixels, not columns of a text file. */
  readonly measured: boolean;
  /** An empty line or a block border stands before this row on the same page. */
  readonly gapBefore: boolean;
  /** False for the second and later pieces of one printed line. */
  readonly lineStart: boolean;
}

/** The rows of the running text (cells of tables left out), in text order. */
export function rowsOf(reading: Reading): Row[] {
  const measured = new Set(reading.pages.filter((page) => page.origin !== 'text').map((page) => page.number));
  const rows: Row[] = [];
  let end = 0;
  let page = 0;
  for (const line of reading.lines) {
    const samePage = line.page === page;
    const gap = samePage && line.span.start - end > 1 && reading.text.slice(end, line.span.start).split('\n').length > 2;
    if (line.role !== 'cell') rows.push(...piecesOf(reading.text, line, gap, measured.has(line.page)));
    end = line.span.end;
    page = line.page;
  }
  return rows;
}

/** The rows of a part of the text, for readers of one segment. */
export function rowsWithin(rows: readonly Row[], span: Span): Row[] {
  return rows.filter((row) => row.span.start >= span.start && row.span.end <= span.end);
}

/** Blanks and specks that a scan leaves in front of a line: "| TỈNH", "~- Văn phòng", "_- Đối với". */
const SPECKS = /^(?:[\s|~_¬°=<>„`´ˆ˜\\]|[-–—](?=\s{0,2}Điều\s\d)|[.,:;'](?=\s)|["”'’‘¡*](?=\s?\p{Lu}{3}))*/u;

function piecesOf(text: string, line: ReadingLine, gapBefore: boolean, measured: boolean): Row[] {
  const rows: Row[] = [];
  for (const piece of fusedPieces(text.slice(line.span.start, line.span.end))) {
    const raw = piece.text;
    const lead = (measured ? SPECKS : /^\s*/u).exec(raw)?.[0].length ?? 0;
    const start = line.span.start + piece.offset + lead;
    const content = raw.slice(lead).trimEnd();
    if (content === '') continue;
    rows.push({
      text: content,
      folded: foldEvenly(content),
      span: { start, end: start + content.length },
      page: line.page,
      box: line.box,
      role: line.role,
      measured,
      gapBefore: gapBefore && piece.offset === 0,
      lineStart: piece.offset === 0,
    });
  }
  return rows;
}

/** `fold` that keeps every offset: a character that folds to another length becomes one blank or letter. */
export function foldEvenly(text: string): string {
  const folded = fold(text);
  if (folded.length === text.length) return folded;
  return Array.from({ length: text.length }, (_, i) => fold(text[i] as string).slice(0, 1) || ' ').join('');
}

/** True where most letters are capitals and there are at least two. */
export function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.length < 2) return false;
  const capitals = letters.filter((letter) => letter !== letter.toLowerCase()).length;
  return capitals / letters.length > 0.8;
}
