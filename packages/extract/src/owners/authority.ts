// How far does the work that tells which authority is meant belong to its name, where the word for it is also a verb?
// Invariant: only behind "cơ quan", "lực lượng", and only where a duty, haste before a verb, a colon or the end of a title follows; else the word is the work.
//   "Cơ quan thanh tra | khẩn trương hoàn thành"   "Thủ trưởng các cơ quan tham mưu, quản lý nhà nước thuộc Bộ"
//   not: "các cơ quan | thanh tra việc chấp hành", "lực lượng | kiểm tra, xử lý vi phạm"
import { lexicon, matchAt, phrases } from '../words/lexicon.ts';
import { foldedText, isSign, type Token } from '../words/tokens.ts';
import { KEPT } from './name-words.ts';
import { verbPhraseAt } from './verb-phrase.ts';

/** Index behind "thanh tra", "tham mưu, quản lý nhà nước thuộc Bộ"; 0 where these words are the work itself. */
export function authorityEnd(tokens: readonly Token[], from: number): number {
  if (!/(?:^| )(?:co quan|luc luong)$/u.test(foldedText(tokens.slice(Math.max(0, from - 2), from)))) return 0;
  let end = from + matchAt(tokens, from, WORK);
  if (end === from) return 0;
  while (isSign(tokens[end], ',') || tokens[end]?.text === 'và') {
    const more = matchAt(tokens, end + 1, WORK);
    if (more === 0) break;
    end += more + 1;
  }
  const behind = behindPlace(tokens, end);
  if (isSign(tokens[behind], ':')) return end;
  if (behind >= tokens.length) return /(?:^| )phoi hop(?: \p{L}+){0,3}$/u.test(before(tokens, from)) ? 0 : end;
  const bound = matchAt(tokens, behind, BOUND);
  const duty = /^(?:phải|cần|có|chịu|căn)$/u.test(tokens[behind]?.text ?? '');
  return bound > 0 && (duty || verbPhraseAt(tokens, behind + bound) > 0) ? end : 0;
}

/**
 * "Tổ công tác của Thủ tướng | về rà soát văn bản | khẩn trương tổng hợp", "Ban Chỉ đạo | về chuyển đổi số | chủ trì": index behind the matter that a committee was set
 * up for; 0 where no word of duty, haste or leading follows ("Ban Chỉ đạo | về dự hội nghị").
 */
export function matterEnd(tokens: readonly Token[], from: number, nameStart: number): number {
  if (tokens[from]?.text !== 'về' || !COMMITTEE.test(foldedText(tokens.slice(nameStart, nameStart + 3)))) return 0;
  for (let at = from + 2; at < Math.min(tokens.length, from + 30); at++) {
    if (isSign(tokens[at], ';.(')) return 0;
    if (isSign(tokens[at], ':') || matchAt(tokens, at, TAKES_UP) > 0) return isSign(tokens[at - 1], ',') ? at - 1 : at;
  }
  return 0;
}
const COMMITTEE = /^(?:to cong tac|to giup viec|ban chi dao|tieu ban|hoi dong)(?: |$)/u;
const TAKES_UP = lexicon(
  phrases(
    'khẩn trương, nghiêm túc, chủ động, tiếp tục, phải, có trách nhiệm, chịu trách nhiệm, có nhiệm vụ, chủ trì, chỉ đạo, theo dõi, tổng hợp, báo cáo, thường xuyên, kịp thời, định kỳ',
  ),
);

const before = (tokens: readonly Token[], from: number): string => foldedText(tokens.slice(Math.max(0, from - 6), from - 2));

/** "thuộc Bộ", "có liên quan" between the name and what follows it. */
function behindPlace(tokens: readonly Token[], from: number): number {
  let at = from;
  const kept = matchAt(tokens, at, KEPT);
  if (kept === 0) return at;
  at += kept;
  while (at < from + 8 && tokens[at]?.word && matchAt(tokens, at, BOUND) === 0) at++;
  return at;
}

const WORK = lexicon(
  phrases(
    'thanh tra, kiểm tra, điều tra, tham mưu, giúp việc, giám sát, thẩm định, quản lý, quản lý nhà nước, quản lý thị trường, tuần tra, kiểm soát, cứu hộ, cứu nạn',
  ),
);
/** Haste and duty: what a verb phrase begins with and no manner of the work before it. */
const BOUND = lexicon(
  phrases('khẩn trương, nghiêm túc, chủ động, tiếp tục, tập trung, tích cực, phải, cần, có trách nhiệm, chịu trách nhiệm, có nhiệm vụ, căn cứ'),
);
