// What the tests of owners look at: the words of an owner phrase.
import { tokenise } from '../words/tokens.ts';
import type { NamePart } from './name.ts';
import { readOwnerPhrase } from './owner-phrase.ts';

export function reading(text: string, opening = false) {
  const tokens = tokenise(text);
  const phrase = readOwnerPhrase(tokens, true, opening);
  const words = ({ start, end }: NamePart) => text.slice(tokens[start]?.start, tokens[end - 1]?.end);
  return {
    form: phrase.form,
    giver: phrase.giver,
    leads: phrase.leads.map(words),
    supports: phrase.supports.map(words),
    work: text.slice(tokens[phrase.verbAt]?.start ?? text.length),
  };
}
