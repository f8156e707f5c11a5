// Whom does a sentence name for the list that it announces ("…:"), however long it talks before?
// Invariant: the last assignment before the colon counts, and only where nothing but words of announcing stand behind its names.
//   "Qua kiểm tra, Công ty A đã nộp …, do đó Sở B đề nghị Công ty A thực hiện một số nội dung sau:" → Công ty A
//   "Sở B đề nghị Công ty A rà soát hồ sơ, gồm:" is left to the other rules: the work stands before the colon
import { lexicon, matchAt, phrases } from '../words/lexicon.ts';
import { isSign, type Token } from '../words/tokens.ts';
import { type OwnerPhrase, readAssignment } from './actor.ts';
import { headAt } from './name-head.ts';
import { assignAt, directAt } from './verb-phrase.ts';

export function announced(tokens: readonly Token[]): OwnerPhrase | null {
  if (!isSign(tokens.at(-1), ':')) return null;
  for (let at = tokens.length - 2; at > 0; at--) {
    if (isSign(tokens[at], '.;')) return null;
    if (tokens[at]?.upper || (assignAt(tokens, at) === 0 && directAt(tokens, at) === 0)) continue;
    const found = readAssignment(tokens, at);
    if (found === null || found.leads.length === 0) continue;
    return isAnnouncement(tokens, found.leads.at(-1)?.next ?? 0) ? { ...found, giver: hasGiver(tokens, at), rules: ['owner/announced'] } : null;
  }
  return null;
}

/** True where somebody is named before the assignment. */
const hasGiver = (tokens: readonly Token[], at: number): boolean => tokens.slice(0, at).some((_, i) => headAt(tokens, i, i === 0) !== null);

/** "khẩn trương triển khai thực hiện một số nội dung sau:" */
function isAnnouncement(tokens: readonly Token[], from: number): boolean {
  let at = from;
  while (at < tokens.length) {
    const length = Math.max(matchAt(tokens, at, ANNOUNCING), tokens[at]?.word ? 0 : 1);
    if (length === 0) return false;
    at += length;
  }
  return true;
}

const ANNOUNCING = lexicon(
  phrases(
    'hoàn thiện, bổ sung, chỉnh sửa, làm rõ, giải trình, khẩn trương, nghiêm túc, chủ động, tập trung, tiếp tục, triển khai, thực hiện, tổ chức, tốt, ngay, một số, các, những, nội dung, nhiệm vụ, công việc, việc, yêu cầu, giải pháp, biện pháp, sau, sau đây, như sau, cụ thể, trọng tâm, chủ yếu, cụ thể như sau, đồng bộ, quyết liệt, có hiệu quả, hiệu quả, phối hợp, quan tâm, cần, phải, có trách nhiệm, chỉ đạo, dưới đây, chính, và, nghiêm, nhóm, vấn đề, cấp bách, trước mắt',
  ),
);
