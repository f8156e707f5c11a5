// Does a sentence that looks like a command only say how things are, what a word means, or what somebody is or has?
// Invariant: looks at the unit's own words alone; null means that nothing here speaks against a task.
//   "Có đủ năng lực hành nghề" state    "Bảo trì công trình là tập hợp các công việc …" definition    "Không tính thuế đối với …" rule

import type { OwnerPhrase } from '../owners/owner-phrase.ts';
import { commandAt } from '../owners/verb-phrase.ts';
import { foldedText, type Token } from '../words/tokens.ts';

// "sửa đổi, bổ sung khoản 2 Điều 23 …", "bãi bỏ Điều 7": what an amending text does itself; not "bổ sung Quyết định phê duyệt".
const AMENDS =
  /^(?:sửa đổi|bổ sung|bãi bỏ|thay thế)(?:, (?:bổ sung|thay thế|bãi bỏ)){0,3}(?: một số điều của| tên)? (?:điều|khoản|điểm|mục|phụ lục|biểu) [\p{N}ivx]/u;

export const STATE = 'no-task/state';

/** @param marked the words from the verb on, in lower case with their marks. */
export function statement(marked: string, tokens: readonly Token[], phrase: OwnerPhrase): string | null {
  if (HAS.test(marked) && !HAS_WORK.test(marked)) return STATE;
  if (phrase.form === 'command' && IS_NOT.test(marked)) return 'no-task/rule';
  if (phrase.leads.length === 0 && DEFINES.test(foldedText(tokens).slice(0, 260))) return 'no-task/definition';
  if (phrase.form === 'command' && AMENDS.test(marked)) return 'no-task/decision';
  if (phrase.leads.length === 0 && (recalls(tokens) || compares(tokens))) return 'no-task/history';
  if (phrase.form === 'command' && tellsResult(foldedText(tokens).slice(0, 300))) return 'no-task/history';
  return null;
}

// "có trụ sở tại …", "có đủ tư cách pháp nhân", "có 67 xã".
const HAS = /^có(?: |$)/u;
// "có kế hoạch bố trí …", "có ngay biện pháp …", "có cam kết tiến độ", "có ý kiến bằng văn bản", "có trách nhiệm …"; not "có giấy phép", "có bảng dự trù".
const HAS_WORK =
  /^có (?:ngay |các |những |một số |đầy đủ |cụ thể )?(?:kế hoạch|cam kết|giải pháp|biện pháp|phương án|văn bản|báo cáo|ý kiến|hình thức|cơ chế|chính sách|chế độ|trách nhiệm|chương trình|lộ trình|công văn|thông báo|hướng dẫn|phản hồi|đánh giá|tờ trình|quyết định|chỉ đạo|nhiệm vụ|nghĩa vụ|sự (?:phối hợp|chỉ đạo)|đề án|quy chế|quy định|thông tin|mặt)(?! số (?:\d|…))(?= |$|[,;.:])/u;
// "không tính thuế đối với …", "không quá 02 ngày"; not "không để xảy ra …", "không được …".
const IS_NOT = /^không (?!để|được|ngừng)/u;
// "Bảo trì công trình xây dựng là tập hợp các công việc …", "Phát triển thị trường … là giải pháp quan trọng"; not "giám sát thi hành luật, đặc biệt là việc …", "xác định đây là nhiệm vụ …", "coi … là một …".
const DEFINES =
  /^(?:- ?)?(?:\d{1,2}\. ?)?(?!.{0,40}(?:xac dinh|coi|xem) )(?:[^,;:.]{6,70}(?<!dac biet|nhat|cu the|tuc|do) la (?:tap hop|viec|hoat dong|qua trinh|hanh vi|to chuc|ca nhan|nguoi|hinh thuc|co so|loai|can cu|dieu kien|yeu to|khoan|so tien|khu vuc|phuong phap|thoi diem|truong hop)|[^;:.]{6,150} la (?:giai phap|cong cu|tien de|dong luc|xu the|trach nhiem cua)) /u;

/** "Thu hút FDI đạt gần 7,5 tỷ USD, tăng 89% so với cùng kỳ", "Giải ngân vốn vẫn còn chậm": figures of what was reached; not "…, phấn đấu giải ngân đạt 100%". */
function tellsResult(words: string): boolean {
  const at = words.search(RESULT);
  const told = at < 0 ? words.search(REACHED) : at;
  return told >= 0 && !AIM.test(words.slice(0, told)) && (at >= 0 || MEASURED.test(words));
}
const RESULT = /(?: so (?:voi )?cung ky(?: |,|\.|\)|$)|^[^,;]{4,90} (?:van con|con|van) (?:cham|thap|han che|nhieu han che)(?: |,|\.|$))/u;
const REACHED = /(?: (?:uoc )?dat (?:gan |tren |hon |khoang |ty le )?\d| (?:tang|giam) (?:gan |tren |hon |khoang )?\d[\d,.]* ?%| thuoc nhom )/u;
const MEASURED =
  /^(?:[-+] ?|\(?[ivx\d]{1,4}\) )?(?:trong do:? ?)?(?:tong )?(?:thu hut|giai ngan|thu ngan sach|thu noi dia|chi ngan sach|san xuat|tang truong|xuat khau|nhap khau|huy dong|kim ngach|phat trien doanh nghiep|phat trien kinh te)(?: |$)/u;
const AIM =
  /(?:^| )(?:phan dau|bao dam|dam bao|de|nham|muc tieu|quyet tam|huong toi|toi thieu|it nhat|phai|can|khac phuc|xu ly|giai quyet|thao go)(?: |$)/u;

/** "Thực hiện cam kết tại Hội nghị …, Việt Nam đã cập nhật …", "Tiếp thu các ý kiến, Sở A sẽ hoàn thiện …"; not "Thực hiện thủ tục …, khai thác khi đã có thiết kế". */
function recalls(tokens: readonly Token[]): boolean {
  const from = tokens.findIndex((token) => token.word);
  if (!/^(?:thuc hien|trien khai|tiep thu)$/u.test(foldedText(tokens.slice(from, from + 2)))) return false;
  return tokens.some(
    (token, at) => token.text === ',' && tokens[at + 1]?.upper && tokens.slice(at + 2, at + 14).some(({ text }) => text === 'đã' || text === 'sẽ'),
  );
}

/** "Đối chiếu hai tài liệu, phương án khác thiết kế": what was found; not "Đối chiếu danh sách, lập biểu tổng hợp". */
function compares(tokens: readonly Token[]): boolean {
  const from = tokens.findIndex((token) => token.word);
  if (foldedText(tokens.slice(from, from + 2)) !== 'doi chieu') return false;
  const comma = tokens.findIndex((token, at) => at > from && token.text === ',');
  const behind = tokens[comma + 1];
  if (comma < 0 || comma > from + 16 || behind === undefined || commandAt(tokens, comma + 1) > 0) return false;
  return tokens.slice(comma + 1, comma + 16).some(({ text }) => /^(?:khác|không|chưa|là|có|thuộc|đủ|còn|đã)$/u.test(text));
}
