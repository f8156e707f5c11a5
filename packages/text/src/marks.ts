// The tone of a word, taken off and put back.
// Invariant: vowel marks (ă â ê ô ơ ư) and đ are letters and stay; only the five tone marks are tones; NFC in, NFC out.
//   untone('quyết') → { letters: 'quyêt', tone: 'sắc' }   tonedAt('hoa', 1, 'huyền') === 'hòa'
// It does not know which place is right; see syllables.ts and tones.ts.

export type Tone = 'ngang' | 'huyền' | 'sắc' | 'hỏi' | 'ngã' | 'nặng';

const TONES: Readonly<Record<string, Tone>> = { '\u0300': 'huyền', '\u0301': 'sắc', '\u0309': 'hỏi', '\u0303': 'ngã', '\u0323': 'nặng' };
const MARKS = new Map(Object.entries(TONES).map(([mark, tone]) => [tone, mark]));
const ALPHABET = 'aăâbcdđeêghiklmnoôơpqrstuưvxy';
const VOWELS = 'aăâeêioôơuưy';

/** Every letter that can bear a tone → what it is without, and its tone. */
const TONED: ReadonlyMap<string, { readonly letter: string; readonly tone: Tone }> = new Map(
  [...VOWELS].flatMap((letter) => [...MARKS].map(([tone, mark]) => [`${letter}${mark}`.normalize('NFC'), { letter, tone }] as const)),
);

/** Lower-case letters without the tone, and the tone; null where there are other characters or two tones. */
export function untone(word: string): { letters: string; tone: Tone } | null {
  let letters = '';
  let tone: Tone = 'ngang';
  for (const char of word) {
    const toned = TONED.get(char);
    if (toned) {
      if (tone !== 'ngang') return null;
      tone = toned.tone;
      letters += toned.letter;
    } else if (ALPHABET.includes(char)) letters += char;
    else return null;
  }
  return letters === '' ? null : { letters, tone };
}

/** Index of the letter that bears the tone in a lower-case word; -1 where none does. */
export function markedAt(word: string): number {
  return [...word].findIndex((char) => TONED.has(char));
}

/** The same letters with the tone on the letter at `index`; letters are taken without tone. Case is kept. */
export function tonedAt(letters: string, index: number, tone: Tone): string {
  const mark = MARKS.get(tone);
  if (mark === undefined || index < 0) return letters;
  return `${letters.slice(0, index + 1)}${mark}${letters.slice(index + 1)}`.normalize('NFC');
}

/** Letters without tone marks, vowel marks kept, case kept: 'Thuỷ' → 'Thuy', 'QUYẾT' → 'QUYÊT'. */
export function dropTone(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '')
    .normalize('NFC');
}
