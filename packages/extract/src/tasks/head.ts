// What do the words before a colon say: a title, the one who works, or the work itself?
// Invariant: names only; adds no task.
//   "Báo cáo tháng: Sở A tổng hợp …" a title    "Đề nghị Công ty B: Cử cán bộ …" a name    "Nộp đủ các khoản: tiền thuê đất; phí …" the work
import type { Span } from '@vanban/contract';
import { foldedText } from '../words/tokens.ts';
import { type Clause, read } from './clause.ts';
import type { Naming } from './draft.ts';
import { ownersOf } from './naming.ts';
import type { Unit } from './unit.ts';

/** True where the work follows the colon: "…, cụ thể như sau:", "Về đất hiếm:". */
export function leadsIn(unit: Unit): boolean {
  const words = unit.folded;
  if (unit.phrase.leads.length === 0 && /^(?:ve|doi voi|rieng|linh vuc|trong linh vuc)(?: |$)/u.test(words)) return true;
  return /(?:sau|sau day|cu the|noi dung|nhu sau|chi dao|gom|trach nhiem|nhiem vu|cong viec|giai phap|yeu cau|trien khai|huong dan|thuc hien)\s*:$/u.test(
    words,
  );
}

/** "Về đề nghị Chính phủ chỉ đạo Bộ A bố trí vốn:": what the matter is, whoever it names. Not "Về phía các xã:". */
export const isTopicOnly = ({ folded, phrase }: Unit): boolean =>
  phrase.form !== 'heading' &&
  /^(?:[-+] ?)?ve (?!phia |trach nhiem |nhiem vu )[^;]{3,400}:$/u.test(folded) &&
  !/(?:sau|sau day|nhu sau)\s*:$/u.test(folded);

/** "Cơ quan được giao quản lý, thực hiện xây dựng (chủ đầu tư): | Khu A.": whose place it is, and who has it. */
export function isHeldBy(clause: Clause, { phrase, folded, tokens }: Unit, parts: readonly Span[]): boolean {
  const [only, more] = parts;
  if (only === undefined || more !== undefined || phrase.form !== 'subject' || tokens.length > 24) return false;
  return (
    /^(?:[-+] ?)?(?:cac )?(?:co quan|don vi|to chuc) (?:duoc|quan ly|chu tri|thuc hien|tiep nhan)/u.test(folded) &&
    read(clause, only).kind === 'names'
  );
}

/** "Hoàn thành tốt:", "Mục đích xây dựng công trình:", "Địa điểm thực hiện:", "Chủ đầu tư:": what stands behind it is a field's value. */
export const isField = ({ folded, phrase, text }: Unit): boolean =>
  phrase.leads.length === 0 &&
  (EXPENSES.test(text) ||
    /^(?:[-+] ?)?(?:khong )?hoan thanh(?: tot| xuat sac)?(?: nhiem vu)?:$/u.test(folded) ||
    /^(?:[-+] ?)?(?:ten|muc dich|muc tieu|quy mo|dia diem|nguon von|tong muc dau tu|hinh thuc|cap|loai) (?:cong trinh|du an|xay dung|thuc hien|dau tu|goi thau|de an|hop dong)(?: [^:]{0,60})?:$/u.test(
      folded,
    ) ||
    /^(?:[-+] ?)?(?:ly do|pham vi|doi tuong|dia diem|thanh phan|nguyen nhan|uu diem|nhuoc diem)(?: [^:]{0,30})?:$/u.test(folded));

// "Chi tổ chức thực hiện tái định cư, gồm:", "Mức chi áp dụng với các nội dung sau:": what money is spent on; not "Chi trả kịp thời cho các hộ, gồm:", "Chi cục A rà soát, gồm:".
const EXPENSES =
  /^\s*(?:[-+]\s*)?(?:(?:Mức|Nội dung|Các khoản) chi|Chi (?!trả|cục|nhánh|bộ|ủy|uỷ|hội|đoàn|đội|tiêu|ngay|kịp|đúng|đủ)\p{Ll})[^:]{3,200}(?:gồm|sau|sau đây|như sau)\s*:\s*$/u;

// "… đáp ứng các điều kiện sau:", "Các dịch vụ đô thị khác như:", "Hồ sơ gồm:", "… cần thể hiện rõ:"; not "thực hiện các nhiệm vụ sau:", "yêu cầu các sở thực hiện nội dung sau:".
const THINGS =
  /(?:^(?:[-+] ?)?(?:cac |nhung )[^,;:]{5,60} khac nhu|(?:cac |nhung |day du cac )?(?:dieu kien|tieu chi|tieu chuan|ho so|tai lieu|thanh phan|thong tin|thong so|dau hieu|truong hop|doi tuong)(?: [^ ,;:]+){0,4} (?:sau|sau day|nhu sau)|(?:the hien ro|thuyet minh ro|neu ro)|(?:ho so|tai lieu|thanh phan|thong tin)[^,;:]{0,40} (?:bao )?gom(?: co)?)\s*:$/u;

