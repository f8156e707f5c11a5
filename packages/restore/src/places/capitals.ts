// A name of the gazetteer in capitals where the text is.
//   dressed(['Đắk', 'Glei'], ['DIK', 'GLEI']) → ĐẮK, GLEI   dressed(['Ý', 'Yên'], ['Y', 'Yen']) → Ý, Yên
export function dressed(words: readonly string[], like: readonly string[]): readonly string[] {
  return words.map((word, i) => (like[i] === like[i]?.toUpperCase() && word.length > 1 ? word.toUpperCase() : word));
}
