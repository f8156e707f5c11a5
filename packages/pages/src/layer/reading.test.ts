import { expect, it } from 'vitest';
import { readLayer } from './reading.ts';

it('gives a page that claims no width at least one pixel', () => {
  const facts = { number: 1, rotation: 0, confidence: 1, warnings: [] } as const;
  expect(readLayer({ words: [], notes: [], rules: [] }, { width: 0.00001, height: 842 }, facts)).toMatchObject({ width: 1, blank: true });
});
