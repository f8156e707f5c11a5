// Word's automatic numbers made visible: the labels of clauses ("1.", "a)", "-") are not in a Word file's text, only the rules that make them.
// Invariant: numbers count as Word shows them, paragraph by paragraph in the order of the document.
//   const next = numbering(numberingXml); next('3', 0) → '1.'   next('3', 0) → '2.'   next('3', 1) → 'a)'
// East Asian and other rare forms of numbers are shown as plain figures.
import { symbolOf } from '../layer/symbols.ts';
import { elements, find, isOn, valueOf, wholeNumber, type XmlElement } from './xml.ts';

interface Level {
  readonly format: string;
  /** "%1.%2)": %n stands for the number of level n. */
  readonly pattern: string;
  readonly start: number;
  readonly font: string;
  readonly plainFigures: boolean;
  readonly style: string | null;
  readonly glued: boolean;
}

interface List {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly restarts: ReadonlyMap<number, number>;
}

export interface Numbering {
  /** The label of the next paragraph of a list, with its blank; empty for lists that are not there. */
  next(list: string, level: number): string;
  /** The level of a list that a paragraph style is tied to. */
  levelOf(list: string, style: string): number | null;
}

export function numbering(root: XmlElement | null): Numbering {
  const lists = listsOf(root);
  const counters = new Map<string, number[]>();
  const restarted = new Set<string>();
  return {
    levelOf: (id, style) => [...(lists.get(id)?.levels ?? [])].find(([, level]) => level.style === style)?.[0] ?? null,
    next: (id, depth) => {
      const list = lists.get(id);
      const level = list?.levels.get(depth);
      if (!list || !level) return '';
      const counts = counters.get(list.abstract) ?? [];
      const restart = restarted.has(`${id}/${depth}`) ? undefined : list.restarts.get(depth);
      restarted.add(`${id}/${depth}`);
      counts[depth] = restart ?? (counts[depth] === undefined ? level.start : (counts[depth] as number) + 1);
      counters.set(list.abstract, counts.slice(0, depth + 1));
      return labelOf(list, level, counts);
    },
  };
}

function labelOf(list: List, level: Level, counts: readonly (number | undefined)[]): string {
  if (level.format === 'none' && level.pattern === '') return '';
  const text =
    level.format === 'bullet'
      ? bulletOf(level)
      : level.pattern.replace(/%([1-9])/gu, (_, digit: string) => {
          const other = list.levels.get(Number(digit) - 1);
          const count = counts[Number(digit) - 1] ?? other?.start ?? 1;
          return format(count, level.plainFigures ? 'decimal' : (other?.format ?? 'decimal'));
        });
  return text === '' || level.glued ? text : `${text} `;
}

function bulletOf({ pattern, font }: Level): string {
  const sign = symbolOf(pattern, font);
  return sign === 'o' || /^\p{Co}$/u.test(sign) ? '•' : sign;
}

function format(count: number, how: string): string {
  if (how === 'lowerLetter') return letters(count);
  if (how === 'upperLetter') return letters(count).toUpperCase();
  if (how === 'lowerRoman') return roman(count).toLowerCase();
  if (how === 'upperRoman') return roman(count);
  return how === 'decimalZero' ? String(count).padStart(2, '0') : String(count);
}

/** Word goes on after z with aa, bb. */
function letters(count: number): string {
  const index = Math.max(0, count - 1);
  return String.fromCodePoint(97 + (index % 26)).repeat(Math.min(20, Math.floor(index / 26) + 1));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(count: number): string {
  let [left, text] = [Math.min(3999, Math.max(0, count)), ''];
  for (const [value, sign] of ROMAN) {
    while (left >= value) {
      text += sign;
      left -= value;
    }
  }
  return text;
}

/** Levels count from 0 to 8; a list that begins behind MOST is none that anybody wrote. */
const [DEEPEST, MOST] = [8, 99_999];

function listsOf(root: XmlElement | null): Map<string, List> {
  const abstracts = new Map(elements(root, 'w:abstractNum').map((one) => [one.attributes['w:abstractNumId'] ?? '', levelsOf(one)]));
  return new Map(
    elements(root, 'w:num').map((num) => {
      const abstract = valueOf(num, 'w:abstractNumId') ?? '';
      const overrides = elements(num, 'w:lvlOverride');
      const levels = new Map([...(abstracts.get(abstract) ?? []), ...overrides.flatMap((one) => [...levelsOf(one)])]);
      const restarts = overrides.flatMap((one) => {
        const start = valueOf(one, 'w:startOverride');
        const level = wholeNumber(one.attributes['w:ilvl'], 0, DEEPEST, null);
        return start === null || level === null ? [] : [[level, wholeNumber(start, 0, MOST, 1)] as const];
      });
      return [num.attributes['w:numId'] ?? '', { abstract, levels, restarts: new Map(restarts) }];
    }),
  );
}

function levelsOf(parent: XmlElement): Map<number, Level> {
  return new Map(
    elements(parent, 'w:lvl').flatMap((one) => {
      const depth = wholeNumber(one.attributes['w:ilvl'], 0, DEEPEST, null);
      return depth === null ? [] : [[depth, levelOf(one)] as const];
    }),
  );
}

const levelOf = (one: XmlElement): Level => ({
  format: valueOf(one, 'w:numFmt') ?? 'decimal',
  pattern: valueOf(one, 'w:lvlText') ?? '',
  start: wholeNumber(valueOf(one, 'w:start'), 0, MOST, 1),
  font: find(one, 'w:rPr', 'w:rFonts')?.attributes['w:ascii'] ?? '',
  plainFigures: isOn(one, 'w:isLgl'),
  style: valueOf(one, 'w:pStyle'),
  glued: valueOf(one, 'w:suff') === 'nothing',
});
