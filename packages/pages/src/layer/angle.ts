// Which way the text of a page runs, and its glyphs turned upright.
// Invariant: turning changes places only; glyphs that run another way than the page's are handed out apart.
//   a landscape table on a portrait sheet without /Rotate: angle 90 → rotation 270, and all boxes as if the sheet had been turned
import type { Box, PageReading } from '@vanban/contract';
import type { Matrix } from '../pdf/matrix.ts';
import { boxOf, corner } from '../pdf/matrix.ts';
import type { Sheet } from '../pdf/paint.ts';
import type { Glyph } from '../pdf/text-state.ts';
import { type LayerWord, wordsOf } from './words.ts';

export interface Upright {
  readonly sheet: Sheet;
  /** Degrees clockwise by which the page was turned. */
  readonly rotation: PageReading['rotation'];
  readonly glyphs: readonly Glyph[];
  /** Running askew or another way: watermarks, margin notes. Left in the turned page's coordinates. */
  readonly others: readonly Glyph[];
  readonly matrix: Matrix;
}

export function upright(glyphs: readonly Glyph[], sheet: Sheet): Upright {
  const counts = new Map<number, number>();
  for (const glyph of glyphs) {
    const quarter = quarterOf(glyph.angle);
    if (quarter !== null && glyph.text.trim() !== '') counts.set(quarter, (counts.get(quarter) ?? 0) + 1);
  }
  const angle = [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  const rotation = ((360 - angle) % 360) as PageReading['rotation'];
  const { matrix, size } = turned(rotation, sheet);
  const place = (glyph: Glyph): Glyph =>
    rotation === 0 ? glyph : { ...glyph, box: boxOf(matrix, ...glyph.box), origin: corner(matrix, ...glyph.origin), angle: glyph.angle + rotation };
  const runs = (glyph: Glyph): boolean => quarterOf(glyph.angle) === angle;
  return { sheet: size, rotation, glyphs: glyphs.filter(runs).map(place), others: glyphs.filter((glyph) => !runs(glyph)).map(place), matrix };
}

/** 0, 90, 180 or 270 for text that runs along the edges of the sheet (within 5°). */
function quarterOf(angle: number): number | null {
  const quarter = Math.round(angle / 90) * 90;
  return Math.abs(angle - quarter) <= 5 ? (quarter + 360) % 360 : null;
}

function turned(rotation: number, { width, height }: Sheet): { matrix: Matrix; size: Sheet } {
  if (rotation === 90) return { matrix: [0, 1, -1, 0, height, 0], size: { width: height, height: width } };
  if (rotation === 180) return { matrix: [-1, 0, 0, -1, width, height], size: { width, height } };
  if (rotation === 270) return { matrix: [0, -1, 1, 0, 0, width], size: { width: height, height: width } };
  return { matrix: [1, 0, 0, 1, 0, 0], size: { width, height } };
}

/** Turns text that runs askew into words where it stands, each angle for itself. */
export function askewWords(glyphs: readonly Glyph[]): LayerWord[] {
  const byAngle = Map.groupBy(glyphs, (glyph) => Math.round(glyph.angle));
  return [...byAngle].flatMap(([angle, members]) => {
    const [there, back] = [spin(-angle), spin(angle)];
    const level = members.map((glyph) => {
      const origin = corner(there, ...glyph.origin);
      return {
        ...glyph,
        angle: 0,
        origin,
        box: [origin[0], origin[1] - glyph.size * 0.8, origin[0] + glyph.advance, origin[1]] as Box,
      };
    });
    return wordsOf(level).map((word) => ({ ...word, box: boxOf(back, ...word.box) }));
  });
}

function spin(degrees: number): Matrix {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [cos, sin, -sin, cos, 0, 0];
}
