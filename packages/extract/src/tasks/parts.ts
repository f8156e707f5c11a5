// Of which parts does a sentence consist: what stands before its colon, and the pieces between its semicolons?
// Invariant: parts are in order and hold all of the sentence; semicolons and colons inside brackets and quotes divide nothing, nor does the colon of
// "các Sở: Công Thương, Tài chính".
//   "Về đất hiếm: Nghiên cứu xu thế; báo cáo kết quả." → head "Về đất hiếm:", parts "Nghiên cứu xu thế;" "báo cáo kết quả."
import type { Span } from '@vanban/contract';
import { LEVELS } from '../owners/heads.ts';
import { headAt } from '../owners/name-head.ts';
import { readNames } from '../owners/names.ts';
import { assignAt, verbPhraseAt } from '../owners/verb-phrase.ts';
import { matchAt } from '../words/lexicon.ts';
import { tokenise } from '../words/tokens.ts';
import { protectedRanges } from './sentences.ts';

export interface SentenceParts {
  /** Up to and with the colon; null where the sentence has none that divides it. */
  readonly head: Span | null;
  /** Between semicolons, behind the head. */
  readonly parts: readonly Span[];
}

/** Spans over `text`, of which the sentence is a part. */
export function partsOf(text: string, sentence: Span): SentenceParts {
  const words = text.slice(sentence.start, sentence.end);
  const closed = protectedRanges(words);
  const isOpen = (at: number): boolean => !closed.some((range) => range.start <= at && at < range.end);
  const colon = dividingColon(words, isOpen);
  const cuts = Array.from(words.matchAll(/;/gu), (match) => match.index + 1).filter(
    (at) =>
      at > colon && isOpen(at - 1) && !joinsNames(words.slice(0, at - 1), words.slice(at)) && !onlyNames(words.slice(colon, at - 1), words.slice(at)),
  );
  const bounds = [colon, ...cuts, words.length];
  const parts = bounds.slice(1).map((end, i) => ({ start: sentence.start + (bounds[i] as number), end: sentence.start + end }));
  return {
    head: colon === 0 ? null : { start: sentence.start, end: sentence.start + colon },
    parts: parts.filter((part) => /[\p{L}\p{N}]/u.test(text.slice(part.start, part.end))),
  };
}

/** "các Bộ: Nông nghiệp và Môi trường | ; Xây dựng", "Đối với các Sở: Y tế, Xây dựng | ; Ủy ban nhân dân các xã:": a list of names alone on either side. */
function joinsNames(before: string, after: string): boolean {
  const listed = /(?:các|những) \p{Lu}\p{Ll}+:[\p{L}\s,;-]{3,200}$/u.exec(before.slice(-260))?.[0].replace(/^[^:]+:/u, '') ?? '';
  if (listed === '' || !listed.split(/[,;]/u).every(isField)) return false;
  if (/^\s*\p{Lu}/u.test(after) && headAt(tokenise(after.slice(0, 40)), 0, false) === null) return true;
  return /^[^:;.]{3,120}:\s*$/u.test(after) && headAt(tokenise(after.slice(0, 40)), 0, false) !== null;
}

/** "Nông nghiệp và Môi trường": a field without a verb of its own. */
const isField = (name: string): boolean => {
  const tokens = tokenise(name);
  return tokens[0]?.upper === true && tokens.length < 8 && tokens.every((_, at) => at === 0 || verbPhraseAt(tokens, at) === 0);
};

/** "Giao Sở A, Sở B | ; UBND các xã | ; các phòng rà soát": an assignment that has named nobody but names so far. */
function onlyNames(before: string, after: string): boolean {
  if (before.length > LONGEST_LIST || headAt(tokenise(after.slice(0, 40)), 0, false) === null) return false;
  const tokens = tokenise(before);
  const assigned = assignAt(tokens, 0);
  return assigned > 0 && (readNames(tokens, assigned, false)?.next ?? 0) >= tokens.length;
}

const LONGEST_LIST = 500;

