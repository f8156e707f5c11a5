// Which documents does this one cite, and what are their type, date and issuer?
//   'Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị' → Nghị quyết, 57-NQ/TW, 2024-12-22, Bộ Chính trị
//   'Công văn số 62/CĐ-⏎BKHCN' → 62/CĐ-BKHCN
// Each number stands once, in order of first appearance, with what any of its mentions tells. The document's own number is not among them.
// Laws cited by name alone have no number and are not listed; dates and ratios are not numbers.
import type { Reference, Span } from '@vanban/contract';
import { DOCUMENT_TYPES, foldEvenly, typeOfCode, typeOfTitle } from '@vanban/segment';
import type { Letter } from './page.ts';
import { dateOf } from './place-date.ts';
import { CITED, joinNumber, typeOfNumber } from './symbol.ts';

export function readReferences(letter: Letter, own: string | null): Reference[] {
  const known = new Map<string, Reference>();
  for (const span of citingSpans(letter)) {
    for (const reference of citationsIn(letter.reading.text, span)) {
      const number = reference.number as string;
      if (number === own || isOwnSymbol(number, own)) continue;
      const key = number.replaceAll('-', '');
      const first = known.get(key);
      known.set(key, first === undefined ? reference : merged(first, reference));
    }
  }
  return [...known.values()];
}

/** Everything but headers, stamps, recipients, signatures and copies. Parts that follow each other are read as one, so that a citation may cross them. */
function citingSpans(letter: Letter): Span[] {
  const kinds = new Set(['title', 'grounds', 'body', 'footnote', 'table']);
  return letter.segmentation.segments.filter(({ kind }) => kinds.has(kind)).map(({ span }) => span);
}

/** "123/UBND-KT" and the letter's own "123/UBND-KTTH" that a row cut short are one. */
const isOwnSymbol = (number: string, own: string | null): boolean => own !== null && number.length > 6 && own.startsWith(number);

function citationsIn(text: string, span: Span): Reference[] {
  const part = text.slice(span.start, span.end);
  const found: Reference[] = [];
  for (const match of part.matchAll(CITED)) {
    const { no, year, mark, symbol } = match.groups as { no: string; year?: string; mark: string; symbol: string };
    const before = part.slice(Math.max(0, match.index - 60), match.index);
    if (!isCitation(before, mark, symbol)) continue;
    const number = joinNumber(no, year, mark, symbol);
    const behind = part
      .slice(match.index + match[0].length, match.index + match[0].length + 200)
      .replace(/\n\n.*$/su, '')
      .replace(/\s+/gu, ' ');
    const date = dateBehind(behind);
    const start = span.start + match.index;
    found.push({
      type: typeBefore(before) ?? typeOfNumber(number)?.name ?? null,
      number,
      issuedOn: date.value,
      issuer: issuerBehind(behind.slice(date.length)) ?? issuerOfSymbol(number),
      span: { start, end: start + match[0].length },
    });
  }
  return found;
}

/** "57-NQ" needs the Party's slash or "số" before it: "quận 1- TP" is no number. A short symbol needs "số" or a type before it. */
function isCitation(before: string, mark: string, symbol: string): boolean {
  if (STANDARD.test(before)) return false;
  const announced = /(?:s[ốoô6ó]|\p{L}\.)\s{0,3}:?\s{0,2}$/iu.test(before) || typeBefore(before) !== null;
  if (/[/⁄]/u.test(mark)) return announced || /[-/]/u.test(symbol) || symbol.length > 2;
  return /\//u.test(symbol) || (announced && typeOfCode(symbol) === null);
}

/** "QCVN 01:2019/BCT", "TCVN 4586:1997": a standard, no document. Not "Số:15/QĐ-UBND". */
const STANDARD = /(?:QCVN|TCVN|TCCS|QCĐP|TCXDVN|QCKT)\s?\d{1,6}(?:-\d{1,3})?\s?:\s?$/u;

const OTHER_TYPES = ['Văn bản', 'Chương trình hành động', 'Thông báo kết luận', 'Bộ luật', 'Giấy chứng nhận', 'Phiếu chuyển', 'Tờ trình'];
const TYPES = [...DOCUMENT_TYPES.map(({ name }) => name), ...OTHER_TYPES]
  .map((name) => ({ name, folded: foldEvenly(name) }))
  .sort((a, b) => b.folded.length - a.folded.length);

