// Which glyphs of a page are written in an old Vietnamese encoding, and their letters in Unicode.
// Invariant: text whose fonts are sound Unicode comes back as it was, in NFC; each font (or family of fonts with one encoding) is judged by all its text on the page.
//   decoderOf(glyphs)([{ text: 'ñ', font: 'VnTime' }]) → 'đ' where the page's VnTime text reads as TCVN3
// The letters keep the case of the codes: a capital font's (VnTimeH) small letters stay small.
import { decodeLegacy, type Encoding, fontEncoding, guessEncoding } from '@vanban/text';
import type { Glyph } from '../pdf/text-state.ts';

export interface Piece {
  readonly text: string;
  readonly font: string;
}

export type Decoder = (pieces: readonly Piece[]) => string;

export function decoderOf(glyphs: readonly Glyph[]): Decoder {
  const encodings = encodingsOf(glyphs);
  const encodingOf = (piece: Piece): Encoding => encodings.get(familyOf(piece.font)) ?? 'unicode';
  return (pieces) => {
    let [text, run] = ['', ''];
    let current: Encoding = 'unicode';
    for (const piece of pieces) {
      const encoding = encodingOf(piece);
      if (encoding !== current) {
        text += decodeLegacy(run, current);
        run = '';
        current = encoding;
      }
      run += piece.text;
    }
    return (text + decodeLegacy(run, current)).normalize('NFC');
  };
}

/** Fonts of one old encoding are judged together: a letter or two of each would say nothing. */
const familyOf = (font: string): string => fontEncoding(font) ?? font.replace(/^[A-Z]{6}\+/u, '').replace(/[-,].*$/u, '');

function encodingsOf(glyphs: readonly Glyph[]): Map<string, Encoding> {
  const texts = new Map<string, { text: string; fonts: Set<string> }>();
  let last: Glyph | null = null;
  for (const glyph of glyphs) {
    const key = familyOf(glyph.font);
    const entry = texts.get(key) ?? { text: '', fonts: new Set() };
    const apart = last !== null && (Math.abs(last.origin[1] - glyph.origin[1]) > 1 || glyph.box[0] - last.box[2] - last.tracking > glyph.size * 0.14);
    entry.text += (apart ? ' ' : '') + glyph.text;
    entry.fonts.add(glyph.font);
    texts.set(key, entry);
    last = glyph;
  }
  return new Map([...texts].map(([key, { text, fonts }]) => [key, guessEncoding(text, [...fonts])]));
}
