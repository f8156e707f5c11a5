// Names of places that lost their marks: after a title, in the list that goes on behind it, and names of provinces anywhere.
// Invariant: only capitalised words change, only their marks, only where all of them together have the letters of a name of that level
// and the model's reading is no such name; where two names are equally near, its reading stays.
//   "các xã" "Giao" "Hưởng" "và" "Giao" "Thành" → Giao Hương, Giao Thanh   "gồm:" "Hà" "Tỉnh" → Hà Tĩnh   not: "xã Trực Hưng" (a name, and so is Trực Hùng)
import type { Decision } from '../model/decide.ts';
import type { FlowToken } from '../model/flow.ts';
import { COMMA, HYPHEN, LINE, SPACE, STOP } from '../model/tokens.ts';
import { dressed } from './capitals.ts';
import type { Gazetteer } from './gazetteer.ts';

/** Levels of names after the title that ends at token i; null where there is none. */
type TitleAt = (i: number) => string | null;

const PROVINCE = 'p';
/** Words of the longest name. */
const LONGEST = 4;
/** A title says nothing of names behind these. */
const ENDS: ReadonlySet<number> = new Set([STOP, LINE]);
/** Not the rest of a torn word, nor two words. */
const WORD = /^\S+$/u;
const SURE = 0.95;
/** From this certainty on the model's own reading stands; without a title "Quang Nam" may be a person. */
const [DOUBT, DOUBT_UNTITLED] = [0.99, 0.9];

export function settleBareNames(tokens: readonly FlowToken[], decisions: readonly Decision[], gazetteer: Gazetteer, titleAt: TitleAt): Decision[] {
  const settled = [...decisions];
  let levels: string | null = null;
  for (let i = 0; i < tokens.length; ) {
    const title = titleAt(i);
    const length = title === null ? runLength(tokens, i) : 0;
    if (length === 0) {
      levels = title ?? (joinsNames(tokens, i) ? levels : null);
      i++;
      continue;
    }
    if (ENDS.has(tokens[i]?.before ?? SPACE)) levels = null;
    if (length <= LONGEST && (levels !== null || length > 1)) settleRun(tokens, settled, i, length, levels, gazetteer);
    i += length;
    if (tokens[i]?.before !== COMMA && !joinsNames(tokens, i)) levels = null;
  }
  return settled;
}

/** How many capitalised words follow each other without punctuation, from here on. */
function runLength(tokens: readonly FlowToken[], from: number): number {
  let length = 0;
  while (isCapitalised(tokens[from + length]) && (length === 0 || follows(tokens[from + length]))) length++;
  return length;
}

const isCapitalised = (token: FlowToken | undefined): boolean => token !== undefined && !token.kept && /^\p{Lu}[\p{L}']*$/u.test(token.core);
const follows = (token: FlowToken | undefined): boolean => token?.before === SPACE || token?.before === HYPHEN;

/** "và" before another name. */
function joinsNames(tokens: readonly FlowToken[], i: number): boolean {
  const next = tokens[i + 1];
  return /^v[aà]$/u.test(tokens[i]?.core ?? '') && isCapitalised(next) && next?.before === SPACE;
}

function settleRun(
  tokens: readonly FlowToken[],
  settled: Decision[],
  from: number,
  length: number,
  levels: string | null,
  gazetteer: Gazetteer,
): void {
  const run = settled.slice(from, from + length);
  if (run.some(({ text }) => text !== null && !WORD.test(text))) return;
  const read = tokens.slice(from, from + length).map(({ core }) => core);
  const guess = run.map(({ text }, n) => text ?? (read[n] as string));
  const doubtful = run.some(({ sure }) => sure < (levels === null ? DOUBT_UNTITLED : DOUBT));
  const name = doubtful ? gazetteer.sameLetters(guess, levels ?? PROVINCE) : null;
  if (name === null) return;
  dressed(name, read).forEach((text, n) => {
    if (text !== guess[n])
      settled[from + n] = { text: text === read[n] ? null : text, sure: SURE, alternatives: [guess[n] as string], by: 'gazetteer/place' };
  });
}
