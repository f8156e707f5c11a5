// What is the document about (trích yếu)?
//   'V/v rà soát' 'hồ sơ.' → "rà soát hồ sơ"   'KẾ HOẠCH' 'Tổ chức tuyên truyền' → "Tổ chức tuyên truyền"
//   'THÔNG BÁO KẾT LUẬN' 'CỦA ĐỒNG CHÍ A' → "Kết luận của đồng chí A"   'CÔNG ĐIỆN KHẨN' 'Về việc B' → "B"
// Wrapped rows are joined; text in capitals is written as a sentence. "(Kèm theo …)" does not belong to it.
import type { Span } from '@vanban/contract';
import { foldEvenly, isCapitals, phrase, type Row } from '@vanban/segment';
import { absent, type Found, found } from './found.ts';
import { type Letter, spanOf } from './page.ts';
import { typeRow } from './type.ts';

export function readSubject(letter: Letter): Found<string | null> {
  const blocks = letter.blocks('title').map((rows) => rows.filter((row) => !phrase.isIssuedWith(row)));
  const type = typeRow(letter);
  if (type !== null) {
    const rows = blocks.flat();
    return underType(letter, rows.slice(rows.indexOf(type.row)), type.length);
  }
  const rows = blocks.flat();
  const numbered = letter.rows('header').find((row) => phrase.isNumberLine(row))?.span.start ?? 0;
  const marked = rows.filter((row) => phrase.isSubjectLine(row));
  const first = marked.find((row) => row.span.start > numbered) ?? marked[0];
  if (first !== undefined) return subjectOf(letter, fromMark(rows, rows.indexOf(first)), 0.97);
  const rest = blocks.find((rows) => rows.length > 0);
  return rest === undefined ? absent : subjectOf(letter, rest, 0.8, ['subject-unmarked']);
}

/** The rows from V/v on; those that the header's other column cut off go on in lower case. */
function fromMark(rows: readonly Row[], from: number): Row[] {
  const kept = [rows[from] as Row];
  for (const row of rows.slice(from + 1)) {
    const last = kept.at(-1) as Row;
    const apart = row.span.start - last.span.end > 2;
    if (phrase.isSubjectLine(row) || (apart && !/^\p{Ll}/u.test(row.text))) break;
    kept.push(row);
  }
  return kept;
}

/** The rows below the type's name; what stands behind the name on its own row belongs to it unless it only tells the kind. */
function underType(letter: Letter, rows: readonly Row[], nameLength: number): Found<string | null> {
  const [first, ...rest] = rows as [Row, ...Row[]];
  const below = titleRows(rest);
  const opened = below.findIndex((row) => phrase.isSubjectLine(row));
  const whole = opened > 0 && !below.slice(0, opened).every((row, i) => i > 0 || /^cua\s/u.test(row.folded));
  if (opened >= 0 && !whole) return subjectOf(letter, below.slice(opened), 0.97);
  const [issuer, about] = below;
  if (issuer && about && isIssuerAgain(issuer, about)) return subjectOf(letter, below.slice(1), 0.95);
  const behind = first.text.slice(nameLength).trim();
  const kindOnly = /^(?:khan|hoa toc|hanh dong|lien tich|tom tat|ca biet|phap luat)?$/u.test(phraseOf(behind, first)) || !/\p{L}/u.test(behind);
  const start = first.span.end - first.text.slice(nameLength).trimStart().length;
  const head: Row[] = kindOnly ? [] : [{ ...first, text: behind, folded: first.folded.slice(-behind.length), span: { start, end: first.span.end } }];
  return subjectOf(letter, [...head, ...below], 0.95);
}

/** Under a title in capitals a first paragraph in small letters, an empty line below it, begins the text: "… TẠI BUỔI LÀM VIỆC" / "" / "Chiều ngày 09 …". */
function titleRows(rows: readonly Row[]): readonly Row[] {
  if (rows[0] === undefined || !isCapitals(rows[0].text)) return rows;
  const end = rows.findIndex((row, i) => i > 0 && row.gapBefore && !isCapitals(row.text) && !phrase.isSubjectLine(row) && SENTENCE.test(row.text));
  return end < 0 ? rows : rows.slice(0, end);
}

/** A line that goes on as running text does; not "Về việc rà soát hồ sơ", "Năm 2025". */
const SENTENCE = /^(?:\S+\s+){9,}/u;

/** "KẾT LUẬN" / "CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ" / "về …": whose it is does not belong to what it is about; not "KẾT LUẬN" / "CỦA ĐỒNG CHÍ A" / "tại …". */
const isIssuerAgain = (row: Row, below: Row): boolean => /^cua\s/u.test(row.folded) && isCapitals(row.text) && /^về\s/u.test(below.text);

const phraseOf = (rest: string, row: Row): string => (rest === '' ? '' : row.folded.slice(-rest.length).replace(/\s+/gu, ' '));

function subjectOf(letter: Letter, rows: readonly Row[], confidence: number, review: readonly string[] = []): Found<string | null> {
  const span: Span | null = spanOf(rows);
  if (span === null) return absent;
  const joined = joinRows(rows).replace(/\*\*/gu, '');
  const mark = /^(?:v\s?[/⁄il1|]\s?v\s?[.:]?|v\s?[/⁄](?=\s)|ve viec)\s{0,3}[:.]?\s{0,3}|^ve\s(?=\p{Ll})/u.exec(foldEvenly(joined))?.[0].length ?? 0;
  const subject = letter.caser.title(
    joined
      .slice(mark)
      .replace(/(?<![\s.;,:/])[\s.;,:/]+$/u, '')
      .trim(),
  );
  return subject === '' ? absent : found(subject, span, confidence, review);
}

/** One line of wrapped rows: a dash at a row's end keeps its word together. */
function joinRows(rows: readonly Row[]): string {
  return rows
    .map((row) => row.text.trim())
    .join(' ')
    .replace(/(\p{Lu}[-/]) (?=\p{Lu}{2})/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}
