// Which way up is a page whose lines run across it?
// Invariant: pure; positive for upright, negative for upside down, near 0 where it cannot be told.
//   uprightness(ink of an upright page) → about +0.4; of the same page upside down → about -0.4
// Vietnamese has far more ink above the small letters (marks, ascenders, capitals) than below the baseline. Measured: +0.32…+0.48 upright, -0.34…-0.46 upside down.

/** Lines are looked for in vertical strips of this width, so that columns and cells do not blur each other. */
const STRIP = 320;
const [LOWEST_LINE, HIGHEST_LINE] = [9, 70];

export interface Uprightness {
  /** -1…1. */
  readonly score: number;
  /** Pieces of lines that it was measured on. */
  readonly lines: number;
}

export function uprightness(ink: Uint8Array, width: number, height: number): Uprightness {
  let [above, below, lines] = [0, 0, 0];
  for (let x0 = 0; x0 + STRIP / 2 <= width; x0 += STRIP) {
    const rows = profile(ink, width, height, x0, Math.min(width, x0 + STRIP));
    for (const [top, bottom] of bands(rows)) {
      const part = overhang(rows, top, bottom);
      if (!part) continue;
      above += part.above;
      below += part.below;
      lines++;
    }
  }
  return { score: above + below === 0 ? 0 : (above - below) / (above + below), lines };
}

function profile(ink: Uint8Array, width: number, height: number, x0: number, x1: number): Float64Array {
  const rows = new Float64Array(height);
  for (let y = 0; y < height; y++) {
    let sum = 0;
    for (let x = x0; x < x1; x++) sum += ink[y * width + x] as number;
    rows[y] = sum;
  }
  return rows;
}

/** Stretches of rows with ink, tall enough for a line and no taller. */
function bands(rows: Float64Array): [number, number][] {
  const found: [number, number][] = [];
  let top = -1;
  for (let y = 0; y <= rows.length; y++) {
    const inked = y < rows.length && (rows[y] as number) > 1;
    if (inked && top < 0) top = y;
    if (inked || top < 0) continue;
    if (y - top >= LOWEST_LINE && y - top <= HIGHEST_LINE) found.push([top, y]);
    top = -1;
  }
  return found;
}

/** Ink above and below the rows that hold the small letters (those with at least half of the fullest row). */
function overhang(rows: Float64Array, top: number, bottom: number): { above: number; below: number } | null {
  const band = rows.subarray(top, bottom);
  const half = Math.max(...band) / 2;
  if (half < 12) return null;
  const first = band.findIndex((ink) => ink >= half);
  const last = band.findLastIndex((ink) => ink >= half);
  if (last - first < 4) return null;
  const sum = (part: Float64Array): number => part.reduce((total, ink) => total + ink, 0);
  return { above: sum(band.subarray(0, first)), below: sum(band.subarray(last + 1)) };
}