/** True where what stands behind the colon are things, not work: conditions, papers, cases. */
export const listsThings = (unit: Unit): boolean => THINGS.test(unit.folded);

/** "Lựa chọn đơn vị tư vấn đáp ứng các điều kiện sau:", "Thực hiện kiểm định chất lượng kho để chứng minh …, cụ thể như sau:": work before it is detailed. */
export function isDetailed(unit: Unit): boolean {
  if (unit.phrase.form === 'thing' || unit.phrase.form === 'none' || unit.phrase.form === 'heading' || unit.phrase.grounds) return false;
  const work = foldedText(unit.tokens, unit.phrase.verbAt);
  if (work.split(' ').length < LONG_WORK || (SAYS.test(work) && !isDue(unit, work))) return false;
  if (listsThings(unit) || ASKS_TO_REPORT.test(work)) return true;
  const before = /^(.*),? cu the(?: nhu sau)?\s*:$/u.exec(work)?.[1];
  return (
    before !== undefined &&
    !/(?:noi dung|nhiem vu|cong viec|cong tac|giai phap|bien phap|yeu cau|van de|viec|y kien|tien do|lo trinh|moc thoi gian)(?: [^ ]+){0,4}[, ]*$/u.test(
      before,
    )
  );
}

// "tổng hợp, báo cáo cụ thể về một số nội dung sau:": to report is the work, whatever stands below; not "thực hiện một số nội dung sau:".
const ASKS_TO_REPORT =
  /(?:bao cao|thong ke|cung cap thong tin)(?: [^ ;:]+){0,4} ve (?:mot so|cac|nhung) (?:noi dung|van de|thong tin|so lieu)(?: chinh| cu the)? (?:sau|sau day|nhu sau)\s*:$/u;

// "báo cáo đầy đủ số liệu và gửi về Sở A trước ngày 20/12/2025, cụ thể:": a report with a last day is work; not "báo cáo kết quả như sau:".
const isDue = ({ phrase, deadline }: Unit, work: string): boolean =>
  phrase.form === 'assign' && deadline?.kind === 'date' && deadline.bound !== 'from' && /^bao cao (?!ket qua )/u.test(work);

const SAYS = /^(?:co y kien|thong bao|huong dan|tra loi|phuc dap|bao cao|ket luan|xin|trinh|kinh)(?: |$)/u;

/** "Tổ chức tập huấn về điều trị theo:", "Yêu cầu các xã báo cáo số liệu hằng tháng qua hệ thống, bao gồm:": the work stands before what it consists of; not "thực hiện các nhiệm vụ, gồm:". */
export function enumerates(unit: Unit): boolean {
  if (/ theo\s*:$/u.test(unit.folded) && unit.phrase.form !== 'thing') return true;
  if (unit.tokens.length < unit.phrase.verbAt + LONG_WORK) return false;
  if (
    unit.phrase.leads.length === 0 &&
    !(
      unit.phrase.form === 'command' &&
      /^(?:[-+] ?)?(?:lap|gui|nop|hoan thien|cung cap) (?:\p{L}+ )?(?:ho so|tai lieu|bao cao|danh sach) /u.test(unit.folded)
    )
  )
    return false;
  if (/ theo (?:cac )?(?:bieu )?mau(?: so)?(?: sau| sau day| duoi day)?\s*:$/u.test(unit.folded)) return true;
  return (
    /(?:^| )(?:bao )?gom(?: co)?\s*:$/u.test(unit.folded) &&
    !/(?:noi dung|nhiem vu|cong viec|giai phap|bien phap|viec)(?: [^ ;:]+){0,9} (?:bao )?gom(?: co)?\s*:$/u.test(unit.folded)
  );
}

/** "Báo cáo tháng: Sở A tổng hợp …": a short title before the one who works, or a word or two before anything. */
export function isCaption(clause: Clause, unit: Unit, behind: Span): boolean {
  if (unit.phrase.leads.length > 0) return false;
  const next = read(clause, behind);
  if ((next.phrase.form === 'subject' || next.phrase.form === 'assign') && isNamedDoer(next)) return true;
  if (unit.tokens.length > 14) return false;
  return next.kind === 'task' && (next.phrase.leads.length > 0 || unit.tokens.length <= 6);
}

