import { expect, it } from 'vitest';
import { wholeWord } from './borders.ts';

it('ends words where Vietnamese letters end', () => {
  expect('(Quý II)'.match(wholeWord('quý'))?.[0]).toBe('Quý');
  expect('chất lượng'.match(wholeWord('chấ'))).toBeNull();
  expect('bé'.normalize('NFD').match(wholeWord('be'))).toBeNull();
  expect('ở Huế'.match(wholeWord(['Huế', 'Hà Nội']))?.[0]).toBe('Huế');
});
