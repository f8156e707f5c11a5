// Which deadlines stand in this sentence, cell or lead-in? All of them, in order; the caller chooses.
// Invariant: spans do not overlap and `text` is what stands in them; the same text always gives the same answer; linear in the text's length.
//   readDeadlines('gửi trước ngày 31/01/2025', { issuedOn: '2025-01-15' }) → [{ kind: 'date', bound: 'before', date: '2025-01-31', … }]
// It does not know whose deadline it is, nor what a heading or another clause says.
import type { Context, Draft, FoundDeadline } from './found.ts';
import { refine } from './refine.ts';
import { findAll, type Rule } from './rule.ts';
import { CELL_RULES } from './rules/cells.ts';
import { DATE_RULES } from './rules/dates.ts';
import { PERIOD_RULES } from './rules/periods.ts';
import { RECURRING_DAY_RULES } from './rules/recurring-days.ts';
import { RELATIVE_RULES } from './rules/relative.ts';
import { RHYTHM_RULES } from './rules/rhythms.ts';
import { sourceSpan, type View, viewOf } from './view.ts';

export const RULES: readonly Rule[] = [...CELL_RULES, ...RECURRING_DAY_RULES, ...RELATIVE_RULES, ...DATE_RULES, ...PERIOD_RULES, ...RHYTHM_RULES];

export function readDeadlines(text: string, context: Context): FoundDeadline[] {
  const view = viewOf(text);
  const drafts = RULES.flatMap((rule) => findAll(rule, view, context));
  return refine(withoutOverlaps(drafts), view, context).map((draft) => placed(draft, view));
}

/** The longest reading of the same words holds; of equally long ones, the earlier rule's. */
function withoutOverlaps(drafts: readonly Draft[]): Draft[] {
  const ranked = drafts.map((draft, rank) => ({ draft, rank, size: draft.end - draft.start }));
  ranked.sort((a, b) => b.size - a.size || a.rank - b.rank);
  const taken: Draft[] = [];
  const cover = new Set<number>();
  for (const { draft } of ranked) {
    let free = true;
    for (let at = draft.start; free && at < draft.end; at++) free = !cover.has(at);
    if (!free) continue;
    for (let at = draft.start; at < draft.end; at++) cover.add(at);
    taken.push(draft);
  }
  return taken.sort((a, b) => a.start - b.start);
}

function placed(draft: Draft, view: View): FoundDeadline {
  const span = sourceSpan(view, draft.start, draft.end);
  return {
    ...draft.when,
    text: view.source.slice(span.start, span.end),
    span,
    confidence: Math.round(draft.confidence * 1000) / 1000,
    rules: [...draft.rules],
    review: [...draft.review],
  };
}
