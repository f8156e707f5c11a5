// What the segmenter finds in a Reading: which part of the text is what (blocks), and the tree of numbered clauses.
// All spans are over `reading.text`. The extractor reads this; the record's `clauses` are made from it.
import type { Span } from './geometry.ts';
import type { Warning } from './reading.ts';
import type { ClauseKind } from './record.ts';

/**
 * header: issuer, motto, number, place and date. title: type name and trích yếu (or V/v …). stamp: HỎA TỐC, ĐẾN, notes laid over.
 * addressees: Kính gửi (or "… điện:"). grounds: Căn cứ lines and the "QUYẾT ĐỊNH:" line. body: what the letter says. recipients: Nơi nhận.
 * signature: authority, position, name. copy: the header and signature of SAO Y. footnote, page-number, table: as named.
 */
export type SegmentKind =
  | 'header'
  | 'title'
  | 'stamp'
  | 'addressees'
  | 'grounds'
  | 'body'
  | 'recipients'
  | 'signature'
  | 'copy'
  | 'footnote'
  | 'page-number'
  | 'table';

export interface Segment {
  readonly kind: SegmentKind;
  readonly span: Span;
  /** Index into `parts`: the letter itself is 0. */
  readonly part: number;
}

/** The letter itself (name "") or what is attached to it ("Phụ lục 1", "Quy định"). */
export interface Part {
  readonly name: string;
  readonly span: Span;
}

export interface ClauseNode {
  /** As CONTRACT.md says: labels joined by dots, outermost first. */
  readonly id: string;
  /** As printed (repaired where the sequence proves it): "a)", "Điều 5.", "III-". */
  readonly label: string;
  readonly kind: ClauseKind;
  /** The title on the label's line where it has one ("Về xây dựng, hoàn thiện thể chế"); null where the clause starts with its sentence. */
  readonly heading: string | null;
  readonly headingSpan: Span | null;
  /** From the label to the end of the last child. */
  readonly span: Span;
  /** Its own words without label and children, in order: heading, lead-in, and unlabelled paragraphs after the children. Page numbers, footnotes and tables are cut out. */
  readonly own: readonly Span[];
  /** Index into `parts`. */
  readonly part: number;
  readonly children: readonly ClauseNode[];
}

export interface Segmentation {
  readonly parts: readonly Part[];
  /** In text order, without overlap. */
  readonly segments: readonly Segment[];
  readonly clauses: readonly ClauseNode[];
  readonly warnings: readonly Warning[];
}
