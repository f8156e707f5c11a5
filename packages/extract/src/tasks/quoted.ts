// Which words are quoted from another document?
// Invariant: curled quotation marks count over any number of paragraphs, straight ones only where they hold whole paragraphs; a quote that is never closed
// quotes nothing. Linear time.
//   quy định: “1. Trừ các khoản chi … doanh nghiệp phải …”
import type { Span } from '@vanban/contract';

export function quotedRanges(text: string): Span[] {
  const ranges: Span[] = [];
  let open = -1;
  for (const { 0: sign, index } of text.matchAll(/[“”]/gu)) {
    if (sign === '“') open = index;
    else if (open >= 0) {
      ranges.push({ start: open, end: index + 1 });
      open = -1;
    }
  }
  for (const { 0: words, index } of text.matchAll(PARAGRAPHS)) ranges.push({ start: index, end: index + words.length });
  return ranges.toSorted((a, b) => a.start - b.start);
}

// A line that begins with " and, there or some lines below, ends with it; not 'tại mục "Giá" của hồ sơ'.
const PARAGRAPHS = /^[ \t]*(?:- )?"[^"]{20,3000}"[.;]?[ \t]*$/gmu;

/** True where a range of the sorted list holds the place. */
export function isWithin(ranges: readonly Span[], at: number): boolean {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as Span).end <= at) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return range !== undefined && range.start <= at;
}
