// A page's text layer as a reading: words in pixels, lines, blocks in reading order.
// Invariant: every word of the layer stands in exactly one block; boxes are in pixels at DPI, origin top left.
//   const reading = readLayer({ words, notes, rules }, sheet, { number: 1, confidence: 1, warnings: [] });
// Whether the layer deserves to be read at all is judged before, in judge.ts.
import type { Block, Box, Cell, Grid, Line, PageReading, TableBlock, TextBlock, Warning, Word } from '@vanban/contract';
import { unionBox } from '@vanban/contract';
import type { Sheet } from '../pdf/paint.ts';
import { regionsOf } from './columns.ts';
import type { Segment } from './lines.ts';
import { segmentOf, segmentsOf } from './lines.ts';
import { openTablesOf } from './open-table.ts';
import { takePageNumber } from './page-number.ts';
import { paragraphsOf } from './paragraphs.ts';
import { framesOf } from './rules.ts';
import { gridOf } from './table.ts';
import type { LayerWord } from './words.ts';

/** Pixels an inch of pages that have no picture. */
export const LAYER_DPI = 200;

export interface LayerFacts {
  readonly number: number;
  readonly rotation: PageReading['rotation'];
  /** Of each word, 0…1. */
  readonly confidence: number;
  readonly warnings: readonly Warning[];
}

export interface LayerText {
  readonly words: readonly LayerWord[];
  /** Laid over the page, not part of it. */
  readonly notes: readonly LayerWord[];
  /** Ruled lines, in points of the upright page. */
  readonly rules: readonly Box[];
}

export function readLayer(text: LayerText, sheet: Sheet, facts: LayerFacts): PageReading {
  const scale = LAYER_DPI / 72;
  const toWord = ({ text: letters, box }: LayerWord): Word => ({ text: letters, box: scaled(box, scale), confidence: facts.confidence });
  const blocks = [...pageBlocks(text, sheet, toWord), ...noteBlocks(text.notes, toWord)];
  return {
    number: facts.number,
    width: Math.max(1, Math.round(sheet.width * scale)),
    height: Math.max(1, Math.round(sheet.height * scale)),
    dpi: LAYER_DPI,
    origin: 'text-layer',
    rotation: facts.rotation,
    skew: 0,
    blank: blocks.length === 0,
    confidence: blocks.length === 0 ? 1 : facts.confidence,
    blocks,
    warnings: facts.warnings,
  };
}

const scaled = (box: Box, scale: number): Box => box.map((value) => Math.round(value * scale)) as unknown as Box;

type ToWord = (word: LayerWord) => Word;

/** Tables keep their words to themselves; what stands above, between and below them is read on its own. */
function pageBlocks({ words, rules }: LayerText, sheet: Sheet, toWord: ToWord): Block[] {
  const ruled = ruledTables(words, rules);
  const inRules = new Set(ruled.flatMap((table) => table.words));
  const { number, rest } = takePageNumber(segmentsOf(words.filter((word) => !inRules.has(word))), sheet.height);
  const open = openTablesOf(rest);
  const inOpen = new Set(open.flatMap((table) => table.segments));
  const tables = [...ruled, ...open.map(({ grid, segments }) => ({ grid, words: segments.flatMap((segment) => segment.words) }))];
  const blocks: Block[] = [];
  let left = rest.filter((segment) => !inOpen.has(segment));
  for (const table of tables.toSorted((a, b) => a.grid.box[1] - b.grid.box[1])) {
    const above = left.filter((segment) => segment.baseline < (table.grid.box[1] + table.grid.box[3]) / 2);
    left = left.filter((segment) => !above.includes(segment));
    blocks.push(...flowBlocks(above, sheet, toWord), tableBlock(table.grid, table.words, toWord));
  }
  blocks.push(...flowBlocks(left, sheet, toWord));
  if (!number) return blocks;
  const printed = blockOf('page-number', [number], toWord);
  return number.box[1] < sheet.height / 2 ? [printed, ...blocks] : [...blocks, printed];
}

interface FilledTable {
  readonly grid: Grid;
  readonly words: readonly LayerWord[];
}

const ruledTables = (words: readonly LayerWord[], rules: readonly Box[]): FilledTable[] =>
  framesOf(rules)
    .flatMap((frame) => gridOf(frame) ?? [])
    .map((grid) => ({ grid, words: words.filter((word) => contains(grid.box, word.box)) }))
    .filter((table) => table.words.length > 0);

function contains([x0, y0, x1, y1]: Box, box: Box): boolean {
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return x > x0 && x < x1 && y > y0 && y < y1;
}

function flowBlocks(segments: readonly Segment[], sheet: Sheet, toWord: ToWord): TextBlock[] {
  return regionsOf(segments, sheet.width).flatMap((region) => {
    if (region.kind === 'columns') return [blockOf('column', region.left, toWord), blockOf('column', region.right, toWord)];
    return paragraphsOf(region.rows.map(joined)).map((paragraph) => blockOf('body', paragraph, toWord));
  });
}

const joined = (row: readonly Segment[]): Segment =>
  segmentOf(
    row.flatMap((segment) => segment.words),
    row[0]?.row ?? 0,
  );

function tableBlock(grid: Grid, words: readonly LayerWord[], toWord: ToWord): TableBlock {
  const scale = LAYER_DPI / 72;
  const cells = grid.cells.map((cell): Cell => {
    const rows = Map.groupBy(segmentsOf(words.filter((word) => contains(cell.box, word.box))), (segment) => segment.row);
    const lines = [...rows.values()].map((row) => lineOf(joined(row.toSorted((a, b) => a.box[0] - b.box[0])), toWord));
    return { ...cell, box: scaled(cell.box, scale), lines };
  });
  return { kind: 'table', box: scaled(grid.box, scale), rows: grid.rows, columns: grid.columns, cells };
}

/** Text that is laid over the page: signatures' captions, notes. Each cluster is a block of its own. */
export const noteBlocks = (words: readonly LayerWord[], toWord: ToWord): TextBlock[] =>
  clustersOf(words).map((cluster) => blockOf('note', cluster, toWord));

/** Pieces of lines that stand close to each other. */
export function clustersOf(words: readonly LayerWord[]): Segment[][] {
  const clusters: Segment[][] = [];
  for (const segment of segmentsOf(words)) {
    const cluster = clusters.find((lines) => lines.some((line) => near(line, segment)));
    if (cluster) cluster.push(segment);
    else clusters.push([segment]);
  }
  return clusters;
}

function near(a: Segment, b: Segment): boolean {
  const size = Math.max(a.size, b.size);
  const [across, down] = [Math.max(a.box[0], b.box[0]) - Math.min(a.box[2], b.box[2]), Math.max(a.box[1], b.box[1]) - Math.min(a.box[3], b.box[3])];
  return across < size * 2 && down < size * 1.2;
}

function blockOf(role: TextBlock['role'], segments: readonly Segment[], toWord: ToWord): TextBlock {
  const lines = segments.map((segment) => lineOf(segment, toWord));
  return { kind: 'text', role, box: unionBox(lines.map((line) => line.box)), lines };
}

function lineOf(segment: Segment, toWord: ToWord): Line {
  const words = segment.words.map(toWord);
  return { words, box: unionBox(words.map((word) => word.box)) };
}
