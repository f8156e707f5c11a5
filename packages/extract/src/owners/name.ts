// Where does the name of one body end?
// Invariant: a name begins with a head (heads.ts), ends before the verb phrase, and is kept exactly as printed; what is only said about the body
// ("chưa thực hiện báo cáo …") is left out.
//   "các đơn vị kinh doanh hóa chất trên địa bàn tỉnh chưa báo cáo | khẩn trương …" → "các đơn vị kinh doanh hóa chất trên địa bàn tỉnh"
//   "Bộ Giáo dục và Đào tạo | ban hành" → "Bộ Giáo dục và Đào tạo"
// Lists of names are names.ts.
import { lexicon, matchAt } from '../words/lexicon.ts';
import { foldedText, isSign, type Token } from '../words/tokens.ts';
import { authorityEnd, matterEnd } from './authority.ts';
import { closing } from './brackets.ts';
import { businessAt } from './company.ts';
import { attributeEnd, beforeGround, isStationed, relativeEnd } from './described.ts';
import { DETERMINERS, GENERAL, HEADS } from './heads.ts';
import { fieldAt, knownNameAt, smallNameAt } from './known-names.ts';
import { type Head, headAt } from './name-head.ts';
import { DANGLING, ENDS, JOINED, KEPT, PLACED, ROLES, SPECIALISED, WITHIN_DUTIES } from './name-words.ts';
import { occupationEnd } from './occupation.ts';
import { behindRole } from './role.ts';
import { endsHere, runOnAt } from './run-on.ts';
import { assignAt, isInsideWord, verbPhraseAt } from './verb-phrase.ts';

export interface NamePart {
  /** Token indices, half-open. */
  readonly start: number;
  readonly end: number;
  /** Where reading goes on: behind brackets and relative clauses. */
  readonly next: number;
  /** True for "các …", "mỗi …" and for bare kinds ("Bộ, ngành"). */
  readonly many: boolean;
}

/** Longer names than this many tokens are runs of text that the grammar lost. */
const LONGEST = 60;

/** Reads one name whose head is known. */
export function readName(tokens: readonly Token[], head: Head): NamePart {
  const kind = head.start + (head.many ? matchAt(tokens, head.start, DETERMINERS) : 0);
  let at = Math.max(head.end, head.start + knownNameAt(tokens, head.start), kind + smallNameAt(tokens, kind));
  while (at < Math.min(tokens.length, head.start + LONGEST)) {
    const step = stepInside(tokens, at, head);
    if (step === 0) break;
    at += step;
  }
  const defined =
    head.many || head.general || head.listed || isInstitution(tokens, head.start) || ofMany(tokens, head.start, at) ? attributeEnd(tokens, at) : 0;
  if (defined > 0)
    return {
      start: head.start,
      end: trimmed(tokens, head.end, beforeGround(tokens, at, defined)),
      next: behindAside(tokens, defined),
      many: head.many,
    };
  const relative = relativeEnd(tokens, at, head.many || head.general);
  return { start: head.start, end: trimmed(tokens, head.end, at), next: behindRole(tokens, relative ?? at), many: head.many };
}

/** "Các chủ rừng là tổ chức | (các Ban quản lý rừng …)" */
export const behindAside = (tokens: readonly Token[], at: number): number => (isSign(tokens[at], '(') ? Math.max(at, closing(tokens, at) + 1) : at);

/** How many tokens from here still belong to the name; 0 where it ends. */
function stepInside(tokens: readonly Token[], at: number, head: Head): number {
  const token = tokens[at] as Token;
  const runOn = runOnAt(tokens, at, head);
  if (runOn > 0) return runOn;
  if (!token.word) return stepOverSign(tokens, at);
  if (token.upper) return Math.max(1, knownNameAt(tokens, at), fieldAt(tokens, at));
  const kept = matchAt(tokens, at, KEPT);
  if (kept > 0) return matchAt(tokens, at, WITHIN_DUTIES) > 0 ? 0 : kept;
  const occupation = describes(tokens, at, head) ? activityEnd(tokens, at) || occupationEnd(tokens, at) || authorityEnd(tokens, at) : 0;
  if (occupation > 0) return occupation - at;
  const more = Math.max(
    matterEnd(tokens, at, head.start) - at,
    businessAt(tokens, at, head.start),
    committeeAt(tokens, at),
    clearanceAt(tokens, at),
    placeAt(tokens, at),
    rangeAt(tokens, at),
    fieldOfAuthorityAt(tokens, at),
  );
  if (more > 0) return more;
  if (token.fold === 've' && tokens[at + 1]?.upper && !isFirstOfName(tokens, at + 1)) return 1;
  if (verbPhraseAt(tokens, at) > 0 || assignAt(tokens, at) > 0) return 0;
  if (token.fold === 'va' || token.fold === 'hoac') return joins(tokens, at) ? 1 : 0;
  if (matchAt(tokens, at, PLACED) > 0) return 1;
  if (/^(?:trình|lập|nhận|trinh|lap)$/u.test(token.text) && tokens[at + 1]?.upper) return 0;
  if (isSettingUp(tokens, at) || isSubmitting(tokens, at) || isStationed(tokens, at) || endsHere(tokens, at)) return 0;
  return matchAt(tokens, at, ENDS) > 0 && !isInsideWord(tokens, at) ? 0 : 1;
}

