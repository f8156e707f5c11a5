// Capitals of a repaired word: the source's where they can be seen, else what the net expects.
// Invariant: only case changes.
//   dress('quyết', 'QUYET', 0) === 'QUYẾT'   dress('là', '1a', 0) === 'là'   dress('đắk', 'Dik', 0) === 'Đắk'

const TITLE = 1;
const UPPER = 2;

export function dress(word: string, source: string, expected: number): string {
  const letters = [...source].filter((char) => /\p{L}/u.test(char));
  const capitals = letters.filter((char) => char !== char.toLowerCase()).length;
  const clear = /^\p{L}/u.test(source);
  if (capitals === letters.length && letters.length > 1) return word.toUpperCase();
  if (clear && capitals > 0 && /^\p{Lu}/u.test(source)) return expected === UPPER && capitals > 1 ? word.toUpperCase() : title(word);
  if (clear || letters.length === 0) return clear || expected !== TITLE ? word : title(word);
  if (expected === UPPER && capitals > 0) return word.toUpperCase();
  return expected === TITLE ? title(word) : word;
}

const title = (word: string): string => `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`;
