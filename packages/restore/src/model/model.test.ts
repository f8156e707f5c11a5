import type { Box } from '@vanban/contract';
import { describe, expect, it } from 'vitest';
import { type DraftLine, type Piece, textOf } from '../draft.ts';
import { repairByModel } from './model.ts';
import { guessOf, idOf, modelOf } from './test-model.ts';

const box: Box = [0, 0, 1, 1];
const piece = (text: string): Piece => ({ text, source: [{ text, box, confidence: 1 }], original: text, sure: 1, by: null, alternatives: [] });
const lines = (text: string): DraftLine[] => text.split('\n').map((line) => ({ box, pieces: line.split(' ').map(piece) }));
const answers = {
  thuc: guessOf({ thực: 0.98, '<keep>': 0.01 }),
  hien: guessOf({ hiện: 0.98, '<keep>': 0.01 }),
  cia: guessOf({ của: 0.9, cửa: 0.08, '<keep>': 0.01 }),
  quy: guessOf({ quyết: 0.9, '<keep>': 0.05 }),
  ét: guessOf({ '<join>': 0.9, '<keep>': 0.05 }),
  hoa: guessOf({ hoa: 0.5, hóa: 0.3, hòa: 0.15, '<keep>': 0.01 }),
  nhandan: guessOf({ '<keep>': 0.6, nhân: 0.3 }, { seconds: [idOf('án'), idOf('dân')], secondLogps: [Math.log(0.5), Math.log(0.4)] }),
  h1ện: guessOf({ hiện: 0.98, '<keep>': 0.01 }),
  bik: guessOf({ '<keep>': 0.5, án: 0.4 }),
  huyén: guessOf({ huyện: 0.97, '<keep>': 0.01 }),
};
const model = modelOf(answers, [{ pair: ['thực', 'hiện'], cost: 1 }]);

