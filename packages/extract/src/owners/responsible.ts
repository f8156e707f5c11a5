// Who "chịu trách nhiệm thi hành", however the list before it is written?
// Invariant: only before these plain words; what the grammar of names cannot read is a name up to the next sign.
//   "Chánh Văn phòng, các ông, bà có tên tại Điều 1 chịu trách nhiệm …" → Chánh Văn phòng | các ông, bà có tên tại Điều 1
import { matchAt } from '../words/lexicon.ts';
import { isSign, type Token } from '../words/tokens.ts';
import type { NamePart } from './name.ts';
import { type Names, readNames } from './names.ts';
import { DUTIES } from './openers.ts';

/** "…, các ông, bà có tên tại Điều 1, A, B | chịu trách nhiệm thi hành": whatever stands before a plain duty is named; what the grammar cannot read goes up to the next sign. */
export function responsibleBefore(tokens: readonly Token[], found: readonly NamePart[], from: number): Names | null {
  const duty = dutyAfter(tokens, from);
  if (duty === 0) return null;
  const leads = [...found];
  let at = from;
  while (at < duty) {
    if (tokens[at]?.word && tokens[at]?.fold !== 'va') {
      const last = leads.pop() as NamePart;
      const end = chunkEnd(tokens, at, duty);
      leads.push({ ...last, end, next: end });
      at = end;
    }
    while (at < duty && (!tokens[at]?.word || tokens[at]?.fold === 'va')) at++;
    const more = at < duty ? readNames(tokens, at, false) : null;
    if (more !== null && more.next <= duty) {
      leads.push(...more.names);
      at = more.next;
    } else if (at < duty) {
      const end = chunkEnd(tokens, at, duty);
      leads.push({ start: at, end, next: end, many: false });
      at = end;
    }
  }
  return { names: leads, next: duty };
}

function chunkEnd(tokens: readonly Token[], from: number, limit: number): number {
  let at = from;
  while (at < limit && tokens[at]?.word) at++;
  return Math.max(at, from + 1);
}

/** Where "chịu trách nhiệm" stands in the same sentence. */
function dutyAfter(tokens: readonly Token[], from: number): number {
  for (let at = from; at < Math.min(tokens.length, from + 120); at++) {
    if (isSign(tokens[at], '.') && (isSign(tokens[at + 1], '.') || isSign(tokens[at - 1], '.'))) continue;
    if (isSign(tokens[at], '.:') || /^(?:là|đã|không|do)$/iu.test(tokens[at]?.text ?? '')) return 0;
    if (matchAt(tokens, at, DUTIES) > 0) return at;
  }
  return 0;
}

/** "các ông, bà có tên tại Điều 1 | chịu trách nhiệm thi hành": words that describe the last name before a plain duty. */
export function dutyBehind(tokens: readonly Token[], from: number): number {
  for (let at = from; at < Math.min(tokens.length, from + 15); at++) {
    if (!tokens[at]?.word) return 0;
    if (matchAt(tokens, at, DUTIES) > 0) return at;
  }
  return 0;
}
