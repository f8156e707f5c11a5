// A value together with the place it was read from and how sure it is: what every reader of a field returns.
//   found('Hà Nội', { start: 120, end: 126 }, 0.97)   nothing('number-blank', span)
// Evidence is made from it once, in evidenceOf: anchors from the words, confidence lowered by how badly the words were read.
import { anchorsOf, confidenceOf, type Evidence, type Reading, type Span } from '@vanban/contract';

export interface Found<T> {
  readonly value: T;
  readonly span: Span | null;
  /** How sure the rule is, where every word was read right. */
  readonly confidence: number;
  readonly review: readonly string[];
}

export const found = <T>(value: T, span: Span | null, confidence: number, review: readonly string[] = []): Found<T> => ({
  value,
  span,
  confidence,
  review,
});

/** The page shows a place for the value, but it is empty or cannot be read. */
export const unread = (reason: string, span: Span | null): Found<null> => ({ value: null, span, confidence: 0.5, review: [reason] });

/** The page shows nothing. */
export const absent: Found<null> = { value: null, span: null, confidence: 1, review: [] };

const BADLY_READ = 0.75;

export function evidenceOf(reading: Reading, { value, span, confidence, review }: Found<unknown>): Evidence {
  const read = span === null ? 1 : confidenceOf(reading, span);
  const reasons = read < BADLY_READ && value !== null ? [...review, 'low-ocr-confidence'] : [...review];
  const total = Math.round(confidence * Math.min(1, 0.25 + 0.75 * read) * 1000) / 1000;
  return { span, anchors: span === null ? [] : anchorsOf(reading, span), confidence: total, review: [...new Set(reasons)] };
}
