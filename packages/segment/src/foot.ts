// Where does the body end, and which rows of the foot are recipients, signature, copy mark or what stands below?
// The foot begins at "Nơi nhận" or at the signer's authority or title. The two stand side by side, so their rows may come in any order.
//   'Nơi nhận:' '- Như trên;' 'KT. GIÁM ĐỐC' '- Lưu: VT.' 'Nguyễn Văn An' → recipients ×2, signature, recipients, signature
// It does not read names and titles; the extractor does.
import type { SegmentKind } from '@vanban/contract';
import * as phrase from './phrases.ts';
import { isCapitals, type Row } from './row.ts';

/** True where the foot of a letter begins at row `at`; `above` is the last row of the body. */
export function beginsFoot(rows: readonly Row[], at: number, above: Row | undefined): boolean {
  const row = rows[at] as Row;
  if (phrase.isRecipients(row)) return true;
  if (isUnheadedList(rows, at, above) || isClosingList(rows, at, above)) return true;
  if (row.text.length > 110 || !/^\p{Lu}/u.test(row.text)) return false;
  const ended = above === undefined || /[.;!…/)”"]\d?$/u.test(above.text) || row.gapBefore;
  if (phrase.isAuthority(row)) return ended || isCapitals(row.text);
  if (phrase.isCopyMark(row) && isCapitals(row.text)) return ended;
  if (!ended || !phrase.isPosition(row)) return closesWithName(rows, at, ended);
  const below = rows.slice(at + 1, at + 9);
  const named = below.slice(0, 4).some((other) => phrase.isPersonName(other));
  const trailing = rows.length - at < 14 && rows.slice(at).every((other) => other.text.length < 45);
  return named || trailing || below.some((other) => phrase.isRecipients(other)) || hasNameBehind(row);
}

/** "Nơi nhận" itself was lost: "- Như trên;", or short dashes behind the closing "./." down to "- Lưu". */
function isUnheadedList(rows: readonly Row[], at: number, above: Row | undefined): boolean {
  const row = rows[at] as Row;
  if (!/^[-–—]/u.test(row.text) || row.text.length > 90) return false;
  if (/^[-–—]\s{0,2}nhu (?:tren|dieu|kinh gui)/u.test(row.folded)) return true;
  if (above === undefined || !/\.\s?\/\s?\.?$|\)$|\.$/u.test(above.text)) return false;
  const filing = rows.slice(at, at + 25).findIndex((other) => phrase.isFiling(other));
  const list = rows.slice(at, at + Math.max(0, filing));
  const dashes = list.filter((other) => /^[-–—]/u.test(other.text)).length;
  return (
    filing > 0 && dashes * 2 > filing && !list.some((other) => phrase.isRecipients(other) || other.text.length > 90 || /[.…]$/u.test(other.text))
  );
}

/** Heading and "- Lưu" were both lost: nothing but short dashes with bodies behind the body's last full stop, down to the signer or the end. */
function isClosingList(rows: readonly Row[], at: number, above: Row | undefined): boolean {
  if (above === undefined || !/^[-–—]/u.test((rows[at] as Row).text) || !/[.!]\s?\/?\s?\.?$/u.test(above.text)) return false;
  const ended = /\.\s?\/\s?\.?$/u.test(above.text);
  if (ended && isShortAddress(rows[at] as Row)) return true;
  const behind = rows.slice(at, at + LONGEST_LIST + 1);
  const signing = behind.findIndex((row) => phrase.isAuthority(row) || phrase.isPersonName(row) || (phrase.isPosition(row) && isCapitals(row.text)));
  const list = signing < 0 ? behind : behind.slice(0, signing);
  const dashes = list.filter((row) => /^[-–—]/u.test(row.text));
  if (list.length > LONGEST_LIST || dashes.length * 2 < list.length || list.some((row) => row.text.length > 90 || /[.:…!]$/u.test(row.text)))
    return false;
  return dashes.every(
    (row) => RECIPIENT.test(row.folded) || (ended && row.text.length < 60 && /^[-–—]\s*\p{Lu}/u.test(row.text) && !GIVES_WORK.test(row.folded)),
  );
}

