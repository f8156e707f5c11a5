// Which verbs in small letters still belong to the name of a company or office?
// Invariant: only behind the head of a body that is named by its business, and only until the first part of the name that is its own.
//   "Công ty cổ phần Đầu tư | xây dựng hạ tầng Minh Long | thông báo"    "Công ty Minh Long | xây dựng phương án" has its own part already: the name ends.
import { lexicon, matchAt, phrases } from '../words/lexicon.ts';
import type { Token } from '../words/tokens.ts';
import { assignAt, directAt, verbPhraseAt } from './verb-phrase.ts';

/** How far behind a business word the name's own part may stand. */
const REACH = 9;

/** Tokens of the business that goes on here inside the name that begins at `start`; 0 where the name ends or nothing of business stands here. */
export function businessAt(tokens: readonly Token[], at: number, start: number): number {
  const joined = tokens[at]?.fold === 'va' && !tokens[at]?.upper ? 1 : 0;
  const length = joined + matchAt(tokens, at + joined, BUSINESS);
  if (length === joined || matchAt(tokens, at, DUTIES_TOO) > length) return 0;
  const kind = kindBefore(tokens, at, start);
  if (kind === null) return 0;
  return kind === 'bare' ? ownPart(tokens, at + length, false) && length : ownPart(tokens, at + length, true) && length;
}

/** What stands between the company's head and here: nothing, only what says its kind, or a part of its own (null). */
function kindBefore(tokens: readonly Token[], at: number, start: number): 'bare' | 'described' | null {
  for (let head = at - 1; head >= start; head--) {
    const length = matchAt(tokens, head, COMPANIES);
    if (length === 0) continue;
    if (matchAt(tokens, head, WHOLE) > length) return null;
    let described = false;
    for (let i = head + length; i < at; described = true) {
      const step = Math.max(matchAt(tokens, i, LEGAL), matchAt(tokens, i, BUSINESS), tokens[i]?.upper ? 0 : 1);
      if (step === 0) return null;
      i += step;
    }
    return described ? 'described' : 'bare';
  }
  return null;
}

/** True where the name's own part, or for a described company the verb of the sentence, follows what it does. */
function ownPart(tokens: readonly Token[], from: number, described: boolean): 0 | 1 {
  for (let at = from; at < Math.min(tokens.length, from + REACH); ) {
    const token = tokens[at] as Token;
    const business = matchAt(tokens, at, BUSINESS);
    if (business > 0) {
      at += business;
      continue;
    }
    if (token.word && token.upper) return 1;
    if (verbPhraseAt(tokens, at) > 0 || assignAt(tokens, at) > 0 || directAt(tokens, at) > 0) return described ? 1 : 0;
    if (!token.word ? !/^[-–&]$/u.test(token.text) : matchAt(tokens, at, OBJECTS) > 0) return 0;
    at++;
  }
  return described && from >= tokens.length ? 1 : 0;
}

const COMPANIES = lexicon(
  phrases(
    'công ty, tổng công ty, tập đoàn, doanh nghiệp, ban quản lý, trung tâm, chi nhánh, ngân hàng, nhà máy, hợp tác xã, xí nghiệp, liên danh, quỹ, viện',
  ),
);
/** Named by their field alone; a verb behind them is what they do. "các trung tâm y tế | giám sát dịch bệnh" */
const WHOLE = lexicon(phrases('trung tâm y tế, viện kiểm sát'));
const LEGAL = lexicon(
  phrases(
    'cổ phần, cp, tnhh, mtv, trách nhiệm hữu hạn, một thành viên, hai thành viên, nhà nước, tư nhân, liên doanh, quốc tế, dự án, khu vực, kỹ thuật, và, tỉnh, thành phố',
  ),
);
/** What a company or office is named by. */
const BUSINESS = lexicon(
  phrases(`đầu tư, xây dựng, tư vấn, thiết kế, sản xuất, kinh doanh, quản lý, vận hành, khai thác, chế biến, thương mại, dịch vụ, vận tải, xuất nhập khẩu, xuất khẩu, nhập khẩu, phát triển, lắp đặt, thi công,
    cung cấp, cung ứng, kiểm định, giám định, khảo sát, bảo trì, sửa chữa, đào tạo, nghiên cứu, chuyển giao, ứng dụng, giám sát, phân phối, truyền tải, bảo vệ, xử lý, hỗ trợ, xúc tiến, hạ tầng`),
);
/** Begin like a business and say what must be done. */
const DUTIES_TOO = lexicon(phrases('xây dựng phương án, xây dựng kế hoạch, quản lý chặt chẽ, hỗ trợ cho, xử lý dứt điểm, bảo vệ hiện trường'));
/** Words that a business in a name is not about. */
const OBJECTS = lexicon(
  phrases(
    'các, những, mọi, việc, phương án, kế hoạch, hồ sơ, tình hình, kết quả, nội dung, tại, trên, trong, theo, để, cho, với, đến, từ, về, này, đó, bảng, dự thảo, quy trình, công trình, danh mục, đúng, đủ, chặt chẽ, nghiêm',
  ),
);
