// The document's own number and symbol.
//   'Số: 412 /UBND-VX' → "412/UBND-VX"   'Số 2449 -CV/ĐU' → "2449-CV/ĐU"   'Số:      /QĐ-UBND' → null, number-blank
// A number is never invented: handwriting that was not read is null with a reason, unless what is left of it, its symbol and the file's
// name agree. Numbers that the body cites are in references.ts.
import { confidenceOf } from '@vanban/contract';
import { phrase, type Row } from '@vanban/segment';
import { fold } from '@vanban/text';
import { absent, type Found, found, unread } from './found.ts';
import type { Letter } from './page.ts';
import { joinNumber, normaliseSymbol } from './symbol.ts';

const SYMBOL = String.raw`[\p{Lu}Ð][\p{L}\d&]{0,14}(?:\s?[-–—/.&]\s{0,2}[\p{Lu}Ð][\p{L}\d&]{0,14})*`;
/** What stands before the symbol, the sign between them, and the symbol, behind "Số:". */
const LINE = new RegExp(
  String.raw`^(?<no>[^\p{L}]{0,24}?|[\p{N}lIOoSBZ|!.\s]{1,9}?|.{0,14}?\d.{0,6}?|.{0,6}?)\s{0,3}(?<mark>[/⁄]|[-–—])\s{0,3}(?<symbol>${SYMBOL})`,
  'u',
);

export function readNumber(letter: Letter): Found<string | null> {
  const rows = letter.rows('header', 'title');
  const at = numberRowAt(rows);
  if (at < 0) return bareNumber(rows);
  const row = rows[at] as Row;
  const label = (phrase.NUMBER_LABEL.exec(row.folded) ?? /^s[o06]\s{0,3}/u.exec(row.folded))?.[0].length ?? 0;
  const rest = withNextRow(row.text.slice(label), rows[at + 1])
    .replace(/\*/gu, '')
    .trim();
  const match = LINE.exec(rest);
  if (match?.groups === undefined)
    return rest.replace(/[^\p{L}\p{N}]/gu, '') === '' ? unread('number-blank', row.span) : unread('number-unreadable', row.span);
  const { no, mark, symbol } = match.groups as { no: string; mark: string; symbol: string };
  return numberOf(letter, row, no, mark, symbol);
}

/** The row with "Số:", else one that is nothing but the symbol: "/SYT-NVY" whose number was not read. */
function numberRowAt(rows: readonly Row[]): number {
  const cites = (i: number): boolean =>
    /(?:theo|quyet dinh|ke hoach|van ban)$/u.test(rows[i - 1]?.folded.trim() ?? '') && !/:/u.test(rows[i]?.text.slice(0, 6) ?? '');
  const numbered = rows.flatMap((row, i) => (phrase.isNumberLine(row) ? [i] : []));
  // "THEO QUYẾT ĐỊNH" "SỐ 1050/QĐ-SCT" in the name of a team, above "Số: 1105/KH-ĐKT".
  const at = numbered.find((i) => !cites(i)) ?? numbered[0] ?? -1;
  return at >= 0 ? at : rows.findIndex((row) => /^.{0,3}[/⁄]\s?\p{Lu}{2}[\p{L}\d]*\s?-\s?\p{Lu}{2}[\p{L}\d&]*$/u.test(row.text));
}

/** A symbol broken behind its dash goes on in the next row: "62/CĐ-" "BKHCN". */
function withNextRow(text: string, next: Row | undefined): string {
  if (next === undefined || !/[-–/]$/u.test(text) || !/^[\p{Lu}\d-]{2,15}$/u.test(next.text)) return text;
  return text + next.text;
}

/** The symbol of a number that was not read: "UBND-KT" of "Số: … /UBND-KT"; null where there is none. */
export function unreadSymbol(letter: Letter): string | null {
  const rows = letter.rows('header', 'title');
  const row = rows[numberRowAt(rows)];
  const symbol = row === undefined ? undefined : new RegExp(String.raw`[/⁄-]\s{0,3}(${SYMBOL})$`, 'u').exec(row.text)?.[1];
  return symbol === undefined || symbol.length < 3 ? null : normaliseSymbol(symbol);
}

function numberOf(letter: Letter, row: Row, printed: string, mark: string, symbol: string): Found<string | null> {
  const digits = printed.replace(/\s+/gu, '').replace(/^[.…_:]+|(?<![.…_])[.…_]+$/gu, '');
  const [no, year] = digits.split('/') as [string, string | undefined];
  if (/^\d{1,5}[a-zđ]?$/u.test(no) && (year === undefined || /^(?:19|20)\d{2}$/u.test(year))) {
    if (disputed(letter, row, no, symbol)) return unread('number-disputed', row.span);
    const spaced = /\d\s+\d/u.test(printed.trim());
    const confirmed = named(letter, no, symbol);
    if (!confirmed && badlyRead(letter, row, no)) return unread('number-unreadable', row.span);
    const confidence = confirmed ? 0.995 : spaced ? 0.8 : 0.97;
    return found(joinNumber(no, year, mark, symbol), row.span, confidence, spaced ? ['number-spaced'] : []);
  }
  const fromName = letter.isScanned(row) && (/[^\s.…_]/u.test(printed) || !phrase.isNumberLine(row)) ? numberInName(letter, digits, symbol) : null;
  if (fromName !== null) return found(joinNumber(fromName, undefined, mark, symbol), row.span, 0.7, ['number-from-file-name']);
  const alike = digits.replace(/[lI|!]/gu, '1').replace(/[Oo]/gu, '0');
  if (/^\d{2,5}$/u.test(alike) && /\d/u.test(digits)) return found(joinNumber(alike, undefined, mark, symbol), row.span, 0.7, ['number-repaired']);
  return unread(/[\p{L}\p{N}]/u.test(digits) ? 'number-unreadable' : 'number-blank', row.span);
}