/** Behind the "./." that ends a body: "- Thủ tướng Chính phủ (để b/c);". Not a bullet that gives work. */
const isShortAddress = (row: Row): boolean =>
  row.text.length < 90 && /^[-–—]\s*\p{Lu}/u.test(row.text) && /[;,)\p{L}]$/u.test(row.text) && !GIVES_WORK.test(row.folded);

const LONGEST_LIST = 25;
/** What a line of Nơi nhận begins with, and goes on with no further than a bracket or a list of short names. */
const RECIPIENT =
  /^[-–—]\s{0,2}(?:cac )?(?:thu tuong|pttg|pho thu tuong|bo truong|dang chi|d\/c|dong chi|bi thu|thuong truc|ban thuong vu|tinh uy|thanh uy|huyen uy|dang uy|hdnd|ubnd|vp|van phong|cong (?:thong tin|ttdt)|bao |dai |chu tich|ct,|pct|bo[: ]|so[: ]|phong[: ]|tap doan|nhu |luu)(?!.*(?:^| )(?:phai|chu tri|phoi hop|ra soat|thuc hien|trien khai|xay dung|bao cao ket qua|to chuc|thuc)(?: |$))[^.]*[;,)]?$/u;
const GIVES_WORK =
  /(?:^| )(?:phai|chu tri|phoi hop|ra soat|thuc hien|trien khai|xay dung|to chuc|kiem tra|tong hop|bo sung|tham muu|hoan thanh|tang cuong)(?: |$)/u;

/** "THỦ TƯỚNG Nguyễn Văn An" on one row. */
const hasNameBehind = (row: Row): boolean => /^[\p{Lu}\s.,-]{6,}\s\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,4}$/u.test(row.text);

/** A lone name right before Nơi nhận, or at the very end behind the closing "./.". */
function closesWithName(rows: readonly Row[], at: number, ended: boolean): boolean {
  const row = rows[at] as Row;
  if (!ended || !phrase.isPersonName(row) || isCapitals(row.text)) return false;
  const next = rows[at + 1];
  return next === undefined || phrase.isRecipients(next);
}

export interface FootState {
  /** "Lưu: VT" was seen: nothing belongs to Nơi nhận any more. */
  filed: boolean;
  recipients: boolean;
  signed: boolean;
  copied: boolean;
}

export const emptyFoot = (): FootState => ({ filed: false, recipients: false, signed: false, copied: false });

/** The kind of the next row of the foot; `stamp` for what belongs to neither column. Updates `state`. */
export function footKind(row: Row, state: FootState): SegmentKind {
  if (phrase.isCopyMark(row) && (state.signed || state.recipients)) state.copied = true;
  if (state.copied) return 'copy';
  if (phrase.isStamp(row)) return 'stamp';
  if (phrase.isRecipients(row)) {
    state.recipients = true;
    return 'recipients';
  }
  const item = /^[-–—+*•]/u.test(row.text) || (state.recipients && phrase.isFiling(row));
  if (!item && isSigning(row)) {
    state.signed ||= phrase.isPersonName(row) || hasNameBehind(row);
    return 'signature';
  }
  state.recipients ||= item && !state.signed;
  if (!state.recipients) return state.signed ? 'stamp' : 'signature';
  if (state.filed && !item) return row.text.length < 60 && !state.signed && isCapitals(row.text) ? 'signature' : 'stamp';
  state.filed ||= phrase.isFiling(row);
  return 'recipients';
}

function isSigning(row: Row): boolean {
  if (phrase.isAuthority(row) || phrase.isPosition(row) || hasNameBehind(row)) return true;
  if (/^\(?(?:da ky|ky ten|ky, ghi|ky va)/u.test(row.folded)) return true;
  return (phrase.isPersonName(row) || (isCapitals(row.text) && row.text.length > 6 && /\s/u.test(row.text))) && row.text.length < 70;
}
