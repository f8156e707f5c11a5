// The scanners that pages are made to pass through, each with the faults of one kind of office scan. `clean` has none.
// Invariant: no fault takes a letter away or adds one but the stamp, whose lines are handed back.
//   SCANNERS['bleed'].wear(page, { seal: [900, 1800], back: nextPage, last: true }, seeded(3))
import type { Canvas } from '@napi-rs/canvas';
import type { Random } from './random.ts';
import { blurred, cropped, quarterTurned, turned } from './wear/geometry.ts';
import { drawSeal, drawSignature, drawStamp, punchHoles, stampLines } from './wear/marks.ts';
import { addGrain, addSpecks, addStreaks, fade, type Pixels, shade, shineThrough } from './wear/paper.ts';

/** What a page is about to go through; places are pixels at 200 dpi. */
export interface Sheet {
  readonly page: Canvas;
  /** Another page's print, for what shines through. */
  readonly back: Canvas;
  /** Where the seal belongs; null on pages without a signature. */
  readonly seal: readonly [number, number] | null;
  readonly isFirst: boolean;
  /** Pixels for one at 200 dpi. */
  readonly scale: number;
}

export interface Scanned {
  readonly canvas: Canvas;
  /** Lines of a stamp that now stand on the page. */
  readonly stamp: readonly string[];
}

export interface Scanner {
  readonly dpi: number;
  /** JPEG quality 0…100; null for one bit a pixel (CCITT group 4). */
  readonly quality: number | null;
  readonly scan: (sheet: Sheet, random: Random) => Scanned;
}

type Change = (image: Pixels, random: Random, sheet: Sheet) => void;

/** Signs and seals, then changes the pixels. */
function worn(sheet: Sheet, random: Random, changes: readonly Change[]): Canvas {
  const { page, seal, scale } = sheet;
  const ink = page.getContext('2d');
  ink.setTransform(scale, 0, 0, scale, 0, 0);
  if (seal) {
    drawSignature(ink, seal[0] + 60, seal[1], random);
    drawSeal(ink, seal[0], seal[1]);
  }
  const image = ink.getImageData(0, 0, page.width, page.height);
  for (const change of changes) change(image, random, sheet);
  ink.putImageData(image, 0, 0);
  return page;
}

const plain = (canvas: Canvas): Scanned => ({ canvas, stamp: [] });
const grain =
  (deviation: number): Change =>
  (image, random) =>
    addGrain(image, deviation, random);
const specks =
  (share: number): Change =>
  (image, random) =>
    addSpecks(image, share, random);
const bleed =
  (strength: number): Change =>
  (image, _random, { back }) =>
    shineThrough(image, back.getContext('2d').getImageData(0, 0, back.width, back.height), strength);
const skewed = (sheet: Sheet, random: Random, degrees: number, changes: readonly Change[]): Canvas =>
  turned(worn(sheet, random, changes), (random.next() < 0.5 ? -1 : 1) * random.between(degrees / 2, degrees));

function stamped(sheet: Sheet, random: Random): Scanned {
  if (!sheet.isFirst) return plain(skewed(sheet, random, 0.5, [grain(5)]));
  const stamp = stampLines(random);
  const ink = sheet.page.getContext('2d');
  ink.setTransform(sheet.scale, 0, 0, sheet.scale, 0, 0);
  drawStamp(ink, random.between(40, 90), random.between(520, 620), stamp, random);
  return { canvas: skewed(sheet, random, 0.5, [grain(5)]), stamp };
}

function holed(sheet: Sheet, random: Random): Scanned {
  const ink = sheet.page.getContext('2d');
  ink.setTransform(sheet.scale, 0, 0, sheet.scale, 0, 0);
  punchHoles(ink, 2339);
  return plain(skewed(sheet, random, 0.6, [(image, chance) => addStreaks(image, 14, chance), grain(6)]));
}

export const SCANNERS: { readonly [name: string]: Scanner } = {
  clean: { dpi: 300, quality: 85, scan: ({ page }) => plain(page) },
  office: { dpi: 200, quality: 45, scan: (sheet, random) => plain(skewed(sheet, random, 0.8, [grain(5)])) },
  bleed: { dpi: 200, quality: 50, scan: (sheet, random) => plain(skewed(sheet, random, 0.5, [bleed(0.35), grain(6)])) },
  faint: { dpi: 200, quality: 50, scan: (sheet, random) => plain(skewed(sheet, random, 0.5, [(image) => fade(image, 130, 235), grain(7)])) },
  shade: { dpi: 200, quality: 50, scan: (sheet, random) => plain(skewed(sheet, random, 0.5, [grain(5), (image) => shade(image, 0.5)])) },
  blur: { dpi: 200, quality: 40, scan: (sheet, random) => plain(blurred(skewed(sheet, random, 0.4, [grain(3)]), 1.2)) },
  low: { dpi: 150, quality: 25, scan: (sheet, random) => plain(skewed(sheet, random, 0.5, [grain(4)])) },
  streaks: { dpi: 200, quality: 50, scan: holed },
  stamp: { dpi: 200, quality: 55, scan: stamped },
  cropped: { dpi: 200, quality: 50, scan: (sheet, random) => plain(cropped(worn(sheet, random, [grain(5)]), 0.035)) },
  turned: {
    dpi: 200,
    quality: 50,
    scan: (sheet, random) => plain(quarterTurned(skewed(sheet, random, 0.5, [grain(5)]), random.of([90, 180, 270] as const))),
  },
  fax: { dpi: 200, quality: null, scan: (sheet, random) => plain(skewed(sheet, random, 0.7, [specks(0.0006)])) },
  speckle: { dpi: 200, quality: null, scan: (sheet, random) => plain(skewed(sheet, random, 0.5, [bleed(0.25), grain(28), specks(0.002)])) },
};
