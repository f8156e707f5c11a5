// What recognition and an older text layer say of one picture → one reading, word by word.
// Invariant: words keep their places and lines; digits never change; what lost stays in `alternatives`; notes are left alone.
//   mergeLayer(reading, page.layer)   'thể:' and 'thé;' → 'thể;'   '12' and '12' → '12', surer   '34' and '54' → '34', doubtful
// Words that only the layer has are left out: stamps, handwriting and dirt that it made letters of. How a word is settled is in settle-word.ts.
import type { Block, Line, PageReading, Warning, Word } from '@vanban/contract';
import { type Place, placesOf } from './same-place.ts';
import { settleWord, trustIn } from './settle-word.ts';

export function mergeLayer(reading: PageReading, layer: readonly Word[]): PageReading {
  if (layer.length === 0) return reading;
  if (reading.rotation !== 0) return withWarning(reading, 'The scan had to be turned; the older text layer behind it was left out.');
  const places = new Map(
    reading.blocks
      .filter(isOwn)
      .flatMap(linesOf)
      .map((line): [Line, Place[]] => [line, placesOf(line.words, layer)]),
  );
  const trust = trustIn([...places.values()].flat());
  const settled = new Map(
    [...places].map(([line, found]): [Line, Line] => [line, { ...line, words: found.flatMap((place) => settlePlace(place, trust)) }]),
  );
  const blocks = reading.blocks.map((block) => withLines(block, (line) => settled.get(line) ?? line));
  const confidence = meanConfidence([...settled.values()]) ?? reading.confidence;
  return withWarning({ ...reading, blocks, confidence }, `${percent(trust)} ${countsIn([...settled])}`);
}

const percent = (trust: number): string =>
  `An older text layer behind the scan has ${Math.round(trust * 100)} % of the surely recognised words in the same letters and was merged with them:`;

function countsIn(lines: readonly (readonly [Line, Line])[]): string {
  const words = lines.flatMap(([before, after]) => before.words.map((word, index) => [word, after.words[index] as Word] as const));
  const changed = words.filter(([before, after]) => before.text !== after.text).length;
  const disputed = words.filter(([before, after]) => after.confidence < before.confidence).length;
  return `${changed} word(s) were settled by it, ${disputed} with digits that differ are doubtful.`;
}

function withWarning(reading: PageReading, message: string): PageReading {
  const warning: Warning = { code: 'text-layer-merged', message, page: reading.number };
  return { ...reading, warnings: [...reading.warnings, warning] };
}

/** Where one side cut the words otherwise, they cannot be compared one by one and stay as they were read. */
function settlePlace({ read, layer }: Place, trust: number): readonly Word[] {
  const [own, other] = [read[0], layer[0]];
  return read.length === 1 && layer.length === 1 && own && other ? [settleWord(own, other, trust)] : read;
}

const isOwn = (block: Block): boolean => block.kind === 'table' || block.role !== 'note';

const linesOf = (block: Block): readonly Line[] => (block.kind === 'text' ? block.lines : block.cells.flatMap((cell) => cell.lines));

function withLines(block: Block, change: (line: Line) => Line): Block {
  if (block.kind === 'text') return { ...block, lines: block.lines.map(change) };
  return { ...block, cells: block.cells.map((cell) => ({ ...cell, lines: cell.lines.map(change) })) };
}

function meanConfidence(lines: readonly Line[]): number | null {
  const words = lines.flatMap((line) => line.words);
  return words.length === 0 ? null : words.reduce((sum, word) => sum + word.confidence, 0) / words.length;
}
