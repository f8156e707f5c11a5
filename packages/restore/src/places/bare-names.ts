// Names of places that lost their marks: after a title, in the list that goes on behind it, and names of provinces anywhere.
// Invariant: only capitalised words change, only their marks, only where all of them together have the letters of a name of that level
// and the model's reading is no such name; where two names are equally near, its reading stays.
//   "các xã" "Giao" "Hưởng" "và" "Giao" "Thành" → Giao Hương, Giao Thanh   "gồm:" "Hà" "Tỉnh" → Hà Tĩnh   not: "xã Trực Hưng" (a name, and so is Trực Hùng)
import type { Decision } from '../model/decide.ts';
import type { FlowToken } from '../model/flow.ts';
import { COMMA, HYPHEN, SPACE } from '../model/tokens.ts';
import type { Gazetteer } from './gazetteer.ts';

/** Levels of names after the title that ends at token i; null where there is none. */
type TitleAt = (i: number) => string | null;

const PROVINCE = 'p';
const LONGEST = 4;
const SURE = 0.95;
/** Above this the model's own reading stands. */
const DOUBT = 0.99;

export function settleBareNames(tokens: readonly FlowToken[], decisions: readonly Decision[], gazetteer: Gazetteer, titleAt: TitleAt): Decision[] {
  const settled = [...decisions];
  let levels: string | null = null;
  for (let i = 0; i < tokens.length; ) {
    const length = runLength(tokens, i);
    if (length === 0) {
      levels = titleAt(i) ?? (levels !== null && joinsNames(tokens, i) ? levels : null);
      i++;
      continue;
    }
    if (levels !== null || length > 1) settleRun(tokens, settled, i, length, levels ?? PROVINCE, gazetteer);
    i += length;
    if (tokens[i]?.before !== COMMA && !joinsNames(tokens, i)) levels = null;
  }
  return settled;
}

/** How many capitalised words follow each other without punctuation, from here on; 0 where they are too many for a name. */
function runLength(tokens: readonly FlowToken[], from: number): number {
  let length = 0;
  while (isCapitalised(tokens[from + length]) && (length === 0 || follows(tokens[from + length]))) length++;
  return length > LONGEST ? 0 : length;
}

const isCapitalised = (token: FlowToken | undefined): boolean => token !== undefined && !token.kept && /^\p{Lu}[\p{L}']*$/u.test(token.core);
const follows = (token: FlowToken | undefined): boolean => token?.before === SPACE || token?.before === HYPHEN;

/** "và" before another name. */
function joinsNames(tokens: readonly FlowToken[], i: number): boolean {
  const next = tokens[i + 1];
  return /^v[aà]$/u.test(tokens[i]?.core ?? '') && isCapitalised(next) && next?.before === SPACE;
}

function settleRun(tokens: readonly FlowToken[], settled: Decision[], from: number, length: number, levels: string, gazetteer: Gazetteer): void {
  const run = settled.slice(from, from + length);
  const guess = run.map((decision, n) => decision.text || (tokens[from + n]?.core ?? ''));
  const name = run.some(({ sure }) => sure < DOUBT) ? gazetteer.sameLetters(guess, levels) : null;
  name?.forEach((word, n) => {
    const core = tokens[from + n]?.core ?? '';
    const text = core === core.toUpperCase() && core.length > 1 ? word.toUpperCase() : word;
    if (text === guess[n]) return;
    settled[from + n] = { text: text === core ? null : text, sure: SURE, alternatives: [guess[n] as string], by: 'gazetteer/place' };
  });
}
