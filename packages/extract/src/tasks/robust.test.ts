import type { DocumentFields } from '@vanban/contract';
import { Task } from '@vanban/contract';
import { segment } from '@vanban/segment';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTasks } from './read-tasks.ts';
import { plainTestReading } from './test-reading.ts';

const PIECES = [
  'Giao',
  'Sở Y tế',
  'các sở, ban, ngành',
  'chủ trì, phối hợp với',
  'UBND các xã: A, B',
  'rà soát',
  'báo cáo UBND tỉnh',
  'trước ngày 15/3/2025',
  'trong quý II/2025',
  'Hoàn thành',
  'nếu',
  'Trường hợp',
  'chưa',
  'được',
  '(',
  ')',
  '“',
  '”',
  ';',
  ':',
  '.',
  ',',
  '\n',
  '\n\n',
  '1. ',
  'a) ',
  '- ',
  '(1) ',
  'Điều 3. ',
  'và',
  '/',
  'định kỳ hằng tháng',
  'ĐỀ NGHỊ',
  'nêu tại Mục 1 và 2',
  'các',
  'Căn cứ',
  'Để',
  'chỉ đạo',
  'bảo đảm',
  'phải',
  'đã',
  'Thực hiện Công văn số 1/A-B',
];

const document: DocumentFields = {
  number: null,
  type: null,
  subject: null,
  issuer: { name: 'Sở Nội vụ tỉnh Lào Cai', parent: null },
  place: null,
  issuedOn: '2025-03-10',
  addressees: ['Sở Y tế'],
  copiedTo: [],
  signatory: null,
  references: [],
};

describe('readTasks', () => {
  it('reads anything into valid tasks whose words are where they say', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })), { maxLength: 60 }), (pieces) => {
        const reading = plainTestReading(pieces.join(' ').normalize('NFC'));
        const tasks = readTasks(reading, segment(reading), document);
        expect(new Set(tasks.map(({ id }) => id)).size).toBe(tasks.length);
        for (const task of tasks) {
          Task.parse(task);
          expect(task.span.end).toBeLessThanOrEqual(reading.text.length);
          expect(task.span.end).toBeGreaterThan(task.span.start);
          if (task.deadline?.span) expect(reading.text.slice(task.deadline.span.start, task.deadline.span.end)).toBe(task.deadline.text);
        }
      }),
      { numRuns: 120, seed: 7 },
    );
  });

  // Not timed: at this length anything worse than nearly linear runs into the limit that every test has.
  it('reads a text of thousands of clauses', () => {
    const clause = '1. Giao Sở Y tế chủ trì, phối hợp với các sở, ngành rà soát; báo cáo UBND tỉnh trước ngày 15/3/2025.\n';
    const tasksOf = (times: number): number => {
      const reading = plainTestReading(clause.repeat(times));
      return readTasks(reading, segment(reading), document).length;
    };
    expect(tasksOf(2000)).toBe(2000 * tasksOf(1));
  });

  it.each(['các ', 'các sở, ', 'phối hợp với các ', '(((', '“ ', ';', 'Sở Bộ Ban ', 'Để ', 'và các '])(
    'is not led astray by %j a thousand times',
    (piece) => {
      const reading = plainTestReading(`1. Giao ${piece.repeat(1000)}`);
      expect(() => readTasks(reading, segment(reading), document)).not.toThrow();
    },
  );
});
