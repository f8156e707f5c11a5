// The words before a time that make it a deadline, and on which side of the time they put it.
// Invariant: longest lead first; each ends before a blank. Leads that also tell history ('đến ngày', 'từ ngày') are marked weak: they ask more of what follows.
import { canBe, type View } from './view.ts';

export type Bound = 'before' | 'by' | 'on' | 'from' | 'within';

// Not inside a symbol: '95-CTr/TU ngày 24/01/2025'.
const FREE = '(?<![\\p{L}0-9/\\-])';
const DONE = '(?:(?:hoan thanh|hoan tat|xong|thuc hien|ket thuc) (?:xong )?)?';
const LATEST = '(?:cham nhat|muon nhat|tre nhat|toi da|khong (?:qua|cham qua|muon qua|muon hon|cham hon|tre hon))';
const TERM =
  '(?:(?:thoi han|thoi gian|han|tien do)(?: (?:cuoi cung|cuoi|chot|nop|gui|tra loi|bao cao|hoan thanh|thuc hien|xu ly|giai quyet|dang ky|gop y|tiep nhan|nhan|ho so|bao cao ve|phan hoi|cho y kien|ket qua|yeu cau|xong|ket thuc))*)';
const LINK = '(?: ?: ?| la | vao | den | trong | )';

/** Alternatives in order; `lead` holds what the bound is read from. */
export const LEAD = new RegExp(
  `${FREE}(?<lead>` +
    [
      `${DONE}(?:(?:${LATEST}|${TERM})${LINK})?truoc(?: (?:het|moc|thoi diem|han|luc)| ?:(?= (?:ngay )?[0-9]))?`,
      `${LATEST}${LINK}?(?: ?(?:la|vao|den|trong))*(?: (?:het|cuoi))?`,
      `${TERM}(?: ?:|(?: (?:la|vao|den|trong|tu|:))+)?(?: het)?`,
      `${DONE}(?:cho |keo dai )?den(?: het)?`,
      // 'trong kỳ sinh hoạt định kỳ tháng 6/2026', 'tại kỳ họp tháng 7/2025'.
      '(?:trong|tai) (?:ky|phien|sinh hoat|buoi)(?: [a-z]+){1,6}?(?= thang [0-9]{1,2} ?[/.\\-] ?20)',
      `${DONE}(?:trong|ngay trong|vao trong|vao dung|vao)`,
      '(?:hoan thanh|hoan tat|xong)',
      `${DONE}het`,
      '(?:ke tu|bat dau tu|tinh tu|tu)',
    ].join('|') +
    ') ',
  'gu',
);

/** False where the marks tell another word: 'đầu tư ngày …', 'trồng năm 2025'. */
export function leadHolds(view: View, start: number, lead: string): boolean {
  const trong = lead.search(/(?<![\p{L}])trong(?![\p{L}])/u);
  if (trong >= 0 && view.marked.slice(start + trong, start + trong + 5) !== 'trong') return false;
  const word = /(?<![\p{L}])tu$/u.exec(lead);
  if (!word) return true;
  const at = start + word.index;
  return view.marked.slice(at, at + 2) === 'từ' || (view.marked.slice(at, at + 2) === 'tu' && canBe(view, at, at + 2, 'từ'));
}

const WEAK = /^(?:cho |keo dai )?den$|^(?:vao|trong|dung|het)$|tu$/;

export function boundOf(lead: string): { bound: Bound; weak: boolean } {
  const weak = WEAK.test(lead);
  if (/truoc/.test(lead)) return { bound: 'before', weak };
  if (/(?:^|ke |dau |tinh |: |^tinh )tu$| tu$/.test(lead)) return { bound: 'from', weak };
  if (/nhat|toi da|khong|^han|thoi han|thoi gian|tien do|den|het/.test(lead)) return { bound: 'by', weak };
  if (/trong|vao|dung/.test(lead)) return { bound: 'on', weak };
  return { bound: 'within', weak };
}
