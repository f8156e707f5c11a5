// Which blocks stand on a cleaned page, in which order, and what do they say?
import type { Block, Line, Warning } from '@vanban/contract';
import { unionBox } from '@vanban/contract';
import type { CleanPage } from '@vanban/pages';
import type { Engine } from './engine/engine.ts';

export async function readBlocks(engine: Engine, clean: CleanPage, _number: number): Promise<{ blocks: Block[]; warnings: Warning[] }> {
  const found = await engine.read(clean.image, 'page');
  const lines: Line[] = found.map((line) => ({
    box: clean.toPage(line.box),
    words: line.words.map((word) => ({ ...word, box: clean.toPage(word.box) })),
  }));
  if (lines.length === 0) return { blocks: [], warnings: [] };
  return { blocks: [{ kind: 'text', role: 'body', box: unionBox(lines.map((line) => line.box)), lines }], warnings: [] };
}
