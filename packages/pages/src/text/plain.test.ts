import { describe, expect, it } from 'vitest';
import { readingOfText } from './plain.ts';

const textOf = (lines: readonly { words: readonly { text: string }[] }[]): string =>
  lines.map((line) => line.words.map((word) => word.text).join(' ')).join('\n');

describe('readingOfText', () => {
  it('makes a block of each paragraph and keeps the place of each word', () => {
    const [page] = readingOfText('Kính gửi:\r\n\r\n  - Sở Y tế;\n  - Sở Tài chính.\n');
    expect(page?.blocks.map((block) => block.kind === 'text' && textOf(block.lines))).toEqual(['Kính gửi:', '- Sở Y tế;\n- Sở Tài chính.']);
    const second = page?.blocks[1];
    expect(second?.kind === 'text' && second.lines[0]?.words[1]).toEqual({ text: 'Sở', box: [4, 2, 6, 3], confidence: 1 });
    expect(page).toMatchObject({ origin: 'text', blank: false, width: 17, height: 5 });
  });

  it('begins a page at each form feed and drops an empty last one', () => {
    expect(readingOfText('Trang một\fTrang hai\f\n').map((page) => page.number)).toEqual([1, 2]);
  });

  it('knows an empty text as one blank page', () => {
    expect(readingOfText('\n \n')).toMatchObject([{ number: 1, blank: true, blocks: [], confidence: 1 }]);
  });

  it('makes no word of what has no shape', () => {
    const [page] = readingOfText('Sở\u00a0Y tế \u200b \u00ad');
    expect(page?.blocks[0]?.kind === 'text' && textOf(page.blocks[0].lines)).toBe('Sở Y tế');
  });

  it('composes letters that come decomposed', () => {
    const [page] = readingOfText('tiếng'.normalize('NFD'));
    expect(page?.blocks[0]?.kind === 'text' && textOf(page.blocks[0].lines)).toBe('tiếng');
  });

  it('reads a table whose rule is missing; rows of two cells or of unlike counts are none', () => {
    const kinds = (text: string) => readingOfText(text)[0]?.blocks.map((block) => block.kind);
    expect(kinds('Phụ lục\n| TT | Việc | Cơ quan |\n| 1 | Làm | Sở A |\nNơi nhận')).toEqual(['text', 'table', 'text']);
    expect(kinds('Phụ lục\nTT | Việc | Cơ quan\n1 | Làm | Sở A\n2 | Rà soát | Sở B\nNơi nhận')).toEqual(['text', 'table', 'text']);
    expect(kinds('- Lưu: VT. | BỘ TRƯỞNG\n- Như trên; | (Đã ký)')).toEqual(['text']);
    expect(kinds('| TT | Việc | Cơ quan |\nNơi nhận')).toEqual(['text']);
    expect(kinds('| a | b |\n| c | d |')).toEqual(['text']);
    expect(kinds('| a | b | c |\n| c | d |')).toEqual(['text']);
  });

  it('reads a table drawn with bars, its heading row first', () => {
    const text = 'Danh mục\n| TT | Nhiệm vụ | Chủ trì |\n|---|:--|---|\n| 1. | Xây dựng<br>đề án | Sở \\| Ban |\n| 2. | |\nHết.';
    const blocks = readingOfText(text)[0]?.blocks ?? [];
    expect(blocks.map((block) => block.kind)).toEqual(['text', 'table', 'text']);
    const table = blocks[1];
    if (table?.kind !== 'table') throw new Error('no table');
    expect([table.rows, table.columns, table.cells.length]).toEqual([3, 3, 9]);
    expect(table.cells.slice(3, 6).map((cell) => textOf(cell.lines))).toEqual(['1.', 'Xây dựng\nđề án', 'Sở | Ban']);
    expect(table.cells.slice(6).map((cell) => textOf(cell.lines))).toEqual(['2.', '', '']);
  });

  it('takes Markdown signs off only where the text is Markdown', () => {
    const source = '## 1. Mục tiêu\n\n**PHỤ LỤC II** và *nghiêng*, 2*3*4';
    const lines = (markdown: boolean) => readingOfText(source, { markdown })[0]?.blocks.map((block) => block.kind === 'text' && textOf(block.lines));
    expect(lines(true)).toEqual(['1. Mục tiêu', 'PHỤ LỤC II và nghiêng, 2*3*4']);
    expect(lines(false)).toEqual(['## 1. Mục tiêu', '**PHỤ LỤC II** và *nghiêng*, 2*3*4']);
  });
});
