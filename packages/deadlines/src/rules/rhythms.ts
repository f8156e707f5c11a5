// How often, and what is always done: 'định kỳ hằng quý', 'hằng năm gửi báo cáo', '6 tháng một lần', 'thường xuyên cập nhật'.
// Invariant: a rhythm counts only where it tells when to act; as a name's part ('kế hoạch hằng năm', 'chi thường xuyên') it is left alone.
import type { Draft } from '../found.ts';
import { type Every, parseEvery, rruleOf } from '../parse-every.ts';
import { type Place, type Rule, WORD } from '../rule.ts';
import { opensClause, wordsAfter, wordsBefore } from '../surroundings.ts';
import { beginsAction } from '../verbs.ts';
import { canBe } from '../view.ts';

// Nouns that a rhythm describes: 'kế hoạch hằng năm', 'nhiệm vụ hàng năm', 'thuế hằng quý'.
const NAMED =
  /(?:ke hoach|nhiem vu|cong tac|chuong trinh|ngan sach|du toan|kinh phi|luong|thu nhap|nghi|chi tieu|phep|thue|von|so lieu|muc|phi|dinh muc|tien|5 nam|binh quan|ty le|nhu cau|hop|ket qua|kien|su kien|le|hoi nghi|tang|giam|thi|tuyen sinh|dien ra|phat trien|bao cao) (?:va )?$/u;

function readEvery({ view, start }: Place): Draft[] {
  const every = parseEvery(view, start);
  if (!every) return [];
  const [before, after] = [wordsBefore(view, start).folded, wordsAfter(view, every.end).folded];
  if (!tellsWhen(every, opensClause(view, start), before, after)) return [];
  const confidence = every.sure || opensClause(view, start) ? 0.9 : 0.75;
  return [
    { when: { kind: 'recurring', rrule: rruleOf(every), bound: null }, start, end: every.end, confidence, rules: ['deadline/rhythm'], review: [] },
  ];
}

// 'báo cáo Ban Chỉ đạo hằng quý.': the rhythm closes what its verb begins.
const REPORTS = /(?<![\p{L}])(?:bao cao|gui|hop|kiem tra|cap nhat|cong bo|cong khai|tong hop|ra soat|so ket|tong ket|giao ban)(?: [\p{L}]+){0,8} $/u;
const NAMED_BEFORE = /(?:ke hoach|chuong trinh|du toan|nhiem vu|so lieu|ho so|hoat dong|muc|gia) /;

function tellsWhen({ sure, unit }: Every, opens: boolean, before: string, after: string): boolean {
  if (/^ (?:cua|cho|tai|duoc giao|ve) /.test(after) && !sure && !opens) return false;
  if (sure || opens) return true;
  if (NAMED.test(before)) return false;
  if (beginsAction(after)) return true;
  return unit !== 'ngay' && /^ ?(?:[,;.)]|$)/.test(after) && REPORTS.test(before) && !NAMED_BEFORE.test(before.slice(-45));
}

// Before 'thường xuyên' as part of a name: 'chi thường xuyên', 'giáo dục thường xuyên', 'không thường xuyên'.
const STANDING_NAME =
  /(?:chi|giao duc|kinh phi|khong|von|nguon|ngan sach|tinh chat|cu tru|hoat dong|co quan|uy ban|bo phan|thu|phai|viec lam|bo duong|gdtx|dao tao|du phong) $/u;

function readStanding({ view, start, next }: Place): Draft[] {
  if (!canBe(view, start, start + 6, 'thường')) return [];
  const [before, after] = [wordsBefore(view, start).folded, wordsAfter(view, next).folded];
  if (STANDING_NAME.test(before) && !/(?:phai|bo phan|co quan) $/u.test(before)) return [];
  if (!beginsAction(after)) return [];
  const confidence = opensClause(view, start) ? 0.92 : 0.85;
  return [{ when: { kind: 'continuous' }, start, end: next, confidence, rules: ['deadline/continuous'], review: [] }];
}

export const RHYTHM_RULES: readonly Rule[] = [
  {
    id: 'deadline/rhythm',
    reads: {
      'định kỳ hằng quý báo cáo Ban Chỉ đạo': 'every:FREQ=MONTHLY;INTERVAL=3',
      'Hàng năm, tổng kết việc thực hiện': 'every:FREQ=YEARLY',
      'định kỳ 06 tháng một lần rà soát danh mục': 'every:FREQ=MONTHLY;INTERVAL=6',
      'kiểm tra 2 lần/năm': 'every:FREQ=MONTHLY;INTERVAL=6',
      'các phòng hằng tuần báo cáo tiến độ': 'every:FREQ=WEEKLY',
    },
    leaves: [
      'xây dựng kế hoạch hằng năm của đơn vị',
      'nhiệm vụ hàng năm của cơ quan',
      'cửa hàng năm 2025',
      'ngân hàng quý II',
      '6 tháng đầu năm',
      'trẻ em dưới 36 tháng tuổi',
      'lương hằng tháng của viên chức',
    ],
    pattern: new RegExp(
      `${WORD}(?=theo dinh k[yi] |dinh k[yi] |hang |moi |tung |cu |[0-9oil]{1,2} (?:ngay|tuan|thang|quy|nam|lan)|(?:mot|hai|ba|bon|nam|sau) (?:tuan|thang|quy|nam|lan))`,
      'gu',
    ),
    read: readEvery,
  },
  {
    id: 'deadline/continuous',
    reads: { 'Thường xuyên kiểm tra, đôn đốc': 'continuous', 'bố trí cán bộ thường xuyên, kịp thời cập nhật dữ liệu': 'continuous' },
    leaves: [
      'chi thường xuyên',
      'Trung tâm Giáo dục thường xuyên huyện',
      'sự cố thường xuyên xảy ra',
      'nhiệm vụ quan trọng, thường xuyên nhằm nâng cao nhận thức',
      'Phòng Giáo dục thường xuyên',
    ],
    pattern: new RegExp(`${WORD}thuong xuyen(?![\\p{L}])`, 'gu'),
    read: readStanding,
  },
];
