// The letters that number points, their order, and what a scan makes of them.
//   followsLetter(4, 5): đ behind d   followsLetter(4, 6): e behind d where the drafter skipped đ   LOOKALIKES['d']: it may stand for đ
/** The 23 letters of Vietnamese points with those that drafters add (f, j, w, z), in order. */
export const LETTERS = 'abcdđefghijklmnopqrstuvwxyz';
const SKIPPABLE = new Set('đfjwz');

/** True where letter `b` may follow letter `a` (places in LETTERS, from 1): nothing but rare letters between them. */
export function followsLetter(a: number, b: number): boolean {
  if (b <= a) return false;
  for (let i = a; i < b - 1; i++) if (!SKIPPABLE.has(LETTERS[i] as string)) return false;
  return true;
}

/** What a misread letter may stand for. */
export const LOOKALIKES: { readonly [seen: string]: readonly string[] } = {
  d: ['đ'],
  ð: ['đ'],
  ä: ['đ', 'a'],
  ă: ['a'],
  â: ['a'],
  á: ['a'],
  à: ['a', 'đ'],
  0: ['đ', 'o'],
  4: ['a'],
  6: ['b', 'đ'],
  o: ['đ', 'c', 'e'],
  c: ['e', 'đ'],
  é: ['e'],
  ẻ: ['e'],
  ẹ: ['e'],
  ê: ['e'],
  e: ['c'],
  q: ['g'],
  9: ['g'],
  8: ['a', 'g', 'b'],
  b: ['h'],
  n: ['h'],
  í: ['i'],
  ì: ['i'],
  '¡': ['i'],
  1: ['l', 'i'],
  i: ['l'],
  l: ['i'],
  đ: ['d'],
  ó: ['o'],
};
