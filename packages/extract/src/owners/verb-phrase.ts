// Does a verb phrase begin at this token?
// Invariant: looks at a few tokens only; a word with a capital inside a sentence is part of a name, never a verb.
//   "Sở Y tế | khẩn trương rà soát" begins one at "khẩn"; "Bộ Xây dựng", "tổ chức đảng", "báo cáo viên" begin none.
import { type Lexicon, lexicon, matchAt, phrases } from '../words/lexicon.ts';
import { isSign, type Token } from '../words/tokens.ts';
import { ACTION, ADVERB, ASSIGN, DIRECT, MODAL, NOT_VERBS, OPENING } from '../words/verbs.ts';

const PHRASES: readonly Lexicon[] = [MODAL, ADVERB, ACTION, DIRECT];

/** "tổ chức, cá nhân", "tổ chức có liên quan", "tổ chức đảng": the noun; "tổ chức hội nghị": the verb. */
const AFTER_ORGANISATION = lexicon(
  phrases(
    'cá nhân, đảng, chính trị, đoàn thể, xã hội, hội, có, liên quan, thành viên, cơ sở, tín dụng, kinh tế, khoa học, sự nghiệp, quần chúng, trên, tại, thuộc, khác, trực thuộc, được, phi, quốc tế, công đoàn, hành nghề, hoạt động, thử nghiệm, đại diện, này, đó, trong, ngoài nước, quốc',
  ),
);

/** "tổ chức Hội đồng tư vấn" */
export const isOrganising = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.fold === 'to' && tokens[index + 1]?.fold === 'chuc' && matchAt(tokens, index + 2, ORGANISED) > 0;

/** What is organised: "tổ chức hội nghị"; not "tổ chức hội". */
const ORGANISED = lexicon(phrases('hội nghị, hội thảo, hội thi, hội đồng, hội chợ, hội diễn, hội thao, hội họp, hội trại, hội giảng, hội báo'));

/** Length of the words by which a verb phrase begins here; 0 where none does. `atStart`: capitals say nothing at the start of a sentence. */
export function verbPhraseAt(tokens: readonly Token[], index: number, atStart = false): number {
  const token = tokens[index];
  if (token === undefined || !token.word || (token.upper && !atStart)) return 0;
  const noun = matchAt(tokens, index, NOT_VERBS) > 0 && !isOrganising(tokens, index);
  if (noun || isOrganisation(tokens, index) || isWorker(tokens, index) || isInsideWord(tokens, index)) return 0;
  const found = Math.max(...PHRASES.map((list) => matchAt(tokens, index, list)), isRuling(tokens, index) ? 2 : 0);
  if ((isNounUse(tokens, index + found) && token.text !== 'là') || isDoer(tokens, index + found)) return 0;
  if (found === 0 && isTurning(tokens, index)) return 3;
  return found > 1 && !token.upper && tokens.slice(index + 1, index + found).some((part) => part.upper) ? 0 : found;
}

/** "công nhân nổ mìn": the worker; "công nhận kết quả": the verb, which differs by its marks alone. */
const isWorker = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.fold === 'cong' && tokens[index + 1]?.text.toLowerCase() === 'nhân';

/** Length of a looser verb here ("gửi", "lập"); 0 inside a word. */
export const openingAt = (tokens: readonly Token[], index: number): number => (isInsideWord(tokens, index) ? 0 : matchAt(tokens, index, OPENING));

/** "chứng | khoán", "thư | ký", "trật | tự", "cung cấp | thông tin": the second half of a word, or what the verb before it is about. */
export function isInsideWord(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  const [token, next] = [tokens[index], tokens[index + 1]];
  if (token === undefined || before?.word !== true) return false;
  if (token.fold === 'khoan') return before.fold === 'chung';
  if (token.fold === 'thanh' && next?.fold === 'tra') return /^(?:chanh|pho|truong)$/u.test(before.fold);
  if (token.text === 'công') return before.text === 'thi' && next?.fold === 'bo';
  if (token.fold === 'tong' && next?.fold === 'hop') return before.fold === 'vu' && tokens[index - 2]?.fold === 'dich';
  if (token.text === 'không') return before.text.toLowerCase() === 'hàng';
  if (token.text === 'đóng') return /^(?:ở|tại|trên|quân|chân|trong)$/u.test(next?.text ?? '');
  if (token.text === 'cần') return before.text === 'Hậu' || before.text === 'hậu';
  if (token.text === 'trồng') return before.fold === 'nuoi';
  if (token.fold === 'giai' && next?.fold === 'phong') return /^(?:thuong|ban|tac)$/u.test(before.fold);
  if (token.text === 'tự') return /^(?:trat|thu|tuan)$/u.test(before.fold);
  if (token.fold === 'ky') return /^(?:thu|luu|chu|dang)$/u.test(before.fold);
  return token.fold === 'thong' && next?.fold === 'tin' && [1, 2].some((length) => matchAt(tokens, index - length, HANDLING) === length);
}

