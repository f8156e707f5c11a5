// Which words of one reading stand where those of another do?
// Invariant: every word is in at most one place; a place holds words of one line on each side, from left to right; words that met nothing are left over.
//   placesOf(['công', 'tác'], ['côngtác']) → [{ read: ['công', 'tác'], layer: ['côngtác'] }]
// It compares boxes only; what the words say is merge.ts's business.
import type { Box, Word } from '@vanban/contract';

export interface Place {
  readonly read: readonly Word[];
  readonly layer: readonly Word[];
}

/** `read`: the words of one line; `layer`: all words that may stand there. Places without a partner have an empty side. */
export function placesOf(read: readonly Word[], layer: readonly Word[]): Place[] {
  const near = layer.filter((word) => read.some((own) => meet(own.box, word.box))).toSorted((a, b) => a.box[0] - b.box[0]);
  const places: { read: Word[]; layer: Word[] }[] = [];
  for (const own of read.toSorted((a, b) => a.box[0] - b.box[0])) {
    const last = places.at(-1);
    const shared = last?.layer.some((word) => meet(own.box, word.box)) ?? false;
    if (last && shared) last.read.push(own);
    else places.push({ read: [own], layer: [] });
    const place = places.at(-1) as (typeof places)[number];
    const taken = new Set(places.flatMap((one) => one.layer));
    place.layer.push(...near.filter((word) => !taken.has(word) && meet(own.box, word.box)));
  }
  return places;
}

/** On one line, and over each other for half of the narrower one. */
function meet(a: Box, b: Box): boolean {
  const height = Math.min(a[3] - a[1], b[3] - b[1]);
  const down = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  const across = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  return down > 0.4 * height && across > 0.5 * Math.min(a[2] - a[0], b[2] - b[0]);
}
