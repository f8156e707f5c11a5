// Text in the old encodings, as PDF extraction would give it: for tests and for measuring.
// Invariant: found by trying what the decoders read, so it says nothing of their tables; letters that an encoding does not have stay as they are.
//   encodeLegacy('Quyết định', 'tcvn3') → 'QuyÕt ®Þnh'
import { decodeLegacy, type Encoding } from '@vanban/text';

const LETTERS = [...'aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY'];
const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const VIETNAMESE = LETTERS.flatMap((letter) => TONES.map((tone) => (letter + tone).normalize('NFC'))).filter(
  (letter) => letter.length === 1 && letter > '\x7f',
);

const tables = new Map<Encoding, ReadonlyMap<string, string>>();

export function encodeLegacy(text: string, encoding: Encoding): string {
  if (encoding === 'unicode') return text;
  if (encoding === 'compound') return text.normalize('NFD');
  if (!tables.has(encoding)) tables.set(encoding, tableOf(encoding));
  const table = tables.get(encoding) as ReadonlyMap<string, string>;
  const escaped = encoding === 'viqr' ? text.replace(/(?<=[aeiouyAEIOUY]\p{M}*)[.?'`~]/gu, '\\$&') : text;
  return [...escaped.normalize('NFC')].map((letter) => table.get(letter) ?? letter).join('');
}

function tableOf(encoding: Encoding): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const code of codesFor(encoding)) {
    const letter = decodeLegacy(code, encoding);
    if (VIETNAMESE.includes(letter) && letter !== code && !table.has(letter)) table.set(letter, code);
  }
  return table;
}

const HIGH = Array.from({ length: 128 }, (_, index) => String.fromCharCode(128 + index));

function codesFor(encoding: Encoding): string[] {
  const bases = [...'aeiouydAEIOUYD', ...HIGH];
  if (encoding === 'vni' || encoding === 'cp1258') return [...HIGH, ...bases.flatMap((base) => HIGH.map((mark) => base + mark))];
  if (encoding !== 'viqr') return HIGH;
  return [...'aeiouydAEIOUYD'].flatMap((base) =>
    ['', '^', '(', '+', 'd', 'D'].flatMap((shape) => ['', '`', "'", '?', '~', '.'].map((tone) => base + shape + tone)),
  );
}
