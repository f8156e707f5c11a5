// Why is a sentence no task, although it has a verb that could be work?
// Invariant: each reason has an id; null means that nothing speaks against the task. Rules look at the sentence alone (sections.ts looks at its place).
//   "Ngày 19/12/2025, Sở A có Văn bản …" history    "Sở A sẽ tổng hợp" promise    "Đồng ý chủ trương …" decision
//   "Thông báo để các cơ quan biết, thực hiện" courtesy    "yêu cầu các đơn vị nghiêm túc thực hiện" exhortation
import type { OwnerPhrase } from '../owners/owner-phrase.ts';
import { lexicon, matchAt, phrases } from '../words/lexicon.ts';
import { foldedText, type Token } from '../words/tokens.ts';
import { ADVERB, MODAL } from '../words/verbs.ts';
import { statement } from './statements.ts';
import type { Reader } from './unit.ts';

export function refusal(text: string, folded: string, tokens: readonly Token[], phrase: OwnerPhrase, reader: Reader): string | null {
  if (phrase.form === 'none' || phrase.form === 'thing') return 'no-task/thing';
  if (phrase.grounds && !phrase.giver && isHistory(folded) && !(phrase.form === 'assign' && ASKS.test(folded))) return 'no-task/history';
  if (isQuestion(text, phrase)) return 'no-task/question';
  if (text === text.toUpperCase() && /\p{L}{2}.*\p{L}{2}/u.test(text)) return 'no-task/title';
  const told = lawOrCourtesy(folded, tokens, phrase);
  if (told !== null) return told;
  for (const [id, pattern] of PATTERNS)
    if (pattern.test(folded) && !(id === 'no-task/difficulties' && worksBefore(folded, tokens, phrase))) return id;
  if (phrase.form === 'command' || phrase.leads.length === 0) {
    const first = firstWord(tokens);
    const unnamed = UNNAMED.find(([, pattern]) => pattern.test(folded));
    if (unnamed !== undefined) return unnamed[0];
    if (matchAt(tokens, first, reader.decides ? DECIDES_BY_ITSELF : DECIDES) > 0) return 'no-task/decision';
  }
  const marked = wordsFrom(text, tokens, phrase.verbAt);
  return (
    statement(marked, tokens, phrase) ?? deedOfSender(tokens, phrase, reader) ?? refusalOfWork(marked, foldedText(tokens, phrase.verbAt), phrase)
  );
}

// "Khai thác không đúng nội dung giấy phép": what is forbidden; not "Xử lý khai thác trái phép", "Rà soát việc sử dụng không đúng mục đích".
const VIOLATES =
  /^(?:[-+] ?|\((?:[ivx]{1,4}|\d|[a-z])\) ?)?(?:khai thac|su dung|san xuat|kinh doanh|xay dung|hoat dong|thuc hien|van chuyen|ke khai|mua ban|tang tru)(?: (?!de |va |viec |neu |ma )\p{L}+){0,3} (?:khong dung|khong co (?:giay )?phep|trai (?:phep|quy dinh|phap luat)|vuot (?:qua )?(?:cong suat|pham vi|muc)|sai (?:quy dinh|phep|muc dich))(?: |[.;]|$)/u;

/** "Khoản chi có hợp lệ hay không?"; not "Đề nghị Sở A xác định khoản chi có hợp lệ hay không?", which gives work. */
const isQuestion = (text: string, { form, leads }: OwnerPhrase): boolean => text.trimEnd().endsWith('?') && !(form === 'assign' && leads.length > 0);

/**
 * In a letter: "Sở Công Thương xác định dự án thuộc …" tells what the sender itself did, "Công ty đề nghị Sở Công Thương cấp …" what it was asked for. With a
 * duty or a manner of haste the sender's own work is a task.
 */
function deedOfSender(tokens: readonly Token[], phrase: OwnerPhrase, { sender }: Reader): string | null {
  if (sender === undefined || sender === null) return null;
  if (phrase.leads.length === 0 && phrase.givers?.some(({ start, end }) => ASKERS.test(foldedText(tokens.slice(start, end)))))
    return 'no-task/recalled-request';
  const isSender = phrase.leads.length > 0 && phrase.leads.every(({ start, end }) => isNamed(tokens.slice(start, end), sender));
  if (!isSender) return null;
  if (phrase.form === 'assign') return 'no-task/recalled-request';
  const behind = phrase.leads.at(-1)?.next ?? phrase.verbAt;
  if (phrase.form !== 'subject' || phrase.supports.length > 0) return null;
  return [behind, behind + 1].some((at) => matchAt(tokens, at, MODAL) > 0 || matchAt(tokens, at, ADVERB) > 0) ? null : 'no-task/own-deed';
}

