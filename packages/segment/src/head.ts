// Where does the head of a letter or of an attached part end, and what are its rows?
// The head is everything above the first sentence of the body: issuer, motto, number, date (header), type name and trích yếu (title),
// Kính gửi (addressees), stamps. Each row is judged by what it says and by the row before; positions on the page are not needed.
//   'Số: 12/UBND-KT' 'V/v họp' 'Kính gửi: Sở A' 'Thực hiện …' → header, title, addressees; body from row 3
// Grounds (Căn cứ) are read by grounds.ts.
import type { SegmentKind } from '@vanban/contract';
import { typeOfTitle } from './document-types.ts';
import { readLabels } from './label.ts';
import type { Layout } from './layout.ts';
import * as phrase from './phrases.ts';
import { isCapitals, type Row } from './row.ts';

export interface Head {
  /** One kind for each row of the head. */
  readonly kinds: readonly SegmentKind[];
  /** True where a type name is printed (not a letter). */
  readonly named: boolean;
}

const REACH = 90;

export function readHead(rows: readonly Row[], from: number, layout: Layout): Head {
  const window = rows.slice(from, headLimit(rows, from));
  const anchor = window.findIndex((row) => phrase.isMotto(row) || phrase.isNumberLine(row) || phrase.isDateLine(row));
  const issuer = window
    .slice(0, Math.max(0, anchor))
    .findIndex((row) => isCapitals(row.text) && row.text.length > 5 && !phrase.isStamp(row) && !phrase.isCopyMark(row));
  const first = issuer >= 0 ? issuer : anchor >= 0 ? anchor : window.findIndex((row) => isHeadRow(row));
  if (first < 0) return { kinds: window.slice(0, bareTitleEnd(window, layout)).map(() => 'title'), named: false };
  return walk(window, first, layout);
}

const isHeadRow = (row: Row): boolean => phrase.isSubjectLine(row) || phrase.isAddressing(row) || phrase.isTelegramAddressing(row) || isTypeRow(row);

const isTypeRow = (row: Row): boolean => {
  const type = typeOfTitle(row.folded);
  return type !== null && isCapitals(row.text);
};

/** The head ends before the first numbered clause, the enacting line or the footer at the latest. */
function headLimit(rows: readonly Row[], from: number): number {
  const limit = Math.min(rows.length, from + REACH);
  for (let i = from; i < limit; i++) {
    const row = rows[i] as Row;
    if (phrase.isRecipients(row) || (phrase.isEnacting(row) && i > from + 2 && hasTitleBefore(rows, from, i))) return i;
    const label = readLabels(row.text)[0];
    if (label !== undefined && !label.repaired && label.strict && label.ordinals[0] === 1 && label.style !== 'letter' && !phrase.isNumberLine(row))
      return i;
  }
  return limit;
}

const hasTitleBefore = (rows: readonly Row[], from: number, to: number): boolean => rows.slice(from, to).some((row) => isTypeRow(row));

interface Walk {
  readonly kinds: SegmentKind[];
  mode: 'header' | 'title' | 'addressees';
  named: boolean;
  numbered: boolean;
  /** Kính gửi was seen: dashes behind rows of the header's other column go on with it. */
  addressed: boolean;
}

function walk(window: readonly Row[], anchor: number, layout: Layout): Head {
  const state: Walk = { kinds: [], mode: 'header', named: false, numbered: false, addressed: false };
  const addressing = window.findIndex((row) => phrase.isAddressing(row) || phrase.isTelegramAddressing(row));
  for (let i = 0; i < window.length; i++) {
    const kind = i < anchor ? beforeAnchor(window[i] as Row) : kindOf(window, i, state, addressing, layout);
    if (kind === null) break;
    if (kind === 'header' || kind === 'title' || kind === 'addressees') state.mode = kind;
    const row = window[i] as Row;
    state.addressed ||= kind === 'addressees';
    state.numbered ||= phrase.isNumberLine(row);
    state.named ||= kind === 'title' && isTypeRow(row);
    state.kinds.push(kind);
  }
  return { kinds: state.kinds, named: state.named };
}

/** Rows above the first sure row of the head: what a web page or a stamp put there. */
const beforeAnchor = (row: Row): SegmentKind => (phrase.isSubjectLine(row) || isTypeRow(row) ? 'title' : 'stamp');

