// Signs that an engine without Vietnamese put where there was none: a hyphen inside a word of two syllables, a 6 for ở or ô.
// Invariant: only hyphens between two syllables become blanks, and only a 6 by itself becomes a word where no number can stand.
//   "Giấy-phép" → "Giấy phép"   "tỷ-nhưng" → "tỷ nhưng"   "6 các huyện" → "ở các huyện"   "6 nhiễm" → "ô nhiễm"   not: "kinh tế-xã hội", "6 huyện", "Điều 6"
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
/** An engine without Vietnamese sets eight of nine hyphens between small letters where none is printed. */
const SMALL = /^\p{Ll}/u;
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
    if (token.before !== HYPHEN) return decision;
    const small = [tokens[i - 1]?.core ?? '', token.core].every((core) => SMALL.test(core));
    return (small ? !isBetween(ids, i, language) : isInside(ids, i, language)) ? { ...decision, apart: true } : decision;
  });
}

function sixRead(decision: Decision, before: string, after: string): Decision {
  const text = AFTER_O.test(after) ? 'ô' : AFTER_AT.test(after) ? 'ở' : null;
  if (text === null || !/\p{L}/u.test(before) || NUMBERED.test(before)) return decision;
  return { text, sure: SURE, alternatives: ['6'], by: 'rule/letter-read-as-six' };
}

/** True where the two syllables belong together more than either does with its other neighbour. */
const isInside = (ids: readonly number[], i: number, language: LanguageModel): boolean =>
  bond(ids, i, language) > Math.max(0, bond(ids, i - 1, language), bond(ids, i + 1, language));

/** True where both syllables belong together with their other neighbours, and where one is no syllable: "kinh tế-xã hội", "các-bon". */
function isBetween(ids: readonly number[], i: number, language: LanguageModel): boolean {
  if ([ids[i - 1], ids[i]].some((id = KEEP) => id <= KEEP)) return true;
  const own = Math.max(0, bond(ids, i, language));
  return bond(ids, i - 1, language) > own && bond(ids, i + 1, language) > own;
}

/** By how many nats word k is likelier behind its neighbour than anywhere; -Infinity where the two were never seen together. */
function bond(ids: readonly number[], k: number, language: LanguageModel): number {
  const [left = KEEP, right = KEEP] = [ids[k - 1], ids[k]];
  const pair = left > KEEP && right > KEEP ? language.pair(left, right) : -1;
  return pair < 0 ? -Infinity : language.cost(-1, left, -1, right) - language.cost(-1, left, pair, right);
}
