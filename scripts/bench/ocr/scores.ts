// How well was each page read, and all of them together? Rates are shares of the truth's length; medians and means run over documents.
import { bagF1, errorRates, normalise } from '@vanban/evaluation';
import { passageDistance } from './passage.ts';
import type { Sample } from './samples.ts';

export interface Score {
  readonly cer: number;
  readonly wer: number;
  /** Share of words found, whatever their order. */
  readonly bag: number;
  /** Errors of characters in running text; null where the sample names none. */
  readonly body: number | null;
}

export function scoreOf({ truth, body }: Sample, text: string): Score {
  const { cer, wer } = errorRates(truth, text);
  return { cer, wer, bag: bagF1(truth, text), body: bodyRate(body, text) };
}

function bodyRate(passages: readonly string[], text: string): number | null {
  const read = [...normalise(text)];
  const printed = passages.map((passage) => [...normalise(passage)]);
  const length = printed.reduce((sum, passage) => sum + passage.length, 0);
  return length === 0 ? null : printed.reduce((sum, passage) => sum + passageDistance(passage, read), 0) / length;
}

export interface Summary {
  readonly documents: number;
  readonly cer: number;
  readonly wer: number;
  readonly bag: number;
  readonly body: number;
  readonly bodyMedian: number;
}

export function summaryOf(scores: readonly Score[]): Summary {
  const bodies = scores.flatMap(({ body }) => (body === null ? [] : [body]));
  return {
    documents: scores.length,
    cer: mean(scores.map(({ cer }) => cer)),
    wer: mean(scores.map(({ wer }) => wer)),
    bag: mean(scores.map(({ bag }) => bag)),
    body: mean(bodies),
    bodyMedian: median(bodies),
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}
