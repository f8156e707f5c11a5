// How often, and what is always done: 'định kỳ hằng quý', 'hằng năm gửi báo cáo', '6 tháng một lần', 'thường xuyên cập nhật'.
// Invariant: a rhythm counts only where it tells when to act; as a name's part ('kế hoạch hằng năm', 'chi thường xuyên') it is left alone.
import type { Draft } from '../found.ts';
import { type Every, parseEvery, rruleOf } from '../parse-every.ts';
import { type Place, type Rule, WORD } from '../rule.ts';
import { type Endings, endsWith, opensClause, wordsAfter, wordsBefore } from '../surroundings.ts';
import { beginsAction } from '../verbs.ts';
import { canBe } from '../view.ts';

// Nouns that a rhythm describes: 'kế hoạch hằng năm', 'nhiệm vụ hàng năm', 'thuế hằng quý'.
const NAMED: Endings = {
  marked:
    /(?<![\p{L}])(?:kế hoạch|nhiệm vụ|công tác|chương trình|ngân sách|dự toán|kinh phí|lương|thu nhập|nghỉ|chỉ tiêu|phép|thuế|vốn|số liệu|mức|phí|định mức|tiền|5 năm|bình quân|tỷ lệ|tỉ lệ|nhu cầu|kết quả|sự kiện|lễ|hội nghị|tăng|giảm|thi|tuyển sinh|diễn ra|phát triển|báo cáo|trợ cấp|phụ cấp|kiểm toán) (?:và )?$/u,
  lost: /(?<![\p{L}])(?:ke hoach|nhiem vu|cong tac|chuong trinh|ngan sach|du toan|kinh phi|luong|thu nhap|5 nam|bao cao) (?:va )?$/u,
};

function readEvery({ view, start }: Place): Draft[] {
  const every = parseEvery(view, start);
  if (!every) return [];
  const [before, after] = [wordsBefore(view, start).folded, wordsAfter(view, every.end).folded];
  if (!tellsWhen(every, { opens: opensClause(view, start), named: endsWith(view, start, NAMED), before, after })) return [];
  const confidence = every.sure || opensClause(view, start) ? 0.9 : 0.75;
  return [
    { when: { kind: 'recurring', rrule: rruleOf(every), bound: null }, start, end: every.end, confidence, rules: ['deadline/rhythm'], review: [] },
  ];
}

// 'báo cáo Ban Chỉ đạo hằng quý.': the rhythm closes what its verb begins.
const REPORTS = /(?<![\p{L}])(?:bao cao|gui|hop|kiem tra|cap nhat|cong bo|cong khai|tong hop|ra soat|so ket|tong ket|giao ban)(?: [\p{L}]+){0,20} $/u;
const NAMED_BEFORE = /(?:ke hoach|chuong trinh|du toan|nhiem vu|so lieu|ho so|hoat dong|muc|gia) /;

