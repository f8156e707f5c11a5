// Where on the upright page at its own resolution is a place of the cleaned image?
// Invariant: the answer lies on the page; a box becomes the smallest upright box around its four mapped corners.
//   boxMapper({ width: 2480, height: 3508, scale: 0.5, skew: 0, rotation: 0 })([10, 10, 20, 20]) → [20, 20, 40, 40]
// The cleaned image was made from the stored one by scaling, straightening about the centre, then turning by quarters.
import type { Box } from '@vanban/contract';
import type { Quarter } from './turn.ts';

export interface Steps {
  /** Size of the stored image. */
  readonly width: number;
  readonly height: number;
  /** Size of the stored image after scaling. */
  readonly scaledWidth: number;
  readonly scaledHeight: number;
  readonly skew: number;
  readonly rotation: Quarter;
}

export function boxMapper(steps: Steps): (box: Box) => Box {
  const upright = steps.rotation % 180 === 0 ? [steps.width, steps.height] : [steps.height, steps.width];
  const clip = (value: number, axis: 0 | 1): number => Math.min(upright[axis] as number, Math.max(0, value));
  return ([x0, y0, x1, y1]) => {
    const corners = [mapPoint(steps, x0, y0), mapPoint(steps, x1, y0), mapPoint(steps, x0, y1), mapPoint(steps, x1, y1)];
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    return [
      Math.round(clip(Math.min(...xs), 0)),
      Math.round(clip(Math.min(...ys), 1)),
      Math.round(clip(Math.max(...xs), 0)),
      Math.round(clip(Math.max(...ys), 1)),
    ];
  };
}

function mapPoint({ width, height, scaledWidth, scaledHeight, skew, rotation }: Steps, x: number, y: number): [number, number] {
  const [ux, uy] = turnPoint(x, y, scaledWidth, scaledHeight, (360 - rotation) % 360, rotation % 180 !== 0);
  const [cos, sin] = [Math.cos((skew * Math.PI) / 180), Math.sin((skew * Math.PI) / 180)];
  const [dx, dy] = [ux - scaledWidth / 2, uy - scaledHeight / 2];
  const sx = ((cos * dx - sin * dy + scaledWidth / 2) * width) / scaledWidth;
  const sy = ((sin * dx + cos * dy + scaledHeight / 2) * height) / scaledHeight;
  return turnPoint(sx, sy, width, height, rotation, false);
}

/** Turns a point with its image clockwise; `width` and `height` are of the image before turning, or after where `swapped`. */
function turnPoint(x: number, y: number, width: number, height: number, turn: number, swapped: boolean): [number, number] {
  const [w, h] = swapped ? [height, width] : [width, height];
  if (turn === 90) return [h - y, x];
  if (turn === 180) return [w - x, h - y];
  if (turn === 270) return [y, w - x];
  return [x, y];
}