/** The kind of a row of the head; null where the body begins. */
function kindOf(window: readonly Row[], at: number, state: Walk, addressing: number, layout: Layout): SegmentKind | null {
  const row = window[at] as Row;
  if (phrase.isStamp(row) || phrase.isCopyMark(row)) return 'stamp';
  if (phrase.isAddressing(row) || phrase.isTelegramAddressing(row)) return 'addressees';
  if (phrase.isMotto(row) || phrase.isDateLine(row) || phrase.isNumberLine(row)) return 'header';
  if (state.addressed && state.mode !== 'addressees' && /^[-–—+]/u.test(row.text)) return 'addressees';
  if (state.mode === 'addressees') return isAddressee(window, at, layout) ? 'addressees' : null;
  if (phrase.isSubjectLine(row) || isTypeRow(row)) return 'title';
  if (state.mode === 'title') return goesOnTitle(window, at, addressing, layout);
  if (isCapitals(row.text) || !/\p{L}{2}/u.test(row.text)) return 'header';
  if (at < addressing) return state.numbered && /\p{L}{2}\s\p{L}{2}/u.test(row.text) ? 'title' : 'header';
  if (beginsBody(window, at, addressing < 0 && !state.numbered)) return null;
  return state.numbered && /\p{L}{2}\s\p{L}{2,}\s\p{L}/u.test(row.text) ? 'title' : 'header';
}

/** @param lost neither number nor Kính gửi was seen. */
const beginsBody = (window: readonly Row[], at: number, lost: boolean): boolean => {
  const row = window[at] as Row;
  return phrase.isBodyOpener(row) || row.text.length > 110 || readLabels(row.text).length > 0 || (lost && beginsProse(window, at));
};

/** "Tại phiên họp ngày …, sau khi nghe": a sentence over three rows and more, where number and type were lost. Not a title of two rows. */
function beginsProse(window: readonly Row[], at: number): boolean {
  const rows = window.slice(at, at + 3);
  return rows.length === 3 && rows.every((row, i) => !isCapitals(row.text) && !phrase.isMotto(row) && row.text.length > (i === 0 ? 25 : 40));
}

/** A row under V/v or under the type's name: more of the title, the issuer again ("header"), or the body (null). */
function goesOnTitle(window: readonly Row[], at: number, addressing: number, layout: Layout): SegmentKind | null {
  const row = window[at] as Row;
  const above = window[at - 1] as Row;
  if (at < addressing) return isIssuerRow(row) ? 'header' : 'title';
  if (phrase.isIssuedWith(row) || isInIssuedWith(window, at)) return 'title';
  const goesOn = isTypeRow(above) || (isCapitals(row.text) && isCapitals(above.text) && /^thuc hien\s/u.test(row.folded));
  const underType = goesOn && !/^can cu\s/u.test(row.folded);
  if ((phrase.isGroundsOpener(row) && !underType) || (readLabels(row.text)[0]?.strict === true && !isCounted(row, above))) return null;
  const grounded = /^(?:can cu|xet|theo)/u.test(window[at + 1]?.folded ?? '');
  const authority = grounded && (isIssuerRow(row) || (isCapitals(row.text) && !isCapitals(above.text)));
  if (authority) return null;
  if (isTypeRow(above) && !opensBelowTitle(row, above)) return 'title';
  if (isIssuerRow(row)) return isCapitals(above.text) && !row.gapBefore ? 'title' : null;
  return isMoreTitle(row, above, layout) ? 'title' : null;
}

/** "CHÀO MỪNG ĐẠI HỘI LẦN THỨ" / "XIV CỦA ĐẢNG": the figure that the row above counts with, no label; not "KẾ HOẠCH NĂM" / "I. MỤC ĐÍCH". */
const isCounted = (row: Row, above: Row): boolean =>
  isCapitals(row.text) && /(?:^| )(?:lan thu|hop thu|khoa|the ky|quy)$/u.test(above.folded.trimEnd()) && /^[IVXL]{1,6} \p{L}/u.test(row.text);

/** "KẾT LUẬN CUỘC HỌP VỀ ĐỀ ÁN …" / "Ngày 07 tháng 10 năm 2024, tại …": the type's row holds the title already. */
const opensBelowTitle = (row: Row, above: Row): boolean =>
  isCapitals(above.text) && above.text.length > 24 && !isCapitals(row.text) && row.text.length > 60 && phrase.isBodyOpener(row);

