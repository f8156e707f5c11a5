// A page's text layer as a reading: words in pixels, lines, blocks in reading order.
// Invariant: every word of the layer stands in exactly one block; boxes are in pixels at DPI, origin top left.
//   const reading = readLayer(words, sheet, { number: 1, confidence: 1, warnings: [] });
// Whether the layer deserves to be read at all is judged before, in judge.ts.
import type { Block, Box, Line, PageReading, TextBlock, Warning, Word } from '@vanban/contract';
import { unionBox } from '@vanban/contract';
import type { Sheet } from '../pdf/paint.ts';
import { regionsOf } from './columns.ts';
import type { Segment } from './lines.ts';
import { segmentOf, segmentsOf } from './lines.ts';
import { takePageNumber } from './page-number.ts';
import { paragraphsOf } from './paragraphs.ts';
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

export function readLayer(words: readonly LayerWord[], notes: readonly LayerWord[], sheet: Sheet, facts: LayerFacts): PageReading {
  const scale = LAYER_DPI / 72;
  const toWord = ({ text, box }: LayerWord): Word => ({ text, box: scaled(box, scale), confidence: facts.confidence });
  const blocks = [...textBlocks(words, sheet, toWord), ...noteBlocks(notes, toWord)];
  return {
    number: facts.number,
    width: Math.round(sheet.width * scale),
    height: Math.round(sheet.height * scale),
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

function textBlocks(words: readonly LayerWord[], sheet: Sheet, toWord: (word: LayerWord) => Word): Block[] {
  const { number, rest } = takePageNumber(segmentsOf(words), sheet.height);
  const block = (role: TextBlock['role'], segments: readonly Segment[]): TextBlock => blockOf(role, segments, toWord);
  const blocks = regionsOf(rest, sheet.width).flatMap((region) => {
    if (region.kind === 'columns') return [block('column', region.left), block('column', region.right)];
    const lines = region.rows.map((row) =>
      segmentOf(
        row.flatMap((segment) => segment.words),
        row[0]?.row ?? 0,
      ),
    );
    return paragraphsOf(lines).map((paragraph) => block('body', paragraph));
  });
  if (!number) return blocks;
  const printed = block('page-number', [number]);
  return number.box[1] < sheet.height / 2 ? [printed, ...blocks] : [...blocks, printed];
}

/** Text that is laid over the page: signatures' captions, notes. Each cluster is a block of its own. */
export function noteBlocks(words: readonly LayerWord[], toWord: (word: LayerWord) => Word): TextBlock[] {
  const clusters: Segment[][] = [];
  for (const segment of segmentsOf(words)) {
    const cluster = clusters.find((lines) => lines.some((line) => near(line, segment)));
    if (cluster) cluster.push(segment);
    else clusters.push([segment]);
  }
  return clusters.map((cluster) => blockOf('note', cluster, toWord));
}

function near(a: Segment, b: Segment): boolean {
  const size = Math.max(a.size, b.size);
  const [across, down] = [Math.max(a.box[0], b.box[0]) - Math.min(a.box[2], b.box[2]), Math.max(a.box[1], b.box[1]) - Math.min(a.box[3], b.box[3])];
  return across < size * 2 && down < size * 1.2;
}

function blockOf(role: TextBlock['role'], segments: readonly Segment[], toWord: (word: LayerWord) => Word): TextBlock {
  const lines = segments.map((segment): Line => {
    const line = segment.words.map(toWord);
    return { words: line, box: unionBox(line.map((word) => word.box)) };
  });
  return { kind: 'text', role, box: unionBox(lines.map((line) => line.box)), lines };
}
