// Does a row begin something issued with or attached to the letter, and what is it called?
//   'PHỤ LỤC II' → "Phụ lục II"   'Mẫu số 01' → "Mẫu 01"   'QUY ĐỊNH' behind the signature → "Quy định"   not: 'Phụ lục 01 đính kèm) …'
// Invariant: a name never holds a dot, so that ids stay readable.
// Whether a part may begin here at all (behind the signature, on a new page) is for zones.ts to say.
import { typeOfTitle } from './document-types.ts';
import { readLabels } from './label.ts';
import { isAuthority, isIssuedWith, isPersonName, isPosition } from './phrases.ts';
import { isCapitals, type Row } from './row.ts';

export interface AttachmentHead {
  readonly name: string;
  /** As printed: the label of the clause that the part is. */
  readonly label: string;
  /** "Phụ lục", "Mẫu", "Biểu": begins a part wherever it stands alone. A title only does so behind the signature. */
  readonly certain: boolean;
}

const NUMBERED =
  /^(phu luc|phu bieu|bieu mau|mau bieu|bieu|mau|bang)(\s{1,2}so)?(?:\s{1,3}([ivxlc]{1,6}|\d{1,3}(?:[.-]?\d{1,2})?[a-z]?|[a-h]))?(?=\s{0,3}(?:[.:–(-]|$))/u;

export function attachmentHead(rows: readonly Row[], at: number): AttachmentHead | null {
  const row = rows[at] as Row;
  if (row.text.length > 300 || !/^\p{Lu}/u.test(row.text)) return null;
  return numbered(row) ?? titled(rows, at);
}

function numbered(row: Row): AttachmentHead | null {
  const match = NUMBERED.exec(row.folded);
  const titled = match !== null && /^\s{0,2}[:.]\s/u.test(row.text.slice(match[0].length));
  if (match === null || (match[3] === undefined && !isCapitals(row.text) && match[0].length < row.text.length && !titled)) return null;
  if (match[3] === undefined && !['phu luc', 'phu bieu'].includes(match[1] as string)) return null;
  const word = row.text.slice(0, (match[1] as string).length);
  const number =
    match[3] === undefined
      ? ''
      : ` ${row.text
          .slice(match[0].length - match[3].length, match[0].length)
          .toUpperCase()
          .replaceAll('.', '-')}`;
  const label = row.text.slice(0, match[0].length).trim();
  return { name: (WRITTEN[match[1] as string] ?? sentenceCase(word)) + number, label, certain: true };
}

/** Names as they are written, also where the page lost their marks. */
const WRITTEN: { readonly [folded: string]: string } = {
  'phu luc': 'Phụ lục',
  'phu bieu': 'Phụ biểu',
  'bieu mau': 'Biểu mẫu',
  'mau bieu': 'Mẫu biểu',
  bieu: 'Biểu',
  mau: 'Mẫu',
  bang: 'Bảng',
  'danh muc': 'Danh mục',
  'danh sach': 'Danh sách',
  'phan cong nhiem vu': 'Phân công nhiệm vụ',
  'phan cong': 'Phân công',
  'quy trinh': 'Quy trình',
};

const NOUNS = [
  'danh muc',
  'danh sach',
  'phan cong nhiem vu',
  'phan cong',
  'quy trinh',
  'dieu le',
  'bang tong hop',
  'bang phan cong',
  'bang',
  'lich',
  'noi quy',
  'de cuong',
  'tieu chi',
  'noi dung',
  'bieu tong hop',
];

/** A title in capitals that names a type or a list, or stands right above "(Kèm theo …". */
function titled(rows: readonly Row[], at: number): AttachmentHead | null {
  const row = rows[at] as Row;
  if (!isCapitals(row.text)) return null;
  const named = namedTitle(row);
  if (named === null && (isAuthority(row) || isPosition(row) || isPersonName(row) || isLabelled(row))) return null;
  const certain = issuedWithBelow(rows, at);
  if (named !== null) return { ...named, certain };
  if (!certain) return null;
  const below = rows.slice(at + 1, at + 9).find((other) => isCapitals(other.text) && namedTitle(other) !== null);
  const title = below === undefined ? null : namedTitle(below);
  return { name: title?.name ?? 'Phụ lục', label: title?.label ?? 'Phụ lục', certain };
}

/** "I. NGUYÊN TẮC": a clause's title, whatever is cited below it; not "QUY CHẾ". */
const isLabelled = (row: Row): boolean => readLabels(row.text)[0]?.strict === true;

/** "QUY ĐỊNH", "DANH MỤC HỒ SƠ": a type or a kind of list at the row's start. */
function namedTitle(row: Row): { readonly name: string; readonly label: string } | null {
  const type = typeOfTitle(row.folded);
  if (type !== null) return { name: type.type.name, label: row.text.slice(0, type.length) };
  const noun = NOUNS.find((word) => row.folded === word || row.folded.startsWith(`${word} `));
  if (noun === undefined) return null;
  return { name: WRITTEN[noun] ?? sentenceCase(row.text.slice(0, noun.length)), label: row.text.slice(0, noun.length) };
}

/** "(Kèm theo …" within the next few rows, with nothing but the title between. */
function issuedWithBelow(rows: readonly Row[], at: number): boolean {
  for (const row of rows.slice(at + 1, at + 9)) {
    if (isIssuedWith(row)) return true;
    if (/^(?:\d{1,2}\.|[ivx]+\.|dieu \d)/u.test(row.folded)) return false;
  }
  return /\((?:ban hanh )?kem theo\s/u.test((rows[at + 1]?.folded ?? '') + (rows[at] as Row).folded);
}

const sentenceCase = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase();