/** "doanh nghiệp | có hoạt động cho thuê lại lao động", "hộ | có nhu cầu vay vốn": the verb there says what they have where the main one comes later; 0 elsewhere. */
function activityEnd(tokens: readonly Token[], at: number): number {
  const has = tokens.slice(at, at + 3).map((token) => token.text);
  if (!/^có (?:hoạt động|nhu cầu)$/u.test(has.join(' '))) return 0;
  let end = at + 3 + Math.max(1, verbPhraseAt(tokens, at + 3));
  while (end < at + 10 && goesOn(tokens, end)) end++;
  if (matchAt(tokens, end, ENDS) > 0 && matchAt(tokens, end, KEPT) === 0 && verbPhraseAt(tokens, end) === 0) return 0;
  for (let main = end; main < end + 12; main++) {
    const token = tokens[main];
    if (token === undefined || isSign(token, ':')) return end;
    if (verbPhraseAt(tokens, main) > 0) return end;
    if (!token.word || /^(?:để|với|cho|tại)$/u.test(token.text)) return 0;
  }
  return 0;
}

/** "cho thuê | lại | lao động": neither the main verb nor a word that ends a name. */
function goesOn(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token?.word || token.upper || matchAt(tokens, at, KEPT) > 0) return false;
  return verbPhraseAt(tokens, at) === 0 && (token.text === 'lại' || matchAt(tokens, at, ENDS) === 0);
}

/** "Công ty | lập và nộp"; not "công lập", "dân lập", "độc lập". */
const isSettingUp = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'lập' && !/^(?:cong|dan|doc|sang|thanh|trung|doi|tao|thiet|xac|du|tu)$/u.test(tokens[at - 1]?.fold ?? '');

/** "Sở Y tế | trình cấp có thẩm quyền"; not "chương trình", "công trình". */
const isSubmitting = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'trình' && !/^(?:chuong|cong|quy|giao|lo|to|tien|hanh|qua|phuong|nhat)$/u.test(tokens[at - 1]?.fold ?? '');

/** "Trưởng Ban | chỉ huy quân sự xã": the rest of a committee's name in small letters. */
const committeeAt = (tokens: readonly Token[], at: number): number =>
  /^ban$/iu.test(tokens[at - 1]?.text ?? '') ? Math.max(0, matchAt(tokens, at - 1, HEADS) - 1) : 0;

/** "Hội đồng | bồi thường, hỗ trợ và tái định cư lập phương án"; not "UBND xã bồi thường, hỗ trợ …". */
const clearanceAt = (tokens: readonly Token[], at: number): number =>
  /^(?:dong|ban)$/u.test(tokens[at - 1]?.fold ?? '') ? matchAt(tokens, at, CLEARANCE) : 0;
const CLEARANCE = lexicon([
  'bồi thường , hỗ trợ và tái định cư',
  'bồi thường , hỗ trợ , tái định cư',
  'bồi thường , giải phóng mặt bằng',
  'bồi thường và giải phóng mặt bằng',
]);

/** "các tỉnh | từ Quảng Ninh đến Hà Tĩnh": a row of places; not "từ Quỹ đầu tư". */
function rangeAt(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== 'từ' || tokens[at + 1]?.upper !== true) return 0;
  let end = at + 1;
  while (tokens[end]?.upper && end < at + 5) end++;
  if (tokens[end]?.fold !== 'den' || tokens[end + 1]?.upper !== true) return 0;
  end++;
  while (tokens[end]?.upper && end < at + 10) end++;
  return end - at;
}

/** "Phân hiệu Đại học Thái Nguyên | tại Lào Cai": where the body sits; not "tại Công văn số 5", "tại Hội nghị". */
function placeAt(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== 'tại' || tokens[at + 1]?.upper !== true) return 0;
  if (PAPERS.test(tokens[at + 1]?.text ?? '') || headAt(tokens, at + 1, false) !== null) return 0;
  let end = at + 1;
  while (tokens[end]?.upper && end < at + 5) end++;
  const ends = end >= tokens.length || isSign(tokens[end], ',;:') || tokens[end]?.fold === 'va' || verbPhraseAt(tokens, end) > 0;
  return ends ? 2 : 0;
}

