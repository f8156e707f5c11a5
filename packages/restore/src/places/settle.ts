// Names of places after huyện, tỉnh, xã …: what the gazetteer says where the model is in doubt.
// Invariant: only words right after such a title are looked at, only where one of them is doubtful, and only a name of that level replaces them.
//   "huyện" "bik" "Glei" → huyện Đắk Glei   not: "huyện này", "tỉnh ủy", "xã hội", "huyện Đắk Glei"
import { fold, hasMarks, isSyllable } from '@vanban/text';
import type { Decision } from '../model/decide.ts';
import type { FlowToken } from '../model/flow.ts';
import { HYPHEN, OTHER, SPACE } from '../model/tokens.ts';
import { normal } from '../model/vocabulary.ts';
import { settleApostrophes } from './apostrophes.ts';
import { settleBareNames } from './bare-names.ts';
import { dressed } from './capitals.ts';
import type { Gazetteer } from './gazetteer.ts';

/** Folded titles and the levels of the names after them. */
const TITLES: Readonly<Record<string, string>> = { tinh: 'p', huyen: 'd', quan: 'd', xa: 'c', phuong: 'c' };
const SECOND: Readonly<Record<string, Readonly<Record<string, string>>>> = { pho: { thanh: 'pd' }, xa: { thi: 'd' }, tran: { thi: 'c' } };
const MARKED: ReadonlySet<string> = new Set('tỉnh huyện quận xã phường thành phố thị trấn'.split(' '));
/** "xã hội" is no commune; "xã Hội An" is one. */
const SOCIETY = 'hội';
const DOUBT = 0.9;
const LONGEST = 4;

/** `eager`: on a page without right marks a word that is no syllable is doubtful however sure the model is, and lists of names are walked to their end. */
export function settlePlaces(
  tokens: readonly FlowToken[],
  decisions: readonly Decision[],
  gazetteer: Gazetteer,
  eager: boolean,
): readonly Decision[] {
  const settled = settleApostrophes(tokens, keepNames(tokens, decisions, gazetteer), gazetteer);
  const present = (i: number): string => settled[i]?.text || (tokens[i]?.core ?? '');
  for (let i = 0; i < tokens.length; i++) {
    const levels = present(i + 1) === SOCIETY ? null : levelsAfter(present(i), i > 0 ? present(i - 1) : '');
    if (levels === null) continue;
    const length = nameLength(tokens, i + 1);
    const found = bestName(tokens, settled, i + 1, length, levels, gazetteer, eager);
    found?.words.forEach((word, n) => {
      const core = (tokens[i + 1 + n] as FlowToken).core;
      settled[i + 1 + n] = {
        text: core === word ? null : word,
        sure: found.sure,
        alternatives: [present(i + 1 + n)].filter((other) => other !== word),
        by: 'gazetteer/place',
      };
    });
  }
  return eager ? settleBareNames(tokens, settled, gazetteer, (i) => levelsAfter(present(i), i > 0 ? present(i - 1) : '')) : settled;
}

/** Names that stand there as the gazetteer writes them are not touched: "Đăk Nông" stays beside "Đắk Nông". */
function keepNames(tokens: readonly FlowToken[], decisions: readonly Decision[], gazetteer: Gazetteer): Decision[] {
  const kept = [...decisions];
  for (let i = 0; i + 1 < tokens.length; i++) {
    if (!/^\p{Lu}/u.test(tokens[i]?.core ?? '') || !hasMarks(tokens[i]?.core ?? '')) continue;
    const words = tokens.slice(i, i + 1 + nameLength(tokens, i + 1)).map((token) => token.core);
    for (let n = Math.min(words.length, 3); n > 1; n--) {
      if (!words.slice(0, n).every((word) => /^\p{Lu}/u.test(word)) || gazetteer.named(words.slice(0, n), 'pdc') === null) continue;
      for (let k = i; k < i + n; k++) kept[k] = { text: null, sure: 0.98, alternatives: [] };
      break;
    }
  }
  return kept;
}

function levelsAfter(word: string, before: string): string | null {
  const title = titleOf(word);
  return SECOND[title]?.[titleOf(before)] ?? TITLES[title] ?? null;
}

/** "phường", "PHUONG", "phuờng"? Marks that are there count: "địa phương" is no ward. */
const titleOf = (word: string): string => (hasMarks(word) && !MARKED.has(normal(word)) ? '' : fold(word));

/** How many tokens may belong to one name: they follow each other without punctuation. */
function nameLength(tokens: readonly FlowToken[], from: number): number {
  let length = 0;
  while (length < LONGEST && from + length < tokens.length) {
    const { before, kept, core } = tokens[from + length] as FlowToken;
    if (kept || !/\p{L}/u.test(core) || (before !== SPACE && before !== HYPHEN && !(length === 0 && before === OTHER))) break;
    length++;
  }
  return length;
}

function bestName(
  tokens: readonly FlowToken[],
  decisions: readonly Decision[],
  from: number,
  longest: number,
  levels: string,
  gazetteer: Gazetteer,
  eager: boolean,
) {
  const read = tokens.slice(from, from + longest).map((token) => token.core);
  const guessed = decisions.slice(from, from + longest).map((decision, n) => decision.text || (read[n] as string));
  for (let n = longest; n > 0; n--) {
    const words = gazetteer.named(guessed.slice(0, n), levels);
    if (words === null) continue;
    const touched = decisions.slice(from, from + n).some((decision) => decision.text !== null);
    return touched && fold(words.join('')) === fold(guessed.slice(0, n).join('')) ? { words: dressed(words, guessed), sure: 0.97 } : null;
  }
  for (let n = longest; n > 0; n--) {
    const doubtful = decisions.slice(from, from + n).map((decision, k) => decision.sure < DOUBT || (eager && !isSyllable(guessed[k] as string)));
    const capital = read.slice(0, n).map((word) => /^\p{Lu}/u.test(word));
    // A small letter at the beginning of a name was misread ("bik Glei"), so that word is in doubt itself: not "xã hội do Trung ương".
    if (!doubtful.includes(true) || !capital.includes(true) || capital.some((is, k) => !is && !doubtful[k])) continue;
    const found = gazetteer.nearest(read.slice(0, n), guessed.slice(0, n), levels);
    if (found && !(n === 1 && found.sure < 0.85)) return { ...found, words: dressed(found.words, read) };
  }
  return null;
}
