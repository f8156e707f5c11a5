// By how many degrees is a page askew, and do its lines run across or down?
// Invariant: pure; the answer is within the measured range and 0 for a page without lines.
//   measureSkew(ink, width, height) → { degrees: 1.35, across: 420000, down: 90000 }   turned clockwise by 1.35°, lines run across
// Method: the feet of the letters, projected along a direction, pile up in few rows only when the direction is that of the lines.
// It does not tell upside down from upright (orientation.ts).

const WIDEST = 8;
/** Projection of more points than this adds time, not certainty. */
const ENOUGH_POINTS = 60_000;
/** Runs longer than this part of the width are rules or borders, not letters. */
const RULE_PART = 1 / 16;

export interface Skew {
  /** Clockwise positive. */
  readonly degrees: number;
  /** How sharply ink piles up in lines across and down the page at the best angle of each. */
  readonly across: number;
  readonly down: number;
}

export function measureSkew(ink: Uint8Array, width: number, height: number): Skew {
  const half = halve(ink, width, height);
  const across = sharpest(feet(half), half.height);
  const down = sharpest(turned(sides(half)), half.width);
  const best = down.score > across.score ? down : across;
  return { degrees: best.score === 0 ? 0 : best.degrees, across: across.score, down: down.score };
}

interface Bitmap {
  readonly ink: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Half the size; a pixel is ink where any of the four was. */
function halve(ink: Uint8Array, width: number, height: number): Bitmap {
  const [w, h] = [width >> 1, height >> 1];
  const out = new Uint8Array(w * h);
  for (let y = 0; y < h; y++) {
    const top = 2 * y * width;
    for (let x = 0; x < w; x++) {
      const i = top + 2 * x;
      out[y * w + x] = (ink[i] as number) | (ink[i + 1] as number) | (ink[i + width] as number) | (ink[i + width + 1] as number);
    }
  }
  return { ink: out, width: w, height: h };
}

interface Points {
  /** Along the line and across it. */
  readonly along: Float32Array;
  readonly over: Float32Array;
}

/** Ink pixels with paper below, except those of long horizontal runs. */
function feet({ ink, width, height }: Bitmap): Points {
  const found: number[] = [];
  const longest = width * RULE_PART;
  for (let y = 0; y < height - 1; y++) {
    let run = 0;
    for (let x = 0; x < width; x++) {
      const foot = ink[y * width + x] === 1 && ink[(y + 1) * width + x] === 0;
      if (foot) {
        found.push(x, y);
        run++;
      } else {
        if (run > longest) found.length -= 2 * run;
        run = 0;
      }
    }
  }
  return toPoints(found);
}

/** Ink pixels with paper on the right, except those of long vertical runs. */
function sides(bitmap: Bitmap): Points {
  const { ink, width, height } = bitmap;
  const across = new Uint8Array(ink.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) across[x * height + y] = ink[y * width + x] as number;
  const { along, over } = feet({ ink: across, width: height, height: width });
  return { along: over, over: along };
}

function toPoints(found: readonly number[]): Points {
  const count = found.length / 2;
  const step = Math.max(1, Math.ceil(count / ENOUGH_POINTS));
  const size = Math.ceil(count / step);
  const [along, over] = [new Float32Array(size), new Float32Array(size)];
  for (let i = 0, j = 0; j < size; i += 2 * step, j++) {
    along[j] = found[i] as number;
    over[j] = found[i + 1] as number;
  }
  return { along, over };
}

/** A line down the page leans to the left when the page turns clockwise, so its slope has the other sign. */
const turned = ({ along, over }: Points): Points => ({ along: over.map((y) => -y), over: along });

interface Peak {
  readonly degrees: number;
  readonly score: number;
}

function sharpest(points: Points, size: number): Peak {
  let best: Peak = { degrees: 0, score: 0 };
  for (const [reach, step] of [
    [WIDEST, 0.4],
    [0.4, 0.1],
    [0.1, 0.025],
  ] as const) {
    const centre = best.degrees;
    for (let k = -Math.round(reach / step); k <= Math.round(reach / step); k++) {
      const degrees = centre + k * step;
      const score = pileUp(points, size, degrees);
      if (score > best.score) best = { degrees, score };
    }
  }
  return { degrees: Math.round(best.degrees * 40) / 40, score: best.score };
}

/** How unequal neighbouring rows are when points are projected along `degrees`. */
function pileUp({ along, over }: Points, size: number, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const margin = size;
  const rows = new Float32Array(3 * size);
  for (let i = 0; i < along.length; i++) {
    const row = Math.round((over[i] as number) - slope * (along[i] as number)) + margin;
    if (row >= 0 && row < rows.length) rows[row] = (rows[row] as number) + 1;
  }
  let score = 0;
  for (let row = 1; row < rows.length; row++) score += ((rows[row] as number) - (rows[row - 1] as number)) ** 2;
  return score;
}
