import type { Reading, ReadingCell, ReadingTable, Segmentation } from '@vanban/contract';
import { describe, expect, it } from 'vitest';
import { tasksOfTables } from './tables.ts';

const READER = { issuedOn: '2025-01-09', year: null, decides: false };

/** Tables of rows of cells, one behind the other. */
function tablesOf(...tables: string[][][]): { reading: Reading; segmentation: Segmentation } {
  let text = '';
  const found = tables.map((rows): ReadingTable => {
    const cells: ReadingCell[] = [];
    const start = text.length;
    for (const [r, row] of rows.entries())
      for (const [column, words] of row.entries()) {
        cells.push({ row: r, column, rowSpan: 1, columnSpan: 1, span: { start: text.length, end: text.length + words.length }, box: [0, 0, 1, 1] });
        text += `${words}\t`;
      }
    text += '\n\n';
    return { page: 1, span: { start, end: text.length }, box: [0, 0, 1, 1], rows: rows.length, columns: rows[0]?.length ?? 0, cells };
  });
  const span = { start: 0, end: text.length };
  return {
    reading: { text, pages: [], lines: [], words: [], tables: found, repairs: [], warnings: [] },
    segmentation: {
      parts: [
        { name: '', span },
        { name: 'Phụ lục I', span },
      ],
      segments: [],
      clauses: [],
      warnings: [],
    },
  };
}

const HEADING = ['TT', 'Tên nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian hoàn thành'];
const read = (...tables: string[][][]) => {
  const { reading, segmentation } = tablesOf(...tables);
  return tasksOfTables(reading, segmentation, READER).map((task) => ({
    clause: task.clauseId,
    action: task.action,
    lead: task.owners.filter(({ role }) => role === 'lead').map(({ name }) => name),
    support: task.owners.filter(({ role }) => role === 'support').map(({ name }) => name),
    time: task.deadline?.found.text ?? null,
    review: task.review,
  }));
};

describe('tasksOfTables', () => {
  it('reads each row as a task of the part that holds the table, and no heading or title row', () => {
    const rows = read([
      HEADING,
      ['I.', 'Hoàn thiện thể chế', '', '', ''],
      ['1.', 'Xây dựng đề án', 'Bộ Nội vụ', 'Ban Tuyên giáo Trung ương; các bộ, ngành, địa phương; VTV, VOV', '6/2025'],
    ]);
    expect(rows).toEqual([
      {
        clause: 'Phụ lục I',
        action: 'Xây dựng đề án',
        lead: ['Bộ Nội vụ'],
        support: ['Ban Tuyên giáo Trung ương', 'các bộ, ngành, địa phương', 'VTV', 'VOV'],
        time: '6/2025',
        review: [],
      },
    ]);
  });

  it('goes on over the page, with and without the heading again, and joins a row that the page end cut', () => {
    const rows = read(
      [HEADING, ['1.', 'Xây dựng đề án', 'Bộ Nội vụ', '', '2025']],
      [
        ['', 'chuyển đổi số', '', '', ''],
        ['2.', 'Rà soát văn bản', 'Các bộ, ngành', '', 'Thường xuyên'],
      ],
      [HEADING, ['3.', 'Tổng kết', 'Bộ Y tế', '', '']],
    );
    expect(rows.map(({ action }) => action)).toEqual(['Xây dựng đề án chuyển đổi số', 'Rà soát văn bản', 'Tổng kết']);
  });

  it('reads names anew from a cell that the page end cut', () => {
    const rows = read(
      [HEADING, ['1.', 'Xây dựng', 'Bộ Khoa học và', 'Các bộ, ngành', '2025']],
      [HEADING, ['', '(nền tảng số)', 'Công nghệ', '', ''], ['2.', 'Tổng kết', 'Bộ Y tế', '', '2026']],
    );
    expect(rows.map(({ action, lead, support, time }) => [action, lead, support, time])).toEqual([
      ['Xây dựng (nền tảng số)', ['Bộ Khoa học và Công nghệ'], ['Các bộ, ngành'], '2025'],
      ['Tổng kết', ['Bộ Y tế'], [], '2026'],
    ]);
  });

  it('gives the rows below a page end what the merged cell above it says, and nothing to cells that were left empty', () => {
    const { reading, segmentation } = tablesOf(
      [HEADING, ['1.', 'Lập đề án', 'Bộ Nội vụ', 'Bộ Y tế', '2025']],
      [HEADING, ['2.', 'Rà soát văn bản', '', '', '2026'], ['3.', 'Tổng kết', '', '', '2027'], ['4.', 'Báo cáo', 'Bộ Tài chính', '', '2028']],
    );
    const [above, below] = reading.tables as [ReadingTable, ReadingTable];
    const merged = below.cells
      .filter((cell) => !(cell.row === 2 && cell.column === 2))
      .map((cell) => (cell.row === 1 && cell.column === 2 ? { ...cell, rowSpan: 2 } : cell));
    const tasks = tasksOfTables({ ...reading, tables: [above, { ...below, cells: merged }] }, segmentation, READER);
    expect(tasks.map(({ owners }) => owners.map(({ name }) => name))).toEqual([
      ['Bộ Nội vụ', 'Bộ Y tế'],
      ['Bộ Nội vụ'],
      ['Bộ Nội vụ'],
      ['Bộ Tài chính'],
    ]);
  });

  it('takes no title that runs over the columns for a task', () => {
    const { reading, segmentation } = tablesOf([
      HEADING,
      ['II.', 'Hoàn thiện thể chế, giao Bộ Tư pháp rà soát'],
      ['1.', 'Lập đề án', 'Bộ Nội vụ', '', '2025'],
    ]);
    const tables = reading.tables.map((table) => ({
      ...table,
      cells: table.cells.map((cell) => (cell.row === 1 && cell.column === 1 ? { ...cell, columnSpan: 4 } : cell)),
    }));
    expect(tasksOfTables({ ...reading, tables }, segmentation, READER).map(({ action }) => action)).toEqual(['Lập đề án']);
  });

  it('keeps rows apart that share a merged number', () => {
    const rows = read([HEADING, ['1.', 'Xây dựng đề án.', 'Bộ Nội vụ', '', '2025']], [HEADING, ['', 'Rà soát văn bản', 'Bộ Y tế', '', '2026']]);
    expect(rows.map(({ lead }) => lead)).toEqual([['Bộ Nội vụ'], ['Bộ Y tế']]);
  });

  it('says where a time could not be read and where nobody leads', () => {
    const rows = read([HEADING, ['1.', 'Xây dựng đề án', '', '', 'theo tiến độ chung']]);
    expect(rows[0]?.review).toEqual(['owner-missing', 'deadline-unresolved']);
  });

  it('leaves other tables alone', () => {
    expect(
      read([
        ['STT', 'Họ và tên', 'Ngày sinh'],
        ['1', 'Trần Văn B', '01/01/1980'],
      ]),
    ).toEqual([]);
  });
});
