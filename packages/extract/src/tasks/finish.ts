// The task as the record holds it: ids, anchors, bodies of the gazetteer, confidence and what a person should look at.
// Invariant: tasks come in reading order; `text.slice(owner.span)` is the owner's name but for line ends, except where a stand-in was replaced.
//   the second task of clause 1 → id "1#2"
import { anchorsOf, confidenceOf, type Deadline, type DocumentFields, type Owner, type Reading, type Task } from '@vanban/contract';
import { createFinder, type Finder } from '../bodies/find-body.ts';
import { FACTORS, ofDeadline, ofForm, ofOwner, ofWork, rounded } from './confidence.ts';
import type { DraftDeadline, DraftTask, NamedOwner } from './draft.ts';
import { within } from './passage.ts';

export function finishTasks(reading: Reading, document: DocumentFields, drafts: readonly DraftTask[]): Task[] {
  const finder = createFinder(document);
  const counts = new Map<string, number>();
  return drafts
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map((draft) => {
      const number = (counts.get(draft.clauseId) ?? 0) + 1;
      counts.set(draft.clauseId, number);
      return finishTask(reading, finder, draft, `${draft.clauseId}#${number}`);
    });
}

function finishTask(reading: Reading, finder: Finder, draft: DraftTask, id: string): Task {
  const owners = draft.owners.map((owner) => finishOwner(reading, finder, owner, draft));
  const deadline = draft.deadline === null ? null : finishDeadline(reading, draft.deadline, draft);
  const read = confidenceOf(reading, draft.span);
  const leads = owners.filter((owner) => owner.role === 'lead');
  const lead = leads.length === 0 ? FACTORS.missingLead : Math.min(...leads.map((owner) => owner.confidence ?? 1));
  return {
    id,
    clauseId: draft.clauseId,
    action: draft.action,
    span: draft.span,
    anchors: anchorsOf(reading, draft.span),
    owners,
    deadline,
    confidence: rounded(ofForm(draft.rules) * ofWork(draft.action) * lead * (deadline?.confidence ?? 1) * readingFactor(read)),
    review: reasons(draft, leads, deadline, hardToRead(reading, draft, leads)),
    rules: [...new Set(draft.rules)],
  };
}

/** Letters that were hard to read weigh only as far as they may have changed the meaning. */
const readingFactor = (read: number): number => 0.5 + 0.5 * read;

function finishOwner(reading: Reading, finder: Finder, owner: NamedOwner, draft: DraftTask): Owner {
  const inheritedFrom = owner.role === 'lead' ? draft.inheritedFrom : inheritedSupport(owner, draft);
  const body = finder.find(owner.name);
  const read = owner.span === null ? 1 : confidenceOf(reading, owner.span);
  return {
    role: owner.role,
    name: owner.name,
    inheritedFrom,
    id: body?.id ?? null,
    canonicalName: body?.name ?? null,
    span: owner.span,
    anchors: owner.span === null ? [] : anchorsOf(reading, owner.span),
    confidence: rounded(ofOwner({ name: owner.name, known: body !== null, from: inheritedFrom }, draft) * readingFactor(read)),
  };
}

/** A support stands outside the task's own words where it was inherited. */
function inheritedSupport(owner: NamedOwner, draft: DraftTask): string | null {
  if (owner.span === null) return draft.inheritedFrom;
  return within(owner.span, draft.span) ? null : draft.inheritedFrom;
}

function finishDeadline(reading: Reading, { found, span, inheritedFrom }: DraftDeadline, draft: DraftTask): Deadline {
  const { review: _review, confidence, ...when } = found;
  const read = confidenceOf(reading, span);
  return {
    ...when,
    inheritedFrom,
    span,
    anchors: anchorsOf(reading, span),
    confidence: rounded(confidence * ofDeadline(draft.rules, inheritedFrom) * readingFactor(read)),
    rules: [...found.rules],
  } as Deadline;
}

function reasons(draft: DraftTask, leads: readonly Owner[], deadline: Deadline | null, hard: boolean): string[] {
  const found = new Set(draft.review);
  if (draft.inheritedFrom !== null && leads.length > 0) found.add('owner-inherited');
  if (draft.deadline !== null) for (const reason of draft.deadline.found.review) found.add(reason);
  if (draft.deadline?.inheritedFrom) found.add('deadline-inherited');
  if (deadline?.kind === 'relative' && deadline.date === null) found.add('deadline-unresolved');
  if (hard) found.add('low-ocr-confidence');
  return [...found];
}

/** Were the letters of the task or of a lead's name hard to read? How sure the rules are of them is another question. */
function hardToRead(reading: Reading, draft: DraftTask, leads: readonly Owner[]): boolean {
  const spans = [draft.span, ...leads.flatMap((owner) => owner.span ?? [])];
  return spans.some((span) => confidenceOf(reading, span) < FACTORS.lowReading);
}
