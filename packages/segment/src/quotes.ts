// Which rows repeat another document's words, so that their labels are not this document's clauses?
// A quotation of several rows begins where a row opens with a quotation mark or right behind a colon, and ends where its marks balance.
//   'quy định:' '“1. Doanh nghiệp …' '2. Hộ kinh doanh …”' → the last two rows are quoted
// A mark that never closes within 300 rows opens nothing; quotations inside one row are left alone.
import type { Row } from './row.ts';

const REACH = 300;

/** For each row: does it belong to a quotation of several rows, or begin with one? */
export function quotedRows(rows: readonly Row[]): boolean[] {
  const quoted = rows.map(() => false);
  for (let i = 0; i < rows.length; i++) {
    const opening = openingOf((rows[i] as Row).text);
    if (opening < 0) continue;
    const end = closingRow(rows, i, opening);
    if (end === null) continue;
    const from = opening === 0 ? i : i + 1;
    for (let j = from; j <= end; j++) quoted[j] = true;
    i = end;
  }
  return quoted;
}

/** Where a quotation of several rows may begin in the row: at its start or behind its last colon; -1 for none. */
function openingOf(text: string): number {
  if (/^[“"«‘]/u.test(text)) return 0;
  const match = /:\s{0,3}[“"«](?=\s{0,2}[\p{L}\p{N}+–-])[^”"»]*$/u.exec(text.slice(-400));
  return match === null ? -1 : Math.max(0, text.length - 400) + match.index + match[0].search(/[“"«]/u);
}

function closingRow(rows: readonly Row[], from: number, opening: number): number | null {
  let depth = 0;
  for (let i = from; i < Math.min(rows.length, from + REACH); i++) {
    const text = (rows[i] as Row).text;
    for (let at = i === from ? opening : 0; at < text.length; at++) {
      depth += turn(text, at);
      if (depth < 0) depth = 0;
    }
    if (depth === 0) return i;
  }
  return null;
}

/** +1 for an opening mark, -1 for a closing one. A straight mark opens behind a blank and closes behind anything else. */
function turn(text: string, at: number): number {
  const mark = text[at];
  if (mark === '“' || mark === '«') return 1;
  if (mark === '”' || mark === '»') return -1;
  if (mark !== '"') return 0;
  return at === 0 || /[\s(]/u.test(text[at - 1] as string) ? 1 : -1;
}
