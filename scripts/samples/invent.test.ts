import { describe, expect, it } from 'vitest';
import { inventLetter } from './invent.ts';
import { seeded } from './random.ts';
import { typeset } from './typeset.ts';

const letterOf = (seed: number) => inventLetter(seeded(seed), { length: 4, table: true });

describe('inventLetter', () => {
  it('gives the same letter for the same seed and another for another', () => {
    expect(letterOf(5)).toEqual(letterOf(5));
    expect(letterOf(5).body).not.toEqual(letterOf(6).body);
  });

  it('leaves no slot open and is in NFC', () => {
    const text = JSON.stringify(Array.from({ length: 20 }, (_, seed) => letterOf(seed)));
    expect(text).not.toMatch(/undefined|NaN|\$\{/u);
    expect(text).toBe(text.normalize('NFC'));
  });
});

describe('typeset', () => {
  it('keeps every word of the letter in its lines, tables cell by cell', () => {
    const letter = letterOf(9);
    const lines = typeset(letter).lines.flat();
    const running = lines.filter((line) => line.running).map((line) => line.text);
    expect(running.join(' ')).toContain(letter.body.join(' '));
    const rest = lines
      .filter((line) => !line.running)
      .map((line) => line.text)
      .join(' ');
    for (const row of letter.table ?? []) expect(rest).toContain(row.join(' '));
  });
});
