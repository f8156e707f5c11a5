// Does 'hằng tháng', 'mỗi quý', '6 tháng một lần', '3 lần/năm' stand at this place, and what RRULE does it mean?
// Invariant: quarters are FREQ=MONTHLY;INTERVAL=3, half-years INTERVAL=6; INTERVAL=1 is never written.
// It does not decide whether the words tell how often to do something or only name a thing ('kế hoạch hằng năm').
import { DIGIT, digits, spelt, WORDS } from './numerals.ts';
import { canBe, type View } from './view.ts';

type Unit = 'ngay' | 'tuan' | 'thang' | 'quy' | 'nam';

export interface Every {
  readonly unit: Unit;
  readonly interval: number;
  readonly end: number;
  /** 'định kỳ' stands before it: it tells a rhythm for sure. */
  readonly sure: boolean;
}

const UNITS = 'ngay|tuan|thang|quy|qui|nam';
const unitOf = (word: string): Unit => (word === 'qui' ? 'quy' : (word as Unit));
const MARKED: { readonly [unit: string]: string } = { ngay: 'ngày', tuan: 'tuần', thang: 'tháng', quy: 'quý', qui: 'quí', nam: 'năm' };

// 'hằng tháng', 'hàng quý', 'định kỳ hằng năm', 'mỗi tháng (một lần)'; not 'cửa hàng năm 2025', 'ngân hàng quý II'.
const HANG = new RegExp(
  `(?<periodic>dinh ky |dinh ki )?(?<word>hang|moi|tung) (?<unit>${UNITS})(?! ?[0-9](?![0-9]? lan)|[\\p{L}0-9]| [ivl|]{1,3}[ /])`,
  'uy',
);
// '6 tháng một lần', 'định kỳ 06 tháng', 'mỗi 3 tháng', '06 tháng/lần', 'hai tuần một lần'; not '6 tháng đầu năm', '06 tháng tuổi'.
const COUNTED = new RegExp(
  `(?<periodic>(?:theo )?(?:dinh ky |dinh ki )|moi |cu )?(?<count>${DIGIT}{1,2}|${WORDS})(?: ?\\([\\p{L}0-9 ]{1,12}\\))? (?<unit>${UNITS})(?<times> ?(?:/ ?|mot |1 |01 )(?:0?1 )?lan)?(?![\\p{L}0-9]| (?:dau|cuoi|tuoi|lam viec|truoc))`,
  'uy',
);
// '2 lần/năm', '01 lần/tháng', 'mỗi năm hai lần', 'một lần mỗi quý'.
const TIMES = new RegExp(`(?:(?<count>${DIGIT}{1,2}|${WORDS}) lan ?(?:/ ?|mot |moi |trong )(?:0?1 )?(?<unit>${UNITS}))(?! ?[0-9]|[\\p{L}])`, 'uy');

export function parseEvery(view: View, at: number): Every | null {
  return parseHang(view, at) ?? parseCounted(view, at) ?? parseTimes(view, at);
}

function run(pattern: RegExp, view: View, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(view.folded);
}

const HANG_WORDS: { readonly [word: string]: readonly string[] } = { hang: ['hằng', 'hàng'], moi: ['mỗi'], tung: ['từng'] };

function parseHang(view: View, at: number): Every | null {
  const found = run(HANG, view, at);
  if (!found?.groups) return null;
  const { periodic = '', word = '', unit = '' } = found.groups;
  const start = at + periodic.length;
  if (/(?:cua|ngan|(?<!dia )ban|mat|khach|don|kho|nhap|xuat|lo|hoa|dat|mua|chuyen|nha) $/u.test(view.folded.slice(Math.max(0, start - 9), start)))
    return null;
  if (!(HANG_WORDS[word] as readonly string[]).some((expected) => canBe(view, start, start + word.length, expected))) return null;
  const unitStart = start + word.length + 1;
  if (!canBe(view, unitStart, unitStart + unit.length, MARKED[unit] as string)) return null;
  const every: Every = { unit: unitOf(unit), interval: 1, end: at + found[0].length, sure: periodic !== '' };
  return timesWithin(view, every) ?? every;
}

// ' hai lần', ' ít nhất 2 lần' behind 'mỗi năm'; ' một lần' changes nothing.
const BEHIND = new RegExp(` (?:it nhat )?(?<count>${DIGIT}{1,2}|${WORDS}) lan(?![\\p{L}])`, 'uy');

function timesWithin(view: View, every: Every): Every | null {
  const found = run(BEHIND, view, every.end);
  if (!found) return null;
  const end = every.end + found[0].length;
  const { count = '' } = found.groups ?? {};
  const times = /[0-9]/.test(count) ? digits(count) : spelt(count);
  return times === 1 ? { ...every, end, sure: true } : shared(every.unit, times, end);
}

const MONTHS: { readonly [unit in Unit]: number } = { ngay: 0, tuan: 0, thang: 1, quy: 3, nam: 12 };

/** So many times in a unit as a rhythm of whole months; null where no rule tells its days ('hai lần một tuần'). */
function shared(unit: Unit, times: number | null, end: number): Every | null {
  const interval = times ? MONTHS[unit] / times : 0;
  return interval >= 1 && Number.isInteger(interval) ? { unit: 'thang', interval, end, sure: true } : null;
}

function parseCounted(view: View, at: number): Every | null {
  const found = run(COUNTED, view, at);
  if (!found?.groups) return null;
  const { periodic, count = '', unit = '', times } = found.groups;
  if (periodic === undefined && times === undefined) return null;
  const word = /^(?:cu|moi) $/.exec(periodic ?? '')?.[0].trim();
  if (word !== undefined && (unit === 'ngay' || !canBe(view, at, at + word.length, word === 'cu' ? 'cứ' : 'mỗi'))) return null;
  const interval = /[0-9]/.test(count) ? digits(count) : spelt(count);
  return interval === null || interval === 0 ? null : { unit: unitOf(unit), interval, end: at + found[0].length, sure: true };
}

function parseTimes(view: View, at: number): Every | null {
  const found = run(TIMES, view, at);
  if (!found?.groups) return null;
  const { count = '', unit = '' } = found.groups;
  const times = /[0-9]/.test(count) ? digits(count) : spelt(count);
  const end = at + found[0].length;
  return times === 1 ? { unit: unitOf(unit), interval: 1, end, sure: true } : shared(unitOf(unit), times, end);
}

/** The RRULE of a rhythm with optional parts behind it ('BYMONTHDAY=20'). */
export function rruleOf({ unit, interval }: Pick<Every, 'unit' | 'interval'>, ...parts: readonly string[]): string {
  const months = unit === 'quy' ? interval * 3 : unit === 'thang' ? interval : 0;
  const freq = months > 0 ? (months % 12 === 0 ? 'YEARLY' : 'MONTHLY') : { ngay: 'DAILY', tuan: 'WEEKLY', nam: 'YEARLY', thang: '', quy: '' }[unit];
  const every = months > 0 ? (months % 12 === 0 ? months / 12 : months) : interval;
  return [`FREQ=${freq}`, ...(every === 1 ? [] : [`INTERVAL=${every}`]), ...parts].join(';');
}
