// Vietnamese letters: bringing any spelling of the same letter to one form, and taking the marks off.
// Invariant: every function is total, keeps case where it says so, and works on composed (NFC) and decomposed input alike.
//   toNfc('tiê\u0301ng') === 'tiếng'   stripMarks('Đường') === 'Duong'   fold('ĐƯỜNG') === 'duong'
// It does not correct spelling; tone placement is in tones.ts.

/** Canonical composition, with non-breaking and other odd blanks as plain blanks and zero-width characters removed. */
export function toNfc(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/gu, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu, ' ');
}

/** Most words that are asked for have none of the letters that cost time. */
const BEYOND_ASCII = /[^\n -~]/u;

/** The same letters without tone and vowel marks, đ → d, Ð (eth) → D. Case is kept. */
export function stripMarks(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đð]/gu, 'd')
    .replace(/[ĐÐ]/gu, 'D')
    .normalize('NFC');
}

/** Lower case without marks: what labels and keywords are compared by, so that lost marks do not matter. Length may change only for decomposed input. */
export function fold(text: string): string {
  return stripMarks(text).toLowerCase();
}

/** True where the text has at least one Vietnamese mark or đ. */
export function hasMarks(text: string): boolean {
  return BEYOND_ASCII.test(text) && /[\u0300-\u036f]|[đĐ]/u.test(text.normalize('NFD'));
}
