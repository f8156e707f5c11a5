import { describe, expect, it } from 'vitest';
import { operationsIn } from './content.ts';

const words = (content: string): string[] => operationsIn(content).map(({ operator, operands }) => [...operands, operator].join(' '));

describe('operationsIn', () => {
  it('reads operators with what stands before them', () => {
    expect(words('q 1 0 0 -1 0 842.5 cm/Im0 Do Q\nBT/F1 12 Tf 3 Tr[(a)-20(b)]TJ T* (c)\' 1 2 (d)" ET')).toEqual([
      'q',
      '1 0 0 -1 0 842.5 cm',
      '/Im0 Do',
      'Q',
      'BT',
      '/F1 12 Tf',
      '3 Tr',
      '[ (a) -20 (b) ] TJ',
      'T*',
      "(c) '",
      '1 2 (d) "',
      'ET',
    ]);
  });

  it('takes strings as a whole, whatever is in them', () => {
    expect(words('(3 Tr \\) (nested (twice)) Tj) Tj <0a 1B> Tj % a note Tj\n/P <</MCID 0 /T (x>>)>> BDC')).toEqual([
      '(3 Tr \\) (nested (twice)) Tj) Tj',
      '<0a 1B> Tj',
      '/P << /MCID 0 /T (x>>) >> BDC',
    ]);
  });

  it('passes over the bytes of an inline image', () => {
    expect(words('BI /W 2 /H 2 ID \x00Tj EIx\xff EI Q (a) Tj').map((word) => word.split(' ').at(-1))).toEqual(['BI', 'EI', 'Q', 'Tj']);
  });

  it('gives places that cut the content into its parts', () => {
    const content = ' BT (a) Tj  ET';
    expect(operationsIn(content).map(({ start, end }) => content.slice(start, end))).toEqual(['BT', '(a) Tj', 'ET']);
  });
});
