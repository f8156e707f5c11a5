// Where and when was the document issued?
//   'Hà Nội, ngày 15 tháng 01 năm 2025' → "Hà Nội", 2025-01-15   'Lào Cai, ngày tháng 6 năm 2026' → "Lào Cai", null (date-blank)
// A day or month that is blank or cannot be read makes the date null; nothing is filled in.
import { type Span, wordsIn } from '@vanban/contract';
import { phrase, type Row } from '@vanban/segment';
import { absent, type Found, found, unread } from './found.ts';
import type { Letter } from './page.ts';
import { writtenPlace } from './places.ts';

const dateRow = (letter: Letter): Row | undefined =>
  letter.rows('header').find((row) => phrase.isDateLine(row)) ?? letter.rows('title').find((row) => phrase.isDateLine(row));

export function readPlace(letter: Letter): Found<string | null> {
  const row = dateRow(letter);
  if (row === undefined) return absent;
  const at = row.folded.search(/(?:^|[\s,.;])ng[ao]?[yv](?=[^\p{L}]|[lio]\d)/u);
  const place = row.text
    .slice(0, Math.max(0, at))
    .replace(/(?<![\s,.;:…_])[\s,.;:…_]+$/u, '')
    .replace(/^[^\p{L}]+/u, '');
  if (!/\p{L}{2}/u.test(place)) return unread('place-blank', row.span);
  const span = { start: row.span.start + row.text.indexOf(place), end: row.span.start + row.text.indexOf(place) + place.length };
  return found(letter.isScanned(row) ? writtenPlace(place) : place, span, 0.97);
}

export function readIssuedOn(letter: Letter): Found<string | null> {
  const row = dateRow(letter);
  if (row === undefined) return absent;
  const match = /(?:^|[\s,.;])ng[ao]?[yv](?<day>.{0,12}?)th[aá]ng(?<month>.{0,12}?)n[aă]m(?<year>.{0,9})$/u.exec(row.folded);
  if (match?.groups === undefined) return absent;
  const parts = [match.groups.day, match.groups.month, match.groups.year].map((part) => figure(part as string));
  const span = { start: row.span.start + match.index, end: row.span.end };
  if (parts.some((part) => part === 'blank')) return unread('date-blank', span);
  if (parts.some((part) => part === null)) return unread('date-unreadable', span);
  const [day, month, year] = parts as [Figure, Figure, Figure];
  const date = dateOf(year.value, month.value, day.value);
  const repaired = day.repaired || month.repaired || year.repaired;
  if (date === null || (letter.isScanned(row) && figureConfidence(letter, span) < 0.4)) return unread('date-unreadable', span);
  return found(date, span, repaired ? 0.8 : 0.97, repaired ? ['date-repaired'] : []);
}

/** The least sure of the words with figures. */
const figureConfidence = (letter: Letter, span: Span): number =>
  Math.min(
    1,
    ...wordsIn(letter.reading, span)
      .filter((word) => /\d/u.test(letter.reading.text.slice(word.span.start, word.span.end)))
      .map((word) => word.confidence),
  );

interface Figure {
  readonly value: number;
  readonly repaired: boolean;
}

/** The number in a piece of the date line; "blank" where nothing but dots stands there, null for what cannot be read: ",.7" lost a figure. */
function figure(piece: string): Figure | 'blank' | null {
  const kept = piece.replace(/\*/gu, '').trim();
  if (kept.replace(/[\s.…_,:;*]+/gu, '') === '') return 'blank';
  const digits = kept
    .replace(/[lij|!\][}{]/gu, '1')
    .replace(/[oøq]/gu, '0')
    .replace(/(?<![\s.])[\s.]+$/u, '');
  if (!/^\d{1,4}$/u.test(digits) || !/\d/u.test(kept)) return null;
  return { value: Number(digits), repaired: digits !== kept.replace(/(?<![\s.])[\s.]+$/u, '') };
}

/** A scan's date that lies before a document it cites was misread; typed text keeps it, for review. */
export function disputeDate(letter: Letter, issuedOn: Found<string | null>, cited: readonly (string | null)[]): Found<string | null> {
  const latest = cited.reduce<string>((last, day) => (day !== null && day > last ? day : last), '');
  if (issuedOn.value === null || issuedOn.value >= latest || issuedOn.span === null) return issuedOn;
  const row = dateRow(letter);
  if (row !== undefined && letter.isScanned(row)) return unread('date-before-citation', issuedOn.span);
  return { ...issuedOn, review: [...issuedOn.review, 'date-before-citation'] };
}

/** ISO form of a day that exists between 1945 and 2099; null otherwise. */
export function dateOf(year: number, month: number, day: number): string | null {
  if (year < 1945 || year > 2099 || month < 1 || month > 12 || day < 1) return null;
  const last = Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
  return day > last ? null : Temporal.PlainDate.from({ year, month, day }).toString();
}
