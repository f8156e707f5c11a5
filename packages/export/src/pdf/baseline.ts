// Where do the words of a printed line stand? One straight line through their feet, so that whoever copies the text gets them as one line again.
//   baselineOf([{ x: 0, y: 100 }, { x: 50, y: 101 }, { x: 100, y: 102 }])(200) ≈ 104
// Medians throughout: a single word that was measured wrongly moves nothing.

export interface Foot {
  /** Middle of the word and its foot in pixels, y downwards. */
  readonly x: number;
  readonly y: number;
}

/** Steeper lines than this are not print but a wrong measure (6 degrees). */
const STEEPEST = 0.1;

export function baselineOf(feet: readonly Foot[]): (x: number) => number {
  const reach = Math.max(...feet.map(({ x }) => x)) - Math.min(...feet.map(({ x }) => x));
  const slopes = feet.flatMap((from) => feet.filter((to) => to.x - from.x > reach / 3).map((to) => (to.y - from.y) / (to.x - from.x)));
  const slope = slopes.length === 0 ? 0 : Math.max(-STEEPEST, Math.min(STEEPEST, median(slopes)));
  const height = median(feet.map(({ x, y }) => y - slope * x));
  return (x) => height + slope * x;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
