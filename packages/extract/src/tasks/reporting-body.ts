// Whose report is this? What the coming period brings is its work.
// Invariant: the name of the closing sentence ("Trên đây là báo cáo … của UBND huyện A./.") as printed; null where it names nobody.
import type { Reading, Segmentation } from '@vanban/contract';
import { fold } from '@vanban/text';
import { readNames } from '../owners/names.ts';
import { tokenise } from '../words/tokens.ts';
import type { NamedOwner } from './draft.ts';
import { sentencesOf } from './sentences.ts';

export function reportingBody(reading: Reading, segmentation: Segmentation): NamedOwner | null {
  for (const { kind, span, part } of segmentation.segments.toReversed()) {
    if (kind !== 'body' || part !== 0) continue;
    const text = reading.text.slice(span.start, span.end);
    for (const sentence of sentencesOf(text).toReversed()) {
      const words = text.slice(sentence.start, sentence.end);
      if (!/^tren day la/u.test(fold(words))) continue;
      return lastNamed(words, span.start + sentence.start);
    }
  }
  return null;
}

/** The name behind the last "của" with a body behind it. */
function lastNamed(words: string, offset: number): NamedOwner | null {
  const tokens = tokenise(words);
  for (let at = tokens.length - 1; at >= 0; at--) {
    if (tokens[at]?.fold !== 'cua') continue;
    const name = readNames(tokens, at + 1, false)?.names[0];
    if (name === undefined) continue;
    const [start, end] = [tokens[name.start]?.start ?? 0, tokens[name.end - 1]?.end ?? 0];
    if (end < words.length - 12) continue;
    return { role: 'lead', name: words.slice(start, end).replace(/\s+/gu, ' '), span: { start: offset + start, end: offset + end } };
  }
  return null;
}
