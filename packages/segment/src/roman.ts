// Roman numbers as labels use them.
//   romanValue('XIV') === 14   romanOf(4) === 'IV'   romanValue('IIII') === 0
/** Value of a well-formed Roman number up to 89; 0 for anything else. */
export function romanValue(token: string): number {
  if (!/^(?:L?X{0,3}|XL)(?:IX|IV|V?I{0,3})$/u.test(token) || token === '') return 0;
  const worth: { readonly [letter: string]: number } = { I: 1, V: 5, X: 10, L: 50 };
  return [...token].reduce((sum, letter, i) => {
    const [own, next] = [worth[letter] as number, worth[token[i + 1] ?? ''] ?? 0];
    return sum + (own < next ? -own : own);
  }, 0);
}

export function romanOf(value: number): string {
  const tens = ['', 'X', 'XX', 'XXX', 'XL', 'L', 'LX', 'LXX', 'LXXX'][Math.floor(value / 10)] ?? '';
  return tens + (['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][value % 10] as string);
}
