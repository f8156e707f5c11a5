import type { PageImage } from '@vanban/pages';
import { drawSheet } from '@vanban/pages/sheet-fixture';
import { expect, test } from 'vitest';
import { createNativeEngine, linesOf } from './native.ts';

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

test('a machine without the command says so', async () => {
  await expect(createNativeEngine({ command: 'no-such-tesseract' })).rejects.toMatchObject({ code: 'engine-missing' });
});

test('where the command is there, it reads, and alike whether pictures go to it alone or together', async (context) => {
  const engine = await createNativeEngine().catch(() => null);
  if (!engine) return context.skip('tesseract with Vietnamese data is not installed');
  const [first, blank, second] = [draw('Thực hiện Nghị quyết của Chính phủ', 900), draw('', 301), draw('Số: 113/BKHCN-TCCB', 501)];
  const together = await Promise.all([
    engine.read(first, 'page'),
    engine.read(blank, 'page'),
    engine.read(second, 'page'),
    engine.read(second, 'line'),
  ]);
  expect(together.map((lines) => lines.flatMap((line) => line.words.map((word) => word.text)).join(' '))).toEqual([
    'Thực hiện Nghị quyết của Chính phủ',
    '',
    'Số: 113/BKHCN-TCCB',
    'Số: 113/BKHCN-TCCB',
  ]);
  expect([await engine.read(first, 'page'), await engine.read(blank, 'page'), await engine.read(second, 'page')]).toEqual(together.slice(0, 3));
  await engine.close();
});

function draw(text: string, width: number): PageImage {
  const sheet = drawSheet((pen) => pen.text(text, 60, 90), { width, height: 161 });
  return { ...sheet, channels: 1, data: sheet.data.filter((_, i) => i % 3 === 0) };
}
