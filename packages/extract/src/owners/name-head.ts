// With which words does a name begin?
// Invariant: a head counts only where a body or a person can be meant: "các phòng", "Phòng Nội vụ"; not "phòng, chống", "tổ chức hội nghị".
import { matchAt } from '../words/lexicon.ts';
import { foldedText, isSign, type Token } from '../words/tokens.ts';
import { ACTION, ADVERB, MODAL } from '../words/verbs.ts';
import { DETERMINERS, GENERAL, HEADS, LEVELS, NOT_HEADS, SECTORS, SHORT_HEADS } from './heads.ts';
import { knownNameAt } from './known-names.ts';
import { isOrganisation, isOrganising, verbPhraseAt } from './verb-phrase.ts';

export interface Head {
  readonly start: number;
  /** Behind the head. */
  readonly end: number;
  readonly many: boolean;
  readonly general: boolean;
  /** True for a kind that goes on a list of many ("UBND các xã | , phường"). */
  readonly listed?: boolean;
}

/** The head that a name may begin with here ("02 xã"; not "01 bản", which are copies), or null. `atStart`: the first word of a sentence, where a capital says nothing. */
export function headAt(tokens: readonly Token[], index: number, atStart: boolean): Head | null {
  const determiner = matchAt(tokens, index, DETERMINERS);
  let at = index + determiner;
  const counted = /^\d{1,3}$/u.test(tokens[at]?.text ?? '');
  if (counted && tokens[at + 1]?.text === 'bản') return null;
  if (counted) at++;
  if (isOrganising(tokens, at) || (atStart && isVerbList(tokens, at))) return null;
  const known = Math.max(matchAt(tokens, at, HEADS), isKnownBody(tokens, at, atStart) ? 1 : 0);
  const barred = isSafetyBoard(tokens, at) ? 0 : matchAt(tokens, at, NOT_HEADS);
  if (barred > known || (known === 0 && barred > 0)) return null;
  const length = Math.max(known, shortHeadAt(tokens, at, determiner > 0 || at > index, atStart && at === index));
  if (length === 0) return null;
  const general = matchAt(tokens, at, GENERAL) >= length;
  return { start: index, end: at + length, many: determiner > 0, general };
}

/** "Ban An toàn giao thông tỉnh"; "bản án" without its marks is the same letters. */
const isSafetyBoard = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'Ban' && tokens[at + 1]?.text === 'An' && tokens[at + 2]?.fold === 'toan';

/** "Thống kê tỉnh rà soát"; at the start of a sentence not "Thống kê thiệt hại", which is the verb. */
const isKnownBody = (tokens: readonly Token[], at: number, atStart: boolean): boolean => {
  const length = knownNameAt(tokens, at);
  return length > 1 && !(atStart && verbPhraseAt(tokens, at, true) >= length);
};

/** "xã phường", "quận huyện", "sở ngành": two kinds in one breath. */
const isPair = (tokens: readonly Token[], at: number, length: number): boolean =>
  length === 1 && /^(?:xa phuong|phuong xa|quan huyen|huyen thi|so nganh|ban nganh)$/u.test(`${tokens[at]?.fold} ${tokens[at + 1]?.fold}`);

function shortHeadAt(tokens: readonly Token[], at: number, counted: boolean, atStart: boolean): number {
  const length = matchAt(tokens, at, SHORT_HEADS);
  if (length > 1 && tokens[at]?.fold === 'to' && tokens[at + 1]?.fold === 'chuc' && !isOrganisation(tokens, at)) return 0;
  if (length === 0 || counted || isHelper(tokens, at)) return length;
  if (isHandingOut(tokens, at)) return 0;

  const after = tokens[at + length];
  const named =
    after?.upper === true ||
    (atStart === false && isPair(tokens, at, length)) ||
    (/^ngành$/iu.test(tokens[at]?.text ?? '') && matchAt(tokens, at + 1, SECTORS) > 0) ||
    (isSign(after, ',/') && (matchAt(tokens, at + length + 1, LEVELS) > 0 || matchAt(tokens, at + length + 1, SHORT_HEADS) > 0));
  if (named || (atStart && actsItself(tokens, at, length))) return length;
  return tokens[at]?.upper && !atStart && verbPhraseAt(tokens, at) === 0 ? length : 0;
}

/** "Cấp Oresol cho trạm y tế": the verb before a thing's name; not "Cấp Tỉnh", "cấp Trung ương". */
const isHandingOut = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.fold === 'cap' && tokens[at + 1]?.upper === true && !/^(?:tinh|huyen|xa|phuong|trung|bo|so|uy|co)$/u.test(tokens[at + 1]?.fold ?? '');

/** "Thanh tra, kiểm tra, xử lý theo thẩm quyền": verbs at the start of a sentence. */
const isVerbList = (tokens: readonly Token[], at: number): boolean =>
  isSign(tokens[at + 2], ',') && /^(?:thanh tra|kiem toan)$/u.test(foldedText(tokens.slice(at, at + 2))) && matchAt(tokens, at + 3, ACTION) > 1;

/** "phối hợp | phòng nghiệp vụ Công an tỉnh", "phối hợp với | ban quản lý chợ": one office in small letters; not "phối hợp phòng, chống". */
const isHelper = (tokens: readonly Token[], at: number): boolean =>
  /^(?:phong|ban|doi|tram|hat|cong an)$/u.test(tokens[at]?.fold ?? '') &&
  tokens[at + 1]?.word === true &&
  /(?:^| )phoi hop(?: voi| cung)?$/u.test(foldedText(tokens.slice(Math.max(0, at - 3), at)));

/** "Thành phố khẩn trương rà soát", "Bộ cần hướng dẫn": one body that the document speaks of by its kind; not "Tổ chức kịp thời", "Thành phố thông minh". */
const actsItself = (tokens: readonly Token[], at: number, length: number): boolean =>
  tokens[at]?.upper === true &&
  /^(?:bo|so|tinh|thanh pho|huyen|thi xa|thi tran|xa|phuong|quan|cuc|vien)$/u.test(foldedText(tokens.slice(at, at + length))) &&
  ([ADVERB, ACTION, MODAL].some((list) => matchAt(tokens, at + length, list) > 1) ||
    (/^(?:phải|cần)$/u.test(tokens[at + length]?.text ?? '') && matchAt(tokens, at + length, MODAL) > 0));
