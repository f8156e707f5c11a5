// Which old encoding is this text in, and what does it say in Unicode?
// Invariant: the answer is NFC; text that is Unicode already comes back as it was; fonts are believed only where the content agrees.
//   guessEncoding('QuyÕt ®Þnh sè 115', ['.VnTime']) === 'tcvn3'   decodeLegacy('QuyÕt ®Þnh', 'tcvn3', { capitals: true }) === 'QUYẾT ĐỊNH'
// Mixed documents are decoded run by run, each run with its own font name; a run is best judged together with others of the same font.
import { toNfc } from '../letters.ts';
import { measureVietnamese } from '../measure.ts';
import { composeMarks } from './compound.ts';
import { fontEncoding } from './fonts.ts';
import { decodeSingleByte } from './single-byte.ts';
import { decodeViqr } from './viqr.ts';
import { decodeVni } from './vni.ts';

export type Encoding = 'unicode' | 'compound' | 'tcvn3' | 'vni' | 'vps' | 'viscii' | 'viqr';

const DECODERS: Readonly<Record<Encoding, (text: string) => string>> = {
  unicode: (text) => text,
  compound: composeMarks,
  tcvn3: (text) => decodeSingleByte(text, 'tcvn3'),
  vni: decodeVni,
  vps: (text) => decodeSingleByte(text, 'vps'),
  viscii: (text) => decodeSingleByte(text, 'viscii'),
  viqr: decodeViqr,
};
const CANDIDATES = ['tcvn3', 'vni', 'vps', 'viscii', 'viqr', 'compound'] as const satisfies readonly Encoding[];
/** How much more of the words must read as syllables with marks before another encoding than Unicode is believed. */
const MARGIN = 0.1;

/** `capitals`: the font draws small letters as capitals (.VnTimeH). */
export function decodeLegacy(text: string, encoding: Encoding, options: { readonly capitals?: boolean } = {}): string {
  const decoded = DECODERS[encoding](encoding === 'unicode' ? text : toSpaces(text));
  const clean = toNfc(decoded);
  return options.capitals ? clean.toUpperCase() : clean;
}

/** The encoding under which most of the text is Vietnamese. A font that names an encoding wins where it reads no worse than Unicode. */
export function guessEncoding(text: string, fontNames: readonly string[] = []): Encoding {
  const plain = quality(toNfc(text));
  const named = new Set<Encoding | null>(fontNames.map(fontEncoding));
  const scored = CANDIDATES.map((encoding) => ({ encoding, score: quality(decodeLegacy(text, encoding)) })).sort((a, b) => b.score - a.score);
  for (const { encoding, score } of scored) if (named.has(encoding) && score >= plain && changes(text, encoding)) return encoding;
  const best = scored[0] as (typeof scored)[number];
  if (best.score >= plain + MARGIN) return best.encoding;
  return /\p{M}/u.test(text) && composeMarks(text) !== text ? 'compound' : 'unicode';
}

/** Share of words that are valid syllables, and among all words those with marks: right text has much of both. */
function quality(text: string): number {
  const { syllables, marked, odd } = measureVietnamese(text);
  return (syllables * (0.2 + marked)) / 1.2 - odd;
}

const changes = (text: string, encoding: Encoding): boolean => decodeLegacy(text, encoding) !== toNfc(text);

/** Soft hyphens carry ư in TCVN3 and must survive; no-break blanks are blanks in all of them. */
const toSpaces = (text: string): string => text.replaceAll('\u00a0', ' ');
