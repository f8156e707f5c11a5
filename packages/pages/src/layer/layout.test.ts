import { describe, expect, it } from 'vitest';
import { regionsOf } from './columns.ts';
import { judgeText } from './judge.ts';
import { segmentsOf } from './lines.ts';
import { takePageNumber } from './page-number.ts';
import { paragraphsOf } from './paragraphs.ts';
import { framesOf } from './rules.ts';
import { symbolOf } from './symbols.ts';
import { gridOf } from './table.ts';
import { type LineOfWords, wordsOfLines } from './words.fixture.ts';
import type { LayerWord } from './words.ts';

const textOf = (segments: readonly { words: readonly LayerWord[] }[]): string[] =>
  segments.map((segment) => segment.words.map((word) => word.text).join(' '));

function read(lines: readonly LineOfWords[]): unknown[] {
  return regionsOf(segmentsOf(wordsOfLines(lines)), 595).map((region) =>
    region.kind === 'columns' ? { left: textOf(region.left), right: textOf(region.right) } : region.rows.map((row) => textOf(row).join(' ')),
  );
}

describe('columns', () => {
  it('reads a footer whose sides have lines of their own height, with the name under the signature', () => {
    expect(
      read([
        [60, 500, 'Đề nghị các đơn vị triển khai thực hiện nghiêm túc nội dung trên đây'],
        [60, 514, 'đúng thời hạn./.'],
        [330, 534, 'KT. GIÁM ĐỐC', 14],
        [62, 541, 'Nơi nhận:', 11],
        [325, 551, 'PHÓ GIÁM ĐỐC', 14],
        [62, 554, '- Như trên;', 11],
        [62, 567, '- Lưu: VT.', 11],
        [318, 640, 'Nguyễn Văn An', 14],
      ]),
    ).toEqual([
      ['Đề nghị các đơn vị triển khai thực hiện nghiêm túc nội dung trên đây', 'đúng thời hạn./.'],
      { left: ['Nơi nhận:', '- Như trên;', '- Lưu: VT.'], right: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Nguyễn Văn An'] },
    ]);
  });

  it('parts the header before the motto however small the gap', () => {
    const [first] = read([
      [60, 60, 'CỤC QUẢN LÝ TÀI NGUYÊN NƯỚC VIỆT NAM', 13],
      [309, 60, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12],
      [100, 76, 'Số: 15/CV'],
      [350, 76, 'Độc lập - Tự do - Hạnh phúc'],
    ]);
    expect(first).toEqual({
      left: ['CỤC QUẢN LÝ TÀI NGUYÊN NƯỚC VIỆT NAM', 'Số: 15/CV'],
      right: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
    });
  });

  it('takes a title in the middle of the page for no column', () => {
    const regions = read([
      [70, 60, 'UBND TỈNH A'],
      [320, 60, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA'],
      [80, 76, 'Số: 1/TTr'],
      [340, 76, 'Độc lập - Tự do'],
      [270, 96, 'TỜ TRÌNH'],
      [60, 120, 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025 của'],
    ]);
    expect(regions.slice(1)).toEqual([['TỜ TRÌNH', 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025 của']]);
  });

  it('takes labels set apart for no column', () => {
    expect(
      read([
        [60, 100, '1.'],
        [110, 100, 'Rà soát số liệu trên địa bàn tỉnh và báo cáo kết quả'],
        [60, 116, '2.'],
        [110, 116, 'Kiểm tra việc thực hiện tại các đơn vị trực thuộc'],
      ]),
    ).toEqual([['1. Rà soát số liệu trên địa bàn tỉnh và báo cáo kết quả', '2. Kiểm tra việc thực hiện tại các đơn vị trực thuộc']]);
  });
});

describe('labels beside a text', () => {
  it('are read with their lines', () => {
    const text = 'Phạm vi điều chỉnh của văn bản này áp dụng cho các đơn vị';
    expect(
      read([
        [60, 100, 'Điều 10.'],
        [150, 100, text],
        [60, 116, 'Điều 11.'],
        [150, 116, text],
      ]),
    ).toEqual([[`Điều 10. ${text}`, `Điều 11. ${text}`]]);
  });
});

describe('paragraphs', () => {
  it('begin at labels, indents, and after short lines', () => {
    const lines = segmentsOf(
      wordsOfLines([
        [90, 100, 'Thực hiện Công văn số 12 của Ủy ban nhân dân tỉnh về việc tăng cường'],
        [60, 116, 'công tác quản lý nhà nước, đề nghị các đơn vị nghiêm túc thực hiện ngay các'],
        [60, 132, 'nội dung sau:'],
        [90, 148, '1. Rà soát, tổng hợp số liệu hóa chất đã sử dụng trên địa bàn trong cả năm,'],
        [60, 164, 'báo cáo trước ngày 31/3.'],
        [90, 180, 'Sở Công Thương đề nghị các đơn vị báo cáo kết quả thực hiện về Sở đúng'],
      ]),
    );
    expect(paragraphsOf(lines).map((paragraph) => paragraph.length)).toEqual([3, 2, 1]);
  });
});

describe('page numbers', () => {
  const number = (lines: readonly LineOfWords[]): string | undefined => {
    const { number: found } = takePageNumber(segmentsOf(wordsOfLines(lines)), 842);
    return found ? textOf([found])[0] : undefined;
  };
  it.each(['2', '- 12 -', 'Trang 3/10', '3/10'])('%s is one', (text) => expect(number([[290, 40, text]])).toBe(text));
  it.each(['2.', '30/2020', 'a', '12345'])('%s is none', (text) => expect(number([[290, 40, text]])).toBeUndefined());
  it('stands alone and at the edge', () => {
    expect(number([[290, 400, '2']])).toBeUndefined();
    expect(
      number([
        [60, 40, 'Mục'],
        [290, 40, '2'],
      ]),
    ).toBeUndefined();
  });
});

describe('tables', () => {
  const frame = (rules: readonly [number, number, number, number][]) => framesOf(rules).map(gridOf);

  it('come from borders painted cell by cell', () => {
    const cells = [0, 1].flatMap((row) => [0, 1].map((column) => [column * 100, row * 20] as const));
    const rules = cells.flatMap(([x, y]): [number, number, number, number][] => [
      [x, y, x + 100, y + 0.5],
      [x, y + 20, x + 100, y + 20.5],
      [x, y, x + 0.5, y + 20],
      [x + 100, y, x + 100.5, y + 20],
    ]);
    expect(frame(rules)).toMatchObject([{ rows: 2, columns: 2 }]);
  });

  it('are neither an underline nor a box around a page', () => {
    expect(frame([[0, 0, 100, 0.5]])).toEqual([]);
    const box: [number, number, number, number][] = [
      [0, 0, 500, 0],
      [0, 700, 500, 700],
      [0, 0, 0, 700],
      [500, 0, 500, 700],
    ];
    expect(frame(box)).toEqual([null]);
  });

  it('number their rows densely although only some cells have a line between', () => {
    const rules: [number, number, number, number][] = [
      [0, 0, 200, 0],
      [0, 40, 200, 40],
      [100, 20, 200, 20],
      [0, 0, 0, 40],
      [100, 0, 100, 40],
      [200, 0, 200, 40],
    ];
    const [grid] = frame(rules);
    expect(grid?.cells.map(({ row, column, rowSpan, columnSpan }) => [row, column, rowSpan, columnSpan])).toEqual([
      [0, 0, 2, 1],
      [0, 1, 1, 1],
      [1, 1, 1, 1],
    ]);
  });
});

describe('judging a text', () => {
  const RIGHT =
    'Thực hiện Công văn của Ủy ban nhân dân tỉnh về việc tăng cường công tác quản lý, Sở Công Thương đề nghị các đơn vị báo cáo kết quả thực hiện trước ngày 20 tháng 3';
  it('knows right text, text of the wrong language, and text without letters', () => {
    expect(judgeText(RIGHT)).toMatchObject({ sound: true, unmapped: false });
    expect(judgeText('UY BAN NHAN DAN CONG HOA xA HQI CHU NGHIA VIT NAM Dc lp - Tir do - Hnh phiic ngay 18 thang 10 nam 2023')).toMatchObject({
      sound: false,
      unmapped: false,
    });
    expect(judgeText('\ue001\ue002\ue003 \ue004\ue005 \ue006\ue007')).toMatchObject({ sound: false, unmapped: true });
    expect(judgeText('UBND 7ӌ1+ HÒA &Ӝ1* +Ӝ, 1*+Ƭ$ 9,ӊ7 NAM 6Ӣ 7+ѬѪ1*, Fͱ /X̵W V͙ 42/2024/QH15 Y͉')).toMatchObject({ sound: false, unmapped: true });
    expect(judgeText('Tập đoàn Газпром ký với Tập đoàn Dầu khí Việt Nam một hợp đồng mới tại Hà Nội')).toMatchObject({ unmapped: false });
    expect(judgeText('2025')).toMatchObject({ words: 0, sound: true });
  });
});

describe('symbols', () => {
  it('are told from letters by their font', () => {
    expect([symbolOf('\uf0b7', 'Symbol'), symbolOf('§', 'ABCDEF+Wingdings-Regular'), symbolOf('§', 'Times'), symbolOf('\uf02d', 'Symbol')]).toEqual([
      '•',
      '•',
      '§',
      '-',
    ]);
  });
});
