// Does this lead-in or heading name a stretch of time for what follows? 'Nhiệm vụ trọng tâm trong quý II năm 2025', 'PHƯƠNG HƯỚNG 6 THÁNG CUỐI NĂM 2025'.
// Invariant: the one stretch of a heading that speaks of tasks to come; null for reports of what was done, for plans and programmes by name, and where the
// heading names two stretches ('công tác tháng 9 và nhiệm vụ quý IV').
import type { Context, FoundDeadline } from './found.ts';
import { parseStretch } from './parse-periods.ts';
import { WORD } from './rule.ts';
import { stretchDraft } from './rules/periods.ts';
import { sourceSpan, viewOf } from './view.ts';

// 'nhiệm vụ, giải pháp quý II', 'phương hướng công tác tháng 5'; not 'Kết quả thực hiện nhiệm vụ quý I'.
const TO_COME = /(?:nhiem vu|phuong huong|cong viec|cong tac|trong tam|giai phap|ke hoach)/u;
const DONE = /(?:ket qua|danh gia|tinh hinh|kiem diem|so ket|tong ket|da thuc hien|ton tai|han che)/u;
// 'nhiệm vụ trọng tâm năm 2025'; not 'Đối với công tác tổ chức thi tốt nghiệp năm 2020': there the year belongs to a thing.
const OF_WORK = /(?:nhiem vu|phuong huong|cong viec|trong tam|giai phap|cong tac)(?: (?:trong tam|chu yeu|cong tac|cu the|,))* ?(?:trong )?$/u;
const STRETCH = new RegExp(`${WORD}(?=quy |thang |nam |dau |giua |cuoi |nua |[0-9oil]{1,2} thang |sau thang )`, 'gu');

export function readHeadingPeriod(text: string, context: Context): FoundDeadline | null {
  const view = viewOf(text);
  let found: FoundDeadline | null = null;
  let behind = 0;
  for (const { index } of view.folded.matchAll(STRETCH)) {
    const before = view.folded.slice(0, index);
    if (!TO_COME.test(before) || DONE.test(before) || index < behind) continue;
    const stretch = parseStretch(view, index);
    if (stretch?.unit === 'year' && !OF_WORK.test(before)) continue;
    const draft = stretch && stretchDraft('deadline/heading', 'within', stretch, index, context, 0.85);
    if (!draft) continue;
    if (behind > 0) return null;
    behind = draft.end;
    if (context.issuedOn !== null && draft.when.kind === 'period' && draft.when.end < context.issuedOn) continue;
    const span = sourceSpan(view, draft.start, draft.end);
    found = {
      ...draft.when,
      text: text.slice(span.start, span.end),
      span,
      confidence: draft.confidence,
      rules: [...draft.rules],
      review: [...draft.review],
    };
  }
  return found;
}