/** A number by hand comes out as figures too, but the reader does not trust them. */
function badlyRead(letter: Letter, row: Row, no: string): boolean {
  const start = row.span.start + row.text.indexOf(no);
  return letter.isScanned(row) && confidenceOf(letter.reading, { start, end: start + no.length }) < 0.6;
}

/** True where the file's name holds the number and a group of the symbol. */
function named(letter: Letter, no: string, symbol: string): boolean {
  return tokensOf(letter.fileName).includes(no) && namesSymbol(letter, symbol);
}

/**
 * The file's name puts another number before the whole symbol ("Số: 4 /TB-HĐND" in "11-TB-HDND.pdf"), or near a group of it where the
 * page's number was badly read.
 */
function disputed(letter: Letter, row: Row, no: string, symbol: string): boolean {
  if (!letter.isScanned(row)) return false;
  const plain = no.replace(/^0+/u, '');
  const differ = (numbers: readonly string[]): boolean => numbers.length === 1 && numbers[0]?.replace(/^0+/u, '') !== plain;
  if (differ(numbersBefore(letter, symbol))) return true;
  const start = row.span.start + row.text.indexOf(no);
  return confidenceOf(letter.reading, { start, end: start + no.length }) < 0.9 && differ(numbersNear(letter, symbol));
}

/** Numbers that the file's name puts right before every group of the symbol. */
function numbersBefore(letter: Letter, symbol: string): string[] {
  const tokens = tokensOf(letter.fileName);
  const groups: readonly string[] = fold(normaliseSymbol(symbol)).match(/\p{L}+/gu) ?? [];
  return [
    ...new Set(tokens.filter((token, i) => NUMBER.test(token) && groups.length > 1 && groups.every((group, k) => tokens[i + 1 + k] === group))),
  ];
}

/** Numbers at most two words from a group of the symbol. */
function numbersNear(letter: Letter, symbol: string): string[] {
  const tokens = tokensOf(letter.fileName);
  const groups: readonly string[] = fold(normaliseSymbol(symbol)).match(/\p{L}{2,}/gu) ?? [];
  const near = (i: number): boolean => tokens.slice(Math.max(0, i - 2), i + 3).some((token) => groups.includes(token));
  return [...new Set(tokens.filter((token, i) => NUMBER.test(token) && !/^(?:19|20)\d{2}$/u.test(token) && near(i)))];
}

const NUMBER = /^\d{1,5}$/u;

/** Words and numbers of the file's name without dates ("2011-12-28", "16-04-2019"). */
const tokensOf = (name: string | null): string[] =>
  name === null
    ? []
    : (fold(name.normalize('NFC'))
        .replace(/(?<!\d)(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{4})(?!\d)/gu, ' ')
        .match(/\p{L}+|\p{N}+/gu) ?? []);

function namesSymbol(letter: Letter, symbol: string): boolean {
  const tokens = tokensOf(letter.fileName);
  const groups = fold(symbol).match(/\p{L}{2,}/gu) ?? [];
  return groups.some((group) => tokens.includes(group));
}

/** The one number that the file's name puts before the whole symbol and that agrees with every digit that was read. */
function numberInName(letter: Letter, read: string, symbol: string): string | null {
  const seen = read.replace(/\D/gu, '');
  const named = numberBehindIssuer(letter, symbol);
  if (named !== null && (seen === '' || read.length === named.length)) return named;
  const before = numbersBefore(letter, symbol);
  const fitting = before.filter((number) => holdsInOrder(number, seen));
  return fitting.length === 1 ? (fitting[0] as string) : null;
}

/** "bkhcn-113" for a symbol that begins with BKHCN: the file's only number, right behind the symbol's first group or a longer form of it. */
function numberBehindIssuer(letter: Letter, symbol: string): string | null {
  const tokens = tokensOf(letter.fileName);
  const first = fold(normaliseSymbol(symbol)).match(/\p{L}{3,}/gu)?.[0];
  const numbers = tokens.filter((token) => NUMBER.test(token));
  const at = tokens.findIndex((token) => NUMBER.test(token));
  return first !== undefined && numbers.length === 1 && tokens[at - 1]?.startsWith(first) === true ? (numbers[0] as string) : null;
}

function holdsInOrder(number: string, digits: string): boolean {
  let at = 0;
  for (const digit of digits) {
    at = number.indexOf(digit, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Without "Số": a row of the header that is nothing but a number. */
function bareNumber(rows: readonly Row[]): Found<string | null> {
  for (const row of rows) {
    const match = new RegExp(String.raw`^(?:\S{1,3}\s?[:;.]\s?)?(?<no>\d{1,5})\s{0,2}(?<mark>[/-])\s{0,2}(?<symbol>${SYMBOL})$`, 'u').exec(row.text);
    if (match?.groups === undefined || (match.groups.symbol as string).length < 3 || row.text.length > 40) continue;
    const { no, mark, symbol } = match.groups as { no: string; mark: string; symbol: string };
    return found(joinNumber(no, undefined, mark, symbol), row.span, 0.85);
  }
  return absent;
}
