import { describe, expect, it } from 'vitest';
import { measureVietnamese } from './measure.ts';

const RIGHT = 'Thực hiện Công văn số 453/SKHCN-QLKH ngày 04/4/2025 của Sở Khoa học và Công nghệ về việc phối hợp báo cáo công tác quý I/2025.';
const DAMAGED = 'Thuc hién Cong vin s6 453/SKHCN-QLKH ngay 04/4/2025 ctia S& Khoa hoc va Cong nghé vé viéc phdi hop b¢o céo cong tac quy /2025.';

describe('measureVietnamese', () => {
  it('knows right prose', () => {
    const { words, syllables, marked, odd } = measureVietnamese(RIGHT);
    expect(words).toBe(22);
    expect(syllables).toBeGreaterThan(0.95);
    expect(marked).toBeGreaterThan(0.8);
    expect(odd).toBe(0);
  });
  it('knows what an English engine made of it', () => {
    const { syllables, marked, odd } = measureVietnamese(DAMAGED);
    expect(syllables).toBeLessThan(0.6);
    expect(marked).toBeLessThan(0.4);
    expect(odd).toBeGreaterThan(0.005);
  });
  it('gives the same figures for decomposed text', () => expect(measureVietnamese(RIGHT.normalize('NFD'))).toEqual(measureVietnamese(RIGHT)));
  it('is all zero without words', () => expect(measureVietnamese('12/3 – 57-NQ/TW')).toEqual({ words: 0, syllables: 0, marked: 0, odd: 0 }));
});
