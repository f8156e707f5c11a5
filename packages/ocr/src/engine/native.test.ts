import { drawSheet } from '@vanban/pages/sheet-fixture';
import { expect, test } from 'vitest';
import { createNativeEngine, linesOf } from './native.ts';

test('lines and words of the table; empty words and lines without words are left out', () => {
  const table = [
    'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext',
    '1\t1\t0\t0\t0\t0\t0\t0\t900\t200\t-1\t',
    '4\t1\t1\t1\t1\t0\t10\t20\t300\t30\t-1\t',
    '5\t1\t1\t1\t1\t1\t10\t20\t80\t30\t96.5\tKính',
    '5\t1\t1\t1\t1\t2\t100\t20\t90\t30\t88\tgửi:',
    '4\t1\t1\t1\t2\t0\t10\t60\t300\t30\t-1\t',
    '5\t1\t1\t1\t2\t1\t10\t60\t80\t30\t95\t ',
    '',
  ].join('\n');
  expect(linesOf(table)).toEqual([
    {
      box: [10, 20, 310, 50],
      words: [
        { text: 'Kính', box: [10, 20, 90, 50], confidence: 0.965 },
        { text: 'gửi:', box: [100, 20, 190, 50], confidence: 0.88 },
      ],
    },
  ]);
});

test('a machine without the command says so', async () => {
  await expect(createNativeEngine({ command: 'no-such-tesseract' })).rejects.toMatchObject({ code: 'engine-missing' });
});

test('where the command is there, it reads', async (context) => {
  const engine = await createNativeEngine().catch(() => null);
  if (!engine) return context.skip('tesseract with Vietnamese data is not installed');
  const sheet = drawSheet((pen) => pen.text('Thực hiện Nghị quyết của Chính phủ', 60, 90), { width: 900, height: 160 });
  const grey = { ...sheet, channels: 1 as const, data: sheet.data.filter((_, i) => i % 3 === 0) };
  const [line] = await engine.read(grey, 'page');
  expect(line?.words.map((word) => word.text).join(' ')).toBe('Thực hiện Nghị quyết của Chính phủ');
  await engine.close();
});
