// The one place of the command line that asks what time it is. Packages below are told.
import type { Clock } from '@vanban/intake';

export const CLOCK: Clock = {
  now: () => Temporal.Now.instant().round('millisecond').toString(),
  month: () => Temporal.Now.plainDateISO().toPlainYearMonth().toString(),
};

/** Seconds from some fixed moment, for durations. */
export const seconds = (): number => performance.now() / 1000;