/** Who asks the sender of a letter for something: "Công ty đề nghị cấp Giấy phép …". */
const ASKERS = /^(?:cong ty|doanh nghiep|hop tac xa|don vi|chi nhanh|nha dau tu|chu dau tu)(?: |$)/u;

/** "Sở Công Thương", "Sở Công Thương Lào Cai" for the sender "so cong thuong". */
const isNamed = (name: readonly Token[], sender: string): boolean => {
  const words = foldedText(name);
  return words === sender || words.startsWith(`${sender} `);
};

/** What the law says of a case, and how the sender closes. */
function lawOrCourtesy(folded: string, tokens: readonly Token[], phrase: OwnerPhrase): string | null {
  if (phrase.form !== 'assign' && !phrase.giver && BY_LAW.test(folded)) return 'no-task/rule';
  if (phrase.form !== 'subject') return null;
  if (isRule(folded, phrase, tokens)) return 'no-task/rule';
  return CLOSING.test(folded) || (!phrase.giver && ANSWERS.test(folded)) ? 'no-task/courtesy' : null;
}

/** "Sở A chịu trách nhiệm tổ chức triển khai, đôn đốc và hằng năm báo cáo, trong quá trình thực hiện có vướng mắc phải báo cáo …": the work stands before it. */
function worksBefore(folded: string, tokens: readonly Token[], phrase: OwnerPhrase): boolean {
  const at = folded.search(
    /(?:neu|truong hop|trong qua trinh|khi)(?: \p{L}+){0,6} (?:co |gap |phat sinh |con )?(?:nhung |cac )?(?:kho khan|vuong mac|phat sinh|van de)/u,
  );
  if (at < 0 || phrase.leads.length === 0 || (phrase.form !== 'subject' && phrase.form !== 'assign')) return false;
  const works = foldedText(tokens, phrase.verbAt);
  const work = works.slice(0, Math.max(0, works.length - (folded.length - at))).replace(/(?<![ ,;.])[ ,;.]+$/u, '');
  return work.split(' ').length > LEAST_WORK && !isExhortation(work, { ...phrase, supports: [] });
}
const LEAST_WORK = 8;

/** The two reasons that still name who is spoken to. */
export const EXHORTATION = 'no-task/exhortation';
export const LEAD_IN = 'no-task/lead-in';
/** "Rà soát;": a verb alone, which the parts behind it go on from. */
export const FRAGMENT = 'no-task/fragment';

/** "Trường hợp …, doanh nghiệp nộp thuế theo …": what holds in a case; with "phải", "có trách nhiệm" it is a duty. */
function isRule(folded: string, phrase: OwnerPhrase, tokens: readonly Token[]): boolean {
  if (!/^(?:- ?)?(?:trong |doi voi )?(?:cac |nhung )?(?:truong hop|neu) /u.test(folded)) return false;
  const behind = tokens.slice(phrase.leads.at(-1)?.next ?? 0, phrase.verbAt + 3).map((token) => token.fold);
  return !/(?:^| )(?:phai|can|co trach nhiem|chiu trach nhiem|khan truong|kip thoi|chu dong|ngay)(?: |$)/u.test(behind.join(' '));
}

