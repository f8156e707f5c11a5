// Which words of a list still speak of the persons before them: an office of the one named, or more of the ranks?
// Invariant: looks at the name before the sign and at what stands behind it; called by names.ts where a list goes on.
//   "đồng chí Nguyễn Văn A | , Phó Chủ tịch UBND tỉnh" one person    "mỗi cán bộ | , đảng viên" one rank and file
//   not: "đồng chí Nguyễn Văn A, các sở", "Chủ tịch UBND xã, Giám đốc Sở A", "cán bộ, Sở Y tế"
import { foldedText, isSign, type Token } from '../words/tokens.ts';
import type { NamePart } from './name.ts';

/** True where what begins at `index` behind a comma belongs to the name before it. */
export function goesOnWithPerson(tokens: readonly Token[], before: NamePart, index: number): boolean {
  if (!isSign(tokens[index - 1], ',') || before.end !== index - 1) return false;
  const name = foldedText(tokens.slice(before.start, before.end));
  if (RANK.test(name)) return /^(?:dang vien|doan vien|chien si)(?: |$)/u.test(foldedText(tokens.slice(index, index + 2)));
  return isProper(tokens, before) && OFFICE.test(foldedText(tokens.slice(index, index + 3)));
}

// "cán bộ", "mỗi cán bộ", "toàn thể cán bộ"; not "các cơ quan và cán bộ".
const RANK = /^(?:(?:cac|moi|tung|toan the|doi ngu) )?can bo$/u;
// "Phó Chủ tịch UBND tỉnh", "Giám đốc Sở A"; not "các thành viên".
const OFFICE =
  /^(?:pho |quyen )?(?:chu tich|giam doc|truong|chanh|bi thu|bo truong|thu truong|uy vien|vien truong|cuc truong|thu tuong|hieu truong)(?: |$)/u;

/** "đồng chí Nguyễn Văn A": nothing but the person's own name behind how he is addressed. */
function isProper(tokens: readonly Token[], { start, end }: NamePart): boolean {
  const called = foldedText(tokens.slice(start, start + 2)) === 'dong chi' ? 2 : /^(?:ông|bà)$/iu.test(tokens[start]?.text ?? '') ? 1 : 0;
  const given = end - start - called;
  return called > 0 && given >= 2 && given <= 5 && tokens.slice(start + called, end).every(({ upper, word }) => upper && word);
}

/** "các cấp ủy, chính quyền | và cán bộ": persons of no kind of body; they begin a name of their own. */
export const areRank = (tokens: readonly Token[], index: number): boolean =>
  tokens[index - 1]?.fold === 'va' && /^(?:can bo|dang vien|nguoi dan|nhan dan)$/u.test(foldedText(tokens.slice(index, index + 2)));
