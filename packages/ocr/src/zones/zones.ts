// Which numbers and days of the header were filled in by hand, and what do they look like?
// Invariant: a zone has ink; printed figures that were read with certainty make none; nothing is guessed from the picture.
//   markHandwriting(blocks, view) → { zones: [{ kind: 'number', box, read: '4j2', picture: 'iVBORw0…' }], blocks: the same, handwritten figures unsure }
// Handwriting that the engine takes for figures with some confidence (a 5 for a 2) is told by its size and place beside the printed year.
// The value of a zone is null for everything behind (packages/extract); a person looks at the picture.
import type { Block, Box, Line, Zone, ZoneKind } from '@vanban/contract';
import { unionBox } from '@vanban/contract';
import { inkThreshold, type PageImage } from '@vanban/pages';
import { encodePng } from './png.ts';
import { type Slot, slotsOf } from './slots.ts';

/** The page as a person sees it: blue pens are not faded. */
export interface View {
  /** Upright, any number of channels. */
  readonly image: PageImage;
  /** Place on it of a place among the blocks. */
  readonly toView: (box: Box) => Box;
}

/** The header ends at this part of the page's height. */
const HEADER = 0.45;
/** Figures of this confidence were read. */
const CERTAIN = 0.6;
/** Figures by hand must be as sure as this to be believed; else they get a confidence that nobody takes for certain. */
const [BELIEVED, DISTRUST] = [0.95, 0.35];
/** Printed figures are as high as the year and stand level with it but for this part of its height; measured: print 0 to 0.1, hands 0.15 to 0.9. */
const LEVEL = 0.12;
/** Handwriting rises above the line of print and hangs below it, and begins within the marks beside it; in parts of the line's height. */
const [ABOVE, BELOW, BESIDE, ROUGH] = [0.6, 0.5, 0.2, 0.8];
/** Part of the zone that ink covers at least: more than a dotted line or a speck does. */
const LEAST_INK = 0.004;

/** Blocks in the order and the pixels in which they come. `height` is the page's in the same pixels. */
export function markHandwriting(blocks: readonly Block[], height: number, view: View): { readonly blocks: Block[]; readonly zones: Zone[] } {
  const zones: Zone[] = [];
  const mark = (line: Line): Line => {
    const found = slotsOf(line).filter((slot) => !isCertain(slot, line));
    zones.push(...found.flatMap((slot) => zoneOf(slot, line, view) ?? []));
    const distrusted = new Set(found.flatMap((slot) => slot.words));
    const words = line.words.map((word, i) =>
      distrusted.has(i) && /^\d+$/u.test(word.text) ? { ...word, confidence: Math.min(word.confidence, DISTRUST) } : word,
    );
    return distrusted.size === 0 ? line : { ...line, words };
  };
  const marked = blocks.map((block) =>
    block.kind === 'text' && block.box[1] < HEADER * height ? { ...block, lines: block.lines.map(mark) } : block,
  );
  return { blocks: marked, zones };
}

function isCertain(slot: Slot, line: Line): boolean {
  return isFigure(slot.kind, slot.text) && slot.confidence >= (isByHand(slot, line) ? BELIEVED : CERTAIN);
}

/** "412", "412a"; a day from 1 to 31, a month from 1 to 12; not "4j2", "45" as a day. */
function isFigure(kind: ZoneKind, text: string): boolean {
  if (kind === 'number') return /^\d{1,5}[a-zđ]?$/u.test(text);
  return /^\d{1,2}$/u.test(text) && Number(text) >= 1 && Number(text) <= (kind === 'day' ? 31 : 12);
}

/** Higher or lower than the year on the same line; false where no year stands there. */
function isByHand({ words }: Slot, line: Line): boolean {
  const year = line.words.findLast(({ text }) => /^(?:19|20)\d{2}\D?$/u.test(text))?.box;
  if (year === undefined || words.length === 0) return false;
  const [, top, , bottom] = unionBox(words.map((word) => line.words[word]?.box ?? year));
  return Math.max(Math.abs(top - year[1]), Math.abs(bottom - year[3])) > LEVEL * (year[3] - year[1]);
}

function zoneOf(slot: Slot, line: Line, view: View): Zone | null {
  const unit = heightOf(line);
  const beside = (slot.rough ? ROUGH : BESIDE) * unit;
  const box: Box = [slot.from - beside, line.box[1] - ABOVE * unit, slot.to + beside, line.box[3] + BELOW * unit].map(Math.round) as Box;
  const image = cutGrey(view.image, view.toView(box));
  if (image === null || inkIn(image) < LEAST_INK * image.data.length) return null;
  return { kind: slot.kind, box, read: slot.text === '' ? null : slot.text, picture: encodePng(image).toString('base64') };
}

/** The middle one of the words' heights: one word with handwriting may be twice as high. */
function heightOf({ words }: Line): number {
  const heights = words.map(({ box }) => box[3] - box[1]).sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? 0;
}

/** The part of a picture in plain grey; null where nothing of it lies on the page. */
function cutGrey(image: PageImage, [x0, y0, x1, y1]: Box): PageImage | null {
  const [left, top] = [Math.max(0, Math.floor(x0)), Math.max(0, Math.floor(y0))];
  const [width, height] = [Math.min(image.width, Math.ceil(x1)) - left, Math.min(image.height, Math.ceil(y1)) - top];
  if (width < 2 || height < 2) return null;
  const { channels } = image;
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = ((y + top) * image.width + left) * channels; x < width; x++, i += channels) {
      data[y * width + x] =
        channels === 1 ? (image.data[i] as number) : Math.min(image.data[i] as number, image.data[i + 1] as number, image.data[i + 2] as number);
    }
  }
  return { ...image, width, height, channels: 1, data };
}

function inkIn(image: PageImage): number {
  const threshold = inkThreshold(image);
  let ink = 0;
  for (let i = 0; i < image.data.length; i++) if ((image.data[i] as number) < threshold) ink++;
  return ink;
}