describe('repairByModel', () => {
  it('repairs words, keeps punctuation, capitals, numbers and codes', async () => {
    const [group] = await repairByModel(model, [lines('Thuc hien, 57-NQ/TW cia 2025')], 'damaged');
    expect(textOf(group ?? [])).toBe('Thực hiện, 57-NQ/TW của 2025');
    const pieces = group?.[0]?.pieces ?? [];
    expect(pieces.map(({ by }) => by)).toEqual(['model/diacritics', 'model/diacritics', null, 'model/letters', null]);
    expect(pieces[3]).toMatchObject({ original: 'cia', text: 'của' });
    expect(pieces[3]?.alternatives).toContain('cửa');
    expect(pieces[3]?.sure).toBeGreaterThan(0.5);
  });

  it('parts two words glued into one, where either guess at the second may be right', async () => {
    const [group] = await repairByModel(modelOf(answers, [{ pair: ['nhân', 'dân'], cost: 1 }]), [lines('cia nhandan thuc')], 'damaged');
    expect(group?.[0]?.pieces[1]).toMatchObject({ text: 'nhân dân', original: 'nhandan', by: 'model/parted' });
  });

  it('takes two words for glued only where there are letters for both', async () => {
    const short = modelOf({ nhdan: guessOf({ nhân: 0.9 }, { seconds: [idOf('dân'), idOf('án')], secondLogps: [Math.log(0.8), Math.log(0.1)] }) });
    const [group] = await repairByModel(short, [lines('cia nhdan thuc')], 'damaged');
    expect(group?.[0]?.pieces[1]).toMatchObject({ text: 'nhân' });
  });

  it('takes a number for a word only where another engine read and the net is certain', async () => {
    const reading = (chance: number) => modelOf({ 6: guessOf({ của: chance, '<keep>': 1 - chance }), 7: guessOf({ của: 1 }) });
    const read = async (chance: number, text: string, channel: 'damaged' | 'poor' | 'bare') =>
      textOf((await repairByModel(reading(chance), [lines(text)], channel))[0] ?? []);
    expect(await read(0.999, 'Thuc 6, hien', 'damaged')).toBe('Thuc của, hien');
    expect(await read(0.6, 'Thuc 6 hien', 'damaged')).toBe('Thuc 6 hien');
    expect(await read(0.999, 'Thuc 7 66 6/7 6% hien', 'damaged')).toBe('Thuc 7 66 6/7 6% hien');
    expect(await read(0.999, 'Thuc 6 hien', 'poor')).toBe('Thuc 6 hien');
    expect(await read(0.999, 'Thuc 6 hien', 'bare')).toBe('Thực 6 hiện');
  });

  it('leaves a lone d where the net sees none to be stroked', async () => {
    const d = (chance: number) => modelOf({ ...answers, d: guessOf({ đắk: chance, '<keep>': 1 - chance }) });
    expect(textOf((await repairByModel(d(0.4), [lines('thuc d hien')], 'damaged'))[0] ?? [])).toBe('thực d hiện');
    expect(textOf((await repairByModel(d(0.9), [lines('thuc d hien')], 'damaged'))[0] ?? [])).toBe('thực đắk hiện');
  });

  it('leaves an amount to the rule that settled it', async () => {
    const settled = { ...piece('đồng/hoa'), by: 'rule/currency' };
    const [group] = await repairByModel(modelOf({ hoa: guessOf({ hóa: 0.99 }) }), [[{ box, pieces: [settled] }]], 'bare');
    expect(textOf(group ?? [])).toBe('đồng/hoa');
  });

  it('puts a torn word together again, on one line only', async () => {
    const [joinedUp] = await repairByModel(model, [lines('quy ét')], 'damaged');
    expect(joinedUp?.[0]?.pieces).toMatchObject([{ text: 'quyết', original: 'quy ét', by: 'model/joined' }]);
    const [apart] = await repairByModel(model, [lines('quy\nét')], 'damaged');
    expect(apart?.map((line) => line.pieces.length)).toEqual([1, 1]);
  });

  it('changes marks alone on a page without marks', async () => {
    const [group] = await repairByModel(model, [lines('thuc hien cia')], 'bare');
    expect(textOf(group ?? [])).toBe('thực hiện cia');
  });

  it('leaves nearly right text alone unless it is sure', async () => {
    const [group] = await repairByModel(model, [lines('hoa H5N1 TĐC')], 'shy');
    expect(textOf(group ?? [])).toBe('hoa H5N1 TĐC');
    const [capitals] = await repairByModel(model, [lines('thuc HIEN thuc'), lines('THUC HIEN')], 'shy');
    expect(textOf(capitals ?? [])).toBe('thực HIEN thực');
    const vowelless = modelOf({ qt: guessOf({ quyết: 0.99, '<keep>': 0.001 }) });
    expect(textOf((await repairByModel(vowelless, [lines('qt')], 'shy'))[0] ?? [])).toBe('qt');
    expect(textOf((await repairByModel(vowelless, [lines('qt')], 'partial'))[0] ?? [])).toBe('quyết');
  });

  it('weighs how sure the reader was', async () => {
    const read = (confidence: number) => [{ box, pieces: [{ ...piece('hoa'), source: [{ text: 'hoa', box, confidence }] }] }];
    const eager = modelOf({ hoa: guessOf({ hóa: 0.7, hoa: 0.25 }) }, []);
    expect(textOf((await repairByModel(eager, [read(0.97)], 'shy'))[0] ?? [])).toBe('hoa');
    expect(textOf((await repairByModel(eager, [read(0.3)], 'shy'))[0] ?? [])).toBe('hóa');
  });

  it('takes a digit between small letters for a letter', async () => {
    const [group] = await repairByModel(model, [lines('thực h1ện A4')], 'shy');
    expect(textOf(group ?? [])).toBe('thực hiện A4');
  });

  it('finds a place by its title', async () => {
    const [group] = await repairByModel(model, [lines('huyén bik Glei.')], 'damaged');
    expect(textOf(group ?? [])).toBe('huyện Đắk Glei.');
    expect(group?.[0]?.pieces[1]).toMatchObject({ by: 'gazetteer/place' });
  });
});
