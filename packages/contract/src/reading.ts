// What the stages before extraction hand to each other. Two forms:
//   PageReading  one page as it was read: blocks of lines of words, still open to repair
//   Reading      the whole document after repair: one frozen text; lines, words and tables are spans over it
// The published record (record.ts) is made from a Reading and never contains these types.
import { type Anchor, type Box, type Span, unionBox } from './geometry.ts';

/** How a page's words were obtained. */
export type Origin = 'ocr' | 'text-layer' | 'text';

/** Something a person may want to know that did not stop the work. Codes are kebab-case; `page` is 1-based, null for the document. */
export interface Warning {
  readonly code: string;
  readonly message: string;
  readonly page: number | null;
}

export interface Word {
  readonly text: string;
  readonly box: Box;
  /** 0…1: how sure the reader is of this text. 1 for born-digital text. */
  readonly confidence: number;
  /** Other readings the engine offered, best first. */
  readonly alternatives?: readonly string[];
}

export interface Line {
  readonly words: readonly Word[];
  readonly box: Box;
}

/**
 * body: running text. column: one side of a two-column header or footer (left before right).
 * page-number, stamp (ĐẾN, HỎA TỐC, a seal's text), note (typed or signed caption laid over a scan, margin note): not part of the letter's text flow,
 * kept so that nothing is lost; the segmenter decides what they mean.
 */
export type BlockRole = 'body' | 'column' | 'page-number' | 'stamp' | 'note';

export interface TextBlock {
  readonly kind: 'text';
  readonly role: BlockRole;
  readonly box: Box;
  readonly lines: readonly Line[];
}

/** A ruled or aligned table. Rows and columns count from 0; a merged cell stands once, at its first row and column. */
export interface TableBlock {
  readonly kind: 'table';
  readonly box: Box;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly box: Box;
  readonly lines: readonly Line[];
}

/** A table's places before anything is written into them. */
export interface Grid extends Pick<TableBlock, 'box' | 'rows' | 'columns'> {
  readonly cells: readonly GridCell[];
}

export type GridCell = Omit<Cell, 'lines'>;

export type Block = TextBlock | TableBlock;

export type ZoneKind = 'number' | 'day' | 'month';

/** A place in a header that was filled in by hand and not read with certainty: its value is null, a person looks at the picture. */
export interface Zone {
  readonly kind: ZoneKind;
  readonly box: Box;
  /** What the engine made of it, as a hint only; null where nothing. */
  readonly read: string | null;
  /** What it looks like: a PNG file in base64. */
  readonly picture: string;
}

/** One page as it was read. Blocks are in reading order (left column before right, tables row by row). */
export interface PageReading {
  /** 1-based. */
  readonly number: number;
  /** Pixels of the upright page at `dpi`; for plain text the number of columns and lines. */
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
  readonly origin: Origin;
  /** Degrees clockwise by which the stored page was turned to be upright. */
  readonly rotation: 0 | 90 | 180 | 270;
  /** Degrees by which the upright page was still askew (positive: clockwise); boxes are given before its removal. */
  readonly skew: number;
  /** True where no ink was found at all. */
  readonly blank: boolean;
  /** Mean word confidence, 0…1; 1 for a blank page. */
  readonly confidence: number;
  readonly blocks: readonly Block[];
  readonly warnings: readonly Warning[];
  /** Unread handwriting of the header; absent where there is none. */
  readonly zones?: readonly Zone[];
  /** How many pages the source has, where the page's reader knows it. */
  readonly notes?: Readonly<Record<string, string | number | boolean>>;
}

/** A change made to what was read. `span` holds `to` in the frozen text; `from` is what stood there before (may be empty or hold blanks). */
export interface Repair {
  readonly span: Span;
  readonly from: string;
  readonly to: string;
  /** Calibrated probability that the change is right, 0…1. */
  readonly confidence: number;
  readonly page: number;
  readonly box: Box;
  /** Which rule or model made it: `rule/tone-placement`, `model/diacritics` … */
  readonly by: string;
  readonly alternatives?: readonly string[];
}

