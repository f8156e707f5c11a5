// What kind is each row, and to which part does it belong?
// The document is read once from top to bottom: head, grounds, body, foot; behind the foot (or at a sure sign such as "Phụ lục I" standing
// alone) the next part begins and is read the same way.
// Invariant: one zone for each row, parts follow each other without overlap, part 0 is the letter itself.
import type { SegmentKind } from '@vanban/contract';
import { type AttachmentHead, attachmentHead } from './attachment.ts';
import { beginsFoot, emptyFoot, type FootState, footKind } from './foot.ts';
import { groundsEnd } from './grounds.ts';
import { readHead } from './head.ts';
import { readLabels } from './label.ts';
import type { Layout } from './layout.ts';
import { isAuthority, isIssuedWith, isMotto, isPosition } from './phrases.ts';
import { isCapitals, type Row } from './row.ts';

export interface PartDraft {
  readonly name: string;
  readonly label: string;
  /** Index of its first row. */
  readonly from: number;
}

export interface Zones {
  readonly kinds: readonly SegmentKind[];
  readonly parts: readonly PartDraft[];
}

/** @param rows rows of the running text, without page numbers, rules and footnotes */
export function zonesOf(rows: readonly Row[], quoted: readonly boolean[], layout: Layout): Zones {
  const kinds: SegmentKind[] = [];
  const parts: PartDraft[] = [{ name: '', label: '', from: 0 }];
  if (isAnnexAlone(rows)) parts.push(partAt(rows, 0));
  let at = 0;
  while (at < rows.length) {
    at = readPart(rows, at, kinds, parts, quoted, layout);
    if (at >= rows.length) break;
    parts.push(partAt(rows, at));
  }
  return { kinds, parts };
}

function partAt(rows: readonly Row[], at: number): PartDraft {
  const head = attachmentHead(rows, at);
  return { name: head?.name ?? nameBelow(rows, at), label: head?.label ?? '', from: at };
}

/** "PHỤ LỤC II" on the first row: an annex that came without its letter. */
const isAnnexAlone = (rows: readonly Row[]): boolean =>
  rows.length > 1 && /^phu luc/u.test(rows[0]?.folded ?? '') && isCapitals(rows[0]?.text ?? '') && attachmentHead(rows, 0) !== null;

/** Reads one part; returns the index of the row where the next one begins. */
function readPart(
  rows: readonly Row[],
  from: number,
  kinds: SegmentKind[],
  parts: readonly PartDraft[],
  quoted: readonly boolean[],
  layout: Layout,
): number {
  const attached = parts.length > 1;
  let at = from;
  if (attached && attachmentHead(rows, at)?.certain === true && /^(?:phu|mau|bieu|bang)/u.test((rows[at] as Row).folded)) {
    kinds.push('title');
    at++;
    for (; at < rows.length && isAttachmentTitle(rows, at); at++) kinds.push('title');
  }
  const head = readHead(rows, at, layout);
  kinds.push(...head.kinds);
  at += head.kinds.length;
  const body = groundsEnd(rows, at, head.named, head.kinds.includes('addressees'), layout);
  for (; at < body; at++) kinds.push('grounds');
  for (; at < rows.length; at++) {
    if (quoted[at] !== true && beginsFoot(rows, at, rows[at - 1])) return readFoot(rows, at, kinds);
    if (at > from + 2 && quoted[at] !== true && beginsPartInBody(rows, at, from, attached, layout)) return at;
    kinds.push('body');
  }
  return at;
}

/** Title and "(Kèm theo …)" under "Phụ lục I". */
function isAttachmentTitle(rows: readonly Row[], at: number): boolean {
  const row = rows[at] as Row;
  const above = rows[at - 1] as Row;
  if (isIssuedWith(row) || (/^\([^)]*$/u.test(above.text) && row.text.includes(')'))) return true;
  return isCapitals(row.text) && !isMotto(row) && !isMotto(rows[at + 1] ?? row) && readLabels(row.text)[0]?.strict !== true;
}

/** Inside a body only "Phụ lục I" standing alone, or a title with "(Kèm theo …)", begins a new part. */
function beginsPartInBody(rows: readonly Row[], at: number, from: number, attached: boolean, layout: Layout): boolean {
  const row = rows[at] as Row;
  if (layout.start(row, rows[at - 1]) !== 'sure') return false;
  if (row.page !== rows[from]?.page && startsLetter(rows, at)) return true;
  const head = attachmentHead(rows, at);
  if (head === null || !head.certain) return false;
  const numbered = /^(?:phu|mau|bieu)/u.test(row.folded);
  return !numbered || attached || isCapitals(row.text) || row.page !== rows[at - 1]?.page || standsAlone(rows, at);
}

/** The national motto, or an issuer in capitals right above it: another document's first page. */
const startsLetter = (rows: readonly Row[], at: number): boolean => {
  const row = rows[at] as Row;
  if (isMotto(row)) return isCapitals(row.text);
  return isCapitals(row.text) && rows.slice(at + 1, at + 3).some((other) => isMotto(other) && isCapitals(other.text));
};

const standsAlone = (rows: readonly Row[], at: number): boolean => (rows[at] as Row).gapBefore && (rows[at] as Row).text.length < 24;

function readFoot(rows: readonly Row[], from: number, kinds: SegmentKind[]): number {
  const state = emptyFoot();
  for (let at = from; at < rows.length; at++) {
    if (at > from && beginsNext(rows, at, from, state)) return at;
    kinds.push(footKind(rows[at] as Row, state));
  }
  return rows.length;
}

/** Behind the foot: a title, a second national motto, or running text on a later page. */
function beginsNext(rows: readonly Row[], at: number, from: number, state: FootState): boolean {
  const row = rows[at] as Row;
  if (state.copied) return attachmentHead(rows, at)?.certain === true;
  const head = attachmentHead(rows, at);
  if (head !== null && (head.certain || state.filed || state.signed)) return true;
  if (!state.filed && !state.signed) return false;
  if (isMotto(row)) return true;
  if (isCapitals(row.text) && isMotto(rows[at + 1] ?? row)) return true;
  if (state.signed && isCapitals(row.text) && !isAuthority(row) && !isPosition(row) && startsLater(rows, at, from)) return true;
  const later = row.page !== (rows[from] as Row).page;
  if (later && row.text.length > 60 && state.signed) return true;
  const label = readLabels(row.text)[0];
  return state.signed && label?.strict === true && !label.repaired && label.ordinals[0] === 1 && label.style !== 'letter';
}

/** Another letter's issuer on a later page: its motto follows within a few rows. */
const startsLater = (rows: readonly Row[], at: number, from: number): boolean =>
  rows[at]?.page !== rows[from]?.page && rows.slice(at + 1, at + 10).some((row) => isMotto(row) && isCapitals(row.text));

/** A part that begins with a motto or with text: named by the title below it, else "Phụ lục". */
function nameBelow(rows: readonly Row[], at: number): string {
  for (let i = at; i < Math.min(rows.length, at + 12); i++) {
    const head: AttachmentHead | null = attachmentHead(rows, i);
    if (head !== null) return head.name;
    if (readLabels((rows[i] as Row).text)[0]?.strict === true) break;
  }
  return 'Phụ lục';
}
