import type { Block } from '@vanban/contract';
import { describe, expect, it } from 'vitest';
import { readLayer } from './reading.ts';
import { type LineOfWords, wordsOfLines } from './words.fixture.ts';

const SHEET = { width: 595, height: 842 };
const read = (lines: readonly LineOfWords[]): readonly Block[] =>
  readLayer({ words: wordsOfLines(lines), notes: [], rules: [] }, SHEET as never, { number: 1, rotation: 0, confidence: 1, warnings: [] }).blocks;

/** Cells as "row,column text", tables only. */
function tableOf(lines: readonly LineOfWords[]): string[][] {
  return read(lines).flatMap((block) => {
    if (block.kind !== 'table') return [];
    const rows = Map.groupBy(block.cells, (cell) => cell.row);
    return [...rows.values()].map((row) => row.map((cell) => cell.lines.map((line) => line.words.map((word) => word.text).join(' ')).join(' ')));
  });
}

const HEAD: readonly LineOfWords[] = [
  [60, 100, 'STT'],
  [150, 100, 'Nhiệm vụ'],
  [300, 100, 'Chủ trì'],
  [380, 100, 'Phối hợp'],
  [480, 100, 'Thời hạn'],
];
const ROWS: readonly LineOfWords[] = [
  [65, 120, '1'],
  [95, 120, 'Xây dựng kế hoạch rà soát'],
  [295, 120, 'Sở Y tế'],
  [375, 120, 'Sở Nội vụ'],
  [478, 120, '30/6/2025'],
  [95, 134, 'các cơ sở khám bệnh'],
  [375, 134, 'Sở Tài chính'],
  [65, 148, '2'],
  [95, 148, 'Báo cáo kết quả'],
  [295, 148, 'Sở Nội vụ'],
  [478, 148, 'Quý IV'],
];
const PARAGRAPH: LineOfWords = [60, 180, 'Đề nghị các đơn vị triển khai thực hiện nghiêm túc nội dung trên đây và báo cáo kết quả'];

describe('a table without rules', () => {
  it('has a row for each number, its columns where white space parts them', () => {
    expect(tableOf([...HEAD, ...ROWS, PARAGRAPH])).toEqual([
      ['STT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời hạn'],
      ['1', 'Xây dựng kế hoạch rà soát các cơ sở khám bệnh', 'Sở Y tế', 'Sở Nội vụ Sở Tài chính', '30/6/2025'],
      ['2', 'Báo cáo kết quả', 'Sở Nội vụ', '', 'Quý IV'],
    ]);
    const last = read([...HEAD, ...ROWS, PARAGRAPH]).at(-1);
    expect(last?.kind === 'text' && last.lines[0]?.words[0]?.text).toBe('Đề');
  });

  it('has cells set in the middle of their rows, and much room between the rows', () => {
    const lines: LineOfWords[] = [
      [470, 93, 'Thời gian'],
      [300, 100, 'Cơ quan'],
      [60, 107, 'TT'],
      [130, 107, 'Tên nhiệm vụ'],
      [470, 107, 'hoàn'],
      [300, 114, 'chủ trì'],
      [470, 121, 'thành'],
      [95, 165, 'Xây dựng kế hoạch rà soát'],
      [300, 172, 'Sở'],
      [65, 179, '1.'],
      [95, 179, 'các cơ sở khám bệnh'],
      [470, 179, 'Quý IV'],
      [300, 186, 'Y tế'],
      [95, 193, 'trên địa bàn'],
      [65, 237, '2.'],
      [95, 237, 'Báo cáo kết quả'],
      [300, 237, 'Sở Nội vụ'],
      [470, 237, '30/6/2025'],
    ];
    expect(tableOf(lines)).toEqual([
      ['TT', 'Tên nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian hoàn thành'],
      ['1.', 'Xây dựng kế hoạch rà soát các cơ sở khám bệnh trên địa bàn', 'Sở Y tế', 'Quý IV'],
      ['2.', 'Báo cáo kết quả', 'Sở Nội vụ', '30/6/2025'],
    ]);
  });

  it('has headings of several lines, and rows that are set apart', () => {
    const lines: LineOfWords[] = [
      [300, 93, 'Cơ quan'],
      [470, 93, 'Thời gian'],
      [130, 100, 'Nội dung công việc'],
      [302, 107, 'chủ trì'],
      [468, 107, 'hoàn thành'],
      [80, 130, 'Xây dựng kế hoạch rà soát'],
      [80, 144, 'các cơ sở khám bệnh'],
      [290, 137, 'Sở Y tế'],
      [465, 137, 'Tháng 6'],
      [80, 172, 'Báo cáo Ủy ban nhân dân'],
      [290, 179, 'Sở Nội vụ'],
      [465, 179, 'Quý IV'],
      [80, 186, 'tỉnh kết quả thực hiện'],
    ];
    expect(tableOf(lines)).toEqual([
      ['Nội dung công việc', 'Cơ quan chủ trì', 'Thời gian hoàn thành'],
      ['Xây dựng kế hoạch rà soát các cơ sở khám bệnh', 'Sở Y tế', 'Tháng 6'],
      ['Báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện', 'Sở Nội vụ', 'Quý IV'],
    ]);
  });

  it('ends before the signature', () => {
    const signature: LineOfWords[] = [
      [60, 176, 'Nơi nhận:'],
      [330, 176, 'TM. ỦY BAN NHÂN DÂN'],
    ];
    expect(tableOf([...HEAD, ...ROWS, ...signature])).toHaveLength(3);
  });

  it.each<[string, readonly LineOfWords[]]>([
    ['two headings alone', [HEAD[1], HEAD[2], ...ROWS] as LineOfWords[]],
    ['a heading that no table has', [...HEAD.slice(0, 3), [380, 100, 'Kính gửi'], ...ROWS]],
    ['headings in one running line', [[60, 100, 'STT Nhiệm vụ Chủ trì Phối hợp Thời hạn'], ...ROWS]],
    ['a single row', [...HEAD, ...ROWS.slice(0, 7)]],
    ['a line without a number first, in which a row may have begun', [...HEAD, [95, 113, 'Lập danh sách'], ...ROWS]],
    ['a row whose work begins within a sentence', [...HEAD, ...ROWS, [65, 162, '3'], [95, 162, 'và báo cáo kết quả'], [295, 162, 'Sở Y tế']]],
    ['lines that cross the columns', [...HEAD, [60, 120, 'Đề nghị các đơn vị triển khai thực hiện nghiêm túc nội dung trên'], ...ROWS.slice(5)]],
    [
      'the header of a letter',
      [
        [70, 60, 'UBND TỈNH A'],
        [300, 60, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
        [60, 75, 'SỞ CÔNG THƯƠNG'],
        [330, 75, 'Độc lập - Tự do - Hạnh phúc'],
      ],
    ],
  ])('is not made of %s', (_, lines) => expect(tableOf(lines)).toEqual([]));
});
