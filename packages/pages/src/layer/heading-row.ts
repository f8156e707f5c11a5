// Which lines are the heading row of an assignment table that no rule is drawn around?
// Invariant: each of its columns has a heading that such tables have, the work and who does it or by when among them; else there is none.
//   'STT   Nhiệm vụ   Cơ quan   Thời hạn' over '   chủ trì   hoàn thành'   → four columns of two lines
//   'UBND TỈNH A      CỘNG HÒA XÃ HỘI …', 'Nơi nhận:      TM. ỦY BAN NHÂN DÂN'   → null
import { fold } from '@vanban/text';
import type { Segment } from './lines.ts';
import type { LayerWord } from './words.ts';

/** One visual line of a page, its words from left to right. */
export interface Row {
  readonly id: number;
  readonly words: readonly LayerWord[];
  readonly baseline: number;
  readonly size: number;
}

type Heading = 'number' | 'work' | 'lead' | 'support' | 'time' | 'note';

interface HeadingColumn {
  readonly heading: Heading;
  readonly left: number;
  readonly right: number;
}

export interface HeadingRow {
  readonly columns: readonly HeadingColumn[];
  /** How many lines it has. */
  readonly lines: number;
}

/** At least so much room between two headings, less between two words of one, in parts of the letters' size. */
const GUTTER = 0.8;
const [MOST_LINES, STEP, MOST_COLUMNS] = [7, 1.7, 12];

/** From top to bottom. */
export function rowsOf(segments: readonly Segment[]): Row[] {
  return [...Map.groupBy(segments, (segment) => segment.row)]
    .map(([id, group]): Row => {
      const { baseline, size } = group[0] as Segment;
      return { id, words: group.flatMap((segment) => segment.words).toSorted((a, b) => a.box[0] - b.box[0]), baseline, size };
    })
    .toSorted((a, b) => a.baseline - b.baseline);
}

/** The heading row that begins with the row at `from`; the highest one, since a heading may go on below. */
export function headingRowAt(rows: readonly Row[], from: number): HeadingRow | null {
  for (let lines = Math.min(MOST_LINES, rows.length - from); lines > 0; lines--) {
    const taken = rows.slice(from, from + lines);
    const columns = taken.every((row, index) => index === 0 || isNear(taken[index - 1] as Row, row)) ? columnsOf(taken) : null;
    if (columns) return { columns, lines };
  }
  return null;
}

const isNear = (above: Row, row: Row): boolean => row.baseline - above.baseline <= Math.max(above.size, row.size) * STEP;

interface Piece {
  left: number;
  right: number;
  text: string;
}

function columnsOf(rows: readonly Row[]): HeadingColumn[] | null {
  const pieces: Piece[] = [];
  for (const piece of rows.flatMap(piecesOf)) {
    const over = pieces.filter(({ left, right }) => left < piece.right && right > piece.left);
    if (over.length > 1 || pieces.length > MOST_COLUMNS) return null;
    if (over[0])
      Object.assign(over[0], {
        left: Math.min(over[0].left, piece.left),
        right: Math.max(over[0].right, piece.right),
        text: `${over[0].text} ${piece.text}`,
      });
    else pieces.push(piece);
  }
  const columns = pieces
    .toSorted((a, b) => a.left - b.left)
    .flatMap(({ left, right, text }) => headingOf(text).map((heading): HeadingColumn => ({ heading, left, right })));
  const kinds = new Set(columns.map(({ heading }) => heading));
  const isWhole = columns.length === pieces.length && kinds.size === columns.length && kinds.size >= 3;
  return isWhole && kinds.has('work') && (kinds.has('lead') || kinds.has('time')) ? columns : null;
}

function piecesOf({ words, size }: Row): Piece[] {
  const pieces: Piece[] = [];
  for (const { text, box } of words) {
    const last = pieces.at(-1);
    if (last && box[0] - last.right < size * GUTTER) Object.assign(last, { right: Math.max(last.right, box[2]), text: `${last.text} ${text}` });
    else pieces.push({ left: box[0], right: box[2], text });
  }
  return pieces;
}

/** Folded. "stt"; "noi dung cong viec", not "noi dung chi dao"; "don vi chu tri"; "cac co quan phoi hop"; "thoi han hoan thanh", not "thoi gian qua"; "ghi chu". */
const HEADINGS: readonly (readonly [Heading, RegExp])[] = [
  ['number', /^(?:s?tt|so tt|so thu tu)$/u],
  ['work', /^(?:ten |cac )?(?:(?:noi dung|nhiem vu|cong viec|dau viec|hoat dong|giai phap|chu yeu|cu the|thuc hien|trong tam|va)(?:[ ,/]+|$))+$/u],
  [
    'lead',
    /^(?:(?:cac|co quan|don vi|so|ban|nganh|bo phan|phong|ca nhan|nguoi)[ ,/]+){0,5}(?:chu tri|dau moi|phu trach|thuc hien|chiu trach nhiem)(?: thuc hien| chinh)?$/u,
  ],
  ['support', /^(?:(?:cac|co quan|don vi|so|ban|nganh|bo phan|phong|ca nhan|nguoi)[ ,/]+){0,5}phoi hop(?: thuc hien)?$/u],
  ['time', /^(?:thoi (?:han|gian|diem)|tien do|han|lo trinh|ngay)(?: (?:thuc hien|hoan thanh|trinh|bao cao|ban hanh|ket thuc))*$/u],
  ['note', /^(?:ghi chu|san pham|ket qua)(?: (?:dau ra|du kien|thuc hien|hoan thanh))*$/u],
];

const headingOf = (text: string): Heading[] => {
  const words = fold(text).replace(/\s+/gu, ' ').trim();
  return HEADINGS.flatMap(([heading, pattern]) => (pattern.test(words) ? [heading] : [])).slice(0, 1);
};
