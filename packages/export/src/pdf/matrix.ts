// PDF's six-number matrices: [a b c d e f] takes (x, y) to (ax + cy + e, bx + dy + f).

export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`, as `cm` adds to what holds already. */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** Six numbers from tokens; null where they are no matrix. */
export function matrixOf(tokens: readonly string[]): Matrix | null {
  const numbers = tokens.map(Number);
  return numbers.length === 6 && numbers.every(Number.isFinite) ? (numbers as unknown as Matrix) : null;
}

/** How much of the box the unit square covers under an upright or quarter-turned matrix, 0…1; 0 for one that stands askew. */
export function coverage([a, b, c, d, e, f]: Matrix, box: { x: number; y: number; width: number; height: number }): number {
  const askew = Math.min(Math.abs(b) + Math.abs(c), Math.abs(a) + Math.abs(d));
  if (askew > 0.01 * (Math.abs(a) + Math.abs(b) + Math.abs(c) + Math.abs(d))) return 0;
  const [x0, x1] = [e + Math.min(0, a, c, a + c), e + Math.max(0, a, c, a + c)];
  const [y0, y1] = [f + Math.min(0, b, d, b + d), f + Math.max(0, b, d, b + d)];
  const width = Math.min(x1, box.x + box.width) - Math.max(x0, box.x);
  const height = Math.min(y1, box.y + box.height) - Math.max(y0, box.y);
  return (Math.max(0, width) * Math.max(0, height)) / (box.width * box.height);
}
