// Does a row begin a paragraph, or continue the one before?
// sure: the row before ended its sentence, or left room for this row's first word, or there is a gap or an indent.
// no: the row before stops in the middle of a citation or behind a function word. unsure: nothing tells.
//   'theo quy định tại khoản' + '2. Điều 5 …' → no      'thi hành.' + '2. Giao Sở …' → sure
// Boxes are used only on measured pages; in plain text a row's length takes their place.
import type { Row } from './row.ts';

export type Start = 'sure' | 'unsure' | 'no';

export interface Layout {
  /** How row `at` relates to row `before` (the last row of running text above it). */
  start(at: Row, before: Row | undefined): Start;
  /** True where the first word of `at` would have fitted behind `before`. */
  leavesRoom(at: Row, before: Row): boolean;
  /** True where every paragraph is one row. */
  readonly oneRowParagraphs: boolean;
}

export function layoutOf(rows: readonly Row[]): Layout {
  const width = usualWidth(rows);
  const oneRowParagraphs = width > 150;
  const margins = marginsOf(rows);
  const leavesRoom = (at: Row, before: Row): boolean => {
    const margin = margins.get(before.page);
    const word = (/^\S+/u.exec(at.text)?.[0].length ?? 1) + 1;
    if (!before.measured || margin === undefined) return oneRowParagraphs || before.text.length + word < width * 0.86;
    const letter = (before.box[2] - before.box[0]) / Math.max(1, before.text.length);
    return before.box[2] + letter * word < margin.right - (margin.right - margin.left) * 0.02;
  };
  const indented = (at: Row): boolean => {
    const margin = margins.get(at.page);
    return at.measured && margin !== undefined && at.box[0] - margin.left > (margin.right - margin.left) * 0.03;
  };
  const start = (at: Row, before: Row | undefined): Start => {
    if (before === undefined) return 'sure';
    if (CITING.test(before.text)) return 'no';
    if (isBroken(before.text)) return leavesRoom(at, before) || CUT.test(before.text) || isLettered(at.text, before.text) ? 'unsure' : 'no';
    if (ENDED.test(before.text)) return 'sure';
    if (!oneRowParagraphs && /^\p{Ll}{2}/u.test(at.text)) return 'unsure';
    if (at.gapBefore && at.page === before.page) return 'sure';
    if (!before.measured && before.text.length > width * OVERLONG) return 'sure';
    return leavesRoom(at, before) || indented(at) ? 'sure' : 'unsure';
  };
  return { start, leavesRoom, oneRowParagraphs };
}

const ENDED = /[.;:!?…](?:\/\.)?['"”’»)\]*]{0,3}\d{0,2}$/u;

/** "tại khoản", "Nghị quyết số" at the end of a row: a citation goes on, whatever the row's length. */
const CITING = /(?:^|[\s(])(?:khoản|điểm|[Đđ]iều|số|khoan|diem|dieu|so)$/u;

/** "ngày", "của", "được" at the end of a row: the sentence goes on. Not "KẾT QUẢ ĐẠT ĐƯỢC", "Việt Nam". */
const BROKEN =
  /(?:^|[\s(])(?:mục|[Cc]hương|[Pp]hần|ngày|tháng|năm|quý|quận|[Pp]hường|lần thứ|cấp|biểu|và|của|các|những|với|theo|tại|trong|cho|về|do|từ|đến|là|hoặc|có|thuộc|được|để|một|trên|muc|ngay|thang|va|cua|cac|nhung|voi|tai)$/u;

/** Function words that no number ends a sentence behind: the row's end was lost rather than "cho" / "3. Trong thời gian tới" one sentence. Not "và" / "3.". */
const CUT = /(?:^|\s)(?:cho|về|để|được|có|là|các|những|thuộc)$/u;

/** "các xã, phường" / "a) Thực hiện …": behind a kind of place or time that a figure would go on with, a letter with its bracket begins a list. */
const isLettered = (text: string, before: string): boolean => /^[a-zđ]\)\s\p{Lu}/u.test(text) && /(?:phường|quận|tháng|quý|năm)$/u.test(before);

/** A typed line so much longer than the full ones was not broken where they are: it is a paragraph. */
const OVERLONG = 1.2;

const isBroken = (text: string): boolean => BROKEN.test(text) || /\p{Ll}-$/u.test(text);

/** The length that full rows of running text have; very large where each paragraph is one row. */
function usualWidth(rows: readonly Row[]): number {
  const lengths = rows
    .map((row) => row.text.length)
    .filter((length) => length > 40)
    .sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.85)] ?? 1000;
}

interface Margin {
  readonly left: number;
  readonly right: number;
}

/** Left and right edge of the running text of each measured page. */
function marginsOf(rows: readonly Row[]): Map<number, Margin> {
  const pages = Map.groupBy(
    rows.filter((row) => row.measured && row.role === 'body'),
    (row) => row.page,
  );
  const margins = new Map<number, Margin>();
  for (const [page, own] of pages) {
    if (own.length < 4) continue;
    const lefts = own.map((row) => row.box[0]).sort((a, b) => a - b);
    const rights = own.map((row) => row.box[2]).sort((a, b) => a - b);
    margins.set(page, { left: lefts[Math.floor(own.length * 0.15)] as number, right: rights[Math.floor(own.length * 0.85)] as number });
  }
  return margins;
}
