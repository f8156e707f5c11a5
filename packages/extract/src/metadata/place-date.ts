// Where and when was the document issued?
//   'Hà Nội, ngày 15 tháng 01 năm 2025' → "Hà Nội", 2025-01-15   'Lào Cai, ngày tháng 6 năm 2026' → "Lào Cai", null (date-blank)
// A day or month that is blank or cannot be read makes the date null; nothing is filled in.
import { phrase, type Row } from '@vanban/segment';
import { absent, type Found, found, unread } from './found.ts';
import type { Letter } from './page.ts';

const dateRow = (letter: Letter): Row | undefined =>
  letter.rows('header').find((row) => phrase.isDateLine(row)) ?? letter.rows('title').find((row) => phrase.isDateLine(row));

export function readPlace(letter: Letter): Found<string | null> {
  const row = dateRow(letter);
  if (row === undefined) return absent;
  const at = row.folded.search(/(?:^|[\s,.;])ng[ao]?[yv](?!\p{L})/u);
  const place = row.text
    .slice(0, Math.max(0, at))
    .replace(/[\s,.;:…_]+$/u, '')
    .replace(/^[^\p{L}]+/u, '');
  if (!/\p{L}{2}/u.test(place)) return unread('place-blank', row.span);
  const span = { start: row.span.start + row.text.indexOf(place), end: row.span.start + row.text.indexOf(place) + place.length };
  return found(place, span, 0.97);
}

export function readIssuedOn(letter: Letter): Found<string | null> {
  const row = dateRow(letter);
  if (row === undefined) return absent;
  const match = /(?:^|[\s,.;])ng[ao]?[yv](?<day>.{0,12}?)th[aá]ng(?<month>.{0,12}?)n[aă]m(?<year>.{0,9})$/u.exec(row.folded);
  if (match?.groups === undefined) return absent;
  const [day, month, year] = [match.groups.day, match.groups.month, match.groups.year].map((part) => figure(part as string));
  const span = { start: row.span.start + match.index, end: row.span.end };
  if (day === 'blank' || month === 'blank' || year === 'blank') return unread('date-blank', span);
  if (typeof day !== 'number' || typeof month !== 'number' || typeof year !== 'number') return unread('date-unreadable', span);
  const date = dateOf(year, month, day);
  return date === null ? unread('date-unreadable', span) : found(date, span, 0.97);
}

/** The number in a piece of the date line; "blank" where nothing but dots stands there, null for what cannot be read. */
function figure(piece: string): number | 'blank' | null {
  const kept = piece.replace(/[\s.…_,:;*]+/gu, '');
  if (kept === '') return 'blank';
  const digits = kept.replace(/[li|!]/gu, '1').replace(/[oø]/gu, '0');
  return /^\d{1,4}$/u.test(digits) && /\d/u.test(kept) ? Number(digits) : null;
}

/** ISO form of a day that exists between 1945 and 2099; null otherwise. */
export function dateOf(year: number, month: number, day: number): string | null {
  if (year < 1945 || year > 2099 || month < 1 || month > 12 || day < 1) return null;
  const last = Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
  return day > last ? null : Temporal.PlainDate.from({ year, month, day }).toString();
}
