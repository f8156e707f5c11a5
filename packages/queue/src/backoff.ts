// How long does a failed job wait before it is tried again? By the error table: what may pass waits longer each time, up to a minute.
//   backoffFor(1, new VanbanError('disk-full')) === 1000      backoffFor(9, …) === 60000
// Jobs are tried without end: what never passes does not come here, it is written into the store as the document's or the page's failure.
import { asVanbanError } from '@vanban/contract';

const FIRST = 1000;
const LONGEST = 60_000;
/** A damaged or missing input is made anew at once: the next try asks for it. */
const INPUT_MISSING = 50;

export const ATTEMPTS_WITHOUT_END = 1_000_000;

/** Milliseconds; `attempts` counts from 1. */
export function backoffFor(attempts: number, error: unknown, first = FIRST): number {
  if (asVanbanError(error).code === 'store-damaged' && attempts < 5) return INPUT_MISSING;
  return Math.min(LONGEST, first * 2 ** Math.min(attempts - 1, 16));
}
