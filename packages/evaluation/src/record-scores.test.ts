import { describe, expect, it } from 'vitest';
import type { Gold } from './gold.ts';
import { type Scored, scoreRecord } from './record-scores.ts';
import { f1 } from './tally.ts';

const clause = (id: string, ...children: Scored['clauses']): Scored['clauses'][number] => ({
  id,
  label: `${id}.`,
  kind: 'clause',
  heading: null,
  span: { start: 0, end: 0 },
  anchors: [],
  children,
});
const task = (clauseId: string, action: string, lead: string[], deadline: Scored['tasks'][number]['deadline'] = null): Scored['tasks'][number] => ({
  id: `${clauseId}#1`,
  clauseId,
  action,
  span: { start: 0, end: 0 },
  anchors: [],
  owners: lead.map((name) => ({ role: 'lead', name, inheritedFrom: null })),
  deadline,
  confidence: 1,
  review: [],
});
const DOCUMENT: Scored['document'] = {
  number: '12/QĐ-UBND',
  type: { code: 'QD', name: 'Quyết định' },
  subject: null,
  issuer: null,
  place: 'Hà Nội',
  issuedOn: null,
  addressees: ['Sở Y tế'],
  copiedTo: [],
  signatory: null,
  references: [],
};
const GOLD: Gold = {
  document: { number: '12/QĐ-UBND', type: 'QD', place: 'Hà nội', issuedOn: null, addressees: ['Sở Y tế', 'Sở Tài chính'] },
  clauses: ['1', '1.a', '2'],
  tasks: [
    { clause: '1.a', quote: 'xây dựng kế hoạch', lead: ['Sở Y tế'], support: [], deadline: 'before:2025-03-01' },
    { clause: '2', quote: 'báo cáo kết quả', lead: ['Sở Tài chính'], support: [], deadline: null },
    { clause: '2', quote: 'theo dõi', lead: [], support: [], deadline: null, optional: true },
  ],
};
const dueBefore = (date: string) => ({ kind: 'date', bound: 'before', date, text: '', inheritedFrom: null }) as const;

describe('scoreRecord', () => {
  it('is perfect for a perfect record', () => {
    const record: Scored = {
      document: { ...DOCUMENT, addressees: ['Sở Y tế', 'đồng chí Sở Tài chính'] },
      text: '',
      clauses: [clause('1', clause('1.a')), clause('2')],
      tasks: [
        task('1.a', 'Xây dựng Kế hoạch năm 2025', ['Sở Y tế'], dueBefore('2025-03-01')),
        task('2.(1)', 'Báo cáo kết quả', ['Sở Tài chính']),
        task('2', 'theo dõi', ['X']),
      ],
    };
    const score = scoreRecord(GOLD, record);
    expect(Object.values(score).map(f1)).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  it('counts what is missing, wrong and too much', () => {
    const record: Scored = {
      document: DOCUMENT,
      text: '',
      clauses: [clause('1'), clause('2'), clause('3')],
      tasks: [task('2', 'báo cáo kết quả', ['Sở Y tế']), task('3', 'xây dựng kế hoạch', ['Sở Y tế'], dueBefore('2025-03-01'))],
    };
    const score = scoreRecord(GOLD, record);
    expect(score.metadata).toEqual({ gold: 5, found: 4, hits: 4 });
    expect(score.clauses).toEqual({ gold: 3, found: 3, hits: 2 });
    expect(score.tasks).toEqual({ gold: 2, found: 2, hits: 1 });
    expect(score.leads).toEqual({ gold: 2, found: 1, hits: 0 });
    expect(score.deadlines).toEqual({ gold: 1, found: 0, hits: 0 });
    expect(score.joint).toEqual({ gold: 2, found: 2, hits: 0 });
  });
});
