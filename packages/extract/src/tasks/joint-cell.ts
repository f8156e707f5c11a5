// Does a cell of leads also say who helps them?
// Invariant: the parts are the cell's own words in its order; a name that holds "phối hợp" itself is not cut.
//   "Ban A chủ trì, phối hợp với Ban B, Ban C" → leads "Ban A", supports "Ban B, Ban C"   "Chủ trì: Sở A" → leads "Sở A"
import type { Span } from '@vanban/contract';
import { foldEvenly } from '@vanban/segment';

/** "Chủ trì: Sở A", "Cơ quan chủ trì: Sở A". */
const LEADS = /^\s*(?:(?:co quan|don vi) )?chu tri\s?:\s{0,3}/u;
/** "Sở A chủ trì, phối hợp với Sở B", "Sở A; phối hợp: Sở B"; not "Hội đồng phối hợp phổ biến …" (no comma and no "chủ trì" before it). */
const HELPED =
  /(?:(?<=\p{L})\s{1,3}chu tri\s{0,2}[,;.]?\s{0,2}(?:va\s{1,2})?|[,;.\n(]\s{0,3}(?:(?:co quan|don vi) )?)phoi hop(?: chat che)?(?: thuc hien)?(?: cung)?(?: voi)?\s{0,2}:?\s{1,3}/u;
/** "Sở A chủ trì". */
const LEADING = /(?<=\p{L})\s{1,3}chu tri\s{0,3}$/u;

export function jointCell(text: string): { readonly leads: Span; readonly supports: Span | null } {
  const folded = foldEvenly(text);
  const start = LEADS.exec(folded)?.[0].length ?? 0;
  const helped = HELPED.exec(folded);
  if (helped && helped.index > start) {
    const from = helped.index + helped[0].length;
    return { leads: { start, end: helped.index }, supports: from < text.length ? { start: from, end: text.length } : null };
  }
  return { leads: { start, end: LEADING.exec(folded)?.index ?? text.length }, supports: null };
}
