// What does a column of an assignment table hold, judging by its heading?
// Invariant: decided by the heading's own words; null for words that name no column, or are too long to do so.
//   "Sở, ngành chủ trì tham mưu" lead    "Đơn vị phối hợp thực hiện" support    "Thời gian thực hiện" time    "Nội dung thực hiện" work
import { fold } from '@vanban/text';
import type { Column } from './table-row.ts';

const LONGEST = 80;

const HEADINGS: readonly (readonly [Column, RegExp])[] = [
  ['number', /^(?:stt|tt|so tt|so thu tu)$/u],
  ['support', /phoi hop/u],
  ['time', /^(?:thoi (?:han|gian|diem)|tien do|han |lo trinh|ngay )/u],
  ['work', /^(?:ten |cac |noi dung )?(?:noi dung|nhiem vu|cong viec|dau viec|hoat dong|giai phap)(?!.*(?:chu tri|phu trach|don vi|co quan))/u],
  ['monitor', /(?:theo doi|don doc|giam sat|lanh dao phu trach|chi dao)/u],
  [
    'lead',
    /(?:chu tri|thuc hien$|(?:don vi|co quan|nguoi|bo phan|ca nhan|phong|to chuc)[^|]{0,20}(?:thuc hien|phu trach|dam nhiem|dau moi)|phan cong|dau moi|trach nhiem)/u,
  ],
  ['time', /(?:thoi han|thoi gian|tien do|han hoan thanh|hoan thanh|ngay hoan thanh|han cuoi|lo trinh)/u],
  ['result', /(?:ket qua|san pham|ghi chu)/u],
  ['work', /(?:nhiem vu|noi dung|cong viec|ten nhiem vu|hoat dong|dau viec|viec)/u],
];

export function columnNamed(heading: string): Column | null {
  const words = fold(heading)
    .replace(/[\s*]+/gu, ' ')
    .trim();
  if (words === '' || words.length > LONGEST) return null;
  return HEADINGS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
