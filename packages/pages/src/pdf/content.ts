// What a PDF page is handed out as: its text layer where that can be believed, else its picture.
// Invariant: nothing that can be seen is passed over in silence: it is read, handed out as a picture, or warned about.
//   no scan → layer, with the pictures in it · no letters, or fonts that do not say which they are → picture · scan → see scan-page.ts
import type { Warning } from '@vanban/contract';
import { FEW_WORDS, judgeText } from '../layer/judge.ts';
import { LAYER_DPI, readLayer } from '../layer/reading.ts';
import { cut } from '../picture/turn.ts';
import type { EmbeddedPicture, PageContent } from '../source.ts';
import { type Layer, layerOf, textOf, visibleArea } from './layer.ts';
import type { PdfPage } from './library.ts';
import type { Marks } from './marks.ts';
import { boxOf } from './matrix.ts';
import type { Sheet } from './paint.ts';
import { type PagePicture, pictureOf, type TextOnIt } from './picture.ts';
import { damaged, hasScan, notesOf, percent, scanPage } from './scan-page.ts';

/** A picture in a page of text smaller than this part of it is a seal, a signature, a logo. */
const PICTURE = 0.06;

export async function contentOf(page: PdfPage, marks: Marks, sheet: Sheet, maxPixels: number): Promise<PageContent> {
  const layer = layerOf(marks, sheet);
  const number = page.pageNumber;
  const picture = (text: TextOnIt): Promise<PagePicture> => pictureOf(page, marks, sheet, maxPixels, text);
  if (hasScan(marks, sheet)) return scanPage(number, layer, picture);
  const judged = judgeText(textOf(layer.words));
  if (isShown(marks, layer) && (layer.words.length === 0 || judged.unmapped || isDrawn(layer, marks))) {
    const seen = await picture('painted');
    const warnings = judged.unmapped ? [...seen.warnings, damaged(number, UNMAPPED)] : seen.warnings;
    return { kind: 'image', number, image: seen.image, notes: notesOf(layer.notes, seen), warnings };
  }
  const isBad = !judged.sound && judged.words >= FEW_WORDS;
  const warnings: Warning[] = isBad ? [damaged(number, percent('The text of this page reads badly as Vietnamese', judged))] : [];
  const facts = { number, rotation: layer.turned.rotation, confidence: isBad ? 0.5 : 1, warnings };
  const pictures = layer.turned.rotation === 0 ? await picturesIn(marks, sheet, picture) : [];
  return { kind: 'read', reading: readLayer(layer, layer.turned.sheet, facts), pictures };
}

const UNMAPPED = 'The fonts of this page do not say which letters they show; it was recognised from its picture.';

const isShown = (marks: Marks, layer: Layer): boolean => marks.pictures.length + marks.drawings.length + marks.rules.length + layer.words.length > 0;

/** Hardly a word, but many shapes: letters turned to outlines. */
const isDrawn = (layer: Layer, marks: Marks): boolean => layer.words.length < FEW_WORDS && marks.drawings.length > 200;

/** Pictures between the text, cut out of the page painted without its letters. */
async function picturesIn(marks: Marks, sheet: Sheet, picture: (text: TextOnIt) => Promise<PagePicture>): Promise<EmbeddedPicture[]> {
  const large = marks.pictures.filter((mark) => !mark.annotation && visibleArea(mark.box, sheet) > PICTURE * sheet.width * sheet.height);
  if (large.length === 0) return [];
  const { image, toImage } = await picture('left-out');
  const scale = LAYER_DPI / 72;
  return large.map(({ box }) => ({
    image: cut(image, boxOf(toImage, ...box)),
    box: [Math.round(box[0] * scale), Math.round(box[1] * scale), Math.round(box[2] * scale), Math.round(box[3] * scale)],
  }));
}