/** The rows of "(Ban hành kèm theo …)" down to its closing bracket. */
function isInIssuedWith(window: readonly Row[], at: number): boolean {
  const rows = window.slice(Math.max(0, at - 3), at);
  const opened = rows.findLastIndex((row) => /\((?:ban hanh )?kem theo\s/u.test(row.folded));
  return opened >= 0 && !rows.slice(opened).some((row) => row.text.includes(')'));
}

/** A plain row behind the title's first: the title's letters go on, or the body begins. */
function isMoreTitle(row: Row, above: Row, layout: Layout): boolean {
  if (isCapitals(above.text) && /^\p{Ll}/u.test(row.text)) return true;
  if (isCapitals(row.text) || isCapitals(above.text)) return isCapitals(row.text.replace(/\((?:Ban hành|Kèm theo).*/u, ''));
  if (/[.;:]$/u.test(above.text) || (row.gapBefore && /[.:]$/u.test(row.text))) return false;
  const bodily = phrase.isBodyOpener(row) || row.text.length > 60;
  return !bodily || !(row.gapBefore || (layout.leavesRoom(row, above) && /^\p{Lu}/u.test(row.text)));
}

/** "BAN HÀNH KẾ HOẠCH", "BỔ SUNG", "SƠ KẾT", "ĐĂNG KÝ": what is done, though it begins as "BAN", "BỘ", "SỞ", "ĐẢNG" do without marks. */
const NAMES_WORK = /^(?:ban (?:hanh|giao)|bo (?:sung|nhiem|tri)|so (?:ket|hoa)|dang (?:ky|tai)) /u;

const isIssuerRow = (row: Row): boolean =>
  isCapitals(row.text) &&
  !NAMES_WORK.test(row.folded) &&
  /^(?:uy ban nhan dan|ubnd|chu tich|bo truong|giam doc|hoi dong|thu tuong|chinh phu|ban |so |bo |cuc truong|tong cuc|tong giam doc|truong ban|chanh|tinh |huyen |thanh pho |cong hoa|vien |quoc hoi|dang |van phong)/u.test(
    row.folded,
  );

/** A row under "Kính gửi": another addressee or more of the last one. Full rows that open a sentence are the body. */
function isAddressee(window: readonly Row[], at: number, layout: Layout): boolean {
  const row = window[at] as Row;
  const above = window[at - 1] as Row;
  if (/^[-–—+*•]/u.test(row.text)) return true;
  if (/(?:^|[\s:])(?:các|những|và|của|(?<!trực )thuộc)$/iu.test(above.text) && row.text.length < 120) return true;
  if (/^\(?dia chi\s?[:.]/u.test(row.folded)) return true;
  const opening = /^kinh gui\s{0,3}[:;.]?\s{0,3}-?$/u.test(above.folded);
  if (opening && row.text.length < 120) return true;
  if (/\.$/u.test(above.text) && !/(?<!\p{L})(?:TP|Tp|Q|H)\.$/u.test(above.text)) return false;
  if (phrase.isBodyOpener(row) || row.text.length > 100) return false;
  if (/^\p{Ll}/u.test(row.text)) return true;
  if (row.gapBefore) return /[,;]$/u.test(above.text) && row.text.length < 90;
  const below = window[at + 1];
  const short = below === undefined || layout.leavesRoom(below, row);
  if (!short && /\)$/u.test(above.text)) return false;
  return short || (/[,;]$/u.test(above.text) && !/\s(?:nhu sau|sau day)\s?:?$/u.test(row.folded)) || !layout.leavesRoom(row, above);
}

/** Without any header: a first paragraph that does not end and is set off from the body is the title. */
function bareTitleEnd(window: readonly Row[], layout: Layout): number {
  const end = window.findIndex((row, i) => i > 0 && row.gapBefore && layout.start(row, window[i - 1]) === 'sure');
  if (end <= 0 || end > 6) return 0;
  const last = window[end - 1] as Row;
  const first = window[0] as Row;
  return /[.;:,]$/u.test(last.text) || !/^\p{Lu}/u.test(first.text) ? 0 : end;
}
