// How do the body's rows become a tree of clauses?
// Rows are taken in order; a row with an accepted label opens a clause and closes those it does not stand in, any other row continues the
// innermost open clause ("unlabelled paragraphs belong to the clause above them").
//   '1. A' 'a) B' 'tiếp theo' '2. C' → 1(a("B tiếp theo")), 2
// Ids, headings and items in running text are made in finish.ts.
import type { Span, Warning } from '@vanban/contract';
import { acceptLabel } from './accept.ts';
import { KIND, type Label, readLabels, type Style } from './label.ts';
import type { Layout } from './layout.ts';
import type { OpenClause, Placement } from './place.ts';
import { isCapitals, type Row } from './row.ts';

/** A piece of a clause's own text: one row of it, without the label. */
export interface Piece {
  readonly span: Span;
  readonly row: Row;
  /** A paragraph surely begins here. */
  readonly paragraph: boolean;
}

export interface Draft {
  readonly style: Style;
  readonly label: Label;
  readonly start: number;
  readonly pieces: Piece[];
  readonly children: Draft[];
}

export interface Outline {
  readonly roots: readonly Draft[];
  readonly warnings: readonly Warning[];
}

/** @param quoted for each row, whether it belongs to a quotation and so begins no clause. */
export function outline(rows: readonly Row[], quoted: readonly boolean[], layout: Layout): Outline {
  const roots: Draft[] = [];
  const warnings: Warning[] = [];
  const open: Draft[] = [];
  let lastArticle = 0;
  rows.forEach((row, i) => {
    const start = startsDashes(rows, i, open.at(-1), layout) || startsCount(rows, i, open, layout) ? 'sure' : layout.start(row, rows[i - 1]);
    const found = quoted[i] === true || !row.lineStart ? null : acceptLabel(row.text, start, open.map(asOpen), lastArticle, row.measured);
    const placement = found === null ? null : reconsider(found, rows, i, open, layout);
    if (placement === null) {
      open.length = depthOfItem(row, open);
      open.at(-1)?.pieces.push({ span: row.span, row, paragraph: start === 'sure' });
      return;
    }
    const draft = openDraft(placement.label, row);
    open.length = placement.depth;
    (open.at(-1)?.children ?? roots).push(draft);
    open.push(draft);
    if (placement.label.style === 'article') lastArticle = placement.label.ordinals[0] as number;
    warnings.push(...warningsOf(placement, row));
  });
  return { roots, warnings };
}

/** "(2) …" on a row of its own goes on the clause whose own words began "(1) …", behind the dashes below that item. */
function depthOfItem(row: Row, open: readonly Draft[]): number {
  const number = Number(/^\((\d{1,2})\)\s/u.exec(row.text)?.[1] ?? 0);
  if (number < 2 || open.at(-1)?.label.ordinals[0] !== 0) return open.length;
  const depth = open.findLastIndex(
    (clause) => clause.label.ordinals[0] !== 0 && clause.pieces.some((piece) => piece.row.text.startsWith(`(${number - 1}) `)),
  );
  return depth < 0 ? open.length : depth + 1;
}

function openDraft(label: Label, row: Row): Draft {
  const start = row.span.start + label.length;
  const pieces = start < row.span.end ? [{ span: { start, end: row.span.end }, row, paragraph: true }] : [];
  return { style: label.style, label, start: row.span.start, pieces, children: [] };
}

function asOpen(draft: Draft): OpenClause {
  const bullet = draft.label.ordinals[0] === 0 && draft.pieces.slice(1).some((piece) => piece.paragraph);
  const last = draft.children.length > 0 || bullet ? undefined : draft.pieces.at(-1)?.row.text;
  return { style: draft.style, ordinals: draft.label.ordinals, awaitsList: last !== undefined && /:\s{0,2}$/u.test(last), opening: isOpening(draft) };
}

/**
 * A dash behind a full row, or a row whose end was lost, begins a list where another dash surely begins a paragraph below it. Behind other rows than a title only
 * where a sentence begins: "Lao động" / "- Thương binh và Xã hội" is one name.
 */
function startsDashes(rows: readonly Row[], at: number, top: Draft | undefined, layout: Layout): boolean {
  const row = rows[at] as Row;
  const start = layout.start(row, rows[at - 1]);
  if (!/^[-–—]\s?\p{Lu}/u.test(row.text) || start === 'sure') return false;
  if (IN_NAMES.test(row.folded)) return false;
  const sentence = /^[-–—]\s\p{Lu}\p{Ll}*\s\p{Ll}/u.test(row.text);
  if (!sentence && (top === undefined || !isOpening(top) || start === 'no')) return false;
  if (sentence && top?.style === 'dash') return true;
  for (let i = at + 1; i < Math.min(rows.length, at + 15); i++) {
    const label = readLabels((rows[i] as Row).text)[0];
    if (label?.strict !== true || label.repaired) continue;
    if (label.style !== 'dash') return false;
    if (layout.start(rows[i] as Row, rows[i - 1]) === 'sure') return true;
  }
  return false;
}

