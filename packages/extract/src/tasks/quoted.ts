// Which words are quoted from another document?
// Invariant: only curled quotation marks count, over any number of paragraphs; a quote that is never closed quotes nothing. Linear time.
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
  return ranges;
}

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
