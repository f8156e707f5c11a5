// Which items stand inside a clause's running text?
//   'gồm: (1) Luật A. (2) Luật B. Đồng thời, …' → (1) "Luật A.", (2) "Luật B."; "Đồng thời, …" stays with the clause
// Items count from (1) or (i) without gaps and there are at least two. The last one ends with its first sentence where all before it
// hold one sentence, else with its paragraph. A single "(1)" or a citation "Phụ lục (2)" is none.
import type { Span } from '@vanban/contract';
import { romanValue } from './roman.ts';

export interface Item {
  readonly printed: string;
  readonly span: Span;
}

const MARK = /(?<=^|[\s:;.,])\((\d{1,2}|[ivx]{1,5})\)\s{0,3}(?=[\p{L}"“])/gu;

/** @param paragraphs the clause's own paragraphs, in order */
export function itemsIn(text: string, paragraphs: readonly Span[]): Item[] {
  const marks = paragraphs.flatMap((paragraph) => marksIn(text, paragraph));
  const items: Item[] = [];
  for (const run of runsOf(marks)) items.push(...itemsOf(text, run));
  return outermost(items);
}

/** "(3) các bộ tập trung: (i) …; (ii) …": what is counted inside an item is the item's own. */
function outermost(items: readonly Item[]): Item[] {
  const kept: Item[] = [];
  for (const item of items.toSorted((a, b) => a.span.start - b.span.start)) if (item.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(item);
  return kept;
}

interface Mark {
  readonly value: number;
  readonly printed: string;
  readonly at: number;
  readonly end: number;
}

function marksIn(text: string, paragraph: Span): Mark[] {
  const own = text.slice(paragraph.start, paragraph.end);
  return [...own.matchAll(MARK)].map((match) => {
    const token = match[1] as string;
    return {
      value: /^\d/u.test(token) ? Number(token) : romanValue(token.toUpperCase()),
      printed: `(${token})`,
      at: paragraph.start + match.index,
      end: paragraph.end,
    };
  });
}

/** Runs that count 1, 2, 3 …; shorter ones than two are dropped. */
function runsOf(marks: readonly Mark[]): Mark[][] {
  const runs: Mark[][] = [];
  let run: Mark[] = [];
  for (const mark of marks) {
    if (mark.value === 1) {
      runs.push(run);
      run = [mark];
    } else if (run.length > 0 && mark.value === run.length + 1) run.push(mark);
  }
  runs.push(run);
  return runs.filter((found) => found.length > 1);
}

function itemsOf(text: string, run: readonly Mark[]): Item[] {
  const single = run
    .slice(0, -1)
    .every((mark, i) => sentenceEnd(text, mark.at, (run[i + 1] as Mark).at) >= trimmedEnd(text, mark.at, (run[i + 1] as Mark).at));
  return run.map((mark, i) => {
    const next = run[i + 1];
    const limit = next === undefined ? mark.end : next.at;
    const end = next === undefined && single ? sentenceEnd(text, mark.at, limit) : trimmedEnd(text, mark.at, limit);
    return { printed: mark.printed, span: { start: mark.at, end } };
  });
}

const trimmedEnd = (text: string, start: number, limit: number): number => start + text.slice(start, limit).trimEnd().length;

/** End of the first sentence: a full stop behind a word of three letters or more, before a capital; else the limit. */
function sentenceEnd(text: string, start: number, limit: number): number {
  const match = /(?:\p{L}{3}|[\d)%”"])[.;](?=\s{1,3}\p{Lu})/u.exec(text.slice(start, limit));
  return match === null ? trimmedEnd(text, start, limit) : start + match.index + match[0].length;
}
