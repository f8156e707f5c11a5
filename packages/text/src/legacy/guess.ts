// Which old encoding is this text in?
// Invariant: a text with letters that only Unicode has (ư, ệ) is Unicode whatever its font is called; without a font's name an old encoding needs the
// proof of several words that are syllables under it and none as they stand.
//   guessEncoding('QuyÕt ®Þnh sè 115') === 'tcvn3'   guessEncoding('Sè', ['.VnTime']) === 'tcvn3'   guessEncoding('II. NỘI DUNG') === 'unicode'
// A run is best judged together with others of the same font.
import { toNfc } from '../letters.ts';
import { coreOf } from '../likely.ts';
import { measureVietnamese } from '../measure.ts';
import { isSyllable } from '../syllables.ts';
import { composeMarks } from './compound.ts';
import { decodeLegacy, type Encoding } from './decode.ts';
import { fontEncoding } from './fonts.ts';

const CANDIDATES = ['tcvn3', 'vni', 'vps', 'viscii', 'cp1258', 'viqr'] as const satisfies readonly Encoding[];
/** How much more of the words must read as syllables with marks before another encoding than Unicode is believed without a font's word for it. */
const MARGIN = 0.1;
/** So many words must prove it. */
const PROVING = 2;

/** The encoding under which most of the text is Vietnamese. A font that names an encoding wins where it reads no worse than Unicode. */
export function guessEncoding(text: string, fontNames: readonly string[] = []): Encoding {
  const unicode: Encoding = /\p{M}/u.test(text) && composeMarks(text) !== text ? 'compound' : 'unicode';
  if (isUnicode(toNfc(text))) return unicode;
  const plain = quality(toNfc(text));
  const named = new Set<Encoding | null>(fontNames.map(fontEncoding));
  const scored = CANDIDATES.map((encoding) => ({ encoding, decoded: decodeLegacy(text, encoding) }))
    .filter(({ decoded, encoding }) => changesLetters(text, decoded) && (encoding === 'tcvn3' || !mixesCase(text, decoded)))
    .map(({ encoding, decoded }) => ({ encoding, decoded, score: quality(decoded) }))
    .toSorted((a, b) => b.score - a.score);
  const byFont = scored.find(({ encoding, score }) => named.has(encoding) && score >= plain);
  if (byFont) return byFont.encoding;
  const best = scored[0];
  if (!best || best.score < plain + MARGIN) return unicode;
  return proofs(text, best.decoded, best.encoding) >= PROVING ? best.encoding : unicode;
}

/** Letters that no 8-bit set shows: ă ơ ư đ and those with two marks. Đ is left out, PDF extraction writes it for a code of TCVN3. */
const ONLY_UNICODE = /[ăĂơƠưƯđạ-ỹẠ-Ỹ]/gu;
/** Part of the letters beyond ASCII that must be such: a few of them come out of broken fonts. */
const SHARE = 0.25;

function isUnicode(text: string): boolean {
  const proofs = text.match(ONLY_UNICODE)?.length ?? 0;
  return proofs > 0 && proofs >= SHARE * (text.match(/[^\P{L}a-z]/giu)?.length ?? 0);
}

/** Share of words that are valid syllables, and among all words those with marks: right text has much of both. */
function quality(text: string): number {
  const { syllables, marked, odd } = measureVietnamese(text);
  return (syllables * (0.2 + marked)) / 1.2 - odd;
}

/** Some word with letters reads otherwise; a dash or quotation mark alone ("Ố" in VPS) says nothing. */
function changesLetters(text: string, decoded: string): boolean {
  const after = decoded.split(/\s+/u);
  return toNfc(text)
    .split(/\s+/u)
    .some((word, index) => /\p{L}/u.test(word) && word !== after[index]);
}

/** Signs of VIQR that plain text has no use for within words: "Ddo^.c", "chu+'"; not "II.", "mo.", "(a)", "don't". */
const VIQR_SIGNS = /\p{L}[\^(+*`~][`'?~.]?|[dD][dD]/u;

/** Words that are syllables only once they are decoded. */
function proofs(text: string, decoded: string, encoding: Encoding): number {
  const before = text.split(/\s+/u);
  const after = decoded.split(/\s+/u);
  if (before.length !== after.length) return 0;
  return after.filter((word, index) => {
    const old = before[index] as string;
    const signed = encoding !== 'viqr' || VIQR_SIGNS.test(old);
    return word !== old && signed && /\p{L}/u.test(old) && isSyllable(coreOf(word)) && !isSyllable(coreOf(toNfc(old)));
  }).length;
}

/** A small letter within a word of capitals that had none: "NGầY" from "NGÀY". TCVN3 has no capitals with tones, there it is usual. */
function mixesCase(text: string, decoded: string): boolean {
  const mixed = (word: string): boolean => /\p{Lu}{2}/u.test(word) && /\p{Ll}/u.test(word);
  const before = text.split(/\s+/u).filter(mixed).length;
  return decoded.split(/\s+/u).filter(mixed).length > before;
}
