import type { ClauseNode, Segmentation } from '@vanban/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainReading } from './plain-reading.ts';
import { segment } from './segment.ts';

const PIECES = [
  'ỦY BAN NHÂN DÂN',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Số: 12/UBND-VP',
  'Số:      /QĐ-UBND V/v họp',
  'Bình An, ngày 05 tháng 3 năm 2024',
  'V/v rà soát hồ sơ',
  'QUYẾT ĐỊNH',
  'QUYẾT ĐỊNH:',
  'Kính gửi: Sở A; Sở B.',
  '- Phòng Nội vụ;',
  'Căn cứ Luật Lưu trữ;',
  'Thực hiện kế hoạch năm, yêu cầu các đơn vị:',
  'I. VIỆC CHUNG',
  'II. VIỆC RIÊNG',
  'Il. VIỆC RIÊNG',
  'Chương I',
  'Điều 1. Phạm vi',
  'Điều L. Phạm vi',
  'Điều 2. Đối tượng',
  '1. Sở A rà soát: (1) Một. (2) Hai. Sau đó báo cáo.',
  '2. Sở B lập danh mục',
  '2.1. Danh mục đầu.',
  'l. Sở C',
  '1) Một',
  'a) Một;',
  'b) Hai;',
  'd) Ba;',
  '+ Cộng',
  '“1. Cũ.',
  '2. Mới”.',
  'tại khoản',
  '1 Chú thích của trang trước',
  '2',
  '\f',
  '',
  'Nơi nhận: - Như trên; - Lưu: VT.',
  'KT. CHỦ TỊCH',
  'PHÓ CHỦ TỊCH',
  'Lê Văn Mẫu',
  'PHỤ LỤC I',
  '(Kèm theo Quyết định số 1)',
  'SAO Y BẢN CHÍNH',
  '------',
];

const documents = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((rows) => rows.join('\n')),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(fc.constantFrom('1.', '(', ')', '“', '”', ' ', '\n', 'a)', '-', 'I', 'Điều ', '\t', 'Đ', 'ế', ':', '.', '/'), { maxLength: 200 })
    .map((parts) => parts.join('')),
);

function expectSound(text: string, { parts, segments, clauses }: Segmentation): void {
  let end = 0;
  for (const { span, part } of segments) {
    expect(span.start).toBeGreaterThanOrEqual(end);
    expect(span.end).toBeGreaterThan(span.start);
    expect(parts[part]).toBeDefined();
    end = span.end;
  }
  expect(end).toBeLessThanOrEqual(text.length);
  const ids = new Set<string>();
  for (const clause of clauses) expectClause(text, clause, { start: 0, end: text.length }, ids);
}

function expectClause(text: string, node: ClauseNode, within: { start: number; end: number }, ids: Set<string>): void {
  expect(node.span.start).toBeGreaterThanOrEqual(within.start);
  expect(node.span.end).toBeLessThanOrEqual(within.end);
  expect(ids.has(node.id)).toBe(false);
  ids.add(node.id);
  expect(node.id.length).toBeGreaterThan(0);
  const taken = [...node.own, ...node.children.map(({ span }) => span)].sort((a, b) => a.start - b.start);
  let end = node.span.start;
  for (const span of taken) {
    expect(span.start).toBeGreaterThanOrEqual(end);
    expect(span.end).toBeLessThanOrEqual(node.span.end);
    expect(text.slice(span.start, span.end).trim()).not.toBe('');
    end = span.end;
  }
  let start = node.span.start;
  for (const child of node.children) {
    expect(child.span.start).toBeGreaterThanOrEqual(start);
    start = child.span.end;
    expectClause(text, child, node.span, ids);
  }
}

describe('segment, for any text', () => {
  it('keeps spans in order, inside the text, and children inside their parents', () => {
    fc.assert(
      fc.property(documents, (source) => {
        const reading = plainReading(source);
        expectSound(reading.text, segment(reading));
      }),
      { numRuns: 600, seed: 7 },
    );
  });

  it('gives the same answer twice', () => {
    fc.assert(
      fc.property(documents, (source) => {
        expect(segment(plainReading(source))).toEqual(segment(plainReading(source)));
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  // Not timed: at this length anything worse than nearly linear runs into the limit that every test has.
  it('gets through thousands of rows, also hostile ones', () => {
    const hostile = ['1.', 'I', '“', '(1) ', 'V.', '- ', 'Điều ', 'a)', ' ', ',', 'Số: ', 'ngày '].map((piece) => piece.repeat(4000));
    const clean = Array.from({ length: 3000 }, (_, i) => `${i + 1}. Sở A rà soát hồ sơ số ${i} và báo cáo kết quả về huyện trước ngày 20.`);
    for (const rows of [hostile, [...hostile, ...hostile], clean, ['Kính gửi: Sở A.', ...clean, 'Nơi nhận:', ...clean]]) {
      const reading = plainReading(rows.join('\n'));
      expectSound(reading.text, segment(reading));
    }
  });
});
