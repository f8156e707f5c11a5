// Which numbers and days of the header were filled in by hand and could not be read? Their places, and what they look like.
// Invariant: a zone has ink; what was read with certainty makes none; nothing is guessed from the picture.
//   findZones(blocks, page) → [{ kind: 'number', box, read: '4j2', picture: 'iVBORw0…' }]
// The value of a zone is null for everything behind (packages/extract); a person looks at the picture.
import type { Block, Box, Line, Zone, ZoneKind } from '@vanban/contract';
import { inkThreshold, type PageImage } from '@vanban/pages';
import { cutOut } from '../layout/crop.ts';
import { encodePng } from './png.ts';
import { type Slot, slotsOf } from './slots.ts';

/** The header ends at this part of the page's height. */
const HEADER = 0.45;
/** Figures of this confidence were printed. */
const CERTAIN = 0.6;
/** Handwriting rises above the line of print and hangs below it, and begins within the marks beside it; in inches. */
const [ABOVE, BELOW, BESIDE] = [0.09, 0.07, 0.03];
/** Square inches of ink that make handwriting: more than a dotted line or a speck has. */
const LEAST_INK = 0.0012;

/** In pixels of `page`, as the blocks are. */
export function findZones(blocks: readonly Block[], page: PageImage): Zone[] {
  const lines = blocks.flatMap((block) => (block.kind === 'text' && block.box[1] < HEADER * page.height ? block.lines : []));
  return lines.flatMap((line) => slotsOf(line).flatMap((slot) => zoneOf(slot, line, page) ?? []));
}

function zoneOf(slot: Slot, line: Line, page: PageImage): Zone | null {
  if (slot.confidence >= CERTAIN && isFigure(slot.kind, slot.text)) return null;
  const { dpi } = page;
  const box: Box = [
    Math.max(0, Math.round(slot.from - BESIDE * dpi)),
    Math.max(0, Math.round(line.box[1] - ABOVE * dpi)),
    Math.min(page.width, Math.round(slot.to + BESIDE * dpi)),
    Math.min(page.height, Math.round(line.box[3] + BELOW * dpi)),
  ];
  const image = cutOut(page, box).image;
  if (inkIn(image, inkThreshold(page)) < LEAST_INK * dpi * dpi) return null;
  return { kind: slot.kind, box, read: slot.text === '' ? null : slot.text, picture: encodePng(image).toString('base64') };
}

/** "412", "412a"; a day from 1 to 31, a month from 1 to 12; not "4j2", "45" as a day. */
function isFigure(kind: ZoneKind, text: string): boolean {
  if (kind === 'number') return /^\d{1,5}[a-zđ]?$/u.test(text);
  return /^\d{1,2}$/u.test(text) && Number(text) >= 1 && Number(text) <= (kind === 'day' ? 31 : 12);
}

function inkIn({ data }: PageImage, threshold: number): number {
  let ink = 0;
  for (let i = 0; i < data.length; i++) if ((data[i] as number) < threshold) ink++;
  return ink;
}
