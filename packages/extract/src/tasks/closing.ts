// What a later part or sentence still says about work that was read before: its time, its last step, its quality.
// Invariant: tasks are only completed, never added; a task with a time of its own keeps it.
//   "Hoàn thành trong quý II/2025."   "; báo cáo UBND tỉnh trước ngày 10/02/2025"   "; bảo đảm thống nhất, đồng bộ"
import { fold } from '@vanban/text';
import { cleaned } from './add-task.ts';
import type { Clause, State } from './clause.ts';
import type { DraftTask } from './draft.ts';
import { toDocument } from './passage.ts';
import { deadlineOf } from './placed-deadline.ts';
import type { Unit } from './unit.ts';

/** "; báo cáo UBND tỉnh trước ngày …" behind the work itself: its last step, whose time is the work's time. Not "; Báo cáo …": with a capital it begins anew. */
export function isReportOnWork(unit: Unit, last: DraftTask): boolean {
  if (unit.phrase.form !== 'command' || unit.deadline === null || unit.deadline.kind === 'recurring' || last.deadline !== null) return false;
  return /^(?:va )?(?:bao cao|trinh)(?: |$)/u.test(unit.folded) && !/^\s*\p{Lu}/u.test(unit.text);
}

/** "; bảo đảm thống nhất, đồng bộ": how the work before it is to be done. */
export function isQuality(unit: Unit): boolean {
  return unit.phrase.form === 'command' && unit.deadline === null && QUALITY.test(unit.folded);
}

// "bảo đảm thống nhất, đồng bộ", "không để chậm trễ"; not "bảo đảm nguồn cung hàng hóa", "bảo đảm kinh phí": that must be provided.
const QUALITY =
  /^(?:va )?(?:(?:bao dam|dam bao)(?! (?:duy tri|(?:du |day du )?(?:nguon (?:cung|luc|von|kinh phi|hang)|kinh phi|tra luong|chi tra|cung ung|luong thuc|vat tu|thuoc|nhan luc|co so vat chat)))|gop phan|khong de|tranh)(?: |$)/u;

/** `earlier`: the tasks of the sentence. The time of a last step is that of the work before it; of two works it is both's, of a long list only the last one's. */
export function extend(clause: Clause, task: DraftTask, unit: Unit, earlier: readonly DraftTask[]): void {
  const span = toDocument(clause.passage, unit.span);
  Object.assign(task, { span: { start: task.span.start, end: span.end }, action: `${task.action} ${cleaned(unit.text)}` });
  task.deadline ??= deadlineOf(clause, unit);
  task.rules.push('task/report-step');
  if (unit.deadline === null || earlier.length > 2) return;
  for (const other of earlier)
    if (other !== task && other.deadline === null) {
      other.deadline = deadlineOf(clause, unit);
      other.rules.push('deadline/closing');
    }
}

// "Việc giảm lãi suất áp dụng với các khoản vay từ ngày 01/10 đến hết ngày 31/12": how long a rule holds; not "Quy chế phải được áp dụng trước ngày 31/12".
const HOLDS = /(?:^| )(?:ap dung (?:doi voi|cho|voi|tu)|duoc tinh|co hieu luc|co gia tri|phat sinh)(?: |$)/u;

/** A sentence about the work's product may carry its time: "Kế hoạch phải …, trình … trong tháng 4/2025". */
export function adopt(clause: Clause, task: DraftTask, unit: Unit): void {
  if (
    unit.phrase.form !== 'thing' ||
    HOLDS.test(unit.folded) ||
    unit.deadline === null ||
    task.deadline !== null ||
    unit.deadline.kind === 'continuous' ||
    unit.deadline.kind === 'recurring' ||
    (unit.deadline.kind === 'date' && unit.deadline.bound === 'from')
  )
    return;
  task.deadline = deadlineOf(clause, unit);
  task.rules.push('deadline/of-product');
}

/** "Báo cáo gửi về Sở A trước ngày …": what the work before it makes is handed in by then; or that work is finished by then. */
export function isHandingIn(unit: Unit, last: DraftTask): boolean {
  if (isFinishing(unit, last)) return true;
  if (unit.deadline === null || unit.deadline.kind === 'recurring' || unit.deadline.kind === 'continuous') return false;
  if (unit.rules.some((rule) => rule === 'task/thing-sent' || rule === 'task/thing-asked-for')) return true;
  return /^(?:cac )?(?:bao cao|van ban|ket qua|ho so|danh sach|y kien|ke hoach)(?: [^,.;]{0,80})? (?:gui|nop) (?:ve|den|cho|len)(?: |$)/u.test(
    unit.folded,
  );
}

/** "Hoàn thành việc kiểm tra và báo cáo Thủ tướng trước ngày …": the work before it, named again, is finished by then. Not "Hoàn thành việc rà soát" behind work of another kind. */
function isFinishing(unit: Unit, last: DraftTask): boolean {
  if (unit.deadline?.kind !== 'date' || unit.deadline.bound === 'from' || unit.phrase.form !== 'command' || unit.phrase.leads.length > 0)
    return false;
  const named = /^(?:[-+] ?)?hoan thanh (?:viec|cong tac) (\p{L}+ \p{L}+)(?: |,|$)/u.exec(unit.folded)?.[1];
  return named !== undefined && ` ${fold(last.action).replace(/\s+/gu, ' ')} `.includes(` ${named} `);
}

/** Gives the time of what is handed in to the work before it, unless that has a time of its own ("trong năm 2025" only says of when the report is). */
export function giveHandingIn(clause: Clause, task: DraftTask, unit: Unit): void {
  const about = task.deadline?.found.kind === 'period' && /^trong năm/iu.test(task.deadline.found.text);
  if (task.deadline !== null && !about) return;
  task.deadline = deadlineOf(clause, unit);
  task.rules.push('deadline/of-product');
}

/** A closing time: for the parts of its own sentence where they are tasks, else for all tasks of the clause without one. */
export function giveTime(clause: Clause, state: State, unit: Unit, ownSentence: boolean): void {
  for (const task of state.tasks.slice(state.closed)) {
    if (task.deadline !== null || (ownSentence && task.sentence !== state.sentence)) continue;
    task.deadline = deadlineOf(clause, unit);
    task.rules.push('deadline/closing');
  }
  if (!ownSentence) state.closed = state.tasks.length;
}
