// Text of unknown encoding → Unicode: NFC, no longer than it was, and right text stays right.
import { decodeLegacy, type Encoding, fold, guessEncoding, measureVietnamese, placeTones, settleTones, toNfc } from '@vanban/text';
import { mutateText } from '../mutate/text.ts';
import { letterTexts } from '../seeds/letters.ts';
import { asBytes, asText, holds, type Target } from '../target.ts';

const ENCODINGS: readonly Encoding[] = ['unicode', 'compound', 'tcvn3', 'vni', 'vps', 'viscii', 'viqr'];
const FONTS = ['.VnTime', 'ABCDEF+VnTimeH', 'VNI-Times', 'VPS Times', 'Arial', ''];

export const encodings: Target = {
  name: 'encodings',
  what: 'text → encoding, Unicode, measures',
  async start() {
    const lines = letterTexts().flatMap((text) => text.split('\n'));
    return {
      make: (random) => {
        const some = Array.from({ length: 1 + random.int(12) }, () => random.pick(lines)).join('\n');
        return asBytes(random.once(2) ? some : mutateText(some, random));
      },
      check: async (input) => checkEncodings(asText(input), FONTS[input.length % FONTS.length] ?? ''),
    };
  },
};

function checkEncodings(text: string, font: string): string {
  const guessed = guessEncoding(text, font === '' ? [] : [font]);
  for (const encoding of ENCODINGS) {
    const decoded = decodeLegacy(text, encoding);
    holds(decoded === decoded.normalize('NFC'), `${encoding} gives text that is not NFC`);
    holds(toNfc(decoded).length <= 2 * text.length + 2, `${encoding} makes text longer`);
  }
  for (const form of [placeTones(text), settleTones(text), toNfc(text)]) holds(form === form.normalize('NFC'), 'a form is not NFC');
  holds(fold(fold(text)) === fold(text), 'folding twice is not folding once');
  const { syllables, marked, odd } = measureVietnamese(text);
  for (const share of [syllables, marked, odd]) holds(share >= 0 && share <= 1, `a share of ${share}`);
  return guessed;
}
