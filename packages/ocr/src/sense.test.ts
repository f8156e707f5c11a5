import { BODY } from '@vanban/pages/sheet-fixture';
import { expect, test } from 'vitest';
import { makesSense } from './sense.ts';

const letter = BODY.join(' ').split(' ');
const upsideDown = 'uẹo nẹp dỏ1 8uọn1 ưẹnb iỏuụ ˆ oẹq oẹa 1ọq ưụq'.split(' ');

test('a letter makes sense, with a few numbers and misread words too', () => {
  expect(letter.length).toBeGreaterThan(60);
  expect(makesSense(letter)).toBe(true);
  expect(makesSense([...letter.slice(0, 60), '12/2024', '3.500', 'đ1ều', '-', '266/BXD'])).toBe(true);
});

test('neither few words, nor numbers, nor letters read upside down do', () => {
  expect(makesSense(letter.slice(0, 30))).toBe(false);
  expect(makesSense([...letter.slice(0, 50), ...Array.from({ length: 20 }, (_, i) => `${i}.000`)])).toBe(false);
  expect(makesSense(Array.from({ length: 60 }, (_, i) => upsideDown[i % upsideDown.length] as string))).toBe(false);
  expect(makesSense([])).toBe(false);
});