/** What the verb phrase itself says. */
function refusalOfWork(marked: string, work: string, phrase: OwnerPhrase): string | null {
  if (marked === '') return 'no-task/names';
  if (
    /^(?:sẽ|đã|dã|đang|đánh giá cao|ghi nhận|biểu dương|hoan nghênh|đồng ý|nhất trí|vừa|mới|chưa|có thể|được(?! giao| phân công| yêu cầu)|là(?! (?:cơ quan |đơn vị )?(?:đầu mối|thường trực|chủ trì))|bị|cơ bản (?:nhất trí|thống nhất|đồng ý|tán thành|vận hành|đáp ứng|ổn định|đạt|bảo đảm|đảm bảo)|tán thành|thống nhất (?:với|chỉ|rằng|chủ trương|cao)|nhất trí với|gồm|bao gồm|có hiệu lực|không áp dụng|nhận được|nhận định|nhận thấy|cho rằng)(?: |$)/u.test(
      marked,
    )
  )
    return 'no-task/statement';
  if (phrase.form === 'subject' && /^không (?!được|để)/u.test(marked)) return 'no-task/statement';
  if (CHARGED.test(marked)) return 'no-task/statement';
  if (
    !(phrase.leads.length > 0 && FOLLOWS.test(work)) &&
    /^(?:(?:thuc hien|ap dung) (?:theo(?! dung)|tuong tu|nhu)|giu nguyen (?:theo|nhu|tai))(?: |$)/u.test(work)
  )
    return 'no-task/rule';
  if (isExhortation(work, phrase)) return EXHORTATION;
  if (/^xac dinh [^.;]{3,120} la (?!(?:mot trong|nhiem vu|tieu chi|co so|trach nhiem|khau dot pha) )/u.test(work)) return 'no-task/view';
  const helped = phrase.supports.length > 0 && /^\p{L}/u.test(marked);
  if (phrase.leads.length === 0 && !helped && work.split(' ').length < 3) return FRAGMENT;
  if (/^(?:hoi nghi|cuoc hop|buoi lam viec|phien hop|buoi hop)[ ./]*$/u.test(work)) return 'no-task/statement';
  return null;
}

// "cơ quan chủ trì | soạn thảo nhận được 30 văn bản", "… soạn thảo đã tiếp thu": the verb says what they are there for, the next what they did; not "soạn thảo kế hoạch".
const CHARGED = /^(?:chủ trì )?(?:soạn thảo|thẩm định|thẩm tra|quản lý|giải quyết) (?:đã|nhận được|nhận thấy|đang|chưa)(?: |$)/u;

/** "Tỉnh thực hiện theo chỉ đạo của Thủ tướng": somebody named is told to; not "thực hiện theo quy định", "thực hiện theo Luật". */
const FOLLOWS = /^thuc hien theo (?:(?:su|dung|cac) )?(?:chi dao|y kien|ket luan|yeu cau|huong dan) /u;

