import type { Block, Box, Line, PageReading } from '@vanban/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose, composeDraft } from './compose.ts';
import { changed, draftOf, groupsOf, joined, withGroups } from './draft.ts';

const box = (x: number, y: number, width: number): Box => [x, y, x + width, y + 10];
const line = (y: number, ...texts: string[]): Line => {
  let x = 0;
  const words = texts.map((text) => {
    const word = { text, box: box(x, y, text.length * 10), confidence: 0.9 };
    x += (text.length + 1) * 10;
    return word;
  });
  return { words, box: box(0, y, x) };
};
const text = (...lines: Line[]): Block => ({ kind: 'text', role: 'body', box: box(0, 0, 100), lines });
const page = (number: number, ...blocks: Block[]): PageReading => ({
  number,
  width: 1000,
  height: 1000,
  dpi: 200,
  origin: 'ocr',
  rotation: 0,
  skew: 0,
  blank: blocks.length === 0,
  confidence: 0.5,
  blocks,
  warnings: [],
});
const cell = (row: number, column: number, ...lines: Line[]) => ({ row, column, rowSpan: 1, columnSpan: 1, box: box(0, 0, 50), lines });

describe('compose', () => {
  it('joins words, lines, blocks and pages', () => {
    const reading = compose([
      page(1, text(line(0, 'Kính', 'gửi:'), line(20, 'Bộ', 'Y', 'tế')), text(line(60, 'Số'))),
      page(2),
      page(3, text(line(0, 'Hết'))),
    ]);
    expect(reading.text).toBe('Kính gửi:\nBộ Y tế\n\nSố\n\nHết');
    expect(reading.pages.map(({ span }) => reading.text.slice(span.start, span.end))).toEqual(['Kính gửi:\nBộ Y tế\n\nSố', '', 'Hết']);
    expect(reading.lines.map(({ block }) => block)).toEqual([0, 0, 1, 2]);
  });

  it('parts the cells of a row by tabs and keeps lines within a cell', () => {
    const table: Block = {
      kind: 'table',
      box: box(0, 0, 100),
      rows: 2,
      columns: 2,
      cells: [cell(1, 1, line(30, 'Sở')), cell(0, 0, line(0, 'TT')), cell(0, 1, line(0, 'Chủ'), line(10, 'trì')), cell(1, 0)],
    };
    const reading = compose([page(1, text(line(0, 'A')), table)]);
    expect(reading.text).toBe('A\n\nTT\tChủ\ntrì\n\tSở');
    const [found] = reading.tables;
    expect(found?.cells.map(({ span }) => reading.text.slice(span.start, span.end))).toEqual(['TT', 'Chủ\ntrì', '', 'Sở']);
    expect(reading.lines.map(({ role }) => role)).toEqual(['body', 'cell', 'cell', 'cell', 'cell']);
  });

  it('lets boxes follow joins and splits, and tells what stood there', () => {
    const read = draftOf(page(1, text(line(0, '57-', 'NQ/TW', 'củatỉnh,'))));
    const only = groupsOf(read)[0]?.[0];
    const [a, b, c] = only?.pieces ?? [];
    if (!only || !a || !b || !c) throw new Error('three pieces expected');
    const draft = withGroups(read, [[{ ...only, pieces: [joined([a, b], '57-NQ/TW', 'rule/x', 0.98), changed(c, 'của tỉnh,', 'model/x', 0.8)] }]]);
    const reading = composeDraft([draft]);
    expect(reading.text).toBe('57-NQ/TW của tỉnh,');
    expect(reading.words.map(({ box: at }) => at.map(Math.round))).toEqual([
      [0, 0, 90, 10],
      [100, 0, 127, 10],
      [136, 0, 180, 10],
    ]);
    expect(reading.words.map(({ confidence }) => confidence)).toEqual([0.9, 0.8, 0.8]);
    expect(reading.repairs).toMatchObject([
      { from: '57- NQ/TW', to: '57-NQ/TW', confidence: 0.98, by: 'rule/x', span: { start: 0, end: 8 } },
      { from: 'củatỉnh', to: 'của tỉnh', confidence: 0.8, by: 'model/x', span: { start: 9, end: 17 } },
    ]);
  });

  it('composes letters and keeps pages without words', () => {
    const reading = compose([page(1, text(line(0, 'tiếng'.normalize('NFD'), 'QÐ')), text(line(0, '\u200b')))]);
    expect(reading.text).toBe('tiếng QĐ');
    expect(reading.repairs).toEqual([]);
    expect(compose([]).text).toBe('');
    expect(compose([page(1)])).toMatchObject({ text: '', pages: [{ confidence: 0.5, span: { start: 0, end: 0 } }] });
  });
});

const anyLine = fc.array(fc.stringMatching(/^[a-zđếộ.,:\d]{1,6}$/u), { maxLength: 4 }).map((texts) => line(0, ...texts));
const anyText = fc.array(anyLine, { maxLength: 3 }).map((lines) => text(...lines));
const anyTable = fc
  .uniqueArray(fc.tuple(fc.nat(2), fc.nat(2), fc.array(anyLine, { maxLength: 2 })), { selector: ([row, column]) => row * 3 + column, maxLength: 6 })
  .map(
    (cells): Block => ({
      kind: 'table',
      box: box(0, 0, 9),
      rows: 3,
      columns: 3,
      cells: cells.map(([row, column, lines]) => cell(row, column, ...lines)),
    }),
  );
const anyPages = fc
  .array(fc.array(fc.oneof(anyText, anyTable), { maxLength: 4 }), { maxLength: 4 })
  .map((pages) => pages.map((blocks, i) => page(i + 1, ...blocks)));

it('keeps the promises of Reading for any pages', () => {
  fc.assert(
    fc.property(anyPages, (pages) => {
      const reading = compose(pages);
      const read = pages.flatMap(({ blocks }) => blocks.flatMap(linesOf)).flatMap(({ words }) => words.map((word) => word.text));
      const slices = reading.words.map(({ span }) => reading.text.slice(span.start, span.end));
      expect([...slices].sort()).toEqual([...read].sort());
      expect(slices.every((slice) => /^\S+$/u.test(slice))).toBe(true);
      for (const list of [reading.words, reading.lines, reading.pages]) {
        const ends = [0, ...list.map(({ span }) => span.end)];
        expect(list.every(({ span }, i) => span.start >= (ends[i] as number))).toBe(true);
      }
      for (const { span } of reading.words)
        expect(reading.lines.filter((at) => at.span.start <= span.start && span.end <= at.span.end)).toHaveLength(1);
      for (const { span, page: number } of [...reading.lines, ...reading.words, ...reading.tables]) {
        const around = reading.pages.find((at) => at.number === number);
        expect(around && around.span.start <= span.start && span.end <= around.span.end).toBe(true);
      }
      expect(reading.text).not.toMatch(/^\n|\n{3}/u);
      expect(reading.text).toBe(reading.text.normalize('NFC'));
    }),
    { numRuns: 300 },
  );
});

function linesOf(block: Block): readonly Line[] {
  return block.kind === 'text' ? block.lines : block.cells.flatMap((at) => at.lines);
}
