// A name of the gazetteer in capitals where the text is.
// The letter behind an apostrophe is written as it stands: R'lấp, R'Lấp.
//   dressed(['Đắk', 'Glei'], ['DIK', 'GLEI']) → ĐẮK, GLEI   dressed(['Ý', 'Yên'], ['Y', 'Yen']) → Ý, Yên
export function dressed(words: readonly string[], like: readonly string[]): readonly string[] {
  return words.map((word, i) => {
    const read = like[i] ?? '';
    if (word.includes("'") && read.length === word.length) return casedLike(read, word);
    return read === read.toUpperCase() && word.length > 1 ? word.toUpperCase() : word;
  });
}

/** The name's letters, each as large as the one that stands in its place; small where none does. */
export function casedLike(read: string, name: string): string {
  const letters = [...read];
  return [...name].map((letter, i) => (letters[i] === letters[i]?.toLowerCase() ? letter.toLowerCase() : letter.toUpperCase())).join('');
}
