// What does a text in an old encoding say in Unicode?
// Invariant: the answer is NFC; text that is Unicode already comes back as it was.
//   decodeLegacy('QuyÕt ®Þnh', 'tcvn3', { capitals: true }) === 'QUYẾT ĐỊNH'
// Which encoding a text is in is guessed in guess.ts. Mixed documents are decoded run by run.
import { toNfc } from '../letters.ts';
import { composeMarks } from './compound.ts';
import { decodeCp1258 } from './cp1258.ts';
import { decodeSingleByte } from './single-byte.ts';
import { decodeViqr } from './viqr.ts';
import { decodeVni } from './vni.ts';

export type Encoding = 'unicode' | 'compound' | 'tcvn3' | 'vni' | 'vps' | 'viscii' | 'cp1258' | 'viqr';

const DECODERS: Readonly<Record<Encoding, (text: string) => string>> = {
  unicode: (text) => text,
  compound: composeMarks,
  tcvn3: (text) => decodeSingleByte(text, 'tcvn3'),
  vni: decodeVni,
  vps: (text) => decodeSingleByte(text, 'vps'),
  viscii: (text) => decodeSingleByte(text, 'viscii'),
  cp1258: decodeCp1258,
  viqr: decodeViqr,
};

/** `capitals`: the font draws small letters as capitals (.VnTimeH). */
export function decodeLegacy(text: string, encoding: Encoding, options: { readonly capitals?: boolean } = {}): string {
  const decoded = DECODERS[encoding](encoding === 'unicode' ? text : toSpaces(text));
  const clean = toNfc(decoded);
  return options.capitals ? clean.toUpperCase() : clean;
}

/** Soft hyphens carry ư in TCVN3 and must survive; no-break blanks are blanks in all of them. */
const toSpaces = (text: string): string => text.replaceAll('\u00a0', ' ');
