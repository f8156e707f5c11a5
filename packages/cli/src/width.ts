// How many columns does a text take on a terminal? Vietnamese letters take one, also where their marks are separate characters (NFD);
// East Asian letters and emoji two. Colours take none.
//   widthOf('Kế hoạch') → 8    widthOf('Kế hoạch'.normalize('NFD')) → 8    cut('Thực hiện nhiệm vụ', 10) → 'Thực hiện…'
import { stripVTControlCharacters } from 'node:util';

const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });
const NONE = /^[\p{Control}\p{Default_Ignorable_Code_Point}\p{Mark}]+$/u;
const WIDE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u{3000}-\u{303F}\u{FF01}-\u{FF60}]/u;

export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of letters.segment(stripVTControlCharacters(text))) width += widthOfLetter(segment);
  return width;
}

/** `text` filled with blanks to `width` columns. */
export const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** The start of `text` in at most `width` columns, with … where something is left out. Colours must be put on afterwards. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let [kept, taken] = ['', 0];
  for (const { segment } of letters.segment(text)) {
    taken += widthOfLetter(segment);
    if (taken > width - 1) break;
    kept += segment;
  }
  return width < 1 ? '' : `${kept.trimEnd()}…`;
}

/** Lines of at most `width` columns, broken at blanks; a longer word is broken after a hyphen, else anywhere. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u)) {
    let gap = line === '' ? '' : ' ';
    for (const part of partsOf(word, width)) {
      if (line !== '' && widthOf(line + gap + part) > width) {
        lines.push(line);
        line = part;
      } else line += gap + part;
      gap = '';
    }
  }
  return [...lines, line];
}

function partsOf(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  return word.split(/(?<=-)/u).flatMap((part) => chop(part, width));
}

function chop(word: string, width: number): string[] {
  const parts = [''];
  for (const { segment } of letters.segment(word)) {
    if (widthOf(parts.at(-1) as string) + widthOfLetter(segment) > width) parts.push('');
    parts[parts.length - 1] += segment;
  }
  return parts;
}

const widthOfLetter = (letter: string): number => (NONE.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1);
