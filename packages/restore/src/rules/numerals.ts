// Letters read for digits and digits read for Roman numerals, put right only where the words around prove what was printed.
// Invariant: a token that already is a valid number, date or Roman numeral there is left alone, unless no such thing exists (quý 11).
//   quý 11/2025 → quý II/2025   quý Il → quý II   Điều L → Điều 1   ngày 0l/O9/2025 → ngày 01/09/2025   lII. (heading) → III.
//   not: quý 1/2025 (unless the document writes Roman quarters elsewhere), tháng 11/2025, mục 1.
import { fold } from '@vanban/text';
import type { Placed, RuleContext } from './rule.ts';
import { eachPiece, peel, type Rule } from './rule.ts';

const QUARTERS: ReadonlySet<string> = new Set(['I', 'II', 'III', 'IV']);
/** "11/2025", "Il", "lV/2024"; not "2/2025". */
const QUARTER = /^([IVl1|]{1,3})((?:\/\d{4})?)$/u;

export const repairQuarters: Rule = eachPiece('rule/roman-quarter', 0.95, (text, before, after, { channel, romanQuarters }) => {
  if (channel === 'right' || fold(before(1)) !== 'quy') return null;
  const { head, core, tail } = peel(text);
  const [, read, year] = QUARTER.exec(core) ?? [];
  if (read === undefined || year === undefined || QUARTERS.has(read)) return null;
  const roman = read.replace(/[l1|]/gu, 'I');
  if (!QUARTERS.has(roman)) return null;
  const dated = year !== '' || fold(after) === 'nam' || before(1).toLowerCase() === 'quý';
  if (!dated || (read === '1' && !romanQuarters)) return null;
  return `${head}${roman}${year}${tail}`;
});

/** The word before a Roman quarter: "quy II/2025", "quy I năm 2025"; not "nội quy I. Chung". */
export const repairQuarterWord: Rule = eachPiece('rule/quarter-word', 0.97, (text, _before, after, { channel }) => {
  if (channel === 'right' || !/^quy$/iu.test(text)) return null;
  if (!/^(?:I{1,3}|IV)\/\d{4}/u.test(peel(after).core) && !/^(?:I{1,3}|IV)$/u.test(after)) return null;
  return text === 'QUY' ? 'QUÝ' : `${text[0]}uý`;
});

/** True where some quarter of these pieces can only be Roman: "quý II", "quy 11/2025", "quy Il năm". */
export function writesRomanQuarters(pieces: readonly Placed[]): boolean {
  return pieces.some(({ piece }, i) => {
    const read = QUARTER.exec(peel(piece.text).core)?.[1];
    return read !== undefined && read !== '1' && fold(pieces[i - 1]?.piece.text ?? '') === 'quy' && QUARTERS.has(read.replace(/[l1|]/gu, 'I'));
  });
}

/** "Il.", "lII.", "1V." at the start of a line; "Chương Il", "Phụ lục lV"; not "11.", "l." */
export const repairRomanLabels: Rule = eachPiece('rule/roman-label', 0.93, (text, before, _after, { channel }, startsLine) => {
  if (channel === 'right') return null;
  const label = /^([IVXl1|]{2,5})([.)]?)$/u.exec(text);
  const named = /^(?:chuong|phan|muc)$/u.test(fold(before(1))) || /^phu l/u.test(fold(`${before(2)} ${before(1)}`));
  if (!label || (!named && !(startsLine && label[2] !== ''))) return null;
  const [, read, end] = label as unknown as [string, string, string];
  if (!/[IVX]/u.test(read) || !/[l1|]/u.test(read)) return null;
  const roman = read.replace(/[l1|]/gu, 'I');
  return /^(?:X{0,2})(?:IX|IV|V?I{0,3})$/u.test(roman) ? roman + end : null;
});

/** "Điều L.", "khoản l", "Điều l0"; "Điều I" only where other articles have Arabic numbers. */
export const repairArticles: Rule = eachPiece('rule/article-number', 0.95, (text, before, _after, { channel, arabicArticles }) => {
  if (channel === 'right' || !/^(?:dieu|khoan)$/u.test(fold(before(1)))) return null;
  const { head, core, tail } = peel(text);
  if (!/^[lLI|][\dlOo]{0,2}$/u.test(core) || (core.startsWith('I') && !arabicArticles)) return null;
  return head + digits(core) + tail;
});

export function numbersArticlesInArabic(pieces: readonly Placed[]): boolean {
  return pieces.some(({ piece }, i) => /^\d{1,3}$/u.test(peel(piece.text).core) && fold(pieces[i - 1]?.piece.text ?? '') === 'dieu');
}

/** "0l/O9/2025" anywhere, "0l" and "2O25" after ngày, tháng, năm; not "I/2025", "l/2" (no digit on each side). */
export const repairDates: Rule = eachPiece('rule/date-digits', 0.96, (text, before, _after, { channel }: RuleContext) => {
  if (channel === 'right') return null;
  const { head, core, tail } = peel(text);
  if (!/[OolI|]/u.test(core) || !/^[\dOolI|]+(?:[/.-][\dOolI|]+){0,2}$/u.test(core)) return null;
  const read = digits(core);
  const unit = fold(before(1));
  return isDate(core, read) || isDatePart(read, unit, core) ? head + read + tail : null;
});

const digits = (text: string): string => text.replace(/[lLI|]/gu, '1').replace(/[Oo]/gu, '0');

function isDate(core: string, read: string): boolean {
  const parts = read.split(/[/.-]/u).map(Number);
  if (parts.length < 2 || core.split(/[/.-]/u).some((part) => !/\d/u.test(part))) return false;
  const [year, month, day = 1] = [...parts].reverse() as [number, number, number?];
  return year >= 1945 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

function isDatePart(read: string, unit: string, core: string): boolean {
  if (!/^\d+$/u.test(read) || !/\d/u.test(core)) return false;
  const value = Number(read);
  if (unit === 'ngay') return value >= 1 && value <= 31;
  if (unit === 'thang') return value >= 1 && value <= 12;
  return unit === 'nam' && value >= 1945 && value < 2100;
}
