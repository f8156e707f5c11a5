import { describe, expect, it } from 'vitest';
import { languageModelOf, tempered } from './language-model.ts';
import { type Candidate, posteriors } from './lattice.ts';
import { readingsOf } from './readings.ts';
import { idOf, languageModelFrom, readingsFrom } from './test-model.ts';

const BIGRAMS = [
  { pair: ['thực', 'hiện'], cost: 1, next: { nghị: 0.5 } },
  { pair: ['<pad>', 'thực'], cost: 2 },
] as const;
const model = languageModelOf(languageModelFrom(BIGRAMS));
const one = (word: string, score = 0, more: Partial<Candidate> = {}): Candidate => ({ id: idOf(word), second: 0, joins: false, score, ...more });

describe('languageModelOf', () => {
  it('backs off from trigram to bigram to unigram', () => {
    const [thực, hiện, nghị, của] = ['thực', 'hiện', 'nghị', 'của'].map(idOf) as [number, number, number, number];
    const pair = model.pair(thực, hiện);
    expect(model.cost(pair, hiện, model.pair(hiện, nghị), nghị)).toBe(0.5);
    expect(model.cost(pair, hiện, model.pair(hiện, của), của)).toBe(0.5 + 1 + 6);
    expect(model.cost(-1, thực, pair, hiện)).toBe(1);
    expect(model.cost(-1, hiện, model.pair(hiện, của), của)).toBe(1 + 6);
  });
  it('takes part of a word’s own cost back', () => {
    const [thực, hiện, của] = ['thực', 'hiện', 'của'].map(idOf) as [number, number, number];
    const half = tempered(model, 0.5);
    expect(half.cost(-1, thực, half.pair(thực, hiện), hiện)).toBe(1 - 3);
    expect(half.cost(-1, hiện, half.pair(hiện, của), của)).toBe(1 + 6 - 3);
  });
  it('refuses a file that is cut short', () => expect(() => languageModelOf(languageModelFrom(BIGRAMS).slice(0, -1))).toThrow('engine-missing'));
});

describe('posteriors', () => {
  it('adds up to one and prefers what the language model knows', () => {
    const chances = posteriors([[one('thực')], [one('hiện'), one('hoa')], [one('nghị'), one('của')]], model, 1);
    expect(chances[0]).toEqual([1]);
    for (const row of chances) expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1);
    expect(chances[1]?.[0]).toBeGreaterThan(0.99);
    expect(chances[2]?.[0]).toBeGreaterThan(0.99);
  });

  it('is the exact sum over all paths', () => {
    const tokens = [
      [one('thực', -0.5), one('hoa')],
      [one('hiện', -0.2), one('của', -0.1), one('cửa', -1)],
      [one('nghị', -3), one('dân')],
    ];
    const weights = paths(tokens);
    const total = weights.reduce((sum, { weight }) => sum + weight, 0);
    posteriors(tokens, model, 0.7).forEach((row, i) => {
      row.forEach((chance, k) => {
        expect(chance).toBeCloseTo(weights.filter(({ path }) => path[i] === k).reduce((sum, { weight }) => sum + weight, 0) / total, 10);
      });
    });
  });

  it('does not count the rest of a torn word as a word', () => {
    const torn = [[one('thực')], [one('<keep>', 0, { joins: true }), one('hoa')], [one('hiện')], [one('nghị')]];
    expect(posteriors(torn, model, 1)[1]?.[0]).toBeGreaterThan(0.99);
  });

  it('reads two syllables of one token', () => {
    const glued = [[one('thực', 0, { second: idOf('hiện') }), one('của', 0, { second: idOf('hoa') })], [one('nghị')]];
    expect(posteriors(glued, model, 1)[0]?.[0]).toBeGreaterThan(0.99);
  });

  it('comes to the same for a long text as for its parts', () => {
    const part = [[one('thực')], [one('hiện'), one('hoa')], [one('nghị')], [one('quyết')]];
    const long = Array.from({ length: 200 }, () => part).flat();
    const chances = posteriors(long, model, 1);
    expect(chances).toHaveLength(800);
    expect(chances[405]?.[0]).toBeCloseTo(chances[5]?.[0] as number, 8);
  });
});

it('reads a table of readings', () => {
  const readings = readingsOf(readingsFrom({ cia: { của: -1.25, cửa: -2.5 }, hoa: { hoa: -0.5 } }));
  expect([...(readings.chancesOf('cia') ?? [])]).toEqual([
    [idOf('của'), -1.25],
    [idOf('cửa'), -2.5],
  ]);
  expect(readings.chancesOf('xyz')).toBeNull();
});

/** Every path through the candidates with its weight, the slow way. */
function paths(tokens: readonly (readonly Candidate[])[]): { path: number[]; weight: number }[] {
  let all: { path: number[]; log: number; v: number; w: number }[] = [{ path: [], log: 0, v: 0, w: 0 }];
  for (const candidates of tokens) {
    all = all.flatMap(({ path, log, v, w }) =>
      candidates.map((candidate, k) => {
        const cost = model.cost(model.pair(v, w), w, model.pair(w, candidate.id), candidate.id);
        return { path: [...path, k], log: log + candidate.score - 0.7 * cost, v: w, w: candidate.id };
      }),
    );
  }
  return all.map(({ path, log }) => ({ path, weight: Math.exp(log) }));
}
