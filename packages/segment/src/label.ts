// Which clause labels can a row begin with?
// Reading is separate from deciding: `readLabels` lists every label that the first characters may be, the plain reading first, then those
// that need a misread letter put right ("Điều L", "l.", "Il."); tree.ts takes the one that continues a sequence.
//   '2.1. Rà soát' → decimal [2,1]   'đ) Báo cáo' → letter 5   'l. Giao' → letter…no: arabic 1 (repaired)   '15/01/2025' → none
// Labels inside running text are found by items.ts.
import type { ClauseKind } from '@vanban/contract';
import { LETTERS, LOOKALIKES } from './letters.ts';
import { romanOf, romanValue } from './roman.ts';
import { foldEvenly } from './row.ts';

export type Style =
  | 'part'
  | 'chapter'
  | 'section'
  | 'subsection'
  | 'article'
  | 'upper'
  | 'roman'
  | 'arabic'
  | 'decimal'
  | 'paren'
  | 'letter'
  | 'dash'
  | 'bullet'
  | 'plus';

export interface Label {
  readonly style: Style;
  /** Place in its list, from 1; 0 for bullets, which only count. A decimal label has one number for each level. */
  readonly ordinals: readonly number[];
  /** What stands in the id: "Điều 5", "III", "a", "2.1"; empty for bullets. */
  readonly key: string;
  /** As printed, without the blank behind it. */
  readonly printed: string;
  /** Length of the label with the blanks behind it. */
  readonly length: number;
  /** Needs a misread character put right: only taken where it continues a sequence exactly. */
  readonly repaired: boolean;
  /** Canonical form with a capital or the usual letter behind it. */
  readonly strict: boolean;
}

export const KIND: { readonly [style in Style]: ClauseKind } = {
  part: 'part',
  chapter: 'chapter',
  section: 'section',
  subsection: 'subsection',
  article: 'article',
  upper: 'section',
  roman: 'section',
  arabic: 'clause',
  decimal: 'subclause',
  paren: 'clause',
  letter: 'point',
  dash: 'dash',
  bullet: 'dash',
  plus: 'plus',
};

export function readLabels(text: string): Label[] {
  const folded = foldEvenly(text);
  const named = readNamed(text, folded);
  if (named.length > 0) return named;
  const found = [
    ...readDecimal(text),
    ...readUndotted(text),
    ...readRoman(text),
    ...readBareRoman(text),
    ...readArabic(text),
    ...readLetter(text),
    ...readUpper(text),
    ...readBullet(text),
  ];
  return found.sort((a, b) => Number(a.repaired) - Number(b.repaired));
}

const WORDS: readonly { readonly style: Style; readonly pattern: RegExp; readonly name: string }[] = [
  { style: 'part', name: 'Phần', pattern: /^phan\s{1,3}(thu\s{1,2}\p{L}{2,5}|[ivxlc1|]{1,6}|\d{1,2})(?=\s|[.:–-]|$)\s{0,2}[.:–-]?\s{0,3}/u },
  { style: 'chapter', name: 'Chương', pattern: /^chuong\s{1,3}([ivxlc1|]{1,6}|\d{1,2})(?=\s|[.:–-]|$)\s{0,2}[.:–-]?\s{0,3}/u },
  { style: 'section', name: 'Mục', pattern: /^muc\s{1,3}([ivxl]{1,5}|\d{1,2})(?=\s|[.:–-]|$)\s{0,2}[.:–-]?\s{0,3}/u },
  { style: 'subsection', name: 'Tiểu mục', pattern: /^tieu muc\s{1,3}([ivxl]{1,5}|\d{1,2})(?=\s|[.:–-]|$)\s{0,2}[.:–-]?\s{0,3}/u },
  { style: 'article', name: 'Điều', pattern: /^di[eé]u\s{0,3}([\dloiszb|!]{1,3}[a-dđ]?)\s{0,3}([.:]|(?=\s{1,3}\p{L})|$)\s{0,4}/u },
];

