import type { Block, Line, TextBlock, Word } from '@vanban/contract';
import { describe, expect, test } from 'vitest';
import { splitAddress } from './address.ts';
import { withoutNoise } from './noise.ts';

const line = (...words: readonly (readonly [string, number])[]): Line => ({
  box: [0, 0, 100, 20],
  words: words.map(([text, confidence], i): Word => ({ text, confidence, box: [i * 20, 0, i * 20 + 18, 20] })),
});
const textOf = (result: Line | null): string | undefined => result?.words.map((word) => word.text).join(' ');

describe('noise', () => {
  test.each([
    [line(['_„', 0.3], ['Nhận', 0.9], ['Công', 0.9], ['điện', 0.9], ['này,', 0.9], ['--', 0.4]), 'Nhận Công điện này,'],
    [line(['-', 0.5], ['Như', 0.9], ['trên;', 0.95]), '- Như trên;'],
    [line(['|', 0.4], ['Lưu:', 0.9], ['VT.', 0.9], ['.', 0.3]), 'Lưu: VT. .'],
    [line(['HUYỆN', 0.78], ['ĐÁK', 0.33], ['R`LÁP', 0.64]), 'HUYỆN ĐÁK R`LÁP'],
    [line(['Số:', 0.91], ['¿Z', 0.22], ['/CĐ-UBND', 0.12]), 'Số: ¿Z /CĐ-UBND'],
    [line(['2', 0.93]), '2'],
  ])('%# keeps what is print', (read, wanted) => {
    expect(textOf(withoutNoise(read))).toBe(wanted);
  });

  test.each([
    [line(['----', 0.9], ['~', 0.7])],
    [line(['s', 0.4], ['⁄vV^', 0.2])],
    [line(['N92:', 0.3], ['\\z\\', 0.2], ['(Sa', 0.3])],
    [line(['Z', 0.5])],
  ])('%# leaves scribble out', (read) => {
    expect(withoutNoise(read)).toBeNull();
  });
});

describe('Kính gửi', () => {
  const block = (role: TextBlock['role'], x: number, ...texts: string[]): TextBlock => ({
    kind: 'text',
    role,
    box: [x, 0, x + 100, 20],
    lines: texts.map((text) => line(...text.split(' ').map((word) => [word, 0.9] as const))),
  });
  const shape = (blocks: readonly Block[]): string[] =>
    blocks.map((b) => (b.kind === 'text' ? `${b.role}: ${b.lines.map(textOf).join(' / ')}` : 'table'));

  test('under the left column it is read after both columns', () => {
    const blocks = [block('column', 0, 'SỞ Y TẾ', 'Số: 02/SYT', 'Kính gửi:'), block('column', 110, 'CỘNG HÒA'), block('body', 0, '- Các bệnh viện;')];
    expect(shape(splitAddress(blocks))).toEqual(['column: SỞ Y TẾ / Số: 02/SYT', 'column: CỘNG HÒA', 'body: Kính gửi:', 'body: - Các bệnh viện;']);
  });

  test('elsewhere nothing moves', () => {
    const blocks = [block('column', 0, 'SỞ Y TẾ'), block('column', 110, 'CỘNG HÒA'), block('body', 0, 'Kính gửi: Sở Tài chính')];
    expect(splitAddress(blocks)).toEqual(blocks);
  });
});
