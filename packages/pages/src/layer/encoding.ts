// Which runs of a text are written in an old Vietnamese encoding, and their letters in Unicode.
// Invariant: text whose fonts are sound Unicode comes back as it was, in NFC; each font (or family of fonts with one encoding) is judged by all its text.
//   decoderOf([{ text: 'ñy ban nh©n d©n …', font: '.VnTime' }])([{ text: 'ñ', font: '.VnTime' }]) → 'ủ'
// The letters keep the case of the codes: a capital font's (VnTimeH) small letters stay small.
import { decodeLegacy, type Encoding, fontEncoding, guessEncoding, measureVietnamese } from '@vanban/text';

export interface Piece {
  readonly text: string;
  readonly font: string;
}

export type Decoder = (pieces: readonly Piece[]) => string;

/** `sample` is all the text there is, with blanks between words. */
export function decoderOf(sample: readonly Piece[]): Decoder {
  const encodings = encodingsOf(sample);
  const encodingOf = (piece: Piece): Encoding => encodings.get(familyOf(piece.font)) ?? 'unicode';
  return (pieces) => {
    let [text, run] = ['', ''];
    let current: Encoding = 'unicode';
    for (const piece of pieces) {
      const encoding = encodingOf(piece);
      if (encoding !== current) {
        text += decode(run, current);
        run = '';
        current = encoding;
      }
      run += piece.text;
    }
    return (text + decode(run, current)).normalize('NFC');
  };
}

const decode = (text: string, encoding: Encoding): string => (encoding === 'unicode' ? text : decodeLegacy(text, encoding));

/** Fonts of one old encoding are judged together: a letter or two of each would say nothing. */
const familyOf = (font: string): string => fontEncoding(font) ?? font.replace(/^[A-Z]{6}\+/u, '').replace(/[-,].*$/u, '');

function encodingsOf(sample: readonly Piece[]): Map<string, Encoding> {
  const families = Map.groupBy(sample, (piece) => familyOf(piece.font));
  return new Map([...families].map(([family, pieces]) => [family, encodingOfFamily(pieces)]));
}

/** Fewer words than this in a font that names no encoding are too few to overrule Unicode. */
const ENOUGH = 20;

function encodingOfFamily(pieces: readonly Piece[]): Encoding {
  const text = pieces.map((piece) => piece.text).join('');
  const fonts = [...new Set(pieces.map((piece) => piece.font))];
  const guess = guessEncoding(text, fonts);
  if (guess === 'unicode' || guess === 'compound' || fonts.some((font) => fontEncoding(font) === guess)) return guess;
  return measureVietnamese(text).words < ENOUGH ? 'unicode' : guess;
}
