// Text files from before Unicode: which 8-bit code were they written in?
// Invariant: null unless the decoded text is plainly Vietnamese; so a file of any other kind is never taken for text.
//   decodeOldText(bytes of 'ñy ban nh©n d©n …' in TCVN3) → 'ủy ban nhân dân …'
// UTF-8 and UTF-16 are recognised before, in media-type.ts.
import { decodeLegacy, guessEncoding, measureVietnamese } from '@vanban/text';

/** Enough words to be sure, and the figures that right text has at least. */
const [WORDS, SYLLABLES, MARKED] = [8, 0.85, 0.6];

export function decodeOldText(bytes: Uint8Array): string | null {
  const vietnamese = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  const western = new TextDecoder('windows-1252').decode(bytes);
  return [vietnamese, decodeLegacy(western, guessEncoding(western))].find(isVietnamese) ?? null;
}

function isVietnamese(text: string): boolean {
  const { words, syllables, marked, odd } = measureVietnamese(text.slice(0, 20_000));
  return words >= WORDS && syllables >= SYLLABLES && marked >= MARKED && odd < 0.02 && !/(?!\s)\p{Cc}/u.test(text);
}