/** "nghiêm túc triển khai thực hiện", "khẩn trương thực hiện", "phối hợp thực hiện" without an object; "thi hành Quyết định này" is work. */
function isExhortation(work: string, phrase: OwnerPhrase): boolean {
  if (phrase.supports.length > 0) return false;
  const bare = work
    .replace(/[./,;:]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (/^can cu (?:noi dung |cac noi dung |y kien |chi dao )?[^.;]{0,60}(?:nay|tren|noi tren) (?:to chuc |de )?(?:trien khai )?thuc hien$/u.test(bare))
    return true;
  return /^(?:(?:can|phai|nghiem tuc|khan truong|nghiem chinh|quan tam|chu dong|tich cuc|phoi hop|kip thoi|hieu qua|co hieu qua|nghiem|biet|va|chi dao|trien khai|to chuc|thuc hien|theo quy dinh|dong bo|quyet liet|cung|tap trung|de|nhung|noi dung|cac noi dung|tren|neu tren|nay|ngay|tot|day du|dung|cong van nay|van ban nay|chi thi nay|cong dien nay|thong bao nay|ke hoach nay|ket luan nay|yeu cau|theo|tinh than|cua)(?: |$))+$/u.test(
    `${bare} `.trim(),
  );
}

/** "Căn cứ các quy định nêu trên, | đề nghị các Thuế tỉnh khẩn trương …": the letter itself asks. */
const ASKS = /^can cu (?:(?:cac |nhung )?(?:quy dinh|noi dung|ket qua)|tinh hinh)[^;:]*, (?:de nghi|yeu cau) /u;

const isHistory = (folded: string): boolean =>
  /^(?:-\s*)?(?:ngay|hoi|thoi gian qua|trong thoi gian qua|vua qua|hien nay|trong nam qua|trong nhung nam|nam|tuy nhien den nay|mac du|thuc hien|can cu|tra loi|phuc dap|lien quan|tiep theo|theo)(?: |$)/u.test(
    folded,
  );

const PATTERNS: readonly (readonly [string, RegExp])[] = [
  ['no-task/summary', /^(?:tren day la|noi dung tren day|kem theo|gui kem|\(?kem theo)/u],
  [
    LEAD_IN,
    /(?:co y kien|y kien chi dao|huong dan|thong bao|tra loi|bao cao|quyet dinh|ket luan|xay dung ke hoach|ban hanh ke hoach)[^.;]{0,80}nhu sau:?$/u,
  ],
  [LEAD_IN, /(?:nhu sau|sau day|sau|cu the nhu sau|cu the la|cu the)\s*:$/u],
  [
    LEAD_IN,
    /(?:mot so|nhung|cac) (?:noi dung|nhiem vu|cong viec|giai phap|nhiem vu, giai phap)(?: trong tam| chu yeu| cu the| sau| sau day| cap bach)*\s*:?$/u,
  ],
  [
    'no-task/courtesy',
    /(?:thong bao|tra loi|bao cao|xin thong bao|kinh bao cao|huong dan)[^.;]{0,40} (?:de|den) .{0,160}(?:biet|ro)[ ,.]*(?:va )?(?:phoi hop )?(?:to chuc )?(?:trien khai )?(?:thuc hien)?[ ./]*$/u,
  ],
  [
    'no-task/difficulties',
    /(?:neu|truong hop) (?:co|gap|phat sinh|con)(?: phat sinh)?(?: nhung| cac)?(?: van de)?(?: gi)? ?(?:kho khan|vuong mac|phat sinh|vuong)/u,
  ],
  ['no-task/difficulties', /trong qua trinh[^.;]{0,60}(?:co|gap|phat sinh) (?:nhung |cac )?(?:kho khan|vuong mac)/u],
  [
    'no-task/difficulties',
    /(?:^| )(?:co|gap|phat sinh) (?:nhung |cac )?(?:kho khan|vuong mac)[^.;]{0,60}(?:phan anh|bao cao|lien he|trao doi|thong tin|de nghi)/u,
  ],
  [
    'no-task/time',
    /^(?:- ?)?(?:phai )?(?:hoan thanh|xong)(?: ngay)? (?:trong|truoc|vao) (?:dau |cuoi )?(?:tuan|thang|quy|nam|ngay)(?: hom)? (?:nay|toi|sau)[ ./;]*$/u,
  ],
  ['no-task/consequence', /(?:^| )se (?:khong duoc|bi|khong giai quyet|khong xem xet|khong co co so)(?: |$)/u],
  [
    'no-task/contact',
    /(?:xin (?:vui long )?lien he|(?:^|[,;.] )(?:moi )?thong tin chi tiet|moi thong tin|dau moi lien he)(?: |$)(?!.* (?:truoc|cham nhat|den het) )/u,
  ],
  ['no-task/rule', /^(?:- ?)?(?:neu|truong hop) [^;]{5,400} thi (?:moi|cung|se|duoc|khong)(?: |$)/u],
  ['no-task/statement', /(?:^| )khong chiu trach nhiem(?: |$)/u],
  ['no-task/courtesy', /(?:^| )(?:xin )?tran trong (?:thong bao|bao cao|cam on)[ ./]*$/u],
  ['no-task/result', /^(?:[-+] ?)?(?:qua do|tu do),? gop phan(?: |$)/u],
  ['no-task/courtesy', /(?:^| )gui loi (?:tham hoi|chia buon|cam on|chuc|tri an|khen)(?: |$)/u],
  ['no-task/definition', /^(?:- ?)?(?!.{0,60}(?:nhiem vu|noi dung|ho so) )[^,;:.]{6,70} (?:bao )?gom viec /u],
  // "Hoàn thành tốt: Là những đơn vị đạt từ 85 điểm": a mark and what it means; not "Hoàn thành tốt chỉ tiêu:".
  ['no-task/definition', /^(?:[-+] ?)?(?:khong )?hoan thanh(?: tot| xuat sac)?(?: nhiem vu)?:$/u],
  ['no-task/attendance', /^(?:- ?)?(?:(?:cung )?tham du|du hop|cung du)(?: [^,.;:]{2,40})? (?:gom|co|bao gom)(?: co| cac)?(?: |:)/u],
  ['no-task/value', /(?:^| )khong chi (?:de|la|nham|giup) .{1,160} ma (?:con|chinh) /u],
  ['no-task/history', /dat duoc (?:nhieu|mot so|nhung|cac) (?:ket qua|thanh tich|tien bo|chuyen bien)/u],
  [
    'no-task/decision',
    /^(?:-\s*)?(?:sap xep|nhap|sap nhap|hop nhat|chia|tach|thanh lap) [^;]{5,400} (?:thanh|lap|la) (?:\d+ )?(?:xa|phuong|thi tran|dac khu|tinh|thanh pho|huyen|thon|ban|to dan pho|don vi)[^;]{0,60} (?:co ten goi|ten goi|lay ten|mang ten)/u,
  ],
  ['no-task/encouragement', /^(?:-\s*)?(?:khuyen khich|tran trong cam on|rat mong|kinh mong|mong nhan)/u],
];

/** "Sở A thông báo cho các đơn vị được biết và thực hiện": how the sender closes. */
const CLOSING = /(?:^| )(?:xin )?thong bao cho .{2,160} (?:duoc )?biet(?:,| va) (?:phoi hop )?(?:to chuc |trien khai )*thuc hien[ ./]*$/u;

// "Tổng cục Thuế trả lời để Cục Thuế tỉnh Long An được biết và hướng dẫn đơn vị thực hiện"; not "Sở A thông báo kết quả cho các đơn vị".
const ANSWERS =
  /^(?:- ?)?[^,;:]{3,60} (?:xin )?(?:(?:tra loi|thong bao|phuc dap)(?: neu tren)? de (?!nghi|xuat|an |tai |cuong)|(?:tra loi|thong bao|phuc dap|co (?:mot so )?y kien) [^;]{2,200} biet(?: |[.,;/]|$))/u;
// "Căn cứ các quy định nêu trên, trường hợp Công ty …, Công ty phải …": what the law says of a case; not "… có trách nhiệm", "… khẩn trương".
const BY_LAW =
  /^(?:- ?)?(?:can cu|theo|tu)(?: vao)?(?: cac| nhung)? (?:quy dinh|huong dan)(?: va huong dan)?(?: neu)? tren(?!.*(?:co trach nhiem|khan truong|de nghi|yeu cau|chu dong))/u;

/** "Đẩy mạnh … là nhiệm vụ cấp bách": says what the work is worth; "xác định … là nhiệm vụ trọng tâm" is work. */
const VALUES = /^(?!.*(?:xac dinh|coi|xem) .{0,160}la (?:nhiem vu|mot)).* la (?:mot trong nhung|nhiem vu|trach nhiem|yeu cau) /u;
// "Đến năm 2030, tỷ lệ thu gom rác đạt 100%", "Hàng năm, số vụ được phát hiện tăng 3%": what is to be reached; not "Đến năm 2030, hoàn thành 100% hồ sơ".
const AIM =
  /^(?:[-+] ?)?(?:(?:den|trong) (?:het |cuoi )?nam \d{4}|(?:hang|moi) nam),? (?:co )?(?:ty le|so (?:luong|vu|nguoi|ho)|he thong|(?:tren|duoi|it nhat|toi thieu|khoang) \d+|\d{1,3})(?: |%|$)/u;
const UNNAMED: readonly (readonly [string, RegExp])[] = [
  ['no-task/aim', AIM],
  ['no-task/value', VALUES],
  ['no-task/violation', VIOLATES],
];

/** The issuer's own decision in a letter. */
const DECIDES = lexicon(
  phrases(
    'nhất trí, đồng ý, thống nhất, chấp thuận, cho phép, ghi nhận, biểu dương, đánh giá cao, hoan nghênh, cơ bản nhất trí, cơ bản thống nhất, ban hành kèm theo, bãi bỏ, hủy bỏ, thay thế, đính chính, cảm ơn, chúc mừng',
  ),
);
/** In a decision or resolution also what its articles bring into being. */
const DECIDES_BY_ITSELF = lexicon(
  phrases(
    'nhất trí, đồng ý, thống nhất, chấp thuận, cho phép, ghi nhận, biểu dương, điều chỉnh, gia hạn, chuyển, cho, xếp, ủy quyền, ban hành, phê duyệt, thành lập, sửa đổi, bổ sung, bãi bỏ, hủy bỏ, thay thế, công nhận, bổ nhiệm, miễn nhiệm, điều động, kiện toàn, công bố, phân bổ, tặng, thu hồi, cấp, thông qua, quy định, đính chính, giải thể, sáp nhập, đổi tên, khen thưởng, tặng thưởng, cử, xếp hạng',
  ),
);

function firstWord(tokens: readonly Token[]): number {
  const at = tokens.findIndex((token) => token.word && !/^\d+$/u.test(token.text));
  return Math.max(at, 0);
}

/** The first words from a token on, in lower case with their marks. */
function wordsFrom(text: string, tokens: readonly Token[], at: number): string {
  const start = tokens[at]?.start;
  return start === undefined
    ? ''
    : text
        .slice(start, start + 60)
        .toLowerCase()
        .replace(/\s+/gu, ' ')
        .trim();
}
