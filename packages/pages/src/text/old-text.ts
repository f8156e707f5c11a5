// Text files from before Unicode: which 8-bit code were they written in?
// Invariant: null unless the decoded text is plainly Vietnamese; so a file of any other kind is never taken for text.
//   decodeOldText(bytes of 'ñy ban nh©n d©n …' in TCVN3) → 'ủy ban nhân dân …'   readOldLetters("u?y ban nha^n da^n …") → 'ủy ban nhân dân …'
// UTF-8 and UTF-16 are recognised before, in media-type.ts.
import { decodeLegacy, guessEncoding, measureVietnamese } from '@vanban/text';

/** Enough words to be sure, and the figures that right text has at least. */
const [WORDS, SYLLABLES, MARKED] = [8, 0.85, 0.6];

export function decodeOldText(bytes: Uint8Array): string | null {
  const vietnamese = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  const western = new TextDecoder('windows-1252').decode(bytes);
  return [vietnamese, decodeLegacy(western, guessEncoding(western))].find(isVietnamese) ?? null;
}

/** As much of a text as shows which code it is in; the cost is that of a page, however long the text. */
const SAMPLE = 20_000;

/** Old codes that were saved as Unicode letter by letter ("QuyÕt ®Þnh"), or that are plain ASCII (VIQR: "Quye^'t ddi.nh"). */
export function readOldLetters(text: string): string {
  const encoding = guessEncoding(text.slice(0, SAMPLE));
  if (encoding === 'unicode' || encoding === 'compound') return text;
  const decoded = decodeLegacy(text, encoding);
  return isVietnamese(decoded) ? decoded : text;
}

function isVietnamese(text: string): boolean {
  const { words, syllables, marked, odd } = measureVietnamese(text.slice(0, 20_000));
  return words >= WORDS && syllables >= SYLLABLES && marked >= MARKED && odd < 0.02 && !/(?!\s)\p{Cc}/u.test(text);
}
