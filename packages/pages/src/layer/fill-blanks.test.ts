import { describe, expect, it } from 'vitest';
import { fillBlanks } from './fill-blanks.ts';
import type { LayerWord } from './words.ts';

/** Letters are half their size wide. */
function word(text: string, x: number, y: number, more: Partial<LayerWord> = {}): LayerWord {
  return { text, box: [x, y - 10, x + text.length * 7, y + 4], baseline: y, size: 14, order: 0, invisible: false, annotation: false, ...more };
}
const note = (text: string, x: number, y: number): LayerWord => word(text, x, y, { annotation: true, size: 13 });
const line = [word('Số:', 100, 50), word('/TTr-SNV', 150, 50), word('ngày', 300, 50), word('tháng', 350, 50), word('8', 390, 50)];
const texts = (words: readonly LayerWord[]): string[] => words.map(({ text }) => text);

describe('what a registry wrote into blanks', () => {
  it('takes number and day into their line', () => {
    const { words, notes } = fillBlanks(line, [note('156', 124, 50), note('25', 331, 50.4)]);
    expect(texts(words)).toEqual(['Số:', '156/TTr-SNV', 'ngày', '25', 'tháng', '8']);
    expect(words.map(({ order }) => order)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(words.every(({ annotation }) => !annotation)).toBe(true);
    expect(words[1]?.box).toEqual([124, 40, 206, 54]);
    expect(notes).toEqual([]);
  });

  it('also at the end of a line, and a whole date', () => {
    const lines = [word('Số:', 100, 50), word('Ngày', 100, 80)];
    expect(texts(fillBlanks(lines, [note('12', 125, 50), note('25/8/2025', 132, 80)]).words)).toEqual(['Số:', '12', 'Ngày', '25/8/2025']);
  });

  it.each([
    ['words of a person', note('Duyệt', 124, 50)],
    ['a number in the margin', note('156', 20, 50)],
    ['a number between lines', note('156', 124, 60)],
    ['a number over other words', note('156', 155, 50)],
    ['a number far behind its line', note('156', 480, 50)],
    ['a number behind words that ask for none', note('156', 400, 50)],
  ])('%s stays a note', (_what, one) => expect(fillBlanks(line, [one])).toEqual({ words: line, notes: [one] }));

  it('leaves a second note for the same blank a note', () => {
    const { words, notes } = fillBlanks(line, [note('156', 124, 50), note('157', 124, 50)]);
    expect(texts(words)).toContain('156/TTr-SNV');
    expect(texts(notes)).toEqual(['157']);
  });
});
