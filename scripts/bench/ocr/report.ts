// The figures as Markdown tables, as they stand in the READMEs: errors, speed, and each document by itself.
import type { Sample } from './samples.ts';
import { type Score, summaryOf } from './scores.ts';
import type { Speed } from './speed.ts';

/** Scores of one reader in the order of the samples. */
export interface Column {
  readonly reader: string;
  readonly scores: readonly Score[];
}

const percent = (share: number): string => (Number.isNaN(share) ? '–' : (100 * share).toFixed(2));

export function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Means over the documents; the body also as a median. */
export function errorTable(columns: readonly Column[]): string {
  const head = ['', 'CER %', 'WER %', 'words in any order %', 'body CER %, mean', 'body CER %, median'];
  const rows = columns.map(({ reader, scores }) => {
    const { cer, wer, bag, body, bodyMedian } = summaryOf(scores);
    return [reader, cer, wer, bag, body, bodyMedian].map((value) => (typeof value === 'number' ? percent(value) : value));
  });
  return markdown(head, rows);
}

/** CER and WER of each document; the last column says where the first reader is worse than all others. */
export function documentTable(samples: readonly Sample[], columns: readonly Column[]): string {
  const rows = samples.map(({ name, page, kind }, index) => {
    const scores = columns.map((column) => column.scores[index] as Score);
    const cells = scores.map(({ cer, wer }) => `${percent(cer)} / ${percent(wer)}`);
    return [page === null ? name : `${name}, p. ${page}`, kind, ...cells, worseIn(scores)];
  });
  return markdown(['CER / WER %', 'kind', ...columns.map(({ reader }) => reader), 'worse than all others'], rows);
}

function worseIn([ours, ...others]: readonly Score[]): string {
  if (!ours || others.length === 0) return '';
  return [
    ...(others.every((other) => ours.cer > other.cer) ? ['CER'] : []),
    ...(others.every((other) => ours.wer > other.wer) ? ['WER'] : []),
    ...(others.every((other) => ours.bag < other.bag) ? ['any order'] : []),
  ].join(', ');
}

/** Speed against the last program of each kind. */
export function speedTable(speeds: readonly Speed[]): string {
  const rows = speeds.map((speed) => {
    const peer = speeds.filter(({ kind }) => kind === speed.kind).at(-1) ?? speed;
    return [
      speed.kind,
      speed.program,
      String(speed.pages),
      ((60 * speed.pages) / speed.wallSeconds).toFixed(1),
      (speed.cpuSeconds / speed.pages).toFixed(2),
      speed.peakMegabytes.toFixed(0),
      (peer.wallSeconds / speed.wallSeconds).toFixed(2),
      (peer.cpuSeconds / speed.cpuSeconds).toFixed(2),
    ];
  });
  return markdown(['scans', 'program', 'pages', 'pages a minute', 'CPU s a page', 'peak MB, all processes', 'times as fast', 'by CPU'], rows);
}
