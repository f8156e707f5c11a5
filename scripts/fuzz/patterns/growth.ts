// Does an expression take more than linear time on a text?
// Measured in CPU seconds at two lengths; only times that can be told from noise count, and a suspect is measured again.
import { type Pump, TAIL } from './pumps.ts';

export interface Growth {
  /** CPU milliseconds at the shorter and at the longer text. */
  readonly short: number;
  readonly long: number;
}

const SHORT = 2_000;
const FACTOR = 4;
/** Below this many milliseconds the longer text tells nothing. */
const TOLD = 4;
/** Linear is 4, quadratic 16. */
const SUSPECT = 8;

/** The growth where it is more than linear, else null. */
export function growthOn(source: string, flags: string, pump: Pump): Growth | null {
  const expression = new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
  let worst: Growth | null = null;
  for (let turn = 0; turn < 3; turn++) {
    const long = time(expression, textOf(pump, SHORT * FACTOR));
    if (long < TOLD) return null;
    const short = time(expression, textOf(pump, SHORT));
    if (long / Math.max(short, 0.05) < SUSPECT) return null;
    if (worst === null || long < worst.long) worst = { short, long };
  }
  return worst;
}

const textOf = ({ head, piece }: Pump, length: number): string => head + piece.repeat(Math.ceil(length / piece.length)) + TAIL;

/** All matches, as replace, matchAll and a single test that fails read the text. */
function time(expression: RegExp, text: string): number {
  const before = process.cpuUsage();
  text.replace(expression, '');
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
