import { expect, it } from 'vitest';
import { restoreText } from './restore-text.ts';
import { createRestorer } from './restorer.ts';

const restorer = await createRestorer({ modelFolder: null });
const OUTSIDE = '  Kính gửi:\n\n\t- Sở  Y tế;   \n\fTrang hai\n';

it('gives right text back as it was', async () => {
  expect(await restoreText(restorer, OUTSIDE)).toEqual({ text: OUTSIDE, repairs: [], warnings: [] });
  expect((await restoreText(restorer, '')).text).toBe('');
});

it('keeps the layout around repairs and tells where they are', async () => {
  const { text, repairs } = await restoreText(restorer, '   Tòan  thể\n\n qúy   vị \n');
  expect(text).toBe('   Toàn  thể\n\n quý   vị \n');
  expect(repairs.map(({ from, to, span }) => [from, to, text.slice(span.start, span.end)])).toEqual([
    ['Tòan', 'Toàn', 'Toàn'],
    ['qúy', 'quý', 'quý'],
  ]);
});

it('lets joined and parted words keep their lines', async () => {
  const spoilt = 'Cac co quan thuc hien Nghi quyet so 57-  NQ/TW ve khoa hoc,cong nghe va chuyen doi so tren dia ban tinh';
  const { text, repairs } = await restoreText(restorer, spoilt);
  expect(text).toBe('Cac co quan thuc hien Nghi quyet so 57-NQ/TW ve khoa hoc, cong nghe va chuyen doi so tren dia ban tinh');
  expect(repairs.map(({ span }) => text.slice(span.start, span.end))).toEqual(['57-NQ/TW', 'hoc, cong']);
});
