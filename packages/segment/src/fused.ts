// Where does one printed line hold two things, because two columns were read across?
// It cuts before the national motto, before V/v and before the place and date behind a number, between the items of "Nơi nhận: - a; - b",
// and between Nơi nhận and the signer's title. The pieces together are the line; nothing is lost.
//   'Số: 12/UBND-KT V/v họp' → 'Số: 12/UBND-KT ', 'V/v họp'
// It never cuts a sentence of the body.
import { fold } from '@vanban/text';

export interface Piece {
  readonly text: string;
  readonly offset: number;
}

export function fusedPieces(line: string): Piece[] {
  const cuts = cutsOf(line);
  const marks = [0, ...cuts, line.length];
  return marks.slice(0, -1).map((offset, i) => ({ offset, text: line.slice(offset, marks[i + 1]) }));
}

/** Offsets inside the line where a new piece begins, rising. */
function cutsOf(line: string): number[] {
  if (line.length < 12) return [];
  const folded = fold(line);
  if (folded.length !== line.length) return [];
  if (/^\s{0,8}n[o]i\s{0,2}nhan\s{0,3}[:;.]?\s{1,8}[^\s]/u.test(folded)) return recipientCuts(line, folded);
  if (line.length > 400) return [];
  return line.length < 110 ? [...new Set([...headCuts(line, folded), ...authorityCut(line)])].sort((a, b) => a - b) : headCuts(line, folded);
}

function headCuts(line: string, folded: string): number[] {
  const cuts = new Set<number>();
  const add = (at: number | undefined) => {
    if (at !== undefined && at > 1) cuts.add(at);
  };
  add(mottoIn(line, folded));
  add(indexOf(folded, /(?<=\s)dang cong san viet nam\s{0,3}$/u));
  add(indexOf(folded, /(?<=\s)doc lap\s{0,2}[-–—]\s{0,2}tu do/u));
  if (/^\s{0,8}s[o06]\s{0,3}[:.]?\s/u.test(folded) || /^\s{0,8}s[o06]\s{0,3}:/u.test(folded)) {
    add(indexOf(folded, /(?<=\s)(?:v\/v|ve viec)\s/u));
    add(placeBefore(line, folded));
  }
  return [...cuts].sort((a, b) => a - b);
}

/** "UBND TỈNH A Cộng hòa xã hội chủ nghĩa Việt Nam"; not "Quốc khánh nước Cộng hòa …": the country's name in a sentence. */
function mottoIn(line: string, folded: string): number | undefined {
  const at = indexOf(folded, /(?<=\s)cong ho\p{L} xa hoi chu nghia/u);
  return at !== undefined && /(?<!\p{L})(?:nước|của|và|luật)\s+$/iu.test(line.slice(0, at)) ? undefined : at;
}

/** "- Như trên; KT. GIÁM ĐỐC", "Nơi nhận TM. ỦY BAN NHÂN DÂN", "- Sở A; CHỦ TỊCH": the signer's column behind the recipients'. */
function authorityCut(line: string): number[] {
  const match =
    /(?<=\s)(?:(?:TM|KT|TL|TUQ)\s?[.,]\s{0,2}|T\s?\/\s?[ML]\s)\p{Lu}{2}[\p{Lu}\s.,]{2,60}$/u.exec(line) ??
    /(?<=[;,)]\s{1,3}|\p{Ll}\.\s{1,3})(?:PHÓ |THỨ |Q\. ?)?(?:CHỦ|BỘ|GIÁM|TRƯỞNG|CHÁNH|CỤC|BÍ|THỦ|VIỆN|TỔNG)\s\p{Lu}{2}[\p{Lu}\s.,]{0,40}$/u.exec(
      line,
    );
  if (match === null || match.index < 3) return [];
  return /^\s*(?:TM|KT|TL|TUQ|Q)\s?[.,]\s*$/u.test(line.slice(0, match.index)) ? [] : [match.index];
}

/** Start of "Lào Cai, ngày …" behind a number: the capitalised words before ", ngày". */
function placeBefore(line: string, folded: string): number | undefined {
  const comma = indexOf(folded, /,\s{0,3}ngay\s/u);
  if (comma === undefined) return undefined;
  const place = /(?:\s)((?:(?:TP\.?|thành phố|tỉnh|huyện)\s?)?\p{Lu}[\p{Ll}’'.]{0,12}(?:[\s-]\p{Lu}[\p{Ll}’'.]{0,12}){0,4})$/u.exec(
    line.slice(Math.max(0, comma - 60), comma),
  );
  return place === null ? undefined : comma - (place[1] as string).length;
}

function recipientCuts(line: string, folded: string): number[] {
  const head = /^\s{0,8}noi\s{0,2}nhan\s{0,3}[:;.]?\s{1,8}/u.exec(folded);
  if (head === null) return [];
  const rest = line.slice(head[0].length);
  if (/^(?:TM|KT|TL|TUQ|Q)\s?[.,]\s?\p{Lu}/u.test(rest) || /^T\s?\/\s?M/u.test(rest) || /^\p{Lu}{2,}\s\p{Lu}{2,}/u.test(rest))
    return [head[0].length];
  if (!/^[-–—]/u.test(rest)) return [];
  const cuts = [head[0].length];
  for (const item of rest.matchAll(/(?<=[;,.])\s{1,4}(?=[-–—]\s{0,2}\p{L})/gu)) cuts.push(head[0].length + item.index + item[0].length);
  return cuts;
}

function indexOf(folded: string, pattern: RegExp): number | undefined {
  const at = folded.search(pattern);
  return at < 0 ? undefined : at;
}
