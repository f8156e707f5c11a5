import type { Record, Task } from '@vanban/contract';
import { describe, expect, it } from 'vitest';
import { compareRecords, isUnchanged } from './compare.ts';

const task = (id: string, action: string, date: string | null, lead = 'Sở A'): Task => ({
  id,
  clauseId: id.split('#')[0] ?? '',
  action,
  span: { start: 0, end: 0 },
  anchors: [],
  owners: [{ role: 'lead', name: lead, inheritedFrom: null }],
  deadline: date === null ? null : { kind: 'date', bound: 'before', date, text: date, inheritedFrom: null },
  confidence: 1,
  review: [],
});

const record = (tasks: Task[], number = '1/UBND', text = 'x'): Record =>
  ({ id: 'a', source: { fileName: 'a.pdf' }, document: { number }, tasks, text }) as unknown as Record;

describe('compareRecords', () => {
  it('finds nothing between equal records', () => {
    expect(isUnchanged(compareRecords(record([task('1#1', 'lập báo cáo năm', null)]), record([task('1#1', 'lập báo cáo năm', null)])))).toBe(true);
  });

  it('pairs tasks by their words where numbers moved', () => {
    const change = compareRecords(
      record([task('1#1', 'lập báo cáo năm', null)]),
      record([task('1#1', 'mời họp các đơn vị', null), task('1#2', 'lập báo cáo năm', null)]),
    );
    expect([change.tasksAdded, change.tasksRemoved]).toEqual([['1#1'], []]);
  });

  it('tells moved deadlines, changed owners and fields', () => {
    const change = compareRecords(
      record([task('1#1', 'lập báo cáo', '2025-01-31')]),
      record([task('1#1', 'lập báo cáo', '2025-02-28', 'Sở B')], '2/UBND', 'y'),
    );
    expect(change.deadlinesMoved).toEqual([{ task: '1#1', from: '2025-01-31', to: '2025-02-28' }]);
    expect(change.ownersChanged).toEqual([{ task: '1#1', from: 'lead: Sở A', to: 'lead: Sở B' }]);
    expect([change.fields, change.textChanged]).toEqual([['number'], true]);
  });
});