/** What is told at a place, not who sits there. */
const PAPERS =
  /^(?:Phiên|Hội|Công|Văn|Báo|Tờ|Thông|Nghị|Quyết|Kế|Kết|Chỉ|Điều|Mục|Phụ|Khoản|Điểm|Luật|Kỳ|Cuộc|Buổi|Phần|Chương|Đề|Hướng|Quy|Bảng|Mẫu|Biểu|Hồ|Dự)$/u;

/** "cơ quan chuyên môn | về xây dựng", "cơ quan quản lý nhà nước | về đầu tư": the field of an authority. */
function fieldOfAuthorityAt(tokens: readonly Token[], at: number): number {
  const authority = /^(?:chuyen mon|nha nuoc|chuyen trach)$/u.test(`${tokens[at - 2]?.fold} ${tokens[at - 1]?.fold}`);
  return tokens[at]?.text === 'về' && authority && tokens[at + 1]?.upper === false ? 1 + Math.max(1, verbPhraseAt(tokens, at + 1)) : 0;
}

/** "về | Sở Y tế": where to, no part of the name. "về | Trật tự xã hội": what the body is for. */
const isFirstOfName = (tokens: readonly Token[], at: number): boolean =>
  headAt(tokens, at, false) !== null || /^(?:ubnd|hdnd)$/u.test(tokens[at]?.fold ?? '');

/**
 * True where what follows may describe a general head: right behind it, or behind a general word inside the name ("Giám đốc doanh nghiệp | kinh doanh").
 * One syllable counts only where a name of many or a list begins with it: "các trường | đào tạo", not "Sở Nội vụ | tham mưu".
 */
function describes(tokens: readonly Token[], at: number, head: Head): boolean {
  if (head.general && at === head.end) return true;
  const whole = (length: number): boolean => length > 1 || matchAt(tokens, at - 2, DETERMINERS) === 1 || isSign(tokens[at - 2], ',');
  return [1, 2, 3].some(
    (length) =>
      at - length >= head.end &&
      ((matchAt(tokens, at - length, GENERAL) === length && whole(length)) || matchAt(tokens, at - length, SPECIALISED) === length),
  );
}

/** "Giáo dục và | Đào tạo", "trong và ngoài nước"; not "Sở A và Sở B", "A và chỉ đạo". */
function joins(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next?.fold === 'ubnd' && tokens[at - 1]?.fold === 'hdnd') return true;
  if (isCouncilOffice(tokens, at)) return true;
  if (next === undefined || !next.word || headAt(tokens, at + 1, false) !== null) return false;
  return next.upper || matchAt(tokens, at + 1, JOINED) > 0;
}

/** "Văn phòng Đoàn đại biểu Quốc hội | và HĐND tỉnh": one office of both. */
const isCouncilOffice = (tokens: readonly Token[], at: number): boolean =>
  /^va (?:hdnd|hoi dong nhan dan)(?: |$)/u.test(foldedText(tokens.slice(at, at + 5))) &&
  /(?:^| )van phong doan (?:dai bieu quoc hoi|dbqh)$/u.test(foldedText(tokens.slice(Math.max(0, at - 7), at)));

function stepOverSign(tokens: readonly Token[], at: number): number {
  const [sign, next] = [tokens[at], tokens[at + 1]];
  if (next === undefined) return 0;
  if (isSign(sign, '/') && next.upper) {
    const other = headAt(tokens, at + 1, false);
    if (other !== null) return tokens[other.end]?.upper ? 0 : other.end - at;
  }
  if (isSign(sign, '/&') && next.word) return 1;
  if (isSign(sign, '-–—') && next.word && verbPhraseAt(tokens, at + 1) === 0) return matchAt(tokens, at + 1, ROLES) > 0 ? 0 : 1;
  if (isSign(sign, '.') && /^(?:tp|tx|tt|tw|t)$/u.test(tokens[at - 1]?.fold ?? '') && next.word) return 1;
  if (isSign(sign, '(')) return stepOverBracket(tokens, at);
  if (isSign(sign, ',')) return isPaired(tokens, at) || (next.upper && continuesList(tokens, at)) ? 2 : 0;
  return 0;
}

/** A bracket inside a name, or one that names a part of the body; 0 for what only explains. */
function stepOverBracket(tokens: readonly Token[], at: number): number {
  const close = closing(tokens, at);
  if (close < 0) return 0;
  const next = tokens[close + 1];
  if (isSign(next, '-–—') && tokens[close + 2]?.upper) return close + 2 - at;
  if (isNamedPart(tokens, at + 1, close)) return close + 1 - at;
  const inside = next?.word === true && !/^(?:de|va|hoac)$/u.test(next.fold) && verbPhraseAt(tokens, close + 1) === 0;
  return inside ? close + 1 - at : 0;
}

