// Damage to a text: lines moved, lost and doubled, dates and labels put where they do not belong, letters of other alphabets, runs without end.
// Invariant: at most LENGTH characters; the result may hold anything, also halves of surrogate pairs.
import type { Random } from '../random.ts';

const LENGTH = 60_000;

/** What the rules look for, and what looks like it. */
const WORDS = [
  'Điều 1.',
  'Điều L.',
  '1.',
  '1.1.1.1.',
  'a)',
  'đ)',
  'I.',
  'XXIX.',
  '-',
  '+',
  'Số: 34/CĐ-UBND',
  'V/v',
  'Kính gửi:',
  'Nơi nhận:',
  'TM. ỦY BAN NHÂN DÂN',
  'KT. CHỦ TỊCH',
  'QUYẾT ĐỊNH:',
  'Phụ lục I',
  'PHỤ LỤC',
  'chủ trì, phối hợp với',
  'Giao Sở Tài chính',
  'các sở, ban, ngành',
  'trước ngày 31/02/2025',
  'trước ngày 30/6/2025',
  'trước 10 giờ 00 ngày 5/6',
  'chậm nhất 15 ngày kể từ ngày ký',
  'trong quý II/2025',
  'quý 11/2025',
  'hằng tháng, trước ngày 20',
  'từ ngày 1 đến ngày 99999999999',
  'ngày 00/00/0000',
  'ngày 29/2/2023',
  'sau 999999999 ngày làm việc',
  'năm 275760',
  'tháng 13 năm 0',
  '31/12/9999',
  '| 1 | a | b |',
  '|---|---|',
  '(',
  '“',
  '\f',
  '\t',
  '\u00ad',
  '\u200b',
  '\u202e',
  '\u0301\u0301\u0301\u0301',
  '\ud800',
  '\udfff',
  '\ufeff',
  '😀',
  '\0',
  'ﬁ',
  'ĳ',
  'Ǆ',
  'İ',
  'ß',
  'ﷺ',
] as const;

export function mutateText(text: string, random: Random, other: string = text): string {
  let lines = text.split('\n');
  for (let left = 1 + random.int(8); left > 0; left--) lines = changeLines(lines, random, other);
  const joined = lines.join(random.pick(['\n', '\n', '\n', '\r\n', '\n\n', ' ']));
  return inAForm(joined, random).slice(0, LENGTH);
}

function changeLines(lines: readonly string[], random: Random, other: string): string[] {
  const at = random.int(lines.length);
  const line = lines[at] ?? '';
  switch (random.int(8)) {
    case 0:
      return lines.toSpliced(at, 1 + random.int(3));
    case 1:
      return lines.toSpliced(random.int(lines.length), 0, line);
    case 2:
      return lines.toSpliced(at, 1, changeLine(line, random));
    case 3:
      return lines.toSpliced(at, 0, random.pick(WORDS));
    case 4:
      return lines.toSpliced(at, 0, ...other.split('\n').slice(0, 1 + random.int(10)));
    case 5:
      return lines.toSpliced(at, 1, `${line} ${random.pick(WORDS)} ${lines[random.int(lines.length)]}`);
    case 6:
      return lines.toSpliced(at, 1, random.pick(WORDS).repeat(1 + random.int(random.pick([5, 50, 3000]))));
    default:
      return lines.toSpliced(at, 1, ...line.split(/(?<=[,;.]) /u));
  }
}

function changeLine(line: string, random: Random): string {
  const at = random.int(line.length + 1);
  const [before, after] = [line.slice(0, at), line.slice(at)];
  switch (random.int(6)) {
    case 0:
      return before + random.pick(WORDS) + after;
    case 1:
      return before + after.slice(1 + random.int(10));
    case 2:
      return line.replace(/\d+/u, () => String(random.pick([0, 1, 9, 31, 99, 2025, 99999, 2 ** 31, 1e21])));
    case 3:
      return before + String.fromCharCode(random.int(0x10000)) + after;
    case 4:
      return random.once(2) ? line.toUpperCase() : line.toLowerCase();
    default:
      return line.replaceAll(' ', random.pick(['', '  ', '\u00a0', '\n', ' \n']));
  }
}

function inAForm(text: string, random: Random): string {
  if (random.once(6)) return text.normalize('NFD');
  if (random.once(12)) return text.normalize('NFKD');
  return random.once(12) ? Buffer.from(text).toString('latin1') : text;
}
