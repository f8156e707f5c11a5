// So much time from something: 'trong thời hạn 15 ngày kể từ ngày ký', 'chậm nhất 05 ngày làm việc, kể từ ngày nhận được', 'sau 30 ngày kể từ khi …'.
// Invariant: `from` is 'signing', 'receipt' or the event's own words; a date is worked out only from the signing day that the document shows.
// It does not read spans before an event ('10 ngày trước ngày khai mạc') nor how long something is valid.

import { addDuration } from '../calendar/periods.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { Context, Draft, When } from '../found.ts';
import { DIGIT, digits, spelt, WORDS } from '../numerals.ts';
import { type Place, type Rule, WORD } from '../rule.ts';
import { type Endings, endsWith, wordsBefore } from '../surroundings.ts';
import { sourceSpan, type View } from '../view.ts';

const LIMIT = '(?:cham nhat|muon nhat|toi da|khong qua|khong vuot qua|it nhat)';
const START = `(?:trong(?: (?:thoi han|thoi gian|vong))?|thoi han|thoi gian|${LIMIT}|sau)(?: ?:| la| trong| vong| sau| khoang| thoi han| ${LIMIT}){0,4}`;
// 'trong thời hạn 15 (mười lăm) ngày làm việc', 'chậm nhất 48 giờ'; not 'trong 3 năm 6 tháng tù'.
const SPAN = new RegExp(
  `${WORD}(?<start>${START}) (?<count>${DIGIT}{1,3}|${WORDS})(?: ?\\([\\p{L}0-9 ]{1,24}\\))? ?(?<unit>ngay lam viec|ngay lien tuc|ngay|tuan|thang|quy|nam|gio|phut)(?![\\p{L}0-9])`,
  'gu',
);
// ' kể từ ngày', ', tính từ thời điểm', ' sau khi', ' từ ngày'
const FROM = / ?,? ?(?:(?:duoc )?(?:ke|tinh|bat dau)(?: ca)? tu(?: sau)?|tu|sau)(?: (?:khi|ngay|thoi diem|luc|gio))?(?: (?:khi|ngay|thoi diem))? /uy;
// How long something is valid, kept or endured, and what happens when a time is over; not 'trả kết quả trong thời hạn 03 ngày'.
const VALIDITY: Endings = {
  marked:
    /(?<![\p{L}])(?:hiệu lực|giá trị|sử dụng|bảo hành|liên tục|lưu trữ|lưu giữ|cấm|tù|phạt|thử việc|kinh nghiệm|hết|quá|ngoài) (?:là |tối thiểu |thi hành )?$/u,
  lost: /(?<![\p{L}])(?:hieu luc|gia tri|bao hanh|het) (?:la |toi thieu |thi hanh )?$/u,
};
/(?:hieu luc|gia tri|su dung|bao hanh|lien tuc|luu tru|luu giu|cam|tu|phat|dong|thu viec|hoc|kinh nghiem|cong tac|het|qua|ngoai) (?:la |toi thieu |thi hanh )?$/u;

interface Length {
  readonly duration: string;
  readonly working: boolean;
  readonly count: number;
}

function lengthOf(countText: string, unit: string): Length | null {
  const count = /[0-9]/.test(countText) ? digits(countText) : spelt(countText);
  if (count === null || count === 0) return null;
  const letter = { ngay: 'D', tuan: 'W', thang: 'M', nam: 'Y' }[unit.split(' ')[0] as string];
  const working = unit === 'ngay lam viec';
  if (unit === 'gio') return { duration: `PT${count}H`, working, count };
  if (unit === 'phut') return { duration: `PT${count}M`, working, count };
  if (unit === 'quy') return { duration: `P${count * 3}M`, working, count };
  return { duration: `P${count}${letter}`, working, count };
}

const ENDS =
  /[,;.:)(]|(?<![\p{L}])thì(?![\p{L}])| thi (?!hanh|cong|dau|dua|truong|xa|tran|nghiem)| phai | doi voi | tru truong hop | de (?=bao cao|tong hop|xem xet|theo doi|(?:so|bo|cuc|chi cuc|phong|van phong|ubnd|uy ban) \p{L})/u;
const LONGEST = 110;

/** Where the event's words end: a comma, a full stop, 'thì'. */
function eventEnd(view: View, at: number): number {
  const near = view.folded.slice(at, at + LONGEST);
  const marked = view.marked.slice(at, at + LONGEST);
  const cuts = [near.search(ENDS), marked.search(/(?<![\p{L}])thì(?![\p{L}])/u)].filter((cut) => cut >= 0);
  const cut = Math.min(near.length, ...cuts);
  if (cut < near.length || near.length < LONGEST) return at + cut;
  return at + Math.max(near.lastIndexOf(' '), 1);
}

const OWN =
  '(?: (?:van ban|cong van|quyet dinh|ke hoach|chi thi|thong bao|nghi quyet|huong dan|cong dien|ket luan|chuong trinh|quy dinh|quy che|to trinh)(?: nay)?)?';
