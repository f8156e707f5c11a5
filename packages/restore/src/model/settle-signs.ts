// Signs that an engine without Vietnamese put where there was none: a hyphen inside a word of two syllables, a 6 for ở or ô.
// Invariant: only hyphens between two syllables become blanks, and only a 6 by itself becomes a word where no number can stand.
//   "Giấy-phép" → "Giấy phép"   "6 các huyện" → "ở các huyện"   "6 nhiễm" → "ô nhiễm"   not: "kinh tế-xã hội", "6 huyện", "Điều 6"
import type { Decision } from './decide.ts';
import type { FlowToken } from './flow.ts';
import type { LanguageModel } from './language-model.ts';
import { HYPHEN } from './tokens.ts';
import { KEEP, type Vocabulary } from './vocabulary.ts';

/** What nobody counts, so that no number stands before it: "ở các huyện", "ở nước ngoài"; not "6 nước", "6 trong 10". */
const AFTER_AT = /^(?:(?:các|những|giữa|mọi) |nước ngoài )/u;
/** "ô nhiễm", "ô tô". */
const AFTER_O = /^(?:nhiễm|tô) /u;
/** After these a number is a name: "Điều 6", "khoản 6 các điều". */
const NUMBERED =
  /^(?:điều|khoản|điểm|mục|số|chương|phần|mẫu|bảng|biểu|lục|trang|câu|nhóm|lớp|khối|khóa|kỳ|lần|thứ|quận|phường|tổ|đội|bậc|mức|cấp|loại|hạng|quý|tháng|ngày|năm|đến|từ|và|hoặc|hơn|gần|đủ|cả)$/u;
const SURE = 0.9;

export function settleSigns(
  tokens: readonly FlowToken[],
  decisions: readonly Decision[],
  vocabulary: Vocabulary,
  language: LanguageModel,
): readonly Decision[] {
  const words = tokens.map((token, i) => (decisions[i]?.text || token.core).toLowerCase());
  const ids = words.map((word) => vocabulary.classOf(word));
  return decisions.map((decision, i) => {
    const token = tokens[i] as FlowToken;
    if (token.core === '6' && token.kept) return sixRead(decision, words[i - 1] ?? '', `${words[i + 1] ?? ''} ${words[i + 2] ?? ''} `);
    return token.before === HYPHEN && isInside(ids, i, language) ? { ...decision, apart: true } : decision;
  });
}

function sixRead(decision: Decision, before: string, after: string): Decision {
  const text = AFTER_O.test(after) ? 'ô' : AFTER_AT.test(after) ? 'ở' : null;
  if (text === null || !/\p{L}/u.test(before) || NUMBERED.test(before)) return decision;
  return { text, sure: SURE, alternatives: ['6'], by: 'rule/letter-read-as-six' };
}

/** True where the two syllables belong together more than either does with its other neighbour. */
function isInside(ids: readonly number[], i: number, language: LanguageModel): boolean {
  const bond = (k: number): number => {
    const [left = KEEP, right = KEEP] = [ids[k - 1], ids[k]];
    const pair = left > KEEP && right > KEEP ? language.pair(left, right) : -1;
    return pair < 0 ? -Infinity : language.cost(-1, left, -1, right) - language.cost(-1, left, pair, right);
  };
  return bond(i) > Math.max(0, bond(i - 1), bond(i + 1));
}