/** "1. Cơ bản thống nhất …" behind a row whose end was lost: a list begins there where "2." follows below it before another "1.". Not under an open list of figures. */
function startsCount(rows: readonly Row[], at: number, open: readonly Draft[], layout: Layout): boolean {
  const row = rows[at] as Row;
  if (!/^1\.\s\p{Lu}/u.test(row.text) || open.some(({ style }) => style === 'arabic') || layout.start(row, rows[at - 1]) !== 'unsure') return false;
  const next = rows.slice(at + 1, at + 400).find(({ text }) => /^[12]\.\s\p{Lu}/u.test(text));
  return next?.text.startsWith('2') === true;
}

/** What stands behind the dash inside names: "Lao động - Thương binh", "kinh tế - Xã hội", "Quy hoạch - Kiến trúc". */
const IN_NAMES =
  /^[-–—]\s?(?:thuong binh|xa hoi|kien truc|khen thuong|du lich|the thao|vien thong|hanh chinh|quan tri|ky thuat|cong nghe|tai chinh|ke hoach|tong hop|ngan sach|dau tu|van hoa|thong tin|truyen thong|tu do|hanh phuc|cong an|quoc phong|an ninh|dao tao|ung dung|phap che|to chuc|doi ngoai|dich vu|thuong mai|nong nghiep|cong nghiep|xay dung|lao dong|van phong|bao hiem|ky luat|le tan)(?!\p{L})/u;

function isOpening(draft: Draft): boolean {
  const last = draft.pieces.at(-1)?.row.text ?? '';
  return draft.children.length === 0 && draft.pieces.length <= 2 && draft.label.ordinals[0] !== 0 && !/[,;–-]$/u.test(last);
}

/**
 * "I." may be a misread "1.": where "2." comes before "II." and before another "1.", it was. Typed text has no misreadings, but below an open
 * "1." a Roman one that no "II." follows is none either.
 */
function reconsider(placement: Placement, rows: readonly Row[], at: number, open: readonly Draft[], layout: Layout): Placement | null {
  const { label, fit } = placement;
  const row = rows[at] as Row;
  if (label.style !== 'roman' || fit !== 'first' || label.ordinals[0] !== 1) return placement;
  const counted = nextCount(rows.slice(at, at + 400), layout);
  const arabic = readLabels(row.text).find((other) => other.style === 'arabic');
  if (arabic !== undefined && counted === 'arabic' && (label.repaired || row.measured) && !isCapitals(row.text))
    return { ...placement, label: arabic };
  const closes = open.some((clause, depth) => depth >= placement.depth && (clause.style === 'arabic' || clause.style === 'decimal'));
  return closes && counted !== 'roman' && !isCapitals(row.text) ? null : placement;
}

/** Which list counts on first: "II." or, before any other "1.", "2.". */
function nextCount(rows: readonly Row[], layout: Layout): 'roman' | 'arabic' | null {
  let arabicSeen: 'arabic' | null | undefined;
  for (const [i, row] of rows.entries()) {
    if (i === 0 || layout.start(row, rows[i - 1]) !== 'sure') continue;
    const plain = readLabels(row.text).filter((label) => label.strict && !label.repaired);
    if (plain.some((label) => label.style === 'roman' && label.ordinals[0] === 2)) return 'roman';
    const arabic = plain.find((label) => label.style === 'arabic')?.ordinals[0];
    if (arabicSeen === undefined && (arabic === 1 || arabic === 2)) arabicSeen = arabic === 2 ? 'arabic' : null;
  }
  return arabicSeen ?? null;
}

function warningsOf({ label, fit, missing }: Placement, row: Row): Warning[] {
  const named = label.key === '' ? label.printed : label.key;
  if (fit === 'gap' && missing > 0)
    return [{ code: 'numbering-gap', message: `${named}: ${missing} label(s) before it were not found`, page: row.page }];
  if (fit === 'repeat') return [{ code: 'numbering-repeat', message: `${named} does not continue its list`, page: row.page }];
  if (label.repaired) return [{ code: 'label-repaired', message: `"${label.printed}" was read as ${named}`, page: row.page }];
  return [];
}

export const kindOf = (draft: Draft) => KIND[draft.style];