/** "Bộ Tài chính | (Kho bạc Nhà nước)": one part of the body; not "Bộ Công an (Cơ quan thường trực Hội đồng)", which is its role. */
const isNamedPart = (tokens: readonly Token[], from: number, close: number): boolean =>
  tokens[from]?.upper === true &&
  matchAt(tokens, from, ROLES) === 0 &&
  headAt(tokens, from, false)?.many === false &&
  tokens.slice(from, close).every((token) => token.word);

/** "phòng, chống", "phòng cháy, chữa cháy", "thuộc, trực thuộc Sở" inside a name. */
function isPaired(tokens: readonly Token[], comma: number): boolean {
  const [before, after] = [tokens[comma - 1]?.fold, tokens[comma + 1]?.fold];
  if (/thuoc$/u.test(before ?? '') && matchAt(tokens, comma + 1, KEPT) > 0) return true;
  return (
    (before === 'benh' && after === 'chua') ||
    (before === 'tri' && tokens[comma - 2]?.fold === 'chinh' && after === 'xa' && tokens[comma + 2]?.fold === 'hoi') ||
    (before === 'chi' && tokens[comma - 2]?.fold === 'bao' && after === 'truyen' && /^(?:thong|hinh)$/u.test(tokens[comma + 2]?.fold ?? '')) ||
    (before === 'phong' && after === 'chong') ||
    (before === 'chay' && after === 'chua') ||
    (before === 'ho' && after === 'dac' && tokens[comma + 2]?.fold === 'dung') ||
    (before === 'lap' && after === 'ngoai') ||
    (before === 'thanh' && after === 'truyen') ||
    (before === 'suc' && after === 'gia') ||
    (before === 'dien' && after === 'thuy') ||
    (before === 'bien' && after === 'giao') ||
    (before === 'hoc' && after === 'cong' && tokens[comma + 2]?.fold === 'nghe')
  );
}

/** A heading in capitals: its words stand for nobody. */
export const isCapitalText = (tokens: readonly Token[]): boolean => tokens.every((token) => !token.word || token.text === token.text.toUpperCase());

/** "PVN", "TKV": letters that stand for a body; not "II", "THPT" with small letters behind. */
export const isLetters = (token: Token | undefined): boolean =>
  /^(?!THPT$|THCS$|UBND$|HĐND$|KCN$|KKT$|CCN$|KCX$|[IVX]+$)\p{Lu}{3,9}$/u.test(token?.text ?? '');

/** "Văn hóa, Thể thao và Du lịch", "các xã Trấn Yên, Hưng Khánh": capitals that are no head go on; a head begins another name. */
function continuesList(tokens: readonly Token[], comma: number): boolean {
  if (headAt(tokens, comma + 1, false) !== null) return false;
  const verb = verbPhraseAt(tokens, comma + 1, true);
  if (verb > 0) return isField(tokens, comma + 1 + verb);
  if (isLetters(tokens[comma + 1]) && tokens[comma - 1]?.upper && !isCapitalText(tokens)) return false;
  for (let at = comma + 1; at < Math.min(tokens.length, comma + 9); at++) {
    const token = tokens[at] as Token;
    if (token.fold === 'va' && tokens[at + 1]?.upper) return headAt(tokens, at + 1, false) === null;
    if (isSign(token, ','))
      return tokens[at + 1]?.upper === true && headAt(tokens, at + 1, false) === null ? true : verbPhraseAt(tokens, at + 1) === 0;
    if (!token.word || (!token.upper && verbPhraseAt(tokens, at) > 0)) return true;
  }
  return comma + 9 > tokens.length;
}

/** "Vụ Khoa học công nghệ, Đào tạo | và Môi trường": a field of work that only sounds like a verb. */
const isField = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'và' && tokens[at + 1]?.upper === true && headAt(tokens, at + 1, false) === null && verbPhraseAt(tokens, at + 1, true) === 0;

/** "UBND các xã | có mỏ", "UBND cấp tỉnh | có đất thu hồi" */
const ofMany = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens
    .slice(from, to)
    .some((token, i) => token.fold === 'cac' || (token.text === 'cấp' && /^(?:tinh|huyen|xa)$/u.test(tokens[from + i + 1]?.fold ?? '')));

/** Kinds of which there are several: what one of them has tells which are meant. */
const isInstitution = (tokens: readonly Token[], at: number): boolean =>
  /^(?:trung tam|benh vien|tram y|truong|nha may|cong ty|phong kham)(?: |$)/u.test(`${tokens[at]?.fold} ${tokens[at + 1]?.fold}`);

function trimmed(tokens: readonly Token[], least: number, end: number): number {
  let at = end;
  while (at > least && (!(tokens[at - 1] as Token).word || matchAt(tokens, at - 1, DANGLING) > 0))
    if (isSign(tokens[at - 1], ')')) break;
    else at--;
  return at;
}
