// A small record for the tests of this package: one letter with three tasks. Made by hand; valid by the contract's schema.
import type { Record, Task } from '@vanban/contract';

const task = (id: string, action: string, deadline: Task['deadline']): Task => ({
  id,
  clauseId: id.split('#')[0] ?? '',
  action,
  span: { start: 0, end: 0 },
  anchors: [{ page: 1, box: [10, 20, 300, 40] }],
  owners: [
    { role: 'lead', name: 'Sở Tài chính', inheritedFrom: null },
    { role: 'support', name: 'Sở Nội vụ', inheritedFrom: null },
  ],
  deadline,
  confidence: 0.9,
  review: [],
});

export const sampleRecord: Record = {
  schemaVersion: '1.0',
  id: 'a'.repeat(64),
  source: { fileName: 'cong-van.pdf', mediaType: 'application/pdf', bytes: 1, pageCount: 1, receivedAt: '2025-01-15T08:00:00Z' },
  document: {
    number: '15/UBND-TH',
    type: { code: 'CV', name: 'Công văn' },
    subject: 'báo cáo',
    issuer: null,
    place: null,
    issuedOn: '2025-01-15',
    addressees: [],
    copiedTo: [],
    signatory: null,
    references: [],
  },
  pages: [],
  text: '',
  clauses: [],
  tasks: [
    task('1#1', 'báo cáo UBND tỉnh, "gửi bản giấy"', {
      kind: 'date',
      bound: 'before',
      date: '2025-01-31',
      text: 'trước ngày 31/01/2025',
      inheritedFrom: null,
    }),
    task('2#1', '=HYPERLINK("http://x")', {
      kind: 'recurring',
      rrule: 'FREQ=MONTHLY;BYMONTHDAY=20',
      bound: 'before',
      text: 'trước ngày 20 hằng tháng',
      inheritedFrom: null,
    }),
    task('3#1', 'theo dõi', { kind: 'continuous', text: 'thường xuyên', inheritedFrom: null }),
  ],
  repairs: [],
  pipeline: { version: '0', stages: {}, warnings: [] },
};
