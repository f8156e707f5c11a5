// A value together with the place it was read from and how sure it is: what every reader of a field returns.
//   found('Hà Nội', { start: 120, end: 126 }, 0.97)   nothing('number-blank', span)
// Evidence is made from it once, in evidenceOf: anchors from the words, confidence lowered by how badly the words were read.
import { type Anchor, anchorsOf, confidenceOf, type Evidence, type Reading, type Span } from '@vanban/contract';

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
  const anchors = span === null ? [] : anchorsOf(reading, span);
  const zones = value === null ? handwritingAt(reading, anchors) : [];
  const read = span === null ? 1 : confidenceOf(reading, span);
  const reasons = read < BADLY_READ && value !== null ? [...review, 'low-ocr-confidence'] : [...review];
  const total = Math.round(confidence * Math.min(1, 0.25 + 0.75 * read) * 1000) / 1000;
  return { span, anchors: zones.length > 0 ? zones : anchors, confidence: total, review: [...new Set(reasons)] };
}

/** Handwriting that was not read, on the line of the value: its places say more than the whole line's. */
function handwritingAt({ zones = [] }: Reading, anchors: readonly Anchor[]): Anchor[] {
  const crosses = (zone: Anchor): boolean =>
    anchors.some(
      ({ page, box }) =>
        page === zone.page &&
        Math.min(box[3], zone.box[3]) - Math.max(box[1], zone.box[1]) > (box[3] - box[1]) / 2 &&
        zone.box[0] < box[2] &&
        zone.box[2] > box[0],
    );
  return zones.filter(crosses).map(({ page, box }) => ({ page, box }));
}
