// The named types of documents: codes of Nghị định 30/2020 Annex III, of the law-making rules and of the Party.
//   typeOfTitle('KẾ HOẠCH') → { code: 'KH', name: 'Kế hoạch' }   typeOfCode('QĐ') → Quyết định
// A letter (công văn) prints no name: it has code CV here. Case of codes matters: TTr is not TT.
import { fold } from '@vanban/text';
import { spacedOut } from './phrases.ts';

export interface DocumentType {
  readonly code: string;
  readonly name: string;
}

const TABLE = `NQ Nghị quyết|NQLT Nghị quyết liên tịch|QĐ Quyết định|CT Chỉ thị|QC Quy chế|QyĐ Quy định|TC Thông cáo|TB Thông báo|HD Hướng dẫn|CTr Chương trình|KH Kế hoạch|PA Phương án|ĐA Đề án|DA Dự án|BC Báo cáo|BB Biên bản|TTr Tờ trình|HĐ Hợp đồng|CĐ Công điện|BGN Bản ghi nhớ|BTT Bản thỏa thuận|GUQ Giấy ủy quyền|GM Giấy mời|GGT Giấy giới thiệu|GNP Giấy nghỉ phép|PG Phiếu gửi|PC Phiếu chuyển|PB Phiếu báo|CV Công văn|KL Kết luận|GP Giấy phép|NĐ Nghị định|TTLT Thông tư liên tịch|TT Thông tư|TT Thông tri|PL Pháp lệnh|L Luật|VBHN Văn bản hợp nhất`;

export const DOCUMENT_TYPES: readonly DocumentType[] = TABLE.split('|').map((entry) => {
  const at = entry.indexOf(' ');
  return { code: entry.slice(0, at), name: entry.slice(at + 1) };
});

const FOLDED = DOCUMENT_TYPES.map((type) => ({ type, folded: fold(type.name) })).sort((a, b) => b.folded.length - a.folded.length);

/** The type that a title row begins with, and how long its name is in the folded row; null for other rows. */
export function typeOfTitle(folded: string): { readonly type: DocumentType; readonly length: number } | null {
  const text = spacedOut(folded).replace(/\s+/gu, ' ').trim();
  for (const { type, folded: name } of FOLDED) {
    if (text === name || text.startsWith(`${name} `) || text.startsWith(`${name}:`)) return { type, length: name.length };
  }
  return null;
}

export function typeOfCode(code: string): DocumentType | null {
  return DOCUMENT_TYPES.find((type) => type.code === code) ?? null;
}