export interface ReadingWord {
  readonly span: Span;
  readonly page: number;
  readonly box: Box;
  /** After repair: the lower of the reader's and the restorer's. */
  readonly confidence: number;
}

export interface ReadingLine {
  readonly span: Span;
  readonly page: number;
  readonly box: Box;
  /** Index of the block this line stood in, counted over the whole document. */
  readonly block: number;
  readonly role: BlockRole | 'cell';
}

export interface ReadingCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly span: Span;
  readonly box: Box;
}

export interface ReadingTable {
  readonly page: number;
  readonly span: Span;
  readonly box: Box;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly ReadingCell[];
}

export interface ReadingPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
  readonly origin: Origin;
  readonly rotation: 0 | 90 | 180 | 270;
  readonly skew: number;
  readonly blank: boolean;
  readonly confidence: number;
  /** The page's part of the text. */
  readonly span: Span;
}

/**
 * The whole document with its text frozen (NFC). Lines are joined by "\n", blocks and pages by an empty line ("\n\n");
 * cells of a table row by "\t". Lines and words are sorted by `span.start` and never overlap.
 */
export interface Reading {
  readonly text: string;
  readonly pages: readonly ReadingPage[];
  readonly lines: readonly ReadingLine[];
  readonly words: readonly ReadingWord[];
  readonly tables: readonly ReadingTable[];
  readonly repairs: readonly Repair[];
  readonly warnings: readonly Warning[];
  /** Places of unread handwriting; their pictures stay with the pages. */
  readonly zones?: readonly (Anchor & { readonly kind: ZoneKind })[];
}

/** Index of the first element whose span ends after `offset` (binary search over a sorted list). */
export function firstEndingAfter(items: readonly { readonly span: Span }[], offset: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as { span: Span }).span.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The words that a span touches, in order. */
export function wordsIn(reading: Pick<Reading, 'words'>, span: Span): ReadingWord[] {
  const found: ReadingWord[] = [];
  for (let i = firstEndingAfter(reading.words, span.start); i < reading.words.length; i++) {
    const word = reading.words[i] as ReadingWord;
    if (word.span.start >= span.end) break;
    found.push(word);
  }
  return found;
}

/** A value that breaks over at most so many lines of a page has a box for each of them; a longer passage one for the page. */
const FEW_LINES = 3;

/** Where a span stands: boxes in reading order, page by page. Empty for a span without words. */
export function anchorsOf(reading: Pick<Reading, 'words'>, span: Span): Anchor[] {
  const pages = new Map<number, Box[]>();
  for (const { page, box } of wordsIn(reading, span)) {
    const lines = pages.get(page) ?? [];
    const line = lines.at(-1);
    const sameLine = line !== undefined && (box[1] + box[3]) / 2 <= line[3] && (box[1] + box[3]) / 2 >= line[1];
    if (sameLine) lines[lines.length - 1] = unionBox([line, box]);
    else lines.push(box);
    pages.set(page, lines);
  }
  return [...pages].flatMap(([page, lines]) => (lines.length <= FEW_LINES ? lines : [unionBox(lines)]).map((box) => ({ page, box: rounded(box) })));
}

const rounded = ([x0, y0, x1, y1]: Box): Box => [Math.round(x0), Math.round(y0), Math.round(x1), Math.round(y1)];

/** Mean confidence of the words that a span touches, weighted by length; 1 where there are none. */
export function confidenceOf(reading: Pick<Reading, 'words'>, span: Span): number {
  let [sum, length] = [0, 0];
  for (const word of wordsIn(reading, span)) {
    const size = word.span.end - word.span.start;
    sum += word.confidence * size;
    length += size;
  }
  return length === 0 ? 1 : sum / length;
}
