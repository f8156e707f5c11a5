import { expect, it } from 'vitest';
import { showChanges } from './restore.ts';

const change = { from: 'tinh', to: 'tỉnh', confidence: 0.9, page: 1, box: [0, 0, 1, 1] as [number, number, number, number], by: 'model/diacritics' };

it('shows what was changed, with colours and without', () => {
  const restored = { text: 'UBND tỉnh.', repairs: [{ ...change, span: { start: 5, end: 9 } }], warnings: [] };
  expect(showChanges(restored, false)).toBe('UBND [-tinh-]{+tỉnh+}.');
  const coloured = showChanges(restored, true);
  expect(coloured).toContain('tinh');
  expect(coloured).toContain('\u001b[32mtỉnh');
});
