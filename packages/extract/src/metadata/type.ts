// What kind of document is it?
// The printed type name decides; then the symbol; a letter prints no name and is known by V/v or Kính gửi. Without any of these the closing
// sentence may say it ("Trên đây là báo cáo …").
//   'KẾ HOẠCH' → KH   'Số: 12/UBND-KT' + V/v → CV   'Số 120-CV/BTC' → CV   'THÔNG BÁO KẾT LUẬN' → TB
import { type DocumentType, isCapitals, phrase, type Row, typeOfCode, typeOfTitle } from '@vanban/segment';
import { absent, type Found, found } from './found.ts';
import { type Letter, spanOf } from './page.ts';
import { typeOfNumber } from './symbol.ts';

export function readType(letter: Letter, number: string | null): Found<DocumentType | null> {
  const named = typeRow(letter);
  if (named !== null) return found(named.type, named.row.span, 0.98);
  const bySymbol = number === null ? symbolOnly(letter) : typeOfNumber(number);
  const enacting = letter.rows('grounds').find((row) => phrase.isEnacting(row));
  if (enacting !== undefined) return found(typeOfCode(/nghi$|nghi:/u.test(enacting.folded) ? 'NQ' : 'QĐ'), enacting.span, 0.9);
  const addressed = letter.rows('addressees');
  const subject = letter.rows('title').find((row) => phrase.isSubjectLine(row));
  const letterly = addressed.length > 0 || subject !== undefined;
  if (bySymbol !== null && !(letterly && subject !== undefined)) return found(bySymbol, spanOf(letter.rows('header')), 0.9);
  if (letterly) return found(typeOfCode('CV'), subject?.span ?? spanOf(addressed), 0.96);
  return byClosing(letter);
}

/** The title row that prints the type's name. */
export function typeRow(letter: Letter): { readonly row: Row; readonly type: DocumentType; readonly length: number } | null {
  for (const row of letter.rows('title')) {
    const match = typeOfTitle(row.folded);
    if (match === null || phrase.isSubjectLine(row)) continue;
    if (isCapitals(row.text) || row.text.length <= match.length + 2) return { row, ...match };
  }
  return null;
}

/** "/KH-SCT" of a number that is still blank. */
function symbolOnly(letter: Letter): DocumentType | null {
  const row = letter.rows('header').find((line) => phrase.isNumberLine(line));
  const code = /[/-]\s{0,2}(\p{L}{2,4})\s?[-/]/u.exec(row?.text ?? '')?.[1];
  return code === undefined ? null : typeOfCode(code);
}

const CLOSING =
  /tren day la (?:toan bo |mot so )?(?:noi dung )?(?:cua )?(bao cao|ke hoach|thong bao|chuong trinh|phuong an|de an|huong dan|to trinh)/u;

function byClosing(letter: Letter): Found<DocumentType | null> {
  const body = letter.rows('body').slice(-12);
  for (const row of body.toReversed()) {
    const match = CLOSING.exec(row.folded);
    const type = match === null ? null : typeOfTitle(match[1] as string);
    if (type !== null) return found(type.type, row.span, 0.75, ['type-inferred']);
  }
  return absent;
}
