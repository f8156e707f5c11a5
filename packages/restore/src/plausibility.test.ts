import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createPlausibility } from './plausibility.ts';

const SHIPPED = fileURLToPath(new URL('../../../data/models/restorer/', import.meta.url));

test('a misread word is implausible where it stands, numbers and codes never are', async () => {
  const plausible = await createPlausibility(SHIPPED);
  const [line = []] = plausible?.(['Bố trí cán bộ trước ngày 15/6/2026, thời gian đề kịp thời tiến hành'.split(' ')]) ?? [];
  expect(line).toHaveLength(14);
  expect(line[9]).toBeLessThan(0.2);
  expect(Math.min(...line.filter((_, i) => i !== 9))).toBeGreaterThan(0.8);
});

test('a folder without a model gives none', async () => expect(await createPlausibility('/nowhere')).toBeNull());
