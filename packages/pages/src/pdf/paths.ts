// Painted paths of a PDF page: which are ruled lines, which are drawings?
// Invariant: only what is painted counts (a clipping path shows nothing); boxes are in the space that the matrix leads to.
//   `0 0 m 500 0 l S` → a rule · a filled box 0.5 points high → a rule · a curve → a drawing
import type { Box } from '@vanban/contract';
import { pdfjs } from './library.ts';
import type { Matrix } from './matrix.ts';
import { corner } from './matrix.ts';

const { OPS } = pdfjs;
const PAINTED = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
  OPS.shadingFill,
]);
/** A filled box up to this many points thick is a ruled line. */
const THIN = 3;

/** Adds the boxes of one path operator to the rules or to the drawings. */
export function addPath(found: { readonly rules: Box[]; readonly drawings: Box[] }, matrix: Matrix, args: unknown[]): void {
  const [op, data] = args as [number, [ArrayLike<number> | null] | undefined];
  const points = data?.[0];
  if (!PAINTED.has(op) || !points || typeof points.length !== 'number') return;
  for (const piece of piecesOf(points)) {
    const places = piece.points.map(([x, y]) => corner(matrix, x, y));
    const xs = places.map((place) => place[0]);
    const ys = places.map((place) => place[1]);
    const box: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    const [width, height] = [box[2] - box[0], box[3] - box[1]];
    const stroked = op === OPS.stroke || op === OPS.closeStroke;
    if (!piece.curved && Math.min(width, height) <= THIN && Math.max(width, height) > THIN) found.rules.push(box);
    else if (!piece.curved && stroked && places.length >= 4) found.rules.push(...sidesOf(box));
    else found.drawings.push(box);
  }
}

interface Piece {
  readonly points: [number, number][];
  curved: boolean;
}

/** Splits pdf.js's packed path (0 move, 1 line, 2 and 3 curves, 4 close) at each move; straight polylines also at each corner. */
function piecesOf(data: ArrayLike<number>): Piece[] {
  const pieces: Piece[] = [];
  let piece: Piece | null = null;
  for (let i = 0; i < data.length; ) {
    const op = data[i++];
    const count = op === 2 ? 3 : op === 3 ? 2 : op === 0 || op === 1 ? 1 : 0;
    if (op === 0 || piece === null) {
      piece = { points: [], curved: false };
      pieces.push(piece);
    }
    if (count > 1) piece.curved = true;
    for (let k = 0; k < count; k++) piece.points.push([data[i++] ?? 0, data[i++] ?? 0]);
  }
  return pieces.filter((one) => one.points.length > 1);
}

const sidesOf = ([x0, y0, x1, y1]: Box): Box[] => [
  [x0, y0, x1, y0],
  [x0, y1, x1, y1],
  [x0, y0, x0, y1],
  [x1, y0, x1, y1],
];
