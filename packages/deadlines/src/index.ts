export { addWorkingDays } from './calendar/working-days.ts';
export type { Context, FoundDeadline, When } from './found.ts';
export { readHeadingPeriod } from './heading.ts';
export { notationOf } from './notation.ts';
export { RULES, readDeadlines } from './read.ts';
export { DOUBTFUL } from './refine.ts';
