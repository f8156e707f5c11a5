// Which rows are no part of the running text: page numbers, rules, footnotes, stamps and signing captions?
// A page number stands alone at a page's edge or continues the count of page numbers; a footnote stands at the end of a page,
// begins with the number that a word before it carries ("thiết kế mỏ1"), and ends with the page.
//   '2' at the top of page 2 → page-number   '-------' → rule   '1 Nội dung được quy định tại …' before the page's end → footnote
// It does not read tables: a column of lone numbers is not numbered like pages.
import { isCapitals, type Row } from './row.ts';

export type Furniture = 'page-number' | 'rule' | 'footnote' | 'stamp' | null;

export function furnitureOf(rows: readonly Row[]): Furniture[] {
  const kinds: Furniture[] = rows.map((row) => (isRule(row) ? 'rule' : row.role === 'stamp' || row.role === 'note' ? 'stamp' : null));
  markSigningCaptions(rows, kinds);
  markPageNumbers(rows, kinds);
  markFootnotes(rows, kinds);
  return kinds;
}

/** Lines drawn with characters, the Party's lone "*", and specks of a scan. */
const isRule = (row: Row): boolean => !/[\p{L}\p{N}]/u.test(row.text) || (row.measured && isSpeck(row.folded));

/** One letter, or two or three without a vowel, alone on a scanned row: "ị", "HH". */
const isSpeck = (folded: string): boolean =>
  /^[^\p{N}]{1,3}$/u.test(folded) && (folded.replace(/[^\p{L}]/gu, '').length < 2 || !/[aeiouy]/u.test(folded));

const CAPTION =
  /^(?:nguoi ky|ky boi|thoi gian ky|ngay ky|email|co quan)\s?:|^[\w.-]{2,30}@\)?[\w.-]{3,}$|^\d{2}[:.]\d{2}[:.]\d{2}(?:\s?\+0?7[:.]?00)?$|^\d{2}\.\d{2}\.\d{4}(?:\s\d{2}:\d{2}:\d{2}.{0,8})?$|^\+0?7:00$/u;
const CAPTION_REACH = 10;

/** The caption of a digital signature laid over a scan: from "Người ký:" to the time, with the short pieces of names between. */
function markSigningCaptions(rows: readonly Row[], kinds: Furniture[]): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Row;
    if (!row.measured || !CAPTION.test(row.folded)) continue;
    kinds[i] ??= 'stamp';
    if (!/^(?:nguoi ky|ky boi)/u.test(row.folded)) continue;
    const last = rows.slice(i, i + CAPTION_REACH).findLastIndex((other) => CAPTION.test(other.folded));
    for (let j = i + 1; j < i + last; j++)
      if ((rows[j] as Row).text.length < 24 && !/^[-–]/u.test((rows[j] as Row).text) && !isCapitals((rows[j] as Row).text)) kinds[j] ??= 'stamp';
  }
}

const PAGE_NUMBER = /^(?:trang\s?)?[-–—]?\s?(\d{1,3})\s?[-–—]?(?:\s?\/\s?\d{1,3})?$/u;

function markPageNumbers(rows: readonly Row[], kinds: Furniture[]): void {
  let last = 0;
  let lastAt = -Infinity;
  rows.forEach((row, i) => {
    if (row.role === 'page-number') {
      kinds[i] = 'page-number';
      return;
    }
    const number = Number(PAGE_NUMBER.exec(row.folded)?.[1] ?? Number.NaN);
    if (Number.isNaN(number)) return;
    const atEdge = rows[i - 1]?.page !== row.page || rows[i + 1]?.page !== row.page;
    const inTurn = (number === last + 1 || (last === 0 && number === 2)) && i - lastAt > 5;
    if ((atEdge && row.page > 1 && rows.length > 3) || (inTurn && !inNumberColumn(rows, i))) {
      kinds[i] = 'page-number';
      last = number;
      lastAt = i;
    }
  });
}

/** A lone number with another lone number a few rows on is a table's first column. */
function inNumberColumn(rows: readonly Row[], at: number): boolean {
  const near = (row: Row | undefined): boolean => row !== undefined && /^\d{1,3}\.?$/u.test(row.text);
  for (let step = 1; step <= 5; step++) if (near(rows[at + step]) || near(rows[at - step])) return true;
  return false;
}

const FOOTNOTE = /^(\d{1,2})\s{0,2}(?=\p{Lu}\p{Ll}|\p{Lu}\p{Lu})/u;
const LONGEST = 40;

function markFootnotes(rows: readonly Row[], kinds: Furniture[]): void {
  let expected = 1;
  const seen = new Set<number>();
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Row;
    if (kinds[i] !== null) continue;
    const number = Number(FOOTNOTE.exec(row.text)?.[1] ?? Number.NaN);
    const called = seen.has(number) || (row.measured && row.text.length > 30 && isSmall(rows, i));
    if (number === expected && called) {
      const end = footnoteEnd(rows, kinds, i);
      for (let j = i; j < end; j++) {
        if (kinds[j] === null) kinds[j] = 'footnote';
        const next = Number(FOOTNOTE.exec((rows[j] as Row).text)?.[1] ?? Number.NaN);
        if (next === expected) expected++;
      }
      i = end - 1;
      continue;
    }
    for (const call of row.text.matchAll(/[\p{Ll}”"),.;](\d{1,2})(?=[\s.,;:)]|$)/gu)) seen.add(Number(call[1]));
  }
}

/** The row behind the footnotes that begin at `from`: a page number, the next page, a label, or what follows a footnote's last sentence. */
function footnoteEnd(rows: readonly Row[], kinds: readonly Furniture[], from: number): number {
  const page = (rows[from] as Row).page;
  const limit = Math.min(rows.length, from + LONGEST);
  for (let i = from + 1; i < limit; i++) {
    const row = rows[i] as Row;
    if (row.page !== page || kinds[i] === 'page-number' || /^\d{1,3}$/u.test(row.text)) return i;
    if (FOOTNOTE.test(row.text)) continue;
    if (/^(?:[-–+•]\s|\d{1,2}\.\s|[a-zđ]\)\s|Điều\s\d|[IVX]+\.\s)/u.test(row.text)) return i;
    if (/\.$/u.test((rows[i - 1] as Row).text) && !/^\p{Ll}/u.test(row.text)) return i;
  }
  return limit;
}

/** Set clearly smaller than its page's usual row and in the lower part of the page. */
function isSmall(rows: readonly Row[], at: number): boolean {
  const row = rows[at] as Row;
  const from = Math.max(0, at - 25);
  const heights = rows
    .slice(from, at)
    .filter((other) => other.page === row.page)
    .map((other) => other.box[3] - other.box[1])
    .sort((a, b) => a - b);
  const usual = heights[heights.length >> 1];
  const bottom = rows.slice(at, at + 60).findLast((other) => other.page === row.page)?.box[3] ?? 0;
  return usual !== undefined && heights.length > 8 && row.box[3] - row.box[1] < usual * 0.85 && row.box[1] > bottom * 0.6;
}
