// Which rows between the head and the body are grounds (Căn cứ …), on which no task or deadline may be read?
// Everything above an enacting line ("QUYẾT ĐỊNH:") is; without one, paragraphs that open with Căn cứ, Xét đề nghị … and end with ";" are,
// and in named types (a plan) those that end with "." too. A letter's first sentence "Căn cứ Kế hoạch …, Sở hướng dẫn như sau:" is body.
import type { Layout } from './layout.ts';
import { isEnacting, isGroundsOpener, isMotto } from './phrases.ts';
import { isCapitals, type Row } from './row.ts';

const REACH = 120;

/** Index of the first row of the body, from `from` on. */
export function groundsEnd(rows: readonly Row[], from: number, named: boolean, addressed: boolean, layout: Layout): number {
  for (let i = from; i < Math.min(rows.length, from + REACH); i++) {
    const row = rows[i] as Row;
    if (isEnacting(row) && !addressed) return i + 1;
    if (/^(?:dieu\s\S{1,3}[.:]|noi nhan)/u.test(row.folded) || isMotto(row)) break;
  }
  let end = from;
  for (let skipped = 0; skipped < 3 && end < rows.length && isCapitals((rows[end] as Row).text); skipped++) end++;
  let formal = false;
  while (end < rows.length) {
    const next = paragraphEnd(rows, end, layout);
    if (!isGround(rows, end, next, named)) break;
    formal ||= /^(?:can cu|xet|theo de nghi)/u.test((rows[end] as Row).folded);
    end = next;
  }
  return formal ? end : from;
}

function isGround(rows: readonly Row[], from: number, end: number, named: boolean): boolean {
  const first = rows[from] as Row;
  const last = rows[end - 1] as Row;
  const ending = last.text.at(-1);
  if (!isGroundsOpener(first)) return false;
  if (ending === ';') return true;
  return (
    named &&
    /^(?:can cu|xet|theo de nghi)/u.test(first.folded) &&
    (ending === '.' || ending === ',') &&
    !/\s(?:yeu cau|ban hanh ke hoach|xay dung ke hoach|de nghi cac|nhu sau)(?!\p{L})/u.test(last.folded)
  );
}

/** A paragraph of grounds goes on to the row before the next opener, or to one that ends a sentence where a new paragraph surely begins. */
function paragraphEnd(rows: readonly Row[], from: number, layout: Layout): number {
  for (let i = from + 1; i < rows.length; i++) {
    const row = rows[i] as Row;
    const above = rows[i - 1] as Row;
    const begins = layout.start(row, above) === 'sure' && (/[;.:]$/u.test(above.text) || row.gapBefore);
    if (
      isGroundsOpener(row) ||
      (begins && /^\p{Lu}|^\d|^[-–]/u.test(row.text) && !/^(?:nghi dinh|quyet dinh|thong tu|luat|nghi quyet)\s/u.test(row.folded))
    )
      return i;
  }
  return rows.length;
}