/** Offset behind the colon that divides the sentence; 0 for none before its first semicolon. "Số: 12", "10:30" and "các phường: Yên Bái, Văn Phú" do not divide. */
function dividingColon(words: string, isOpen: (at: number) => boolean): number {
  for (const match of words.matchAll(/;|:(?=\s|$)/gu)) {
    if (!isOpen(match.index)) continue;
    if (match[0] === ';' && joinsNames(words.slice(0, match.index), words.slice(match.index + 1))) continue;
    if (match[0] === ';' && isTopic(words, match.index)) continue;
    if (match[0] === ';') return 0;
    if (isKindList(words.slice(0, match.index), words.slice(match.index + 1))) continue;
    return assigningColon(words, match.index + 1, isOpen) ?? match.index + 1;
  }
  return 0;
}

// "Về dự án đường A – B | ; dự án nâng cấp đường C: Tỉnh …", "Về đề nghị các bộ sớm hướng dẫn | ; hoàn thiện quy trình: Bộ A …": more of the matter; not "Về đất hiếm, rà soát quy hoạch; báo cáo …: …".
function isTopic(words: string, at: number): boolean {
  const found = /^;\s*([^:]{5,500}):\s+(\p{Lu}[^:]{3,60})/u.exec(words.slice(at, at + 580));
  const [, behind, doer] = found ?? [];
  if (behind === undefined || doer === undefined || !/^\s*(?:[-+]\s*)?Về\s[^:]{5,500}$/u.test(words.slice(0, at))) return false;
  if (/^\s*(?:[-+]\s*)?Về (?:việc )?(?:đề nghị|kiến nghị|đề xuất)\s/u.test(words)) return headAt(tokenise(doer), 0, true) !== null;
  const tokens = tokenise(behind.slice(0, 60));
  return !behind.includes(';') && verbPhraseAt(tokens, 0, true) === 0 && assignAt(tokens, 0) === 0;
}

/** "UBND các xã: | Phối hợp với Sở Nông nghiệp và Môi trường …": a verb with what it is about; not "Xây dựng, Tài chính", "Thông tin và Truyền thông". */
function beginsWork(after: string): boolean {
  const item = tokenise(after.slice(0, 60).split(/[,;:.]|\s(?:và|hoặc)\s/u)[0] ?? '');
  return item.length > 2 && verbPhraseAt(item, 0, true) > 0;
}

// "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương: | Hà Tĩnh, Quảng Trị, …"; not "UBND các xã: | Rà soát, Xử lý".
const PLACES_BEFORE = /(?:các|những) (?:tỉnh|thành phố|huyện|xã|phường|địa phương)[^:;.]{0,60}$/u;
const PLACES_BEHIND =
  /^\s*(?:T[Pp]\. ?)?\p{Lu}[\p{L}]+(?:[ -]\p{Lu}\p{Ll}*){0,3}(?:\s*,\s*|\s+và\s+)(?:T[Pp]\. ?)?\p{Lu}[\p{L}]+(?:[ -]\p{Lu}\p{Ll}*){0,3}(?=\s*,|\s+và\s|\s+\p{Ll})/u;

/** "Về mô hình hai cấp: tăng số phó phòng, bố trí đủ biên chế: | giao Bộ A chủ trì …": a later colon that gives the matter before it to somebody. */
function assigningColon(words: string, from: number, isOpen: (at: number) => boolean): number | null {
  const first = words.slice(0, from);
  if (!/^\s*(?:[-+]\s*)?Về\s/u.test(first)) return null;
  for (const match of words.slice(from).matchAll(/;|:(?=\s+(?:giao|đề nghị|yêu cầu)\s+(?:các\s|\p{Lu}))/gu)) {
    const at = from + match.index;
    if (!isOpen(at)) continue;
    return match[0] === ';' ? null : at + 1;
  }
  return null;
}

/** "các Sở: Công Thương, Tài chính …" */
function isKindList(before: string, after: string): boolean {
  if (beginsWork(after)) return false;
  const tokens = tokenise(before.slice(-40));
  const kind = [1, 2].some((length) => matchAt(tokens, tokens.length - length, LEVELS) === length);
  if (PLACES_BEFORE.test(before.slice(-120)) && PLACES_BEHIND.test(after)) return true;
  return kind && /^\s*\p{Lu}[\p{L}\s-]{1,60}(?:[,;]|và\s)\s*\p{Lu}/u.test(after) && /(?:các|những|cụm)/iu.test(before.slice(-60));
}
