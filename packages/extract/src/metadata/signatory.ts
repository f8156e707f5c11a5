// Who signed, in which position, and by whose authority?
//   'KT. GIÁM ĐỐC' 'PHÓ GIÁM ĐỐC' 'Lê Văn Mẫu' → name, "Phó Giám đốc", "KT."   'THỦ TƯỚNG Lê Văn Mẫu' on one row → name, "Thủ tướng", none
//   'T/M BAN THƯỜNG VỤ' 'PHÓ BÍ THƯ' → "TM.", "Phó Bí thư"
// Degrees and ranks are not part of the name. A signature without a readable name gives position and capacity only.
import { foldEvenly, isCapitals, phrase, type Row } from '@vanban/segment';
import { absent, type Found, found, unread } from './found.ts';
import { type Letter, spanOf } from './page.ts';
import { withSurname } from './surname.ts';

export interface Signatory {
  readonly name: string | null;
  readonly position: string | null;
  readonly capacity: string | null;
}

export function readSignatory(letter: Letter): Found<Signatory | null> {
  const rows = letter.rows('signature').map(withoutSigned).flatMap(splitNamed);
  if (rows.length === 0) return absent;
  const nameRow =
    rows.find((row, i) => phrase.isPersonName(row) && !isCapitals(row.text) && !titled(rows[i + 1])) ??
    rows.findLast((row) => phrase.isPersonName(row) && !isTitle(row));
  if (nameRow !== undefined && rows.indexOf(nameRow) > 3 && !rows.some((row) => phrase.isAuthority(row) || phrase.isPosition(row))) return absent;
  const titles = rows.filter(
    (row) => row !== nameRow && isTitle(row) && (nameRow === undefined || row.span.start < nameRow.span.start || row.span.start > nameRow.span.end),
  );
  if (nameRow === undefined && titles.length === 0) return absent;
  const { capacity, position } = authorityOf(letter, titles);
  const read = nameRow === undefined ? null : phrase.withoutDegrees(nameRow.text);
  const name = nameRow !== undefined && read !== null && letter.isScanned(nameRow) ? withSurname(read) : read;
  if (name === null && titles.length === 0) return unread('signatory-unreadable', spanOf(rows));
  const span = nameRow === undefined ? spanOf(titles) : nameRow.span;
  return found({ name, position, capacity }, span, name === null ? 0.6 : 0.94, name === null ? ['signatory-unreadable'] : []);
}

const titled = (row: Row | undefined): boolean => row !== undefined && phrase.isAuthority(row);
const isTitle = (row: Row): boolean => isCapitals(row.text) && (phrase.isAuthority(row) || phrase.isPosition(row) || row.text.length > 6);

/** "Đã ký: Lê Văn Mẫu", "(Đã ký) Lê Văn Mẫu". */
function withoutSigned(row: Row): Row {
  const mark = /^\(?\s?(?:đã ký|đã kí)\s?\)?\s?:?\s{0,3}(?=\p{Lu})/iu.exec(row.text)?.[0].length ?? 0;
  return mark === 0
    ? row
    : { ...row, text: row.text.slice(mark), folded: row.folded.slice(mark), span: { start: row.span.start + mark, end: row.span.end } };
}

/** "KT. BỘ TRƯỞNG PHÓ CHỦ NHIỆM Lê Văn Mẫu" holds title and name. */
function splitNamed(row: Row): Row[] {
  const match = /^(?<title>[\p{Lu}\s.,&/-]{5,})\s(?<name>\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}*){1,5})$/u.exec(row.text);
  if (match?.groups === undefined) return [row];
  const at = row.text.length - (match.groups.name as string).length;
  const piece = (from: number, to: number): Row => ({
    ...row,
    text: row.text.slice(from, to).trim(),
    folded: row.folded.slice(from, to).trim(),
    span: { start: row.span.start + from, end: row.span.start + row.text.slice(0, to).trimEnd().length },
  });
  return [piece(0, at), piece(at, row.text.length)];
}

const PREFIX = /^(?<mark>TM|KT|TLQ|TL|TUQ|Q|T\s?\/\s?M|K\s?\/\s?T|T\s?\/\s?L)\s?[.,:]{0,2}\s{0,2}/u;

/** Every authority mark in order; the position is the title of the last row, without the marks. */
function authorityOf(letter: Letter, titles: readonly Row[]): { capacity: string | null; position: string | null } {
  const marks: string[] = [];
  const plain: string[] = [];
  for (const row of titles) {
    let text = row.text.replace(/^[^\p{Lu}\p{Ll}]+|(?<![^\p{Lu}\p{Ll})])[^\p{Lu}\p{Ll})]+$/gu, '');
    const mark = PREFIX.exec(text)?.groups?.mark;
    if (mark !== undefined && !(mark === 'Q' && /^Q\p{L}/u.test(text))) {
      marks.push(`${mark.replace(/[\s/]+/gu, '')}.`);
      text = text.replace(PREFIX, '');
      if (!/^Q/u.test(mark)) continue;
    }
    plain.push(text.replace(/(?<![.,;:])[.,;:]+$/u, ''));
  }
  const titled = plain.filter((title) => POSITION.test(foldEvenly(lastTitle(title))));
  const deputy = titled.find((title) => /^(?:PHÓ|THỨ)(?!\p{L})/u.test(title));
  const position = titled.length > 0 ? (deputy ?? titled.join(', ')) : plain.length === 0 ? afterMark(titles.at(-1)) : plain.join(', ');
  const known = position !== null && POSITION.test(foldEvenly(lastTitle(position)));
  return { capacity: marks.length === 0 ? null : marks.join(' '), position: known ? letter.caser.name(lastTitle(position)) : null };
}

/** A title that was read whole enough to be one. */
const POSITION =
  /(?:chu tich|chu nhiem|truong|giam doc|thu tuong|bi thu|thuong truc|chanh|vien truong|cuc truong|vu truong|hieu truong|chi huy truong|thanh tra|doi truong|tram truong|tong kiem toan|hieu pho|tong bien tap|tu lenh|chinh uy|uy vien|thu ky|chu toa|dai dien)(?!\p{L})/u;

/** "KT. BỘ TRƯỞNG, CHỦ NHIỆM PHÓ CHỦ NHIỆM" read as one row: the deputy's title stands last. */
function lastTitle(position: string): string {
  const deputy = /(?:^|\s)((?:PHÓ|THỨ)\s[\p{Lu}\s]{1,80})$/u.exec(position);
  return deputy === null ? position : (deputy[1] as string).trim();
}

const afterMark = (row: Row | undefined): string | null => {
  const text = row?.text.replace(PREFIX, '') ?? '';
  return /(?:^|\s)(?:PHÓ|THỨ)\s/u.test(text) ? text : null;
};