/** "(1) Thanh tra Chính phủ ban hành …", "Các bộ khẩn trương trình …": a name of its own or of many begins the work. */
const isNamedDoer = ({ kind, phrase, tokens }: Unit): boolean =>
  kind === 'task' &&
  phrase.leads.length > 0 &&
  ((phrase.directors[0] ?? phrase.leads[0])?.start ?? 9) < 4 &&
  phrase.leads.every(({ start, many }) => many || tokens[start]?.upper === true);

/** "Giao Sở A thu hồi số tiền chi sai trong tháng 9: chỉ đạo kiểm điểm …": a whole task before the sign, another verb behind it; a misread or careless semicolon. */
export function goesOn(clause: Clause, unit: Unit, behind: Span): boolean {
  if (unit.phrase.leads.length === 0 || unit.tokens.length < unit.phrase.verbAt + LONG_WORK) return false;
  if (/(?:^| )(?:gom|nhu|la|nhung|khoan|loai|muc|nhom|tieu chi|noi dung|chi tieu)(?: [^ ]+){0,2}:$/u.test(unit.folded)) return false;
  const next = read(clause, behind);
  return next.kind === 'task' && next.tokens[next.phrase.verbAt]?.upper === false && next.phrase.verbAt < 4;
}

/** Shorter work than this before a colon announces its details. */
const LONG_WORK = 8;

/** "đ) Phối hợp với Sở B hướng dẫn:": names only who helps those who lead from above. */
export function supportedBy(clause: Clause, unit: Unit, above: Naming | null): Naming | null {
  if (above === null || unit.phrase.form !== 'command' || !leadsIn(unit)) return null;
  const supports = ownersOf(clause.passage, unit, unit.phrase.supports, 'support', clause.addressees);
  return supports.length === 0 ? null : { leads: above.leads, supports, from: clause.from };
}

/** Whom a unit names, for what follows it. */
export function namingOf(clause: Clause, unit: Unit): Naming | null {
  const { directors } = unit.phrase;
  const leads = ownersOf(
    clause.passage,
    unit,
    directors.length > 0 && SINGLES_OUT.test(unit.folded) && areItsOwn(unit) ? directors : unit.phrase.leads,
    'lead',
    clause.addressees,
  );
  if (isOwnDeed(clause, unit)) return null;
  if (leads.length === 0 || (unit.phrase.grounds && !unit.phrase.giver && unit.phrase.form !== 'assign') || speaks(unit)) return null;
  return { leads, supports: ownersOf(clause.passage, unit, unit.phrase.supports, 'support', clause.addressees), from: clause.from };
}

/** "Sở Công Thương xác nhận Đề cương với các nội dung sau:" in its own letter: what follows is what it confirms, no work of its own. */
function isOwnDeed({ reader }: Clause, { phrase, tokens }: Unit): boolean {
  const { sender } = reader;
  if (sender === undefined || sender === null || phrase.form !== 'subject' || phrase.giver || phrase.leads.length !== 1) return false;
  const lead = phrase.leads[0] as { start: number; end: number };
  const name = foldedText(tokens.slice(lead.start, lead.end));
  return (
    (name === sender || name.startsWith(`${sender} `)) &&
    /^(?:xac nhan|co y kien|thong nhat|nhan xet|danh gia|ket luan|xac dinh|thong bao|chap thuan|cho y kien)(?: |$)/u.test(
      foldedText(tokens, phrase.verbAt),
    )
  );
}

/** "A chỉ đạo các đơn vị trực thuộc thực hiện các quy định trên, trong đó lưu ý một số nhiệm vụ sau:": the list is for A. Not "A chỉ đạo các đơn vị:", nor where B are others. */
const SINGLES_OUT = /trong do(?:,)? (?:can )?(?:luu y|chu y|tap trung|quan tam)[^.;]{0,200}:$/u;

/** "các cơ quan, đơn vị trực thuộc có liên quan": parts of the one who directs. */
const areItsOwn = ({ phrase, tokens }: Unit): boolean =>
  phrase.leads.every(({ start, end }) => /(?:^| )truc thuoc(?: |$)/u.test(foldedText(tokens.slice(start, end))));

/** "Chủ tịch UBND tỉnh có ý kiến như sau:", "Thứ trưởng A đã chỉ đạo:": those who speak are not those who work. */
function speaks(unit: Unit): boolean {
  const work = foldedText(unit.tokens, unit.phrase.verbAt);
  if (/(?<!\p{L})da (?:chi dao|ket luan|yeu cau|co y kien|phat bieu)(?: \p{L}+){0,5} ?:$/u.test(unit.folded)) return true;
  return (
    unit.phrase.form === 'subject' &&
    /^(?:co y kien|thong bao|huong dan|tra loi|quyet dinh|ban hanh|bao cao|ket luan|xin|xay dung ke hoach|trinh|de xuat|kinh)/u.test(work)
  );
}
