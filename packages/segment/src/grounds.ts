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
    formal ||= /^(?:[-–] ?)?(?:can cu|xet|theo de nghi)/u.test((rows[end] as Row).folded);
    end = next;
  }
  return formal ? end : from;
}

/** "Căn cứ Luật …", and as a list "- Căn cứ Quy định số 5 …"; not "- Căn cứ tình hình, các xã rà soát" under a clause, where no grounds stand. */
const opensGround = (row: Row): boolean => isGroundsOpener(row) || /^[-–] ?(?:can cu|xet de nghi|theo de nghi|xet to trinh)\s/u.test(row.folded);

function isGround(rows: readonly Row[], from: number, end: number, named: boolean): boolean {
  const first = rows[from] as Row;
  const last = rows[end - 1] as Row;
  const ending = last.text.at(-1);
  if (!opensGround(first)) return false;
  if (ending === ';') return true;
  return (
    named &&
    /^(?:[-–] ?)?(?:can cu|xet|theo de nghi)/u.test(first.folded) &&
    (ending === '.' || ending === ',') &&
    !/\s(?:yeu cau|ban hanh ke hoach|xay dung ke hoach|de nghi cac|nhu sau)(?!\p{L})/u.test(last.folded)
  );
}

/** "… của Đảng," / "Ban Tuyên giáo | hướng dẫn … như sau:": behind the comma of the last ground the issuer begins to speak; not "Xét đề nghị của Sở A," / "Sở B;". */
const announces = (rows: readonly Row[], at: number): boolean =>
  /,$/u.test((rows[at - 1] as Row).text) &&
  ISSUERS.test((rows[at] as Row).folded) &&
  rows.slice(at, at + 4).some((row) => /\snhu sau\s?:$/u.test(row.folded));
const ISSUERS = /^(?:uy ban nhan dan|ubnd|hoi dong|bo|so|ban|tinh uy|thanh uy|dang uy|huyen uy|chu tich|cuc|tong cuc|van phong)\s/u;

/** A paragraph of grounds goes on to the row before the next opener, or to one that ends a sentence where a new paragraph surely begins. */
function paragraphEnd(rows: readonly Row[], from: number, layout: Layout): number {
  for (let i = from + 1; i < rows.length; i++) {
    const row = rows[i] as Row;
    const above = rows[i - 1] as Row;
    const begins = (layout.start(row, above) === 'sure' && (/[;.:]$/u.test(above.text) || row.gapBefore)) || announces(rows, i);
    if (
      opensGround(row) ||
      (begins && /^\p{Lu}|^\d|^[-–]/u.test(row.text) && !/^(?:nghi dinh|quyet dinh|thong tu|luat|nghi quyet)\s/u.test(row.folded))
    )
      return i;
  }
  return rows.length;
}
