// pnpm fuzz:patterns [TEXT]: regular expressions of segment, extract and deadlines on long runs of their own pieces; names those that take more than
// linear time. TEXT narrows to places that hold it. Exit code 1 where there are any.
import { collect } from './collect.ts';
import { growthOn } from './growth.ts';
import { pumpsOf } from './pumps.ts';

const only = process.argv[2] ?? '';
const expressions = (await collect(['text', 'segment', 'deadlines', 'extract'])).filter(({ place }) => place.includes(only));
let texts = 0;
let slow = 0;
for (const { source, flags, place } of expressions) {
  for (const pump of pumpsOf(source, flags)) {
    texts++;
    const growth = growthOn(source, flags, pump);
    if (growth === null) continue;
    slow++;
    console.log(
      `${place} /${source}/${flags}\n  ${JSON.stringify(pump)}: ${growth.short.toFixed(1)} → ${growth.long.toFixed(1)} ms for four times the text`,
    );
    break;
  }
}
console.log(`${expressions.length} expressions, ${texts} texts, ${slow} more than linear`);
process.exitCode = slow === 0 ? 0 : 1;