const SIGNING = new RegExp(`^(?:duoc )?(?:ky|ki)(?: ban hanh)?${OWN}(?: nay)?$|^ban hanh${OWN}(?: nay)?$`, 'u');
const RECEIPT = /^(?:[\p{L} ]{0,30} )?(?:nhan duoc|nhan du|tiep nhan)(?![\p{L}])|^nhan(?! (?:dan|vien|su|dang|thuc)(?![\p{L}]))(?![\p{L}])/u;

function originOf(view: View, start: number, end: number): { from: string; end: number } | null {
  const folded = view.folded.slice(start, end).trim();
  if (folded === '') return null;
  if (SIGNING.test(folded)) return { from: 'signing', end };
  if (RECEIPT.test(folded) && !/^(?:hop dong|nguoi)/.test(folded)) return { from: 'receipt', end };
  const span = sourceSpan(view, start, end);
  return { from: view.source.slice(span.start, span.end).normalize('NFC').replace(/\s+/gu, ' ').replaceAll('*', ''), end };
}

function whenOf(length: Length, from: string, context: Context): When {
  const date = from === 'signing' && context.issuedOn !== null ? due(context.issuedOn, length) : null;
  return { kind: 'relative', duration: length.duration, ...(length.working ? { workingDays: true } : {}), from, date };
}

const due = (issuedOn: string, length: Length): string | null =>
  length.working ? addWorkingDays(issuedOn, length.count) : addDuration(issuedOn, length.duration);

// 'Kể từ ngày nhận được công văn này, trong thời hạn 05 ngày làm việc, …': the event stands first.
const EARLIER = /(?:ke tu|tinh tu|sau)(?: (?:khi|ngay|thoi diem))+ (?<event>[^,;:]{2,90}), ?$/u;

function readSpan({ view, context, match, start, next }: Place): Draft[] {
  const length = lengthOf(match.groups?.count ?? '', match.groups?.unit ?? '');
  const before = wordsBefore(view, start).folded;
  if (!length || endsWith(view, start, VALIDITY) || /^ (?:truoc|dau|cuoi) /.test(view.folded.slice(next, next + 7))) return [];
  FROM.lastIndex = next;
  const from = FROM.exec(view.folded);
  const begin = next + (from?.[0].length ?? 0);
  if (/^sau thoi han/.test(match.groups?.start ?? '')) return [];
  // 'sau 10 ngày kể từ ngày nhắc nhở mà doanh nghiệp vẫn không nộp': a case, no order.
  if (match.groups?.start === 'sau' && /(?<![\p{L}])(?:van|ma) (?:khong|chua)(?![\p{L}])/u.test(view.folded.slice(next, next + 90))) return [];
  const origin = from && originOf(view, begin, eventEnd(view, begin));
  if (origin) {
    return [
      {
        when: whenOf(length, origin.from, context),
        start,
        end: origin.end,
        confidence: match.groups?.start === 'sau' ? 0.7 : 0.9,
        rules: ['deadline/span'],
        review: [],
      },
    ];
  }
  const earlier = EARLIER.exec(before)?.groups?.event;
  if (earlier !== undefined && RECEIPT.test(earlier)) {
    return [{ when: whenOf(length, 'receipt', context), start, end: next, confidence: 0.8, rules: ['deadline/span'], review: [] }];
  }
  const open = /^(?:trong (?:thoi han|vong)|cham nhat (?:trong|sau)|thoi han ?:)/.test(match.groups?.start ?? '');
  if (!open && !(match.groups?.start === 'trong' && length.working)) return [];
  return [
    { when: whenOf(length, 'signing', context), start, end: next, confidence: 0.5, rules: ['deadline/span'], review: ['deadline-start-inferred'] },
  ];
}

export const RELATIVE_RULES: readonly Rule[] = [
  {
    id: 'deadline/span',
    reads: {
      'trong thời hạn 15 ngày kể từ ngày ký': 'after:P15D/signing',
      'Trong thời hạn 03 (ba) ngày làm việc, kể từ ngày nhận được hồ sơ, Sở phải trả lời': 'after:P3Dw/receipt',
      'chậm nhất mười lăm ngày kể từ ngày kết thúc hội nghị': 'after:P15D/kết thúc hội nghị',
      'trong vòng 24 giờ kể từ khi xảy ra sự cố': 'after:PT24H/xảy ra sự cố',
      'sau 45 ngày kể từ ngày Kế hoạch này được ban hành': 'after:P45D/Kế hoạch này được ban hành',
    },
    leaves: [
      'chậm nhất 10 ngày trước ngày khai mạc',
      'có hiệu lực sau 45 ngày kể từ ngày ký',
      'có giá trị trong thời hạn 06 tháng kể từ ngày cấp',
      'nghỉ không quá 05 ngày',
      'trong 5 năm qua',
      'Hết thời hạn 30 ngày kể từ ngày thông báo',
      'sau 10 ngày kể từ ngày nhắc nhở mà doanh nghiệp vẫn không nộp',
    ],
    pattern: SPAN,
    read: readSpan,
  },
];
