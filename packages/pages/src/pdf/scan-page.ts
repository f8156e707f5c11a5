// A page with a scan on it: the scan's picture, or the text layer under it if recognising anew could hardly be better.
// Invariant: text laid over the scan (captions of signatures, typed notes) is kept as notes, never taken for the letter; a layer that is dropped leaves a warning.
//   scan alone → picture · scan under a good layer → layer · scan under a bad layer → picture
import type { Box, TextBlock, Warning } from '@vanban/contract';
import { coverage, FEW_WORDS, type Judgement, judgeText } from '../layer/judge.ts';
import { noteBlocks, readLayer } from '../layer/reading.ts';
import type { LayerWord } from '../layer/words.ts';
import type { PageContent } from '../source.ts';
import { type Layer, SCAN, textOf, visibleArea } from './layer.ts';
import type { Marks } from './marks.ts';
import type { Matrix } from './matrix.ts';
import { boxOf } from './matrix.ts';
import type { Sheet } from './paint.ts';
import { type PagePicture, soleScan } from './picture.ts';

/** A layer must have words over this part of the inked height to stand for the whole page. */
const COVERED = 0.75;

export function hasScan(marks: Marks, sheet: Sheet): boolean {
  if (soleScan(marks, sheet)) return true;
  const area = marks.pictures.filter((mark) => !mark.annotation).reduce((sum, { box }) => sum + visibleArea(box, sheet), 0);
  return area >= SCAN * sheet.width * sheet.height;
}

/** `picture(textless)` gives the page's picture; without its text where that is kept apart. */
export async function scanPage(number: number, layer: Layer, picture: (textless: boolean) => Promise<PagePicture>): Promise<PageContent> {
  const judged = judgeText(textOf(layer.words));
  if (isBelievable(layer, judged)) {
    const seen = await picture(false);
    const boxes = layer.words.map((word) => boxOf(seen.toImage, ...word.box));
    if (coverage(seen.image, boxes) >= COVERED) {
      const facts = { number, rotation: layer.turned.rotation, confidence: Math.min(0.97, judged.syllables), warnings: seen.warnings };
      return { kind: 'read', reading: readLayer(layer, layer.turned.sheet, facts) };
    }
  }
  const typed = layer.turned.rotation === 0 ? layer.words.filter((word) => !word.invisible) : [];
  const kept = judgeText(textOf(typed)).sound ? typed : [];
  const seen = await picture(kept.length > 0);
  const dropped = layer.words.length - kept.length;
  const warnings = dropped >= FEW_WORDS ? [damaged(number, percent('A text layer was dropped and the picture recognised instead', judged))] : [];
  return { kind: 'image', number, image: seen.image, notes: notesOf([...layer.notes, ...kept], seen), warnings: [...seen.warnings, ...warnings] };
}

/** Text that is seen is the page itself over some background; text that is not must be better than recognising anew would be. */
function isBelievable(layer: Layer, judged: Judgement): boolean {
  if (layer.turned.rotation !== 0) return false;
  return layer.words.some((word) => word.invisible) ? judged.excellent : judged.sound && judged.words >= FEW_WORDS;
}

export function notesOf(words: readonly LayerWord[], { toImage }: { readonly toImage: Matrix }): TextBlock[] {
  return noteBlocks(words, ({ text, box }) => ({ text, box: boxOf(toImage, ...box).map(Math.round) as unknown as Box, confidence: 1 }));
}

export const damaged = (page: number, message: string): Warning => ({ code: 'text-layer-damaged', message, page });

export const percent = (what: string, { syllables, marked }: Judgement): string =>
  `${what}: ${Math.round(syllables * 100)} % of its words are Vietnamese syllables, ${Math.round(marked * 100)} % have marks.`;
