// Where on a line of the header does a number, a day or a month stand that offices fill in by hand?
// Invariant: a slot lies between two printed marks of its line ("Số:" and "/UBND", "ngày" and "tháng", "tháng" and "năm"); nothing is read here.
//   slotsOf("Số: 4j2 /BKHCN-TTra") → [{ kind: 'number', text: '4j2', box: between "Số:" and "/" }]   not: "Số điện thoại: 0263/38"
// Letters have no places of their own: a word's box is shared out among its letters evenly.
import type { Line, ZoneKind } from '@vanban/contract';
import { fold } from '@vanban/text';

export interface Slot {
  readonly kind: ZoneKind;
  /** What was read there, without blanks around it. */
  readonly text: string;
  /** Indices of its words in the line. */
  readonly words: readonly number[];
  /** The least confidence of its words; 0 where there are none. */
  readonly confidence: number;
  /** It shares a word with the print beside it, so its edges are a guess. */
  readonly rough: boolean;
  /** Left and right edge in pixels. */
  readonly from: number;
  readonly to: number;
}

/** "so: 412 /ubnd-vx", "so: 02 /2020/qd-ubnd", "so:/2/ubnd- kstthc", "so '../syt-nvy"; not "so dien thoai: 0263/38", "so 05 /2019" (no symbol). */
const NUMBER = /^s[oe06]\s{0,2}[:.;]{0,2}(?<number>[^:]{0,18}?)[/⁄]\s?(?=(?:(?:19|20)\d{2}[/⁄])?[a-z]{2,}\d{0,2}[\s/&.–-]{1,3}[a-z]{2})/du;
/** "ha noi, ngay 19 thang 01 nam 2012", "ngay,.7thang 2 nam 2019"; not "trong ngay", "ngay cang", "can cu luat ngay 21 thang 6 nam 2012 cua quoc hoi". */
const DATE = /^.{0,32}ngay(?<day>.{0,9}?)thang(?<month>.{0,9}?)nam.{0,8}$/du;

export function slotsOf(line: Line): Slot[] {
  const letters = lettersOf(line);
  const text = letters.map(({ letter }) => letter).join('');
  const groups = { ...NUMBER.exec(text)?.indices?.groups, ...DATE.exec(text)?.indices?.groups } as { [kind: string]: [number, number] | undefined };
  return (['number', 'day', 'month'] as const).flatMap((kind) => {
    const found = groups[kind];
    return found === undefined ? [] : [slotAt(kind, letters, line, found)];
  });
}

interface Letter {
  /** Folded: lower case, no marks. */
  readonly letter: string;
  readonly x0: number;
  readonly x1: number;
  /** Index of its word; -1 for the blank between two. */
  readonly word: number;
  readonly written: string;
}

function lettersOf({ words }: Line): Letter[] {
  return words.flatMap(({ text, box }, word) => {
    const chars = [...text.normalize('NFC')];
    const unit = (box[2] - box[0]) / chars.length;
    const own = chars.map(
      (char, i): Letter => ({ letter: fold(char)[0] ?? ' ', x0: box[0] + i * unit, x1: box[0] + (i + 1) * unit, word, written: char }),
    );
    const next = words[word + 1];
    return next ? [...own, { letter: ' ', x0: box[2], x1: Math.max(box[2], next.box[0]), word: -1, written: ' ' }] : own;
  });
}

function slotAt(kind: ZoneKind, letters: readonly Letter[], line: Line, [start, end]: readonly [number, number]): Slot {
  const inside = letters.slice(start, end);
  const words = [...new Set(inside.map(({ word }) => word).filter((word) => word >= 0))];
  const [before, after] = [letters[start - 1], letters[end]];
  return {
    kind,
    text: inside
      .map((letter) => letter.written)
      .join('')
      .trim(),
    words,
    confidence: words.length === 0 ? 0 : Math.min(...words.map((word) => line.words[word]?.confidence ?? 0)),
    rough: words.some((word) => word === before?.word || word === after?.word),
    from: before?.x1 ?? line.box[0],
    to: after?.x0 ?? line.box[2],
  };
}
