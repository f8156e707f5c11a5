// The text layer of a PDF page: its words, what is laid over it, its ruled lines.
// Invariant: every visible glyph is in `words` or in `notes`; places are points of the page turned so that its text runs upright.
//   layerOf(marks, sheet).words.map((word) => word.text)
import type { Box } from '@vanban/contract';
import { askewWords, type Upright, upright } from '../layer/angle.ts';
import { fillBlanks } from '../layer/fill-blanks.ts';
import { type LayerWord, wordsOf } from '../layer/words.ts';
import type { Marks } from './marks.ts';
import { boxOf } from './matrix.ts';
import type { Sheet } from './paint.ts';
import type { Glyph } from './text-state.ts';

/** Pictures that cover this part of the page make it a scan. */
export const SCAN = 0.5;

export interface Layer {
  readonly turned: Upright;
  readonly words: readonly LayerWord[];
  /** What annotations and askew text say. */
  readonly notes: readonly LayerWord[];
  readonly rules: readonly Box[];
}

export function layerOf(marks: Marks, sheet: Sheet): Layer {
  const seen = hidden(marks, sheet).filter(({ box }) => box[2] > 0 && box[3] > 0 && box[0] < sheet.width && box[1] < sheet.height);
  const [captions, own] = [seen.filter((glyph) => glyph.annotation), seen.filter((glyph) => !glyph.annotation)];
  const turned = upright(own, sheet);
  const level = captions.filter((glyph) => Math.abs(glyph.angle) <= 5);
  const askew = [...captions.filter((glyph) => !level.includes(glyph)), ...turned.others.filter((glyph) => !glyph.invisible)];
  const filled = fillBlanks(wordsOf(turned.glyphs), wordsOf(level));
  return {
    turned,
    words: filled.words,
    notes: [...filled.notes, ...askewWords(askew)],
    rules: marks.rules.map((box) => boxOf(turned.matrix, ...box)),
  };
}

export const textOf = (words: readonly LayerWord[]): string => words.map((word) => word.text).join(' ');

/** The area of a box that lies on the sheet. */
export function visibleArea([x0, y0, x1, y1]: Box, { width, height }: Sheet): number {
  return Math.max(0, Math.min(x1, width) - Math.max(x0, 0)) * Math.max(0, Math.min(y1, height) - Math.max(y0, 0));
}

/** Letters that a page-size picture was painted over are there to be searched, not seen. */
function hidden(marks: Marks, sheet: Sheet): readonly Glyph[] {
  const covers = marks.pictures.filter((mark) => mark.kind === 'image' && visibleArea(mark.box, sheet) >= SCAN * sheet.width * sheet.height);
  const before = Math.max(0, ...covers.map((mark) => mark.glyphsBefore));
  return before === 0 ? marks.glyphs : marks.glyphs.map((glyph, index) => (index < before ? { ...glyph, invisible: true } : glyph));
}
