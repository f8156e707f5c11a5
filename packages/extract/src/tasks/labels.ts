// Lines that label a task's lead, support or time: "Đơn vị chủ trì: Sở A", "Cơ quan phối hợp: …", "Thời gian hoàn thành: Quý II/2025".
// Invariant: a label completes the tasks that it stands under; what a sentence names itself is never overwritten. A label without a task before it in its clause
// is handed to the clause above.
//   "1. Tuyên truyền …" "a) Đơn vị chủ trì: Sở A, Sở B" → the task of clause 1 is led by Sở A and Sở B
import type { Role, Span } from '@vanban/contract';
import { DOUBTFUL, readDeadlines } from '@vanban/deadlines';
import { fold } from '@vanban/text';
import { readNames } from '../owners/names.ts';
import { tokenise } from '../words/tokens.ts';
import { namesInCell } from './cell-names.ts';
import type { Clause } from './clause.ts';
import type { DraftDeadline, DraftTask, NamedOwner } from './draft.ts';
import { toDocument } from './passage.ts';

/** A longer "name" is a sentence: "Cơ quan thực hiện: Sở A tiến hành rà soát các văn bản …". */
const LONGEST_NAME = 22;

export interface Labels {
  readonly from: string;
  readonly owners: NamedOwner[];
  time: DraftDeadline | null;
}

const WHO =
  /^(?:[-+•*(]\s*)?(?:(?:cac )?(?:don vi|co quan|bo phan|phong|to chuc|nguoi|ca nhan|cap|lanh dao) )?(chu tri|thuc hien|phu trach|phoi hop|theo doi)(?: thuc hien| chinh| tham muu){0,2}\s*:|^(?:don vi|co quan) (chu tri|phoi hop)(?= )/u;
const WHEN =
  /^(?:[-+•*(]\s*)?(?:thoi gian|thoi han|tien do|han|lo trinh)(?: (?:thuc hien|hoan thanh|trien khai|bao cao|nop|gui|ket thuc|chot))*(?: (?:bao cao|ho so|xong))?\s*:/u;
/** Begins a line of its own: what sentences are cut before. "- Hạn nộp báo cáo:", "Thời hạn hoàn thành:"; not "Thời gian qua:". */
export const LABEL_LINE =
  /^\s*(?:[-+•*]\s*)?(?:(?:Đơn vị|Cơ quan|Bộ phận|Phòng|Người|Lãnh đạo|Các đơn vị|Các cơ quan) (?:chủ trì|thực hiện|phụ trách|phối hợp|theo dõi)(?: tham mưu)?(?: thực hiện)?|Chủ trì|Phối hợp|(?:Thời gian|Thời hạn|Tiến độ)(?: thực hiện| hoàn thành| nộp| gửi)?(?: báo cáo| hồ sơ)?|Hạn (?:chót|nộp|gửi|hoàn thành)(?: báo cáo| hồ sơ)?)\s*:/u;

/** Reads a sentence that is a label, or several between semicolons, into `labels`; false where it is none. */
export function readLabel(clause: Clause, sentence: Span, labels: Labels): boolean {
  const { text } = clause.passage;
  const next = text.slice(sentence.start, sentence.end).search(NEXT_LABEL);
  if (next < 0) return readOneLabel(clause, sentence, labels);
  const behind = sentence.start + next;
  if (!readOneLabel(clause, { start: sentence.start, end: behind }, labels)) return false;
  const rest = text.slice(behind + 1, sentence.end);
  readLabel(clause, { start: sentence.end - rest.trimStart().length, end: sentence.end }, labels);
  return true;
}

/** "; Đơn vị phối hợp:" inside a line that labels. */
const NEXT_LABEL = /;(?=\s{0,3}(?:Đơn vị|Cơ quan|Bộ phận|Thời gian|Thời hạn|Chủ trì|Phối hợp|Lãnh đạo)[^;:]{0,30}:)/u;

function readOneLabel(clause: Clause, sentence: Span, labels: Labels): boolean {
  const { text } = clause.passage;
  const words = text.slice(sentence.start, sentence.end);
  const folded = fold(words);
  const who = WHO.exec(folded);
  if (who !== null) {
    const kind = who[1] ?? who[2];
    const watches = kind === 'theo doi' || (kind === 'phu trach' && /^\W*lanh dao/u.test(folded));
    const role: Role = kind === 'phoi hop' ? 'support' : watches ? 'monitor' : 'lead';
    if (!who[0].endsWith(':') && readNames(tokenise(words.slice(who[0].length)), 0, false) === null) return false;
    if (kind === 'thuc hien' && !/^(?:[-+•*(]\s*)?\S+ \S+ thuc/u.test(folded)) return false;
    const names = namesInCell(text, { start: sentence.start + who[0].length, end: sentence.end }, role);
    if (names.some(({ name }) => name.split(' ').length > LONGEST_NAME)) return false;
    labels.owners.push(...names.map((owner) => ({ ...owner, span: owner.span && toDocument(clause.passage, owner.span) })));
    return names.length > 0;
  }
  if (!WHEN.test(folded)) return false;
  const behind = words.indexOf(':') + 1;
  const [alone] = readDeadlines(words.slice(behind), clause.reader).filter(({ rules }) => rules.includes('deadline/alone'));
  const found = alone ?? readDeadlines(words, clause.reader).find((one) => one.confidence >= DOUBTFUL);
  if (found === undefined) return false;
  const start = sentence.start + found.span.start + (alone === undefined ? 0 : behind);
  labels.time ??= {
    found,
    span: toDocument(clause.passage, { start, end: start + found.span.end - found.span.start }),
    inheritedFrom: null,
  };
  return true;
}

/** Completes tasks by labels. */
export function applyLabels(tasks: readonly DraftTask[], labels: Labels): void {
  const leads = labels.owners.filter(({ role }) => role === 'lead');
  const others = labels.owners.filter(({ role }) => role !== 'lead');
  for (const task of tasks) {
    const named = task.owners.some(({ role }) => role === 'lead') && task.inheritedFrom === null;
    const from = labels.from === task.clauseId ? null : labels.from;
    if (leads.length > 0 && !named) {
      const own = (owner: NamedOwner): boolean => owner.span !== null && owner.span.start >= task.span.start && owner.span.end <= task.span.end;
      const kept = task.owners.filter((owner) => owner.role === 'approver' || owner.role === 'recipient' || (owner.role === 'support' && own(owner)));
      Object.assign(task, {
        owners: [...leads, ...others, ...kept],
        inheritedFrom: from,
        review: task.review.filter((reason) => reason !== 'owner-missing'),
      });
      task.rules.push('owner/label');
    } else if (others.length > 0 && !task.owners.some(({ role }) => role === 'support')) {
      Object.assign(task, { owners: [...task.owners, ...others] });
      task.rules.push('owner/label');
    }
    if (labels.time !== null && task.deadline === null) {
      task.deadline = { ...labels.time, inheritedFrom: from };
      task.rules.push('deadline/label');
    }
  }
}

export const isUnused = (labels: Labels): boolean => labels.owners.length === 0 && labels.time === null;
