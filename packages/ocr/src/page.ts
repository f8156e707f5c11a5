// Which blocks stand on a cleaned page, in which order, and what do they say?
// Invariant: blocks are in reading order; every box is mapped to the upright page; nothing is guessed: a word is there only if the engine read it.
//   await readBlocks(engine, clean, 1) → { blocks: [issuer column, national title column, body, …], warnings: [] }
import { type Block, type Box, type Line, type TextBlock, unionBox, type Warning } from '@vanban/contract';
import type { CleanPage, PageImage } from '@vanban/pages';
import type { Engine, EngineLine, Segmentation } from './engine/engine.ts';
import { cutOut } from './layout/crop.ts';
import { layOut, type Piece } from './layout/layout.ts';

export interface PageBlocks {
  readonly blocks: Block[];
  readonly warnings: Warning[];
}

export async function readBlocks(engine: Engine, clean: CleanPage, _number: number): Promise<PageBlocks> {
  const layout = layOut(clean.image);
  const blocks: Block[] = [];
  for (const piece of layout.pieces) blocks.push(...(await readPiece(engine, layout.image, piece)));
  return { blocks: blocks.map((block) => toPage(block, clean)), warnings: [] };
}

async function readPiece(engine: Engine, image: PageImage, piece: Piece): Promise<Block[]> {
  if (piece.kind === 'text') return textBlocks(piece.role, await readBox(engine, image, piece.box, 'page', piece.others));
  if (piece.kind === 'lone') return loneBlocks(await readBox(engine, image, piece.box, 'line'));
  const { grid } = piece;
  const cells = [];
  for (const cell of grid.cells) {
    const [x0, y0, x1, y1] = cell.box;
    cells.push({ ...cell, lines: await readBox(engine, image, [x0 + 3, y0 + 3, x1 - 3, y1 - 3], 'block') });
  }
  return [{ kind: 'table', box: grid.box, rows: grid.rows, columns: grid.columns, cells }];
}

async function readBox(engine: Engine, image: PageImage, box: Box, segmentation: Segmentation, others: readonly Box[] = []): Promise<Line[]> {
  const { image: cut, x, y } = cutOut(image, box, others);
  const move = ([x0, y0, x1, y1]: Box): Box => [x0 + x, y0 + y, x1 + x, y1 + y];
  const lines: EngineLine[] = await engine.read(cut, segmentation);
  return lines.map((line) => ({ box: move(line.box), words: line.words.map((word) => ({ ...word, box: move(word.box) })) }));
}

function textBlocks(role: TextBlock['role'], lines: readonly Line[]): TextBlock[] {
  return lines.length === 0 ? [] : [{ kind: 'text', role, box: unionBox(lines.map((line) => line.box)), lines }];
}

/** Digits, with or without dashes: "3", "- 3 -"; not "3a". */
const PAGE_NUMBER = /^[-–—.\s]*\d{1,4}[-–—.\s]*$/u;

function loneBlocks(lines: readonly Line[]): TextBlock[] {
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
