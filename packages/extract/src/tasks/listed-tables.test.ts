import { segment } from '@vanban/segment';
import { describe, expect, it } from 'vitest';
import { columnNamed } from './columns.ts';
import { listedTables } from './listed-tables.ts';
import { tasksOfTables } from './tables.ts';
import { plainTestReading } from './test-reading.ts';

const HEADING = ['TT', 'Tên nhiệm vụ', 'Sở, ngành chủ trì tham mưu', 'Đơn vị phối hợp thực hiện', 'Thời gian thực hiện', 'Ghi chú'];
const READER = { issuedOn: '2026-03-10', year: null, decides: false };

/** What an annex of these lines assigns. */
function read(...lines: string[]) {
  const reading = plainTestReading(`Phụ lục\n\nNHIỆM VỤ TRỌNG TÂM\n(Kèm theo Kế hoạch số 1/KH-UBND)\n\n${lines.join('\n')}\n`);
  const segmentation = segment(reading);
  const tables = listedTables(reading.text, segmentation);
  return tasksOfTables({ ...reading, tables }, segmentation, READER).map((task) => ({
    action: task.action,
    leads: task.owners.filter(({ role }) => role === 'lead').map(({ name }) => name),
    supports: task.owners.filter(({ role }) => role === 'support').map(({ name }) => name),
    time: task.deadline?.found.text ?? null,
  }));
}

describe('a table that was printed one cell a line', () => {
  it('reads rows whose cells are all there', () => {
    const found = read(
      ...HEADING,
      '(1)',
      '(2)',
      '(3)',
      '1',
      'Rà soát quy hoạch',
      'Sở Xây dựng',
      'Các sở, ban, ngành',
      'Quý II/2026',
      '',
      '2',
      'Lập kế hoạch',
      'Công an tỉnh',
      'Sở Y tế',
      'Hàng năm',
    );
    expect(found).toEqual([
      { action: 'Rà soát quy hoạch', leads: ['Sở Xây dựng'], supports: ['Các sở, ban, ngành'], time: 'Quý II/2026' },
      { action: 'Lập kế hoạch', leads: ['Công an tỉnh'], supports: ['Sở Y tế'], time: 'Hàng năm' },
    ]);
  });

  it('reads rows that letters number below a titled one', () => {
    const rows = [
      '1',
      'Tuyên truyền',
      'a)',
      'Tổ chức hội nghị',
      'Sở Y tế',
      'Sở Xây dựng',
      'Quý III, IV/2026',
      'b)',
      'In tờ rơi',
      'Sở Y tế',
      'Sở Nội vụ',
      'Hàng năm',
    ];
    expect(read(...HEADING, ...rows, '2', 'Lập kế hoạch', 'Công an tỉnh', 'Sở Y tế', 'Hàng năm').map(({ action, time }) => [action, time])).toEqual([
      ['Tổ chức hội nghị', 'Quý III, IV/2026'],
      ['In tờ rơi', 'Hàng năm'],
      ['Lập kế hoạch', 'Hàng năm'],
    ]);
  });

  it('places the cells of a row with a line too many or too few from its end', () => {
    const found = read(
      ...HEADING,
      '1',
      'Rà soát quy hoạch.',
      'Lập danh mục dự án.',
      'Sở Xây dựng',
      'Sở Y tế',
      'Quý II/2026',
      '2',
      'Lập kế hoạch',
      'Công an tỉnh',
      'Quý III/2026',
    );
    expect(found).toEqual([
      { action: 'Rà soát quy hoạch. Lập danh mục dự án.', leads: ['Sở Xây dựng'], supports: ['Sở Y tế'], time: 'Quý II/2026' },
      { action: 'Lập kế hoạch', leads: ['Công an tỉnh'], supports: [], time: 'Quý III/2026' },
    ]);
  });

  it('leaves titles between rows, lists without a heading and single rows alone', () => {
    const rows = ['1', 'Rà soát quy hoạch', 'Sở Xây dựng', 'Sở Y tế', 'Quý II/2026'];
    expect(read(...HEADING, ...rows, 'II', 'Nhóm nhiệm vụ thứ hai', '2', 'Lập kế hoạch', 'Công an tỉnh', 'Sở Y tế', 'Quý III/2026')).toHaveLength(2);
    expect(read(...HEADING, ...rows)).toEqual([]);
    expect(read(...rows, '2', 'Lập kế hoạch', 'Công an tỉnh', 'Sở Y tế', 'Quý III/2026')).toEqual([]);
  });
});

describe('columns', () => {
  it.each([
    ['Thời gian thực hiện', 'time'],
    ['Nội dung thực hiện', 'work'],
    ['Đơn vị thực hiện', 'lead'],
    ['Đơn vị phối hợp thực hiện', 'support'],
    ['Kết quả, sản phẩm', 'result'],
    ['Họ và tên', null],
  ])('%s', (heading, column) => expect(columnNamed(heading)).toBe(column));
});
