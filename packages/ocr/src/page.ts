// Which blocks stand on a cleaned page, in which order, and what do they say?
// Invariant: blocks are in reading order; every box is mapped to the upright page; nothing is guessed: a word is there only if the engine read it.
//   await readBlocks(engine, clean, 1) → { blocks: [issuer column, national title column, body, …], warnings: [] }
import { type Block, type Grid, type Line, type TableBlock, type TextBlock, unionBox, type Warning } from '@vanban/contract';
import type { CleanPage, PageImage } from '@vanban/pages';
import { splitAddress } from './address.ts';
import type { Plausibility } from './doubt.ts';
import type { Engine } from './engine/engine.ts';
import { layOut, type Piece } from './layout/layout.ts';
import { readBox, readText } from './pieces.ts';
import { reread } from './reread.ts';

/** Whether doubtful lines are read again, and who knows which are. */
export interface Rereading {
  readonly wanted: boolean;
  readonly plausible: Plausibility | null;
}

export interface PageBlocks {
  readonly blocks: Block[];
  readonly warnings: Warning[];
}

export async function readBlocks(engine: Engine, clean: CleanPage, page: number, again: Rereading): Promise<PageBlocks> {
  const layout = layOut(clean.image, clean.red);
  // Side by side, so that an engine that likes to take several pictures at once may do so.
  const blocks = (await Promise.all(layout.pieces.map((piece) => readPiece(engine, layout.image, piece, again)))).flat();
  const warnings: Warning[] =
    blocks.length === 0 ? [{ code: 'ink-without-text', message: 'There is ink on the page, but no words could be read.', page }] : [];
  return { blocks: splitAddress(blocks).map((block) => toPage(block, clean)), warnings };
}

async function readPiece(engine: Engine, image: PageImage, piece: Piece, again: Rereading): Promise<Block[]> {
  switch (piece.kind) {
    case 'text':
      return textBlocks(piece.role, await readTwice(engine, image, piece, again));
    case 'lone':
      return numberBlocks(await readBox(engine, image, piece.box, 'line'));
    case 'stamp':
      return textBlocks('stamp', await readBox(engine, piece.image, piece.box, 'block'));
    case 'table':
      return [await readTable(engine, image, piece.grid)];
  }
}

async function readTwice(
  engine: Engine,
  image: PageImage,
  piece: Piece & { kind: 'text' },
  { wanted, plausible }: Rereading,
): Promise<readonly Line[]> {
  const lines = await readText(engine, image, piece);
  return wanted ? reread(engine, image, piece, lines, plausible) : lines;
}

/** Cells are read one by one, a little inside their rules. */
async function readTable(engine: Engine, image: PageImage, grid: Grid): Promise<TableBlock> {
  const cells = await Promise.all(
    grid.cells.map(async (cell) => {
      const [x0, y0, x1, y1] = cell.box;
      return { ...cell, lines: await readBox(engine, image, [x0 + 3, y0 + 3, x1 - 3, y1 - 3], 'block') };
    }),
  );
  return { kind: 'table', box: grid.box, rows: grid.rows, columns: grid.columns, cells };
}

function textBlocks(role: TextBlock['role'], lines: readonly Line[]): TextBlock[] {
  return lines.length === 0 ? [] : [{ kind: 'text', role, box: unionBox(lines.map((line) => line.box)), lines }];
}

/** Digits, with or without dashes: "3", "- 3 -"; not "3a". */
const PAGE_NUMBER = /^[-–—.\s]*\d{1,4}[-–—.\s]*$/u;

function numberBlocks(lines: readonly Line[]): TextBlock[] {
  const text = lines.flatMap((line) => line.words.map((word) => word.text)).join(' ');
  return PAGE_NUMBER.test(text) ? textBlocks('page-number', lines) : [];
}

function toPage(block: Block, clean: CleanPage): Block {
  const mapLine = (line: Line): Line => ({
    box: clean.toPage(line.box),
    words: line.words.map((word) => ({ ...word, box: clean.toPage(word.box) })),
  });
  const box = clean.toPage(block.box);
  if (block.kind === 'text') return { ...block, box, lines: block.lines.map(mapLine) };
  return { ...block, box, cells: block.cells.map((cell) => ({ ...cell, box: clean.toPage(cell.box), lines: cell.lines.map(mapLine) })) };
}
