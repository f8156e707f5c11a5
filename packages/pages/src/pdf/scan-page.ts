// A page with a scan on it: the scan's picture, with what an older layer behind it says; or its text where the scan is but the paper under it.
// Invariant: text laid over the scan (captions of signatures, typed notes) is kept as notes, never taken for the letter; nothing of a layer is lost without a warning.
//   scan alone → picture · scan with unseen text → picture and layer, merged after recognition · seen text over a picture of paper → layer
import type { Box, TextBlock, Warning, Word } from '@vanban/contract';
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
  if (isThePage(layer, judged)) {
    const seen = await picture(false);
    const boxes = layer.words.map((word) => boxOf(seen.toImage, ...word.box));
    if (coverage(seen.image, boxes) >= COVERED) {
      const facts = { number, rotation: layer.turned.rotation, confidence: Math.min(0.97, judged.syllables), warnings: seen.warnings };
      return { kind: 'read', reading: readLayer(layer, layer.turned.sheet, facts) };
    }
  }
  const level = layer.turned.rotation === 0 ? layer.words : [];
  const typed = level.filter((word) => !word.invisible);
  const kept = judgeText(textOf(typed)).sound ? typed : [];
  const seen = await picture(kept.length > 0);
  const behind = level.filter((word) => !kept.includes(word));
  const lost = layer.words.length >= FEW_WORDS && level.length === 0;
  const warnings = lost ? [damaged(number, percent('A text layer that does not run level was left out, the picture recognised', judged))] : [];
  const notes = notesOf([...layer.notes, ...kept], seen);
  return { kind: 'image', number, image: seen.image, notes, layer: wordsOn(behind, seen, judged), warnings: [...seen.warnings, ...warnings] };
}

function wordsOn(words: readonly LayerWord[], { toImage }: { readonly toImage: Matrix }, { syllables }: Judgement): Word[] {
  return words.map(({ text, box }) => ({ text, box: boxOf(toImage, ...box), confidence: syllables }));
}

/** Text that is seen is the page itself over some background. Text that is not seen was read from the picture once, and is weighed against a reading of today. */
function isThePage(layer: Layer, judged: Judgement): boolean {
  return layer.turned.rotation === 0 && judged.sound && judged.words >= FEW_WORDS && !layer.words.some((word) => word.invisible);
}

export function notesOf(words: readonly LayerWord[], { toImage }: { readonly toImage: Matrix }): TextBlock[] {
  return noteBlocks(words, ({ text, box }) => ({ text, box: boxOf(toImage, ...box).map(Math.round) as unknown as Box, confidence: 1 }));
}

export const damaged = (page: number, message: string): Warning => ({ code: 'text-layer-damaged', message, page });

export const percent = (what: string, { syllables, marked }: Judgement): string =>
  `${what}: ${Math.round(syllables * 100)} % of its words are Vietnamese syllables, ${Math.round(marked * 100)} % have marks.`;