// 'báo cáo hằng ngày trước 16h00'; not 'lương hằng ngày trước đây'.
const HOUR = /^,? ?\(?(?:truoc|cham nhat|vao|luc) [0-9]{1,2} ?(?:h|gio|g|:)/u;

// '… và báo cáo | hằng ngày.', 'các xã báo cáo | hằng tuần về tiến độ': the verb; not 'chế độ báo cáo hằng ngày', 'gửi báo cáo hằng tuần'.
const REPORTING = /(?:^ ?(?:[-+•] ?)?|[,;:] |(?<![\p{L}])(?:va|phai|can) )bao cao $/u;
const AS_A_NOUN = /(?<![\p{L}])(?:che do|gui|nop|lap|cac|nhung|mau|viec|noi dung|cua|loai|trong|theo|tu|xay dung|co) bao cao $/u;

// 'báo cáo các cấp hằng ngày theo quy định;'
const BY_RULE = /^ theo (?:quy dinh|yeu cau)(?![\p{L}])/u;
// 'tổng hợp, báo cáo UBND tỉnh | hằng ngày.'
const DAILY = /(?<![\p{L}])(?:bao cao|tong hop)(?: [\p{L}]+){1,8} $/u;

interface Around {
  readonly opens: boolean;
  readonly named: boolean;
  readonly before: string;
  readonly after: string;
}

// 'báo cáo Thủ tướng hằng tuần về tiến độ', 'báo cáo Cục hằng ngày kết quả xử lý'; not 'chi phí hằng năm về điện'.
const ABOUT = /^ (?:ve )?(?:ket qua|tien do|tinh hinh|so lieu|viec)(?![\p{L}])/u;

function tellsWhen({ sure, unit }: Every, { opens, named, before, after }: Around): boolean {
  if (ABOUT.test(after) && / bao cao $/u.test(before) && !AS_A_NOUN.test(before)) return true;
  if (REPORTING.test(before) && /^ ?(?:[;.)]|$)/u.test(after)) return true;
  if (!named && REPORTS.test(before) && !NAMED_BEFORE.test(before.slice(-45)) && BY_RULE.test(after)) return true;
  if (!named && ABOUT.test(after) && REPORTS.test(before) && !NAMED_BEFORE.test(before.slice(-45))) return true;
  if (/^ (?:cua|cho|tai|duoc giao|ve) /.test(after) && !sure && !opens) return false;
  if (sure || opens || /(?:dinh k[yi]|hang|moi) [^,;]{2,14}(?:,|\/| va| hoac) $/.test(before)) return true;
  if (named) return false;
  if (beginsAction(after) || HOUR.test(after)) return true;
  if (unit === 'ngay' && !DAILY.test(before)) return false;
  return /^ ?(?:[,;.)]|$)/.test(after) && REPORTS.test(before) && !NAMED_BEFORE.test(before.slice(-45));
}

// Before 'thường xuyên' as part of a name: 'chi thường xuyên', 'giáo dục thường xuyên', 'không thường xuyên'.
const STANDING_NAME: Endings = {
  marked: /(?<![\p{L}])(?:chi|giáo dục|kinh phí|không|vốn|nguồn|ngân sách|tính chất|cư trú|việc làm|bảo dưỡng|đào tạo|dự phòng|hoạt động) $/u,
  lost: /(?<![\p{L}])(?:chi|giao duc|kinh phi|khong|nguon|ngan sach) $/u,
};

// 'Kiểm tra thường xuyên việc …' at the head of a sentence.
const OPENING_VERB =
  /^\s*(?:[-+•] ?|[a-z0-9]{1,2}[.)] )?(?:kiem tra|theo doi|cap nhat|duy tri|don doc|giam sat|ra soat|tuyen truyen|bao cao|phoi hop) $/u;

// 'duy trì chế độ trực, tuần tra thường xuyên.'; not 'kinh phí tuần tra thường xuyên của đơn vị'.
const CLOSED_VERB =
  /(?:^|[,;] |(?<![\p{L}])(?:va|to chuc|duy tri|tang cuong) )(?:kiem tra|theo doi|cap nhat|duy tri|don doc|giam sat|ra soat|tuyen truyen|bao cao|tuan tra) $/u;

// 'giám sát công chức, nhất là công chức thường xuyên tiếp xúc với người nộp thuế', 'khu vực thường xuyên ngập': which ones are meant.
const OF_SOME = /(?:(?:nhat la|dac biet la|doi voi)(?: [\p{L}]+){1,4}|(?<![\p{L}])(?:khu vuc|noi|vi tri|doan|tuyen duong|dia ban|nhung nguoi)) $/u;

// 'mở rộng trung tâm dữ liệu, nhiệm vụ thường xuyên;'; not 'Chi cho nhiệm vụ thường xuyên'.
const STANDING_WORK = /(?:^|[,;(] ?)(?:day la |la )?(?:nhiem vu|cong viec|viec) $/u;

function closesVerb(before: string, after: string): boolean {
  return CLOSED_VERB.test(before) && /^ ?(?:[,;.)]|$)/u.test(after);
}

