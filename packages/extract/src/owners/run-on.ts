// Which words inside a name look like a verb or an end and go on with it, and which look like its words and end it?
// Invariant: looks at a few tokens on either side; called by name.ts before its own rules.
//   "các cơ quan | truyền thông | tăng cường"   "các đoàn kiểm tra của | Bộ Chính trị, Ban Bí thư | chủ động"
//   not: "cơ quan báo chí | truyền thông rộng rãi", "các đoàn kiểm tra của Sở A, Sở B"
// What an office or a trade is called after is known-names.ts and occupation.ts.
import { lexicon, matchAt, phrases } from '../words/lexicon.ts';
import { foldedText, isSign, type Token } from '../words/tokens.ts';
import { listedFieldAt } from './known-names.ts';
import type { Head } from './name-head.ts';

/** How many tokens from here surely go on with the name; 0 where this file knows none. */
export const runOnAt = (tokens: readonly Token[], at: number, head: Head): number =>
  Math.max(
    fellowAt(tokens, at, head),
    pressAt(tokens, at),
    partyHeadsAt(tokens, at),
    committeesAt(tokens, at, head),
    zoneListAt(tokens, at),
    zonesAt(tokens, at, head),
    seatAt(tokens, at),
  );

/** "Các Bộ Quốc phòng | , Công an | , Xây dựng", "Các Sở Y tế | và Nội vụ": those called by their field alone; not "Các Bộ | và Công an tỉnh". */
function fellowAt(tokens: readonly Token[], at: number, head: Head): number {
  if (!isSign(tokens[at], ',') && tokens[at]?.text !== 'và') return 0;
  const listed = head.many && /^(?:bo|so)$/u.test(tokens[head.end - 1]?.fold ?? '') && tokens[head.end]?.upper === true && at > head.end;
  if (!listed) return 0;
  const isPolice = foldedText(tokens.slice(at + 1, at + 3)) === 'cong an';
  if (isPolice) return tokens[at + 3]?.upper || /^(?:tinh|cac|xa|phuong|thanh|nhan)$/u.test(tokens[at + 3]?.fold ?? '') ? 0 : 3;
  const field = listedFieldAt(tokens, at + 1);
  return field > 1 ? field + 1 : 0;
}

/** "cơ quan | truyền thông": what they are for; not "cơ quan | truyền thông về chính sách", "cơ quan | truyền thông rộng rãi". */
function pressAt(tokens: readonly Token[], at: number): number {
  if (foldedText(tokens.slice(Math.max(0, at - 2), at + 2)) !== 'co quan truyen thong') return 0;
  if (matchAt(tokens, at + 2, TOLD) > 0) return 0;
  const length = 2 + matchAt(tokens, at + 2, AND_PRESS);
  return tokens[at + length]?.fold === 'khac' ? length + 1 : length;
}
const AND_PRESS = lexicon([', báo chí', 'và báo chí', ', thông tấn', ', thông tấn báo chí']);
const TOLD = lexicon(phrases('về, cho, đến, tới, rộng, sâu, rộng rãi, sâu rộng, kịp thời, hiệu quả, nội dung, các, những, bằng, qua, trên'));

/** "của | Bộ Chính trị, Ban Bí thư", "Ủy viên | Bộ Chính trị, Ban Bí thư": one leadership of which those named are part. */
const partyHeadsAt = (tokens: readonly Token[], at: number): number =>
  /^(?:cua|vien)$/u.test(tokens[at - 1]?.fold ?? '') && foldedText(tokens.slice(at, at + 7)) === 'bo chinh tri, ban bi thu' ? 7 : 0;

/** "Ban Tuyên giáo và Dân vận tỉnh ủy | , thành ủy": of which committees a body is a part; not "các tỉnh ủy, thành ủy", which are named themselves (names.ts). */
const committeesAt = (tokens: readonly Token[], at: number, head: Head): number =>
  head.end <= at - 2 && tokens[at - 2]?.upper === false && foldedText(tokens.slice(at - 2, at + 3)) === 'tinh uy, thanh uy' ? 3 : 0;

