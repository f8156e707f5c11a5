// What an object of a record says about a part of the text stands there: `text.slice(span)` is what it claims to be.
import type { Clause, Record } from '@vanban/contract';
import { expect } from 'vitest';

const squeeze = (text: string): string => text.replace(/\s+/gu, ' ').trim();

export function keepsItsWord(record: Record): void {
  const at = ({ start, end }: { start: number; end: number }) => record.text.slice(start, end);
  const check = (clause: Clause): void => {
    // What is attached may stand without its name; a label that a scan showed wrong is put right by its neighbours.
    const printed = clause.kind !== 'attachment' && record.pages.every((page) => page.origin !== 'ocr');
    if (printed) expect(at(clause.span).startsWith(clause.label), `${clause.id} starts with its label`).toBe(true);
    expect(squeeze(at(clause.span))).toContain(squeeze(clause.heading ?? ''));
    expect(clause.anchors.length, `${clause.id} has a place`).toBeGreaterThan(0);
    clause.children.forEach(check);
  };
  record.clauses.forEach(check);
  for (const { span, to } of record.repairs) expect(at(span)).toBe(to);
  for (const { id, span, anchors, deadline } of record.tasks) {
    expect(at(span).trim(), `${id} has words`).not.toBe('');
    expect(anchors.length, `${id} has a place`).toBeGreaterThan(0);
    if (deadline?.span) expect(squeeze(at(deadline.span))).toBe(squeeze(deadline.text));
  }
}
