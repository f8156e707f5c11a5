import { describe, expect, it } from 'vitest';
import { readLabels } from './label.ts';

const first = (text: string) => {
  const [label] = readLabels(text);
  return label === undefined ? null : `${label.style} ${label.key || label.printed}${label.repaired ? ' repaired' : ''}`;
};

describe('readLabels', () => {
  it.each([
    ['Phần thứ nhất', 'part Phần thứ nhất'],
    ['PHẦN II', 'part Phần II'],
    ['Chương IV', 'chapter Chương IV'],
    ['Mục 2', 'section Mục 2'],
    ['Tiểu mục 1', 'subsection Tiểu mục 1'],
    ['Điều 12. Hiệu lực', 'article Điều 12'],
    ['Điều 5a. Bổ sung', 'article Điều 5a'],
    ['Điều L. Phạm vi', 'article Điều 1 repaired'],
    ['DIEU 3: Thi hanh', 'article Điều 3'],
    ['III- NHIỆM VỤ', 'roman III'],
    ['IV/ Tổ chức', 'roman IV'],
    ['Il. Giải pháp', 'roman II repaired'],
    ['7. Giao Sở A', 'arabic 7'],
    ['1.Giao Sở A', 'arabic 1'],
    ['2) Hai', 'paren 2'],
    ['2.3. Rà soát', 'decimal 2.3'],
    ['1.1.2 Danh mục', 'decimal 1.1.2'],
    ['đ) Báo cáo', 'letter đ'],
    ['a/ Phần đầu', 'letter a'],
    ['A. PHẦN CHUNG', 'upper A'],
    ['- Một', 'dash -'],
    ['– Hai', 'dash –'],
    ['+ Ba', 'plus +'],
    ['• Bốn', 'bullet •'],
  ])('%s', (text, label) => {
    expect(first(text)).toBe(label);
  });

  it.each([
    '15/01/2025',
    '57-NQ/TW và',
    '2.055.000 đồng',
    '1.5 triệu',
    'I/2025',
    '2011-2020; Nghị định',
    '24/24h',
    '5 km',
    'Sở A',
    '* Văn phòng:',
    '(1) Một',
    '-',
    '',
  ])('reads no label in %j', (text) => {
    expect(readLabels(text).filter((label) => label.strict)).toEqual([]);
  });

  it('offers what a misread letter may stand for', () => {
    expect(readLabels('d) Gửi').map(({ key }) => key)).toEqual(['d', 'đ']);
    expect(readLabels('l. Sở A').map(({ style, key }) => `${style} ${key}`)).toContain('arabic 1');
    expect(readLabels('M. Đối tượng').map(({ style, key }) => `${style} ${key}`)).toContain('roman II');
  });
});
