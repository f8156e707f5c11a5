// Does a sentence say nothing but by when?
// Invariant: true only where, without the words of the times, nothing is left but words of finishing.
//   "Hoàn thành trong quý II/2025." "Thời gian hoàn thành: trước ngày 15/3." → true     "Báo cáo Thủ tướng trước ngày 15/3." → false
import type { FoundDeadline } from '@vanban/deadlines';
import { fold } from '@vanban/text';

const FILLER = new Set(
  'hoan thanh thoi gian han thuc hien xong viec nay nhiem vu cac noi dung neu tren cham nhat muon phai duoc can yeu cau va la vao ngay trong truoc den het khoang hoan tat ket thuc dung tien do cong cuoi bat dau tu trien khai thang quy nam de nghi bao dam thuc thi thong suot dut diem toan bo'.split(
    ' ',
  ),
);

export function isOnlyTime(text: string, times: readonly FoundDeadline[]): boolean {
  let rest = '';
  let at = 0;
  for (const { span } of times) {
    rest += ` ${text.slice(at, Math.max(at, span.start))} `;
    at = Math.max(at, span.end);
  }
  rest += text.slice(at);
  const words = fold(rest).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length <= 12 && words.every((word) => FILLER.has(word));
}

/** "Báo cáo (Ban Chỉ đạo về) kết quả thực hiện trong tháng 5/2025.": closes the work before it with a time, and is no work of its own. */
export function isClosingReport(folded: string, deadline: FoundDeadline | null): boolean {
  if (deadline?.kind !== 'period') return false;
  const words = folded.slice(0, 400).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length <= 25 && /^bao cao (?:.{0,60} )?(?:ve )?ket qua(?: thuc hien)?/u.test(words.join(' '));
}

/** "Chứng chỉ số 12; | thời hạn đến 30/4/2026": how long a paper holds. `before`: the words in front of the part. */
export function isTermOfPaper(before: string, text: string): boolean {
  if (!/^\s*(?:có )?(?:thời hạn|hiệu lực|giá trị|hạn sử dụng)(?: sử dụng)?\s*(?::|đến|từ|tới)/iu.test(text)) return false;
  return /(?:giấy phép|giấy chứng nhận|chứng chỉ|hộ chiếu|bằng lái|(?<!\p{L})số:? \d{8,})[^.]{0,60}$/iu.test(before.slice(-90));
}