/** What is done with "thông tin". */
const HANDLING = lexicon(
  phrases(
    'cung cấp, chia sẻ, trao đổi, tiếp nhận, công bố, cập nhật, khai thác, thu thập, phổ biến, công khai, nắm bắt, bảo mật, xử lý, lưu trữ, gửi',
  ),
);

/** "đề xuất của …", "Quyết định số 12/QĐ-UBND": the same words as nouns. */
function isNounUse(tokens: readonly Token[], behind: number): boolean {
  return isOf(tokens[behind]) || (tokens[behind]?.fold === 'so' && /^\d/u.test(tokens[behind + 1]?.text ?? ''));
}

/** "tập huấn | viên", "tuyên truyền | viên": who does it for a living; not "đánh giá viên chức". */
const isDoer = (tokens: readonly Token[], behind: number): boolean =>
  tokens[behind]?.text === 'viên' && !/^chức$/u.test(tokens[behind + 1]?.text ?? '');

/** "của", also without its marks; not "cửa". */
const isOf = (token: Token | undefined): boolean => /^c[uủ][aả]$/iu.test(token?.text ?? '');

/** "Giám đốc các sở | quy định thời gian": behind a name; not "theo quy định", "quy định tại Điều 2". */
function isRuling(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.fold !== 'quy' || tokens[index + 1]?.fold !== 'dinh' || tokens[index]?.upper) return false;
  const [before, after] = [tokens[index - 1], tokens[index + 2]];
  if (before?.word !== true || after?.word !== true || before.text.toLowerCase() === 'số') return false;
  if ([1, 2].some((length) => matchAt(tokens, index - length, ACTION) === length)) return false;
  return (
    (before.upper || !/^(?:theo|cac|nhung|dung|mot|va|hoac|duoc|da|co|nhu|cua|la|phap|noi|khac)$/u.test(before.fold)) &&
    !/^(?:tai|trong|o|nay|tren|hien|phap|chung|khac|so|noi)$/u.test(after.fold)
  );
}

/** "đa dạng hóa", "chuyên nghiệp hóa"; not "nếp | sống văn hóa", "kho | chứa hàng hóa", "kinh doanh | hóa chất". */
const isTurning = (tokens: readonly Token[], index: number): boolean =>
  /^(?:hóa|hoá)$/u.test(tokens[index + 2]?.text ?? '') &&
  tokens[index + 1]?.upper === false &&
  !/^(?:van|hang|vien)$/u.test(tokens[index + 1]?.fold ?? '') &&
  !/^(?:chất|học|đơn|dược|dầu)$/u.test(tokens[index + 3]?.text ?? '');

/** Length of the words by which a command begins at the start of a sentence or part; 0 where none does. */
export function commandAt(tokens: readonly Token[], index: number): number {
  if (isDocument(tokens, index)) return 0;
  const found = verbPhraseAt(tokens, index, true);
  if (found > 0) return found;
  const noun = matchAt(tokens, index, NOT_VERBS);
  if (PHRASES.some((list) => isOf(tokens[index + matchAt(tokens, index, list)]) && matchAt(tokens, index, list) > 0)) return 0;
  return noun > 0 || isOrganisation(tokens, index) || isWorker(tokens, index) ? 0 : openingAt(tokens, index);
}

/** "Quyết định có hiệu lực từ …", "Báo cáo này": the paper, not the act. */
const isDocument = (tokens: readonly Token[], index: number): boolean =>
  [2, 3].some((length) => matchAt(tokens, index, DOCUMENTS) === length && matchAt(tokens, index + length, OF_DOCUMENTS) > 0);