const COUNTED = ['nhat', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi'];

function readNamed(text: string, folded: string): Label[] {
  if (!/^[PCMTĐÐDpcmt]/u.test(text)) return [];
  for (const { style, name, pattern } of WORDS) {
    const match = pattern.exec(folded);
    if (match === null || !/^\p{Lu}/u.test(text)) continue;
    const number = text
      .slice(0, match[0].length)
      .trim()
      .replace(/(?<![\s.:–-])[\s.:–-]+$/u, '');
    const token = match[1] as string;
    const { value, repaired } = valueOf(token, style);
    if (value === 0) continue;
    const rest = text.slice(match[0].length);
    const closed = match[2] === undefined ? rest === '' || /^[^\p{Ll}]/u.test(rest) : match[2] !== '';
    const shown =
      style === 'article'
        ? `${value}${/[a-dđ]$/u.exec(token)?.[0] ?? ''}`
        : /^thu/u.test(token)
          ? number.replace(/^\S+\s+/u, '').toLowerCase()
          : repaired
            ? romanOf(value)
            : (number.split(/\s+/u).at(-1) as string);
    return [
      {
        style,
        ordinals: [value],
        key: `${name} ${shown}`,
        printed: text.slice(0, match[0].length).trimEnd(),
        length: match[0].length,
        repaired,
        strict: closed && (rest === '' || /^[\p{Lu}"“(]/u.test(rest)),
      },
    ];
  }
  return [];
}

function valueOf(token: string, style: Style): { value: number; repaired: boolean } {
  if (token.startsWith('thu')) return { value: COUNTED.indexOf(token.replace(/^thu\s+/u, '')) + 1, repaired: false };
  if (/^\d+[a-dđ]?$/u.test(token)) return { value: Number.parseInt(token, 10), repaired: false };
  if (style === 'article') {
    const digits = token
      .replace(/[li|!]/gu, '1')
      .replace(/o/gu, '0')
      .replace(/s/gu, '5')
      .replace(/z/gu, '2')
      .replace(/b/gu, '8');
    return { value: /^\d+$/u.test(digits) ? Number(digits) : 0, repaired: true };
  }
  const roman = romanValue(token.toUpperCase());
  if (roman > 0) return { value: roman, repaired: false };
  return { value: romanValue(token.replace(/[1|l]/gu, 'i').toUpperCase()), repaired: true };
}

/** "I.", "II-", "IV/", "III –"; misread: "Il.", "lI.", "1I.", "H.", "M.", "HI.". Not "I/2025", not "V.I. Lê-nin". */
function readRoman(text: string): Label[] {
  const match = /^([IVXLlÌÍỊI1|!HTYỴMUN]{1,6})(\s{0,2}[.)/–—-]+)(\s{0,4})(?=$|[\p{L}"“(])/u.exec(text);
  if (match === null) return [];
  const token = foldEvenly(match[1] as string).toUpperCase();
  const rest = text.slice(match[0].length);
  const strict = /^[\p{Lu}"“(]/u.test(rest) && (match[3] !== '' || isCapitalWord(rest));
  const base = { style: 'roman' as const, printed: `${match[1]}${match[2]}`, length: match[0].length, strict };
  const plain = romanValue(match[1] as string);
  if (plain > 0 && plain < 40) return [{ ...base, ordinals: [plain], key: match[1] as string, repaired: false }];
  const strokes = [token, token.replace(/[HMUN]/gu, 'II'), token.replace(/H/gu, 'II').replace(/Y/gu, 'V'), token.replace(/H/gu, 'I')];
  const values = new Set(strokes.map((reading) => romanValue(reading.replace(/[1|!LT]/gu, 'I'))).filter((value) => value > 0));
  return [...values].map((value) => ({ ...base, ordinals: [value], key: romanOf(value), repaired: true }));
}

/** "II NHIỆM VỤ", "VI Dự trù": the sign behind the number was lost. Mixed case is only taken where it continues the list. */
function readBareRoman(text: string): Label[] {
  const match = /^([IVX]{1,5})\s{1,3}(?=\p{Lu}\p{L})/u.exec(text);
  const value = match === null ? 0 : romanValue(match[1] as string);
  if (match === null || value === 0) return [];
  const shouted = /^\p{Lu}{2,}\s\p{Lu}{2,}/u.test(text.slice(match[0].length));
  if (!shouted && value === 1) return [];
  return [
    {
      style: 'roman',
      ordinals: [value],
      key: romanOf(value),
      printed: match[1] as string,
      length: match[0].length,
      repaired: !shouted,
      strict: true,
    },
  ];
}

const isCapitalWord = (rest: string): boolean => /^\p{Lu}{2}/u.test(rest) || /^\p{Lu}\p{Ll}{1,7}\s/u.test(rest);

/** "1.", "12.", "1)", "1/", "1-"; misread: "l.", "I.", "S.". Not "2.055 đồng", "15/01", "57-NQ/TW", "5 km". */
function readArabic(text: string): Label[] {
  const match = /^([\dlIÌÍỊ|!SOoZBLi]{1,3})(\s{0,2}[.)]|\s{0,2}\/|\s{0,2}[-–—])(\s{0,6})(?=$|[\p{L}"“([])/u.exec(text);
  if (match === null) return [];
  const rest = text.slice(match[0].length);
  const odd = /[/–—-]/u.test(match[2] as string);
  const strict = /^[\p{Lu}"“([]/u.test(rest) && (match[3] !== '' || (!odd && isCapitalWord(rest)));
  if (odd && !strict) return [];
  const style: Style = match[2]?.trim() === ')' ? 'paren' : 'arabic';
  const base = { style, printed: `${match[1]}${(match[2] as string).trimStart()}`, length: match[0].length, strict };
  const token = match[1] as string;
  if (/^\d+$/u.test(token)) {
    const value = Number(token);
    return value === 0 ? [] : [{ ...base, ordinals: [value], key: String(value), repaired: false }];
  }
  const digits = foldEvenly(token)
    .replace(/[li|!]/gu, '1')
    .replace(/s/gu, '5')
    .replace(/o/gu, '0')
    .replace(/z/gu, '2')
    .replace(/b/gu, '8');
  return /^[1-9]\d*$/u.test(digits) && strict ? [{ ...base, ordinals: [Number(digits)], key: digits, repaired: true }] : [];
}

/** "25 Tình trạng": "2.5" that lost its dot; only taken where 2.4 stands before it. */
function readUndotted(text: string): Label[] {
  const match = /^([1-9])\s?([1-9])\s{1,3}(?=\p{Lu}\p{Ll})/u.exec(text);
  if (match === null) return [];
  const ordinals = [Number(match[1]), Number(match[2])];
  return [
    { style: 'decimal', ordinals, key: ordinals.join('.'), printed: match[0].trimEnd(), length: match[0].length, repaired: true, strict: true },
  ];
}

/** "1.1.", "2.3.1", "1.1)", "II.3.". Not "2.055.000 đồng", "1.5 triệu" (no capital), dates. */
function readDecimal(text: string): Label[] {
  const match = /^((?:[IVX]{1,5}|\d{1,2})(?:\s?\.\s?\d{1,2}){1,3})\s{0,2}[.)/–-]?(\s{0,4})(?=$|[\p{L}"“(])/u.exec(text);
  if (match === null || !/^[\p{Lu}"“(]/u.test(text.slice(match[0].length))) return [];
  const figures = (match[1] as string).replace(/\s/gu, '').split('.');
  const ordinals = figures.map((figure) => (/^\d/u.test(figure) ? Number(figure) : romanValue(figure)));
  if (ordinals.some((ordinal) => ordinal === 0)) return [];
  const key = figures.map((figure) => figure.replace(/^0+/u, '')).join('.');
  return [{ style: 'decimal', ordinals, key, printed: match[0].trimEnd(), length: match[0].length, repaired: false, strict: true }];
}

/** "a)", "đ)", "a.", "a/"; misread: "ð)", "0)" and, put right by tree.ts, "d)" for "đ)". */
function readLetter(text: string): Label[] {
  const match = /^([\p{L}0-9])(\s{0,2}[)}\]]|\s{0,1}[./])(\s{0,4})(?=$|[\p{L}\d"“([])/u.exec(text);
  if (match === null) return [];
  const seen = (match[1] as string).toLowerCase();
  const closed = /[)}\]]/u.test(match[2] as string);
  const rest = text.slice(match[0].length);
  const slashed = match[2]?.trim() === '/' && /^\p{L}/u.test(rest);
  const strict = closed ? rest !== '' : match[3] !== '' && (slashed || /^\p{Lu}/u.test(rest)) && seen === match[1];
  if ((!closed && !strict) || (seen !== match[1] && !'ÐĐ'.includes(match[1] as string))) return [];
  const base = { style: 'letter' as const, printed: `${match[1]}${(match[2] as string).trimStart()}`, length: match[0].length, strict };
  const place = LETTERS.indexOf(seen) + 1;
  const plain: Label[] = place > 0 ? [{ ...base, ordinals: [place], key: seen, repaired: false }] : [];
  return [
    ...plain,
    ...((closed || place > 0 ? LOOKALIKES[seen] : undefined) ?? []).map((letter) => ({
      ...base,
      ordinals: [LETTERS.indexOf(letter) + 1],
      key: letter,
      repaired: true,
    })),
  ];
}

/** "A.", "B -" before a heading. Not initials ("A. Lan"). */
function readUpper(text: string): Label[] {
  const match = /^([A-ZĐ])\s{0,2}[.)–-]\s{1,4}(?=\p{Lu}{2}|\p{Lu}\p{Ll}{0,7}\s\p{Ll})/u.exec(text);
  if (match === null) return [];
  const place = LETTERS.indexOf((match[1] as string).toLowerCase()) + 1;
  return [
    {
      style: 'upper',
      ordinals: [place],
      key: match[1] as string,
      printed: match[0].trimEnd(),
      length: match[0].length,
      repaired: false,
      strict: true,
    },
  ];
}

/** "- ", "– ", "+ ", "• ". A dash needs a letter or quotation behind it. Not "* Văn phòng:", which heads the dashes below it. */
function readBullet(text: string): Label[] {
  const match = /^([-–—−]|\+|[•●▪■○◦·])[~_]?(\s{0,4})(?=[\p{L}\p{N}"“([.…_])/u.exec(text);
  if (match === null || match[0].length === text.length) return [];
  const glyph = match[1] as string;
  const style: Style = glyph === '+' ? 'plus' : /[-–—−]/u.test(glyph) ? 'dash' : 'bullet';
  const rest = text.slice(match[0].length);
  const strict = match[2] !== '' ? /^[\p{Lu}\d"“([.…_]/u.test(rest) : /^\p{Lu}/u.test(rest);
  return [{ style, ordinals: [0], key: '', printed: glyph, length: match[0].length, repaired: false, strict }];
}
