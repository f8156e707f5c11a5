// What a PDF page is handed out as: its text layer where that can be believed, else its picture.
// Invariant: text laid over a scan (captions of signatures, typed notes) is kept as notes, never taken for the letter; a layer that is dropped leaves a warning.
//   scan alone → picture · scan under a good layer → layer · scan under a bad layer → picture · no scan → layer, or picture if its fonts have no letters
import type { Box, Warning } from '@vanban/contract';
import { askewWords, type Upright, upright } from '../layer/angle.ts';
import { coverage, FEW_WORDS, judgeText } from '../layer/judge.ts';
import { noteBlocks, readLayer } from '../layer/reading.ts';
import { type LayerWord, wordsOf } from '../layer/words.ts';
import type { PageContent } from '../source.ts';
import type { PdfPage } from './library.ts';
import type { Marks } from './marks.ts';
import type { Matrix } from './matrix.ts';
import { boxOf } from './matrix.ts';
import type { Sheet } from './paint.ts';
import { type PagePicture, pictureOf, soleScan } from './picture.ts';
import type { Glyph } from './text-state.ts';

/** Pictures that cover this part of the page make it a scan. */
const SCAN = 0.5;
/** A picture in a page of text smaller than this part of it is a seal, a signature, a logo. */
const PICTURE = 0.06;
/** A layer must have words over this part of the inked height to stand for the whole page. */
const COVERED = 0.75;

interface Layer {
  readonly turned: Upright;
  readonly words: readonly LayerWord[];
  /** What annotations and askew text say. */
  readonly notes: readonly LayerWord[];
  readonly rules: readonly Box[];
}

export async function contentOf(page: PdfPage, marks: Marks, sheet: Sheet, maxPixels: number): Promise<PageContent> {
  const layer = layerOf(marks, sheet);
  const number = page.pageNumber;
  const picture = async (): Promise<PagePicture> => pictureOf(page, marks, sheet, maxPixels);
  if (hasScan(marks, sheet)) return ofScan(number, layer, await picture());
  const judged = judgeText(textOf(layer.words));
  const warnings: Warning[] = [];
  if (layer.words.length === 0 || judged.unmapped || isDrawn(layer, marks)) {
    const shown = marks.pictures.length + marks.drawings.length + marks.rules.length + layer.words.length > 0;
    if (shown) {
      if (judged.unmapped)
        warnings.push(damaged(number, 'The fonts of this page do not say which letters they show; it was recognised from its picture.'));
      const seen = await picture();
      return { kind: 'image', number, image: seen.image, notes: notesOf(layer.notes, seen), warnings: [...seen.warnings, ...warnings] };
    }
  } else if (!judged.sound && judged.words >= FEW_WORDS) {
    warnings.push(damaged(number, percent('The text of this page reads badly as Vietnamese', judged.syllables, judged.marked)));
  }
  const confidence = warnings.length > 0 ? 0.5 : 1;
  const unread = marks.pictures.filter((mark) => visible(mark.box, sheet) > PICTURE * sheet.width * sheet.height).length;
  if (unread > 0)
    warnings.push({
      code: 'picture-not-read',
      message: `${unread} picture(s) stand in the text of this page; what they show was not read.`,
      page: number,
    });
  return {
    kind: 'read',
    reading: readLayer(layer, layer.turned.sheet, { number, rotation: layer.turned.rotation, confidence, warnings }),
  };
}

function layerOf(marks: Marks, sheet: Sheet): Layer {
  const seen = hidden(marks, sheet).filter(({ box }) => box[2] > 0 && box[3] > 0 && box[0] < sheet.width && box[1] < sheet.height);
  const [captions, own] = [seen.filter((glyph) => glyph.annotation), seen.filter((glyph) => !glyph.annotation)];
  const turned = upright(own, sheet);
  const level = captions.filter((glyph) => Math.abs(glyph.angle) <= 5);
  const askew = [...captions.filter((glyph) => !level.includes(glyph)), ...turned.others.filter((glyph) => !glyph.invisible)];
  return {
    turned,
    words: wordsOf(turned.glyphs),
    notes: [...wordsOf(level), ...askewWords(askew)],
    rules: marks.rules.map((box) => boxOf(turned.matrix, ...box)),
  };
}

/** Letters that a page-size picture was painted over are there to be searched, not seen. */
function hidden(marks: Marks, sheet: Sheet): readonly Glyph[] {
  const covers = marks.pictures.filter((mark) => mark.kind === 'image' && visible(mark.box, sheet) >= SCAN * sheet.width * sheet.height);
  const before = Math.max(0, ...covers.map((mark) => mark.glyphsBefore));
  return before === 0 ? marks.glyphs : marks.glyphs.map((glyph, index) => (index < before ? { ...glyph, invisible: true } : glyph));
}

const textOf = (words: readonly LayerWord[]): string => words.map((word) => word.text).join(' ');

function hasScan(marks: Marks, sheet: Sheet): boolean {
  if (soleScan(marks, sheet)) return true;
  const area = marks.pictures.filter((mark) => !mark.annotation).reduce((sum, { box }) => sum + visible(box, sheet), 0);
  return area >= SCAN * sheet.width * sheet.height;
}

function visible([x0, y0, x1, y1]: Box, { width, height }: Sheet): number {
  return Math.max(0, Math.min(x1, width) - Math.max(x0, 0)) * Math.max(0, Math.min(y1, height) - Math.max(y0, 0));
}

/** Hardly a word, but many shapes: letters turned to outlines. */
const isDrawn = (layer: Layer, marks: Marks): boolean => layer.words.length < FEW_WORDS && marks.drawings.length > 200;

function ofScan(number: number, layer: Layer, picture: PagePicture): PageContent {
  const judged = judgeText(textOf(layer.words));
  const boxes = layer.words.map((word) => boxOf(picture.toImage, ...word.box));
  const believed = layer.words.some((word) => word.invisible) ? judged.excellent : judged.sound && judged.words >= FEW_WORDS;
  if (believed && layer.turned.rotation === 0 && coverage(picture.image, boxes) >= COVERED) {
    const facts = { number, rotation: layer.turned.rotation, confidence: Math.min(0.97, judged.syllables), warnings: picture.warnings };
    return { kind: 'read', reading: readLayer(layer, layer.turned.sheet, facts) };
  }
  const typed = layer.turned.rotation === 0 ? layer.words.filter((word) => !word.invisible) : [];
  const kept = judgeText(textOf(typed)).sound ? typed : [];
  const dropped = layer.words.length - kept.length;
  const warnings =
    dropped >= FEW_WORDS
      ? [damaged(number, percent('A text layer was dropped and the picture recognised instead', judged.syllables, judged.marked))]
      : [];
  return {
    kind: 'image',
    number,
    image: picture.image,
    notes: notesOf([...layer.notes, ...kept], picture),
    warnings: [...picture.warnings, ...warnings],
  };
}

function notesOf(words: readonly LayerWord[], { toImage }: { readonly toImage: Matrix }): ReturnType<typeof noteBlocks> {
  return noteBlocks(words, ({ text, box }) => ({ text, box: boxOf(toImage, ...box).map(Math.round) as unknown as Box, confidence: 1 }));
}

const damaged = (page: number, message: string): Warning => ({ code: 'text-layer-damaged', message, page });

const percent = (what: string, syllables: number, marked: number): string =>
  `${what}: ${Math.round(syllables * 100)} % of its words are Vietnamese syllables, ${Math.round(marked * 100)} % have marks.`;
