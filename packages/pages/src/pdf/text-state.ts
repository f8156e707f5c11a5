// PDF's text state, and where its glyphs come to stand: the arithmetic of chapter 9 of ISO 32000.
// Invariant: showing glyphs moves `x` on by exactly their advance; boxes are in the space that the outer matrix leads to.
//   glyphsOf(state, matrix, [{ unicode: 'A', width: 722 }, -30, …], false)
// Upright lines of vertical writing (East Asian) are advanced downwards; their boxes are approximate.
import type { Box } from '@vanban/contract';
import type { Matrix } from './matrix.ts';
import { boxOf, corner, IDENTITY, join } from './matrix.ts';

/** One letter as it was painted. */
export interface Glyph {
  /** What the font says it means; may be empty, several letters, or wrong. */
  readonly text: string;
  /** From the font's descent to its ascent, the advance wide. */
  readonly box: Box;
  /** How far the glyph moves on along its line, in points. */
  readonly advance: number;
  /** Size in points as seen on the page. */
  readonly size: number;
  /** Where the line runs, in degrees clockwise: 0 for upright text. */
  readonly angle: number;
  /** Where the baseline begins. */
  readonly origin: readonly [number, number];
  readonly font: string;
  /** The extra room that the text state puts after each glyph, in points. */
  readonly tracking: number;
  readonly invisible: boolean;
  /** Painted by an annotation (a signature's caption, a note), not by the page itself. */
  readonly annotation: boolean;
}

/** The part of pdf.js's font object that placing and judging its text needs. */
export interface FontFacts {
  readonly name: string;
  readonly fontMatrix: readonly number[];
  readonly ascent: number;
  readonly descent: number;
  readonly vertical: boolean;
}

export interface TextState {
  matrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  font: FontFacts | null;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  /** Horizontal scale; 1 is none. */
  scale: number;
  leading: number;
  rise: number;
  mode: number;
}

const INVISIBLE = 3;

export const freshTextState = (): TextState => ({
  matrix: IDENTITY,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
  font: null,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
});

interface ShownGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric: readonly number[] | null;
}

/** The glyphs of one showing operator; moves the state's `x` (or `y`) on. */
export function glyphsOf(state: TextState, outer: Matrix, shown: unknown, annotation: boolean): Glyph[] {
  const { font } = state;
  if (!font || state.size === 0 || !Array.isArray(shown)) return [];
  const direction = Math.sign(state.size);
  const size = Math.abs(state.size);
  const matrix = join(outer, state.matrix);
  const scale = state.scale * direction;
  const advanceScale = size * (font.fontMatrix[0] ?? 0.001);
  const glyphs: Glyph[] = [];
  for (const item of shown as (number | ShownGlyph)[]) {
    if (typeof item === 'number') {
      advance(state, font.vertical, ((font.vertical ? 1 : -1) * item * size) / 1000, scale);
      continue;
    }
    const spacing = (item.isSpace ? state.wordSpacing : 0) + state.charSpacing;
    const width = (font.vertical && item.vmetric ? -(item.vmetric[0] ?? 0) : item.width) * advanceScale;
    glyphs.push(glyphAt(state, font, matrix, item.unicode, font.vertical ? size : width * scale, annotation));
    advance(state, font.vertical, font.vertical ? width - spacing * direction : width + spacing * direction, scale);
  }
  return glyphs;
}

function advance(state: TextState, vertical: boolean, by: number, scale: number): void {
  if (vertical) state.y -= by;
  else state.x += by * scale;
}

function glyphAt(state: TextState, font: FontFacts, matrix: Matrix, text: string, width: number, annotation: boolean): Glyph {
  const size = Math.abs(state.size);
  const [ascent, descent] = heights(font);
  const base = state.y + state.rise;
  const box: Box = boxOf(matrix, state.x, base + descent * size, state.x + width, base + ascent * size);
  const origin = corner(matrix, state.x, base);
  const [dx, dy] = [matrix[0], matrix[1]];
  const high = Math.hypot(matrix[2], matrix[3]);
  return {
    text,
    box,
    advance: Math.abs(width) * Math.hypot(dx, dy),
    size: size * high,
    angle: (Math.atan2(dy * Math.sign(state.size), dx * Math.sign(state.size)) * 180) / Math.PI,
    origin,
    font: font.name,
    tracking: state.charSpacing * state.scale * Math.hypot(dx, dy),
    invisible: state.mode === INVISIBLE,
    annotation,
  };
}

/** Fonts often say nothing, or nonsense, of their heights. */
function heights(font: FontFacts): [number, number] {
  const ascent = font.ascent > 0.4 && font.ascent < 1.4 ? font.ascent : 0.85;
  const descent = font.descent < 0 && font.descent > -0.6 ? font.descent : -0.22;
  return [ascent, descent];
}
