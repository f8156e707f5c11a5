// What a PDF page paints, as a list: glyphs with their letters and boxes, pictures, ruled lines.
// Invariant: all places are in points of the upright page (turned by /Rotate, origin top left, y downwards); glyphs keep the order of painting.
//   marksOf(await page.getOperatorList(), page, viewport).glyphs[0] → { text: 'C', box: [57, 60, 65, 74], … }
// It paints nothing and decodes nothing; clipping, patterns and colours are not followed.
import type { Box } from '@vanban/contract';
import { VanbanError } from '@vanban/contract';
import { pdfjs } from './library.ts';
import type { Matrix } from './matrix.ts';
import { asMatrix, boxOf, IDENTITY, join } from './matrix.ts';
import { addPath } from './paths.ts';
import type { FontFacts, Glyph, TextState } from './text-state.ts';
import { freshTextState, glyphsOf } from './text-state.ts';

export interface PictureMark {
  readonly kind: 'image' | 'mask';
  /** pdf.js's name of the decoded picture, or the picture itself for one that stands in the page. */
  readonly source: string | object;
  /** From the unit square (y upwards, as PDF has it) to the page. */
  readonly matrix: Matrix;
  readonly box: Box;
  /** How many glyphs had been painted when it was: those lie under it. */
  readonly glyphsBefore: number;
  readonly annotation: boolean;
}

export interface Marks {
  readonly glyphs: readonly Glyph[];
  readonly pictures: readonly PictureMark[];
  /** Straight horizontal and vertical strokes and thin filled boxes. */
  readonly rules: readonly Box[];
  /** Painted paths that are no rules: drawings, letters turned to outlines, filled areas. */
  readonly drawings: readonly Box[];
}

export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

interface State {
  matrix: Matrix;
  text: TextState;
}

const { OPS } = pdfjs;
const PICTURE_OPS = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObjectGroup,
]);
const MASK_OPS = new Set<number>([
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintSolidColorImageMask,
]);
/** Saved states within each other: painting takes the square of their number. */
const DEPTH = 2000;

/** `base` is the upright page's viewport at scale 1; `fontOf` looks up pdf.js's fonts by their loaded name. */
export function marksOf(operators: Operators, base: Matrix, fontOf: (name: string) => FontFacts | null): Marks {
  const found: Found = { glyphs: [], pictures: [], rules: [], drawings: [] };
  const stack: State[] = [];
  let state: State = { matrix: base, text: freshTextState() };
  let annotation = false;
  const save = (): void => {
    stack.push({ matrix: state.matrix, text: { ...state.text } });
    if (stack.length > DEPTH) throw new VanbanError('page-failed', 'The page is nested too deeply to be painted.');
  };
  const restore = (): void => {
    state = stack.pop() ?? state;
  };
  const transform = (value: unknown): void => {
    state.matrix = join(state.matrix, asMatrix(value) ?? IDENTITY);
  };

  const frames: { readonly [op: number]: (args: unknown[]) => void } = {
    [OPS.save]: save,
    [OPS.restore]: restore,
    [OPS.transform]: transform,
    [OPS.paintFormXObjectBegin]: (args) => {
      save();
      transform(args[0]);
    },
    [OPS.paintFormXObjectEnd]: restore,
    [OPS.beginAnnotation]: (args) => {
      annotation = true;
      state = { matrix: join(join(base, asMatrix(args[2]) ?? IDENTITY), asMatrix(args[3]) ?? IDENTITY), text: freshTextState() };
    },
    [OPS.endAnnotation]: () => {
      annotation = false;
    },
  };

  for (let i = 0; i < operators.fnArray.length; i++) {
    const op = operators.fnArray[i] as number;
    const args = (operators.argsArray[i] ?? []) as unknown[];
    if (frames[op]) frames[op](args);
    else if (op === OPS.constructPath) addPath(found, state.matrix, args);
    else if (PICTURE_OPS.has(op)) addPicture(found, state.matrix, args[0], 'image', annotation);
    else if (MASK_OPS.has(op)) addPicture(found, state.matrix, args[0], 'mask', annotation);
    else if (op === OPS.showText) found.glyphs.push(...glyphsOf(state.text, state.matrix, args[0], annotation));
    else changeText(state.text, op, args, fontOf);
  }
  return found;
}

function changeText(text: TextState, op: number, args: unknown[], fontOf: (name: string) => FontFacts | null): void {
  const number = typeof args[0] === 'number' ? args[0] : 0;
  const second = typeof args[1] === 'number' ? args[1] : 0;
  if (op === OPS.beginText) Object.assign(text, { matrix: IDENTITY, x: 0, y: 0, lineX: 0, lineY: 0 });
  else if (op === OPS.setTextMatrix) Object.assign(text, { matrix: asMatrix(args[0]) ?? asMatrix(args) ?? IDENTITY, x: 0, y: 0, lineX: 0, lineY: 0 });
  else if (op === OPS.moveText || op === OPS.setLeadingMoveText) moveText(text, number, second, op === OPS.setLeadingMoveText);
  else if (op === OPS.nextLine) moveText(text, 0, text.leading, false);
  else if (op === OPS.setFont) Object.assign(text, { font: typeof args[0] === 'string' ? fontOf(args[0]) : null, size: second });
  else if (op === OPS.setCharSpacing) text.charSpacing = number;
  else if (op === OPS.setWordSpacing) text.wordSpacing = number;
  else if (op === OPS.setHScale) text.scale = number / 100;
  else if (op === OPS.setLeading) text.leading = -number;
  else if (op === OPS.setTextRise) text.rise = number;
  else if (op === OPS.setTextRenderingMode) text.mode = number;
}

function moveText(text: TextState, x: number, y: number, leading: boolean): void {
  if (leading) text.leading = y;
  text.lineX += x;
  text.lineY += y;
  text.x = text.lineX;
  text.y = text.lineY;
}

/** Groups carry many places for one picture; they are small by nature, so one box around them all is enough. */
type Found = { readonly [kind in keyof Marks]: Marks[kind][number][] };

function addPicture(found: Found, matrix: Matrix, source: unknown, kind: PictureMark['kind'], annotation: boolean): void {
  const named = typeof source === 'string' || (typeof source === 'object' && source !== null) ? source : {};
  found.pictures.push({ kind, source: named, matrix, box: boxOf(matrix, 0, 0, 1, 1), glyphsBefore: found.glyphs.length, annotation });
}