const DOCUMENTS = lexicon(phrases('quyết định, báo cáo, thông báo, hướng dẫn, đề xuất, quy hoạch, kết luận, dự báo, phân công'));
const OF_DOCUMENTS = lexicon(
  phrases(
    'có hiệu lực, này, nêu, được, đã, là, kèm theo, có giá trị, trên đây, gồm, bao gồm, phải, gửi, do, bổ nhiệm, phê duyệt, công nhận, chủ trương, chấp thuận, thành lập, cho phép, ban hành, về việc, thu hồi, điều chỉnh',
  ),
);

/** Length of "giao", "đề nghị", "yêu cầu" … here. */
export function assignAt(tokens: readonly Token[], index: number): number {
  const token = tokens[index];
  if (token === undefined || (matchAt(tokens, index, NOT_VERBS) > 0 && !tokens[index + 1]?.upper)) return 0;
  if (token.fold === 'giao' && /^(?:ngoai|ban|chuyen|duoc|tam|da)$/u.test(tokens[index - 1]?.fold ?? '')) return 0;
  return matchAt(tokens, index, ASSIGN) || (isOrdering(tokens, index) ? 2 : 0);
}

/** "Bộ trưởng Bộ Y tế | chỉ thị Giám đốc Sở Y tế rà soát": the verb behind who orders; not "theo chỉ thị của", "các chỉ thị", "Chỉ thị số 05". */
const isOrdering = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.text === 'chỉ' &&
  tokens[index + 1]?.text === 'thị' &&
  (tokens[index + 2]?.upper === true || /^(?:các|toàn)$/u.test(tokens[index + 2]?.text ?? '')) &&
  tokens[index - 1]?.word === true &&
  !/^(?:cac|nhung|theo|tai|hien|dung|voi|moi|ban|va|cung|ra|khai|tinh than)$/u.test(tokens[index - 1]?.fold ?? '');

/** Length of "chỉ đạo" or "quyết liệt chỉ đạo" here, with what is coordinated with it on either side ("đôn đốc, chỉ đạo, kiểm tra"). */
export function directAt(tokens: readonly Token[], index: number): number {
  const before = beforeDirecting(tokens, index);
  let length = before + matchAt(tokens, index + before, DIRECT);
  if (length === before || isOf(tokens[index + length])) return 0;
  while (isJoint(tokens[index + length])) {
    const more = matchAt(tokens, index + length + 1, COORDINATED);
    if (more === 0) break;
    length += more + 1;
  }
  return length;
}

/** "quyết liệt ", "khẩn trương, kịp thời ", "đôn đốc, " in front of "chỉ đạo". */
function beforeDirecting(tokens: readonly Token[], index: number): number {
  let at = index;
  while (matchAt(tokens, at, DIRECT) === 0) {
    const manner = matchAt(tokens, at, ADVERB);
    const step = Math.max(manner, matchAt(tokens, at, URGING));
    if (step === 0) return 0;
    at += step;
    if (isJoint(tokens[at])) at++;
    else if (manner === 0) return 0;
  }
  return at - index;
}

const isJoint = (token: Token | undefined): boolean => isSign(token, ',') || (token?.fold === 'va' && !token.upper);

/** Stand before "chỉ đạo" in one breath with it. */
const URGING = lexicon(phrases('đôn đốc, hướng dẫn, quán triệt, lãnh đạo, giám sát, theo dõi, phân công'));
const COORDINATED = lexicon(
  phrases('đôn đốc, hướng dẫn, yêu cầu, kiểm tra, giám sát, phân công, giao, điều hành, tổ chức, quán triệt, tham mưu chỉ đạo'),
);

/** True where "tổ chức" here is a body, not "to organise". */
export function isOrganisation(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.fold !== 'to' || tokens[index + 1]?.fold !== 'chuc') return false;
  const after = tokens[index + 2];
  if (isOrganising(tokens, index)) return false;
  if (isSign(tokens[index - 1], ',') && /^(?:quan|vi)$/u.test(tokens[index - 2]?.fold ?? '') && tokens[index - 3]?.fold !== 'lien')
    return !(after?.word && !after.upper && matchAt(tokens, index + 2, ACTION) > 0) || matchAt(tokens, index + 2, AFTER_ORGANISATION) > 0;
  if (isSign(after, ',')) return matchAt(tokens, index + 3, ACTION) === 0;
  return after === undefined || (!after.word && !isSign(after, '"“(')) || matchAt(tokens, index + 2, AFTER_ORGANISATION) > 0;
}
