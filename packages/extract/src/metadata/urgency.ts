// Is the document stamped urgent?
//   a stamp 'HỎA TỐC' → "HỎA TỐC"   a title 'CÔNG ĐIỆN KHẨN' → "KHẨN"   not: "khẩn trương" in the body
import { isCapitals } from '@vanban/segment';
import { absent, type Found, found } from './found.ts';
import type { Letter } from './page.ts';

const GRADES: readonly { readonly folded: RegExp; readonly name: string }[] = [
  { folded: /(?<!\p{L})hoa toc(?!\p{L})/u, name: 'HỎA TỐC' },
  { folded: /(?<!\p{L})thuong khan(?!\p{L})/u, name: 'THƯỢNG KHẨN' },
  { folded: /(?<!\p{L})(?:khan|khan cap)$/u, name: 'KHẨN' },
];

export function readUrgency(letter: Letter): Found<string | null> {
  for (const row of letter.rows('stamp', 'title', 'header')) {
    if (!isCapitals(row.text) || row.text.length > 40) continue;
    const grade = GRADES.find(({ folded }) => folded.test(row.folded));
    if (grade !== undefined) return found(grade.name, row.span, 0.93);
  }
  return absent;
}