/** The type's name right before the number, with or without "số". */
function typeBefore(before: string): string | null {
  const folded = foldEvenly(before)
    .replace(/\s+/gu, ' ')
    .replace(/\s?s[o06]\s?:?\s?$/u, '')
    .trimEnd();
  return (
    TYPES.find((type) => folded.endsWith(type.folded) && !/\p{L}$/u.test(folded.slice(0, -type.folded.length)))?.name ??
    (typeOfTitle(folded)?.length === folded.length ? (typeOfTitle(folded)?.type.name ?? null) : null)
  );
}

/** "ngày 22/12/2024", ", ngày 22-12-2024", "ngày 22 tháng 12 năm 2024" right behind the number. */
function dateBehind(behind: string): { value: string | null; length: number } {
  const match =
    /^\s?[,;]?\s?(?:\(?ng\p{L}{1,3}|đề ngày)\s(?:(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})|(\d{1,2}) th\p{L}{1,3} (\d{1,2}) n\p{L}{1,2} (\d{4}))/u.exec(
      behind,
    );
  if (match === null) return { value: null, length: 0 };
  const [day, month, year] = [match[1] ?? match[4], match[2] ?? match[5], match[3] ?? match[6]].map(Number) as [number, number, number];
  return { value: dateOf(year, month, day), length: match[0].length };
}

const STOP =
  /[,;.:()“"”]|\s(?:về|vê|vẻ|vè|ban hành|quy định|hướng dẫn|thực hiện|phê duyệt|triển khai|tại|trong|đã|có|và|nêu|trên|đến|do|gửi|cho|yêu cầu|ngày|theo|được|khóa|là|để|đề nghị|kèm|kết luận|tổ chức|sửa đổi|qui định|Quy định|Ban hành|Hướng dẫn|mới|bổ sung|thông qua|giao|công bố|khoá|hướng|với|từ)(?=\s|$)/u;

/** "của Bộ Chính trị về …" → "Bộ Chính trị". */
function issuerBehind(behind: string): string | null {
  const match = /^\s?[,;]?\s?(?:của|cia|ctia|cua)\s(\p{Lu}.{1,90})/u.exec(behind);
  if (match === null) return null;
  const name = keepLinked(match[1] as string);
  return /\p{L}{2}/u.test(name) && name.length < 80 ? name : null;
}

/** "của Bộ Chính trị và | Nghị quyết số 03/NQ-CP": the next document cited; not "của Bộ Khoa học và | Công nghệ". */
function beginsType(words: string): boolean {
  const folded = foldEvenly(words);
  return TYPES.some((type) => folded.startsWith(type.folded) && !/^\p{L}/u.test(folded.slice(type.folded.length)));
}

/** Up to the first word that does not belong to a name; "và" joins two capitalised words of one name ("Khoa học và Công nghệ"). */
function keepLinked(words: string): string {
  let end = 0;
  for (;;) {
    const stop = STOP.exec(words.slice(end));
    if (stop === null) return words.trim();
    const at = end + stop.index;
    if (
      stop[0] !== ' và' ||
      !/^\s\p{Lu}/u.test(words.slice(at + 3)) ||
      beginsType(words.slice(at + 4)) ||
      !/^(?:Bộ|Sở|Ban|Ủy ban Dân tộc|Cục|Vụ|Phòng)\s/u.test(words)
    )
      return words.slice(0, at).trim();
    end = at + 3;
  }
}

function issuerOfSymbol(number: string): string | null {
  if (/-CP$/u.test(number)) return 'Chính phủ';
  if (/-TTg$/u.test(number)) return 'Thủ tướng Chính phủ';
  if (/QH\d{1,2}$/u.test(number)) return 'Quốc hội';
  return null;
}

/** A dash that a row's end swallowed ("23/2024/TTBCT") is taken from the mention that has it. */
const merged = (first: Reference, later: Reference): Reference => ({
  ...first,
  number: (later.number?.length ?? 0) > (first.number?.length ?? 0) ? later.number : first.number,
  type: first.type ?? later.type,
  issuedOn: first.issuedOn ?? later.issuedOn,
  issuer: first.issuer ?? later.issuer,
});
