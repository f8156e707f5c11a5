// Does another part of the file tell the letter's own number, which the first page does not show clearly?
// "(Kèm theo Công văn số 47/UBND-KT …)" above an annex does, and so does an attached letter that cites one of the same symbol and day.
//   symbol UBND-KT, issued 2024-03-05, cited "47/UBND-KT ngày 05/3/2024" → "47/UBND-KT", for review
// Only where one number alone fits; a letter that cites an earlier one of its own series on another day does not.
import type { Reference } from '@vanban/contract';
import { foldEvenly } from '@vanban/segment';
import { type Found, found } from './found.ts';
import { unreadSymbol } from './number.ts';
import type { Letter } from './page.ts';

export function numberByCitation(
  letter: Letter,
  number: Found<string | null>,
  cited: readonly Reference[],
  issuedOn: string | null,
): Found<string | null> {
  const symbol = number.value === null && number.review.some((reason) => reason !== 'number-disputed') ? unreadSymbol(letter) : null;
  if (symbol === null) return number;
  const own = cited.filter((reference) => reference.number?.endsWith(`/${symbol}`) === true && tellsOwn(letter, reference, issuedOn));
  const [only] = own;
  if (own.length !== 1 || only === undefined || only.span === undefined) return number;
  return found(only.number, only.span, 0.75, ['number-from-citation']);
}

function tellsOwn(letter: Letter, reference: Reference, issuedOn: string | null): boolean {
  if (reference.span === undefined) return false;
  const before = foldEvenly(letter.reading.text.slice(Math.max(0, reference.span.start - 60), reference.span.start));
  return /kem theo [^)]{0,40}$/u.test(before) || (issuedOn !== null && reference.issuedOn === issuedOn);
}
