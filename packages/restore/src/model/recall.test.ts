import { describe, expect, it } from 'vitest';
import type { Option } from './candidates.ts';
import { languageModelOf } from './language-model.ts';
import { Recall } from './recall.ts';
import { idOf, languageModelFrom, vocabulary } from './test-model.ts';

const option = (word: string): Option => ({ id: idOf(word), second: 0, joins: false, score: 0, text: word });
const options = ['hoa', 'hóa', 'hòa'].map(option);
const fresh = () => new Recall({ vocabulary, language: languageModelOf(languageModelFrom([])) });
const unsure = [0.5, 0.4, 0.1];
const sure = [0.01, 0.98, 0.01];
const often = <T>(value: T): T[] => new Array<T>(8).fill(value);

/** Weighs tokens that all have the three candidates; returns what the first becomes. */
function first(recall: Recall, cores: readonly string[], chances: readonly (readonly number[])[], weight = 0.5): readonly number[] {
  return recall.weigh(
    cores,
    cores.map(() => options),
    chances,
    weight,
  )[0] as readonly number[];
}

function expectUnsure(chances: readonly number[]): void {
  expect(chances.map((chance) => Number(chance.toFixed(9)))).toEqual(unsure);
}

describe('Recall', () => {
  it('leans to what the same letters were elsewhere', () => {
    const weighed = first(fresh(), ['hoa', ...often('hoa')], [unsure, ...often(sure)]);
    expect(weighed[1]).toBeGreaterThan(0.5);
    expect(weighed.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
  });

  it('changes nothing where the letters stand once', () => {
    expectUnsure(first(fresh(), ['hoa'], [unsure]));
    expect(first(fresh(), ['hoa'], [unsure], 0)).toEqual(unsure);
  });

  it('does not overrule what is nearly certain', () => {
    expect(first(fresh(), ['hoa', 'hoa'], [[0.97, 0.02, 0.01], sure])[0]).toBeGreaterThan(0.9);
  });

  it('keeps names apart from words', () => {
    const weighed = first(fresh(), ['Hoa', ...often('hoa')], [unsure, ...often(sure)]);
    expectUnsure(weighed);
  });

  it.each([
    ['Dan', false],
    ['An', true],
  ])('keeps names apart whose other words are others: Hoa %s beside Hoa An', (other, leans) => {
    const rows = ['Hoa', other, 'x', ...often(['Hoa', 'An', 'x']).flat()];
    const weighed = fresh().weigh(
      rows,
      rows.map((row) => (row === 'Hoa' ? options : [option('<keep>')])),
      rows.map((row, i) => (row !== 'Hoa' ? [1] : i === 0 ? unsure : sure)),
      0.5,
    )[0] as readonly number[];
    expect((weighed[1] as number) > 0.41).toBe(leans);
  });

  it('remembers the pages before, of its own document only', () => {
    const recall = fresh();
    first(recall, often('hoa'), often(sure));
    expect(first(recall, ['hoa'], [unsure])[1]).toBeGreaterThan(0.5);
    expect(first(fresh(), ['hoa'], [unsure])[1]).toBeCloseTo(0.4, 12);
  });

  it('has nothing to say of torn words and of two words in one', () => {
    const torn: Option[] = [option('hoa'), { ...option('<keep>'), joins: true, text: '' }, { ...option('hóa'), second: idOf('án') }];
    const recall = fresh();
    first(recall, often('hoa'), often(sure));
    const [weighed] = recall.weigh(['hoa'], [torn], [[0.4, 0.3, 0.3]], 0.5);
    expect((weighed?.[1] as number) / (weighed?.[2] as number)).toBeCloseTo(1, 12);
    expect(weighed?.[0]).toBeLessThan(0.4);
  });
});
