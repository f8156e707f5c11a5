// Where in a sentence does a name stand that the letter already prints whole, among its addressees?
// Invariant: the same tokens come back; those inside such a name count as capitals, so that no verb or end is looked for inside it.
//   addressee "Trung tâm hỗ trợ và xúc tiến đầu tư": "đề nghị Trung tâm hỗ trợ và xúc tiến đầu tư gửi …" → one name
// Names of many ("Các sở, ban, ngành") and names with signs are left to the grammar.
import { type Token, tokenise } from '../words/tokens.ts';

const SHORTEST = 3;

/** The folded words of the addressees that can be looked for. */
export function printedNames(addressees: readonly string[]): string[][] {
  return addressees
    .filter((name) => !/^(?:các|những|mọi|toàn thể|tất cả)\s/iu.test(name))
    .map((name) => tokenise(name))
    .filter((tokens) => tokens.length >= SHORTEST && tokens.every((token) => token.word))
    .map((tokens) => tokens.map((token) => token.fold));
}

export function markPrintedNames(tokens: readonly Token[], names: readonly (readonly string[])[]): readonly Token[] {
  if (names.length === 0) return tokens;
  const marked = [...tokens];
  for (const name of names)
    for (let at = 0; at + name.length <= tokens.length; at++)
      if (tokens[at]?.upper && name.every((word, i) => tokens[at + i]?.fold === word))
        for (let i = at + 1; i < at + name.length; i++) marked[i] = { ...(marked[i] as Token), upper: true };
  return marked;
}
