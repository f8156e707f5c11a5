// Which name of the gazetteer begins at this token, whatever verbs, commas and small letters it holds?
// Invariant: only where the name begins with a capital; the longest name wins.
//   "Đài Tiếng nói Việt Nam | xây dựng"   "Chi cục Trồng trọt và bảo vệ thực vật | hướng dẫn"   "Phòng Văn hóa, Thể thao và Du lịch | chủ trì"
//   not: "phòng chống thiên tai", "Sở | xây dựng kế hoạch"
// What is no name of the gazetteer is read by name.ts.
import { gazetteer } from '../bodies/gazetteer.ts';
import { type Lexicon, lexicon, matchAt, phrases } from '../words/lexicon.ts';
import { foldedText, type Token, tokenise } from '../words/tokens.ts';

interface Known {
  readonly names: Lexicon;
  readonly fields: Lexicon;
}

/** A field in small letters must have as many tokens as this: "Phòng | nông nghiệp và phát triển nông thôn". */
const SURE = 4;

let built: Known | null = null;

/** Number of tokens of the body's name that begins here; 0 where none does. */
export function knownNameAt(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.upper !== true) return 0;
  const { names, fields } = known();
  const kind = matchAt(tokens, at, KINDS);
  const field = kind > 0 ? matchAt(tokens, at + kind, fields) : 0;
  const isField = field > 0 && (tokens[at + kind]?.upper === true || field >= SURE);
  const name = matchAt(tokens, at, names);
  const isName = kind === 0 || tokens[at + kind]?.upper === true || name - kind >= SURE;
  return Math.max(isName ? name : 0, isField ? kind + field : 0);
}

/** Number of tokens of the field that begins here, behind the kind of an office: "phòng | Văn hóa, Thể thao và Du lịch"; 0 where none does. */
export function fieldAt(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.upper !== true || ![1, 2].some((length) => matchAt(tokens, at - length, KINDS) === length)) return 0;
  return matchAt(tokens, at, known().fields);
}

/** Number of tokens of a field that stands for its ministry or department in a list: "các Bộ Quốc phòng, | Xây dựng"; 0 where none begins with a capital. */
export const listedFieldAt = (tokens: readonly Token[], at: number): number => (tokens[at]?.upper ? matchAt(tokens, at, known().fields) : 0);

/** Number of tokens of a field in small letters behind "sở", "bộ", "phòng", with them: "các | sở giáo dục và đào tạo"; 0 for a short one, which may be the work ("phòng | quản lý"). */
export function smallNameAt(tokens: readonly Token[], at: number): number {
  if (!/^(?:so|bo|phong)$/u.test(tokens[at]?.fold ?? '') || tokens[at + 1]?.upper) return 0;
  const field = matchAt(tokens, at + 1, known().fields);
  return field >= SURE ? field + 1 : 0;
}

/** What an office of a field may be. */
const KINDS = lexicon(
  phrases(
    'bộ, sở, ban, cục, vụ, phòng, khoa, đội, tổ, trạm, viện, chi cục, tổng cục, trung tâm, bộ phận, ủy ban, văn phòng, ban chỉ đạo, ban chỉ huy, ban quản lý, hội đồng, trưởng phòng, trưởng ban, cục trưởng, vụ trưởng',
  ),
);

function known(): Known {
  built ??= readKnown();
  return built;
}

function readKnown(): Known {
  const { bodies, local, fields } = gazetteer();
  const names = [...bodies, ...local].map(({ name }) => name.replace(/ tỉnh$/u, ''));
  const ofKind = names.flatMap((name) => /^(?:Bộ|Sở|Cục|Chi cục|Tổng cục|Vụ) (.+)$/u.exec(name)?.[1] ?? []);
  return { names: folded(names), fields: folded([...ofKind, ...fields]) };
}

/** As token texts, so that "hóa," is "hoa ,"; names of one token are left to the grammar. */
const folded = (names: readonly string[]): Lexicon =>
  lexicon(
    names
      .map((name) => tokenise(name))
      .filter((tokens) => tokens.length > 1)
      .map((tokens) => tokens.map((token) => foldedText([token])).join(' ')),
  );
