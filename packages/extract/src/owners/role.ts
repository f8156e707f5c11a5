// What is said behind a body's name that is no part of it: its role in the matter, or a bracket that only explains?
// Invariant: looks at most fifteen tokens behind a dash; what names a part of the body ("Bộ Tài chính (Kho bạc Nhà nước)") is left to name.ts.
//   "Sở Tài chính | - Cơ quan thường trực Ban Chỉ đạo"   "các cơ quan cấp trên | (bao gồm cả cơ quan đại diện chủ sở hữu)"
//   not: "Đài Phát thanh - Truyền hình", "Sở Nội vụ (Ban Thi đua - Khen thưởng)"
import { matchAt } from '../words/lexicon.ts';
import { isSign, type Token } from '../words/tokens.ts';
import { ROLES } from './name-words.ts';
import { verbPhraseAt } from './verb-phrase.ts';

const LONGEST_ROLE = 15;

/** Index behind a role that a dash begins here, where the sentence ends, a sign or a verb phrase follows; `from` elsewhere. */
export function behindRole(tokens: readonly Token[], from: number): number {
  const role = isSign(tokens[from], '-–—') ? matchAt(tokens, from + 1, ROLES) : 0;
  if (role === 0) return from;
  for (let at = from + 1 + role; at <= from + LONGEST_ROLE; at++) {
    if (at >= tokens.length || isSign(tokens[at], ':,;') || verbPhraseAt(tokens, at) > 0) return at;
    if (!tokens[at]?.word) return from;
  }
  return from;
}

/** Where an explaining bracket begins that closes right before `end`; `end` where none does. */
export function beforeAside(tokens: readonly Token[], from: number, end: number): number {
  if (!isSign(tokens[end - 1], ')')) return end;
  for (let at = end - 2; at > from; at--) {
    if (isSign(tokens[at], ')')) return end;
    if (isSign(tokens[at], '(')) return explains(tokens, at + 1) ? at : end;
  }
  return end;
}

/** "(bao gồm cả …)", "(Cơ quan thường trực …)", "(Điều 14)": small letters, a role or a place in a paper; not "(Kho bạc Nhà nước)". */
const explains = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.upper === false || matchAt(tokens, at, ROLES) > 0 || /^(?:Điều|Khoản|Điểm|Mục|Phụ)$/u.test(tokens[at]?.text ?? '');