function readStanding({ view, start, next }: Place): Draft[] {
  if (!canBe(view, start, start + 6, 'thường')) return [];
  if (endsWith(view, start, STANDING_NAME)) return [];
  const [before, after] = [wordsBefore(view, start).folded, wordsAfter(view, next).folded];
  if (OF_SOME.test(before)) return [];
  const standing = STANDING_WORK.test(before) && /^ ?(?:[.;)]|$)/u.test(after);
  if (!standing && !beginsAction(after) && !OPENING_VERB.test(before) && !closesVerb(before, after) && !/^,? khong ngung nghi/u.test(after))
    return [];
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
      'sơ kết mỗi năm hai lần': 'every:FREQ=MONTHLY;INTERVAL=6',
      'tổng hợp, báo cáo Sở Nội vụ kết quả bồi dưỡng và sử dụng cán bộ trẻ của đơn vị hằng năm': 'every:FREQ=YEARLY',
      'tổng hợp kết quả trên địa bàn hằng năm': 'every:FREQ=YEARLY',
      'các phòng hằng tuần báo cáo tiến độ': 'every:FREQ=WEEKLY',
      'thực hiện nghiêm việc báo cáo Bộ hằng tuần về tiến độ': 'every:FREQ=WEEKLY',
      'cập nhật, báo cáo Cục hằng ngày kết quả xử lý': 'every:FREQ=DAILY',
      'báo cáo nhanh hằng ngày trước 16h00': 'every:FREQ=DAILY',
      'các phòng báo cáo hàng tuần về tiến độ thực hiện': 'every:FREQ=WEEKLY',
      'giám sát tuyến xã và báo cáo hằng ngày.': 'every:FREQ=DAILY',
      'đôn đốc các xã thực hiện và báo cáo các cấp hàng ngày theo quy định;': 'every:FREQ=DAILY',
      'tổng hợp số liệu, báo cáo UBND tỉnh hằng ngày.': 'every:FREQ=DAILY',
    },
    leaves: [
      'xây dựng kế hoạch hằng năm của đơn vị',
      'nhiệm vụ hàng năm của cơ quan',
      'cửa hàng năm 2025',
      'ngân hàng quý II',
      '6 tháng đầu năm',
      'trẻ em dưới 36 tháng tuổi',
      'lương hằng tháng của viên chức',
      'thực hiện chế độ báo cáo hằng ngày.',
      'gửi báo cáo hằng tuần về tiến độ',
      'phục vụ đời sống hằng ngày.',
      'theo chi phí hằng năm về điện của đơn vị',
    ],
    pattern: new RegExp(
      `${WORD}(?=theo dinh k[yi] |dinh k[yi] |hang |moi |tung |cu |[0-9oil]{1,2} (?:ngay|tuan|thang|quy|nam|lan)|(?:mot|hai|ba|bon|nam|sau) (?:tuan|thang|quy|nam|lan))`,
      'gu',
    ),
    read: readEvery,
  },
  {
    id: 'deadline/continuous',
    reads: {
      'Thường xuyên kiểm tra, đôn đốc': 'continuous',
      'bố trí cán bộ thường xuyên, kịp thời cập nhật dữ liệu': 'continuous',
      'Kiểm tra thường xuyên việc chấp hành': 'continuous',
      'thường xuyên tự kiểm tra, rà soát văn bản': 'continuous',
      'phải liên tục ra quân, thường xuyên, không ngừng nghỉ': 'continuous',
      'duy trì chế độ trực, tuần tra thường xuyên.': 'continuous',
      'mở rộng trung tâm dữ liệu, nhiệm vụ thường xuyên;': 'continuous',
    },
    leaves: [
      'chi thường xuyên',
      'Trung tâm Giáo dục thường xuyên huyện',
      'sự cố thường xuyên xảy ra',
      'nhiệm vụ quan trọng, thường xuyên nhằm nâng cao nhận thức',
      'Phòng Giáo dục thường xuyên',
      'bố trí kinh phí cho nhiệm vụ thường xuyên.',
      'giám sát công chức, nhất là công chức thường xuyên tiếp xúc với người dân',
      'khu vực thường xuyên tổ chức khai thác trái phép',
      'kinh phí tuần tra thường xuyên của đơn vị',
    ],
    pattern: new RegExp(`${WORD}thuong xuyen(?![\\p{L}])`, 'gu'),
    read: readStanding,
  },
];
