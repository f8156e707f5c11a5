// Numbers as Vietnamese office texts write them: digits (with the letters that OCR puts for them), Roman quarters, and words up to ninety-nine.
// Invariant: total; null where the letters are no number. Works on folded text only.
//   digits('3l') === 31   digits('O5') === 5   spelt('muoi lam') === 15   quarter('ll') === 2

/** One digit or a letter that OCR reads for it: l, i, | for 1; o for 0. */
export const DIGIT = '[0-9oil|]';
/** A year from 1900 to 2099, look-alikes allowed. */
export const YEAR = '(?:[2z][0o]|[1il|]9)[0-9oil|]{2}';

/** The number that digits and their look-alikes stand for; null without one real digit, unless the place proves that a number stands there. */
export function digits(text: string, proven = false): number | null {
  if (!proven && !/[0-9]/.test(text)) return null;
  const plain = text.replace(/[il|]/g, '1').replace(/o/g, '0').replace(/z/g, '2');
  return /^[0-9]+$/.test(plain) ? Number(plain) : null;
}

const UNITS: { readonly [word: string]: number } = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};
const UNIT = 'mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin';
/** A number in words, one to ninety-nine: 'ba', 'muoi lam', 'hai muoi', 'bon muoi tam'. */
export const WORDS = `(?:(?:hai|ba|bon|nam|sau|bay|tam|chin) muoi(?: (?:${UNIT}))?|muoi(?: (?:${UNIT}))?|${UNIT})`;

export function spelt(text: string): number | null {
  const words = text.split(' ');
  const tens = words.indexOf('muoi');
  if (tens === -1) return words.length === 1 ? (UNITS[text] ?? null) : null;
  const high = tens === 0 ? 1 : (UNITS[words[0] as string] ?? 1);
  const last = words[tens + 1];
  return high * 10 + (last === undefined ? 0 : (UNITS[last] ?? 0));
}

const QUARTER_WORDS: { readonly [word: string]: number } = { nhat: 1, mot: 1, hai: 2, ba: 3, tu: 4, bon: 4, '2': 2, '3': 3, '4': 4 };
/** I, II, III, IV (as OCR sees them), 1–4, or in words. */
export const QUARTER = '(?:[1il|]v|[1il|]{1,3}|[234]|nhat|mot|hai|ba|tu|bon)';

export function quarter(text: string): number | null {
  if (/^[1il|]v$/.test(text)) return 4;
  if (/^[1il|]{1,3}$/.test(text)) return text.length;
  return QUARTER_WORDS[text] ?? null;
}

/** Months in words besides the numbers: tháng Giêng and tháng Chạp are the first and last. */
export const MONTH = `(?:${DIGIT}{1,2}|gieng|chap|${WORDS})`;

export function month(text: string): number | null {
  const named = text === 'gieng' ? 1 : text === 'chap' ? 12 : /[0-9]|^[oil|]+$/.test(text) ? digits(text, true) : spelt(text);
  return named !== null && named >= 1 && named <= 12 ? named : null;
}
