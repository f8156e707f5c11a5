// What PDF's own matrices (`@vanban/pages/matrix`) say in a page's content: read from tokens, and how much of a page a picture covers.
import { asMatrix, boxOf, type Matrix } from '@vanban/pages/matrix';

/** Six numbers from tokens; null where they are no matrix. */
export const matrixOf = (tokens: readonly string[]): Matrix | null => (tokens.length === 6 ? asMatrix(tokens.map(Number)) : null);

/** How much of the box the unit square covers under an upright or quarter-turned matrix, 0…1; 0 for one that stands askew. */
export function coverage(matrix: Matrix, box: { x: number; y: number; width: number; height: number }): number {
  const [a, b, c, d] = matrix;
  const askew = Math.min(Math.abs(b) + Math.abs(c), Math.abs(a) + Math.abs(d));
  if (askew > 0.01 * (Math.abs(a) + Math.abs(b) + Math.abs(c) + Math.abs(d))) return 0;
  const [x0, y0, x1, y1] = boxOf(matrix, 0, 0, 1, 1);
  const width = Math.min(x1, box.x + box.width) - Math.max(x0, box.x);
  const height = Math.min(y1, box.y + box.height) - Math.max(y0, box.y);
  return (Math.max(0, width) * Math.max(0, height)) / (box.width * box.height);
}
