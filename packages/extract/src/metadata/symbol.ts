// The grammar of document numbers: state, law-making and Party.
//   "15/QĐ-BNV"  "187/2025/NĐ-CP"  "2449 -CV/ĐU" → "2449-CV/ĐU"  "62/CĐ-⏎BKHCN" → "62/CĐ-BKHCN"  "30c/NQ-CP"
//   not: "15/01/2025", "24/24h", "quận 1- TP.", "50km/giờ"
// Invariant: a normalised number holds no blanks; digits are kept as printed.

import { DOCUMENT_TYPES, type DocumentType, typeOfCode } from '@vanban/segment';
import { fold } from '@vanban/text';

/** One letter group of a symbol: at least two capitals ("UBND", "TTr", "ĐQ&V", "QH15"). */
const GROUP = String.raw`(?=\p{Lu}[\p{L}\d&]{0,14}?\p{Lu}|\p{Lu}\d)\p{Lu}(?:[\p{L}\d&]|(?<=&)[ \n](?=\p{Lu}{2})){0,14}`;
/** Blanks are read only on one side of the dash, and a line break behind it; a stop with a blank behind it ends the sentence. */
const JOIN = String.raw`(?:\s?[-–—]|[-–—/]\s{0,2}|\.|/)`;

/** A cited number: `no` digits, `year`, `mark` between number and symbol, `symbol`. */
export const CITED = new RegExp(
  String.raw`(?<![\p{L}\p{N}/.,-])(?<no>\d{1,5}[a-zđ]?(?:\.\d{1,2})?)\s{0,2}(?:/\s?(?<year>(?:19|20)\d{2})\s?)?(?<mark>[/⁄]|[-–—])\s{0,2}(?<symbol>${GROUP}(?:${JOIN}(?:${GROUP}|\p{Lu}(?![\p{L}])))*)`,
  'gu',
);

/** Dashes, blanks and look-alikes of a symbol brought to one form. */
export function normaliseSymbol(symbol: string): string {
  return symbol
    .replace(/\s+/gu, '')
    .replace(/[–—]/gu, '-')
    .replace(/⁄/gu, '/')
    .replace(/Ð/gu, 'Đ')
    .replace(/(?<=[QNC])Đ{2,}/gu, 'Đ')
    .split(/(?<=[-/])|(?=[-/])/u)
    .map(restoreCode)
    .join('');
}

/** "QD" → "QĐ", "ND" → "NĐ": a code that lost its mark and means nothing else; "T1" → "TT", "QHI3" → "QH13". */
function restoreCode(printed: string): string {
  const group = printed.replace(/^T[1I]$/u, 'TT').replace(/^QH(?:[Il1]|[Il1]1|1[Il1])(\d)$/u, 'QH1$1');
  if (group === 'DU') return 'ĐU';
  if (typeOfCode(group) !== null || group.length < 2) return group;
  const same = DOCUMENT_TYPES.filter(({ code }) => fold(code).toUpperCase() === group && code !== group);
  const codes = new Set(same.map(({ code }) => code));
  return codes.size === 1 && /[Đ]/u.test([...codes][0] as string) ? ([...codes][0] as string) : group;
}

/** Number, year and symbol as one: "193/2025/NQ-QH15", "57-NQ/TW". */
export function joinNumber(no: string, year: string | undefined, mark: string, symbol: string): string {
  const sign = mark === '/' || mark === '⁄' ? '/' : '-';
  return `${no}${year === undefined ? '' : `/${year}`}${sign}${normaliseSymbol(symbol)}`;
}

/** The type that the first group of the symbol names: "15/QĐ-BNV" → Quyết định, "05-HD/VPTW" → Hướng dẫn; null for a letter's symbol. */
export function typeOfNumber(number: string): DocumentType | null {
  const code = /^\d*[a-zđ]?(?:\.\d+)?(?:\/\d{4})?[/-]([\p{L}]+)/u.exec(number)?.[1];
  return code === undefined ? null : typeOfCode(code);
}
