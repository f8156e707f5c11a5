import { expect, test } from 'vitest';
import { linesOf } from './tsv.ts';

test('lines and words of each page; empty words and lines without words are left out', () => {
  const table = [
    'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext',
    '1\t1\t0\t0\t0\t0\t0\t0\t900\t200\t-1\t',
    '4\t1\t1\t1\t1\t0\t10\t20\t300\t30\t-1\t',
    '5\t1\t1\t1\t1\t1\t10\t20\t80\t30\t96.5\tKính',
    '5\t1\t1\t1\t1\t2\t100\t20\t90\t30\t88\tgửi:',
    '4\t1\t1\t1\t2\t0\t10\t60\t300\t30\t-1\t',
    '5\t1\t1\t1\t2\t1\t10\t60\t80\t30\t95\t ',
    '1\t2\t0\t0\t0\t0\t0\t0\t400\t90\t-1\t',
    '4\t2\t1\t1\t1\t0\t5\t6\t70\t30\t-1\t',
    '5\t2\t1\t1\t1\t1\t5\t6\t70\t30\t91\tCông',
    '',
  ].join('\n');
  const kinh = { text: 'Kính', box: [10, 20, 90, 50], confidence: 0.965 };
  const gui = { text: 'gửi:', box: [100, 20, 190, 50], confidence: 0.88 };
  expect(linesOf(table)).toEqual(
    new Map([
      [1, [{ box: [10, 20, 310, 50], words: [kinh, gui] }]],
      [2, [{ box: [5, 6, 75, 36], words: [{ text: 'Công', box: [5, 6, 75, 36], confidence: 0.91 }] }]],
    ]),
  );
});
