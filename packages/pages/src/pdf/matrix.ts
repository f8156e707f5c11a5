// Plane transforms in PDF's own form `[a, b, c, d, e, f]`: x' = a·x + c·y + e, y' = b·x + d·y + f.
// Invariant: pure; `join(outer, inner)` applies the inner one first.
//   corner([2, 0, 0, -2, 0, 10], 1, 1) → [2, 8]
import type { Box } from '@vanban/contract';

export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export function join(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

export function corner(m: Matrix, x: number, y: number): [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

/** The upright box around a transformed rectangle. */
export function boxOf(m: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const corners = [corner(m, x0, y0), corner(m, x1, y0), corner(m, x0, y1), corner(m, x1, y1)];
  const xs = corners.map((point) => point[0]);
  const ys = corners.map((point) => point[1]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Six finite numbers of any array-like; null for anything else. */
export function asMatrix(value: unknown): Matrix | null {
  if (!(Array.isArray(value) || ArrayBuffer.isView(value))) return null;
  const numbers = Array.from(value as ArrayLike<number>).slice(0, 6);
  return numbers.length === 6 && numbers.every(Number.isFinite) ? (numbers as unknown as Matrix) : null;
}
