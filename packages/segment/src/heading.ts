// Does a clause have a title on its label's line, and where does it end?
//   '1. Về hoàn thiện thể chế' + more below → "Về hoàn thiện thể chế"    'Chương I' 'QUY ĐỊNH CHUNG' → "QUY ĐỊNH CHUNG"
//   '1. Giao Sở A rà soát …' that ends its sentence → none; bullets and list entries with nothing below → none
import type { Span } from '@vanban/contract';
import { isCapitals } from './row.ts';
import type { Draft, Piece } from './tree.ts';

const LONGEST = 300;
const TITLED = new Set(['part', 'chapter', 'section', 'subsection', 'upper', 'roman']);

export function headingOf(text: string, draft: Draft): Span | null {
  const first = draft.pieces[0];
  if (first === undefined || ['dash', 'bullet', 'plus'].includes(draft.style)) return null;
  const count = isCapitals(pieceText(text, first)) ? capitalRows(text, draft.pieces) : paragraphRows(draft.pieces);
  const last = draft.pieces[count - 1] as Piece;
  const span = { start: first.span.start, end: last.span.end };
  const words = text.slice(span.start, span.end).trim();
  if (words.length > LONGEST || text.slice(span.start, span.end).includes('\t')) return null;
  const follows = draft.pieces.length > count || draft.children.length > 0;
  const shouted = isCapitals(words);
  if (shouted && TITLED.has(draft.style)) return span;
  if (!follows && draft.style !== 'chapter' && draft.style !== 'part') return null;
  if (goesOn(words, draft.pieces[count] === undefined ? '' : pieceText(text, draft.pieces[count] as Piece))) return null;
  if (/:$/u.test(words)) return /^(?:Về|Đối với)\s/u.test(words) && words.length < 160 ? span : null;
  return /[.;,…]$/u.test(words) ? null : span;
}

/** Says only what kind of body: its name stands in the next line ("4.6. Văn phòng | Trung ương Đảng"). */
const BARE =
  /^(?:[\d.]+ )?(?:Giao )?(?:Văn phòng|Cục|Vụ|Sở|Bộ|Ban|Ủy ban|Uỷ ban|Chi cục|Tổng cục|Trung tâm|Đảng ủy|Đảng uỷ|Hội đồng|Thanh tra|(?:Đề nghị:? )?(?:Hiệp hội|Liên minh|Liên đoàn|Liên hiệp|Tập đoàn|Tổng công ty|Bệnh viện))$/u;

/** Half a field's name: "Sở Y tế, Sở Công | Thương rà soát", "Bộ Công | Thương, Bộ Xây dựng rà soát"; not "Cục Thuế | Rà soát". */
const HALF = /(?:Sở|Bộ|Cục|Vụ|Phòng) (?!Thuế)\p{Lu}\p{Ll}*$/u;

/** The head of a body that the line below names: "Phối hợp với Giám đốc | Sở Y tế rà soát"; not "1. Giám đốc | Chịu trách nhiệm". */
const HEADED = /(?<!\p{L})(?:với|của|và|các|cho|thuộc|Giám đốc|Chủ tịch|Thủ trưởng|Trưởng|Bí thư|Bộ trưởng)$/u;
const BODY =
  /^\s*(?:Sở|Bộ|Ban|UBND|HĐND|Ủy ban|Uỷ ban|Hội đồng|Cục|Chi cục|Trung tâm|Bệnh viện|Công an|Văn phòng|Kho bạc|Ngân hàng|Công ty)(?!\p{L})/u;

/** The line below goes on with the sentence: "Đài Tiếng nói Việt | Nam, Thông tấn xã …", "công an các địa phương | (kể cả …)", "chính quyền địa phương | 02 cấp: …"; not "1. Yêu cầu | Việc triển khai …". */
const goesOn = (heading: string, below: string): boolean =>
  /^\s*\(?(?:\d{1,3} )?[\p{Ll},;)]/u.test(below) ||
  BARE.test(heading) ||
  (HEADED.test(heading) && BODY.test(below)) ||
  (HALF.test(heading) && /^\s*\p{Lu}\p{Ll}+(?: \p{Ll}|, \p{Lu})/u.test(below)) ||
  (/(?<!\p{L})Việt$/u.test(heading) && /^\s*Nam(?!\p{L})/u.test(below));

const pieceText = (text: string, piece: Piece): string => text.slice(piece.span.start, piece.span.end);

/** Rows in capitals from the first on. */
function capitalRows(text: string, pieces: readonly Piece[]): number {
  const end = pieces.findIndex((piece) => !isCapitals(pieceText(text, piece)));
  return end < 0 ? pieces.length : Math.max(1, end);
}

function paragraphRows(pieces: readonly Piece[]): number {
  const end = pieces.findIndex((piece, i) => i > 0 && piece.paragraph);
  return end < 0 ? pieces.length : end;
}
