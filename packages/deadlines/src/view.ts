// How the rules see a text: folded to lower-case letters without marks, blanks and line breaks run together, with the way back to the source.
// Invariant: `folded` and `marked` have the same length, and every character knows the source range that it came from; decomposed input gives the same view.
//   viewOf('Trước\nngày  31/01').folded === 'truoc ngay 31/01'
// It does not repair: look-alikes in numbers are the number readers' matter.
import { fold } from '@vanban/text';

export interface View {
  readonly source: string;
  /** Lower case, no marks: what patterns run over. */
  readonly folded: string;
  /** Lower case with its marks, letter by letter beside `folded`. */
  readonly marked: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const CLUSTER = /\P{M}\p{M}*/gu;
// Emphasis of Markdown and characters without width carry no time.
const SILENT = /^[*_\u00ad\u200b-\u200d\u2060\ufeff]/u;
const DASH = /^[‐‑‒–—−]$/u;

export function viewOf(source: string): View {
  const [folded, marked]: [string[], string[]] = [[], []];
  const [starts, ends]: [number[], number[]] = [[], []];
  const push = (plain: string, own: string, start: number, end: number): void => {
    folded.push(plain);
    marked.push(own);
    starts.push(start);
    ends.push(end);
  };
  for (const match of source.matchAll(CLUSTER)) {
    const [cluster, start] = [match[0], match.index];
    const end = start + cluster.length;
    if (SILENT.test(cluster)) continue;
    if (/^\s/u.test(cluster)) {
      if (folded.at(-1) === ' ') ends[ends.length - 1] = end;
      else push(' ', ' ', start, end);
      continue;
    }
    const own = cluster.normalize('NFC').toLowerCase();
    const plain = DASH.test(own) ? '-' : fold(own);
    if (plain.length === 1) push(plain, own.length === 1 ? own : plain, start, end);
    else for (const unit of plain) push(unit.length === 1 ? unit : '\ufffd', unit.length === 1 ? unit : '\ufffd', start, end);
  }
  return { source, folded: folded.join(''), marked: marked.join(''), starts, ends };
}

/** The source range of a range of the view, without blanks at its ends. */
export function sourceSpan(view: View, from: number, to: number): { start: number; end: number } {
  let [start, end] = [from, to];
  while (start < end && view.folded[start] === ' ') start++;
  while (end > start && view.folded[end - 1] === ' ') end--;
  if (start === end) return { start: 0, end: 0 };
  return { start: view.starts[start] as number, end: view.ends[end - 1] as number };
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const toneless = (word: string): string => word.normalize('NFD').replace(TONES, '').normalize('NFC');

/**
 * True where the word printed in `[start, end)` can be `expected`: the same, the same but for its tone (OCR), or without any mark in a place
 * whose marks are lost altogether. 'thắng' is not 'tháng', 'quy' beside marked words is not 'quý'.
 */
export function canBe(view: View, start: number, end: number, expected: string): boolean {
  const own = view.marked.slice(start, end);
  if (own === expected) return true;
  if (own !== view.folded.slice(start, end)) return toneless(own) === toneless(expected);
  const [from, to] = [Math.max(0, start - 40), end + 40];
  const near = view.marked.slice(from, start) + view.marked.slice(end, to);
  return near === view.folded.slice(from, start) + view.folded.slice(end, to);
}

/** 'tháng sau' where marks are printed: the next month, not 'tháng sáu'. */
export const isNextMonth = (view: View, at: number): boolean => /^tháng sau(?!\p{L})/u.test(view.marked.slice(at, at + 10));