/** "khu chế xuất | , khu, cụm công nghiệp", "khu | , cụm công nghiệp": zones of several kinds that one body looks after. */
const zoneListAt = (tokens: readonly Token[], at: number): number => {
  if (
    !isSign(tokens[at], ',') ||
    !/(?:^| )(?:khu|khu che xuat|khu cong nghiep|khu kinh te)$/u.test(foldedText(tokens.slice(Math.max(0, at - 3), at)))
  )
    return 0;
  const more = matchAt(tokens, at + 1, MORE_ZONES);
  return more === 0 ? 0 : more + 1;
};
const MORE_ZONES = lexicon(['khu , cụm công nghiệp', 'cụm công nghiệp']);

/** "Ban Quản lý các khu chế xuất | và công nghiệp", "Ban Quản lý Khu kinh tế B | và các Khu công nghiệp": one board of several zones; not "các khu công nghiệp và Sở A". */
function zonesAt(tokens: readonly Token[], at: number, head: Head): number {
  if (tokens[at]?.text !== 'và' || !/^(?:cac )?ban quan ly$/u.test(foldedText(tokens.slice(head.start, head.end)))) return 0;
  if (!/(?:^| )khu(?: |$)/u.test(foldedText(tokens.slice(head.end, at)))) return 0;
  const many = tokens[at + 1]?.text === 'các' ? 1 : 0;
  const zone = matchAt(tokens, at + 1 + many, ZONES);
  return zone === 0 ? 0 : 1 + many + zone;
}
const ZONES = lexicon(
  phrases('công nghiệp, chế xuất, kinh tế, công nghệ cao, cụm công nghiệp, khu công nghiệp, khu chế xuất, khu kinh tế, khu công nghệ cao'),
);

/** "cơ quan Thuế | tại tỉnh Đồng Tháp": of which place it is, where a name of the list ends with it; "lực lượng | tại chỗ". Not "tại tỉnh Đồng Tháp theo quy định". */
function seatAt(tokens: readonly Token[], at: number): number {
  if (foldedText(tokens.slice(at - 1, at + 2)) === 'luong tai cho') return 2;
  const kind = tokens[at]?.text === 'tại' ? matchAt(tokens, at + 1, PLACE_KINDS) : 0;
  if (kind === 0) return 0;
  let end = at + 1 + kind;
  while (tokens[end]?.upper && end < at + 8) end++;
  const named = end > at + 1 + kind;
  return named && (end >= tokens.length || isSign(tokens[end], ',;:')) ? end - at : 0;
}
const PLACE_KINDS = lexicon(phrases('tỉnh, thành phố, huyện, thị xã, xã, phường'));

/** True where the name ends here although the words might go on with it. */
export const endsHere = (tokens: readonly Token[], at: number): boolean =>
  matchAt(tokens, at, ANNOUNCED) > 0 || isBuilding(tokens, at) || actsForAnother(tokens, at) || isIssuing(tokens, at);

/** "Sở Công Thương | một số nội dung như sau": what is announced; not "lãnh đạo một số sở". */
const ANNOUNCED = lexicon(
  ['một số', 'những', 'các'].flatMap((many) =>
    ['nội dung', 'nhiệm vụ', 'công việc', 'việc', 'vấn đề', 'giải pháp', 'biện pháp', 'yêu cầu', 'ý kiến'].map((what) => `${many} ${what}`),
  ),
);

/** "UBND các xã | dựng nhà bạt"; not "Bộ Xây dựng". */
const isBuilding = (tokens: readonly Token[], at: number): boolean => tokens[at]?.text === 'dựng' && tokens[at - 1]?.fold !== 'xay';

/** "Bộ trưởng Bộ Tài chính | thừa ủy quyền Thủ tướng, thay mặt Chính phủ trình": for whom somebody acts, no part of the name. */
const actsForAnother = (tokens: readonly Token[], at: number): boolean =>
  /^(?:thua uy quyen|thay mat \p{L}+)$/u.test(foldedText(tokens.slice(at, at + 3)));

/** "cơ quan thuế | cấp chứng từ"; not "đơn vị cấp chứng chỉ", which its head describes. */
const isIssuing = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'cấp' && foldedText(tokens.slice(at + 1, at + 3)) === 'chung tu';
