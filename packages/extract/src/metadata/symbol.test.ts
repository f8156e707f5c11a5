import { describe, expect, it } from 'vitest';
import { CITED, joinNumber, normaliseSymbol, typeOfNumber } from './symbol.ts';

const cited = (text: string) =>
  [...text.matchAll(CITED)].map(({ groups = {} }) => joinNumber(groups.no as string, groups.year, groups.mark as string, groups.symbol as string));

describe('CITED', () => {
  it.each([
    ['số 15/QĐ-BNV ngày', '15/QĐ-BNV'],
    ['số 187/2025/NĐ-CP của', '187/2025/NĐ-CP'],
    ['số 57- NQ/TW', '57-NQ/TW'],
    ['số 2449 -CV/ĐU', '2449-CV/ĐU'],
    ['số 62/CĐ-\nBKHCN ngày', '62/CĐ-BKHCN'],
    ['số 30c/NQ-CP', '30c/NQ-CP'],
    ['số 05/2019/NQ-HĐND', '05/2019/NQ-HĐND'],
    ['số 01.6/GĐN/KSYB', '01.6/GĐN/KSYB'],
    ['số 76/2015/QH13', '76/2015/QH13'],
    ['số 15/SXD-QLN& TTBĐS ngày', '15/SXD-QLN&TTBĐS'],
    ['số 57-NQ/TW.\nII. PHÂN CÔNG', '57-NQ/TW'],
    ['số 12/QĐ-UBND. UBND tỉnh', '12/QĐ-UBND'],
  ])('%s', (text, number) => {
    expect(cited(text)).toEqual([number]);
  });

  it.each(['ngày 15/01/2025', 'trực 24/24h', 'cấp 6 (40-50km/giờ)', 'giai đoạn 2011-2020; Nghị', 'tháng 9/2026', '12/03/2026 – Sở A'])(
    'reads no number in %s',
    (text) => {
      expect(cited(text)).toEqual([]);
    },
  );
});

it('brings symbols to one form', () => {
  expect(normaliseSymbol('QD – UBND')).toBe('QĐ-UBND');
  expect(normaliseSymbol('T1-BYT')).toBe('TT-BYT');
  expect(normaliseSymbol('QHI3')).toBe('QH13');
  expect(normaliseSymbol('QĐĐ-UBND')).toBe('QĐ-UBND');
  expect(normaliseSymbol('CV-ĐĐT')).toBe('CV-ĐĐT');
});

it('knows the type that a symbol names', () => {
  expect(typeOfNumber('15/QĐ-BNV')?.name).toBe('Quyết định');
  expect(typeOfNumber('05-HD/VPTW')?.name).toBe('Hướng dẫn');
  expect(typeOfNumber('12/UBND-VX')).toBeNull();
});
