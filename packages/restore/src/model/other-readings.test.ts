import type { Box } from '@vanban/contract';
import { describe, expect, it } from 'vitest';
import type { Piece } from '../draft.ts';
import { repairByModel } from './model.ts';
import { otherReadings } from './other-readings.ts';
import { guessOf, modelOf } from './test-model.ts';

const box: Box = [0, 0, 1, 1];
function piece(text: string, ...alternatives: string[]): Piece {
  return { text, source: [{ text, box, confidence: 1, alternatives }], original: text, sure: 1, by: null, alternatives };
}

describe('otherReadings', () => {
  it('are cut as the word itself is', () => {
    expect(otherReadings(piece('cửa,', 'của,', 'cua'), 1)).toEqual([['của', 'cua']]);
    expect(otherReadings(piece('tổ/chức', 'tô/chức'), 2)).toEqual([['tô'], ['chức']]);
  });
  it('see two words where one was read', () => expect(otherReadings(piece('quátrình', 'quá trình'), 1)).toEqual([['quá trình']]));
  it('say nothing of numbers, codes and another number of words', () => {
    expect(otherReadings(piece('15/6', '16/6'), 1)).toEqual([[]]);
    expect(otherReadings(piece('của', 'của một số'), 1)).toEqual([[]]);
  });
  it('belong to a word that nothing has changed yet', () => {
    expect(otherReadings({ ...piece('cửa', 'của'), text: 'cừa' }, 1)).toEqual([[]]);
  });
});

describe('the lattice', () => {
  const model = modelOf({ cửa: guessOf({ của: 0.3, cửa: 0.6 }) });
  const repaired = async (...words: Piece[]) =>
    (await repairByModel(model, [[{ box, pieces: words }]], 'shy'))[0]?.[0]?.pieces.map(({ text }) => text);

  it('takes what another reading saw over what nobody saw', async () => {
    expect(await repaired(piece('cửa'))).toEqual(['cửa']);
    expect(await repaired(piece('cửa', 'của'))).toEqual(['của']);
  });
  it('never changes a number or a code for another reading', async () => {
    expect(await repaired(piece('15/6', '16/6'), piece('62/CD-BKHCN', '62/CĐ-BKHCN'))).toEqual(['15/6', '62/CD-BKHCN']);
  });
});
