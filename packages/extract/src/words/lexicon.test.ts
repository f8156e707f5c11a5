import { describe, expect, it } from 'vitest';
import { lexicon, matchAt, phrases } from './lexicon.ts';
import { tokenise } from './tokens.ts';

const words = lexicon(['phối hợp', 'phối hợp với', 'cho', 'hóa']);

describe('matchAt', () => {
  it.each([
    ['phối hợp với Sở Y tế', 3],
    ['Phối hợp chặt chẽ', 2],
    ['phôi hơp với các sở', 3],
    ['phối và hợp', 0],
    ['cho các đơn vị', 1],
    ['chợ đầu mối', 0],
    ['hoá đơn', 1],
    ['', 0],
  ])('%s → %i', (text, length) => {
    expect(matchAt(tokenise(text), 0, words)).toBe(length);
  });

  it.each([
    ['cùng cấp', 2],
    ['cung cap', 2],
    ['cung cấp', 0],
  ])('tells look-alikes by their marks: %s → %i', (text, length) => {
    expect(matchAt(tokenise(text), 0, lexicon(['cùng cấp']))).toBe(length);
  });

  it.each([
    ['phấn đấu đạt', 2],
    ['phân đâu đạt', 2],
    ['phần đầu tư', 0],
    ['phận công nghệ', 0],
    ['phân công cán bộ', 2],
    ['đính chính số liệu', 2],
    ['định chính sách', 0],
    ['cứu hộ, cứu nạn', 2],
    ['cứu hồ sơ', 0],
    ['đề ra giải pháp', 2],
    ['để rà soát', 0],
  ])('takes no half of a longer word for a verb: %s → %i', (text, length) => {
    expect(matchAt(tokenise(text), 0, lexicon(['phấn đấu', 'phân công', 'đính chính', 'cứu hộ', 'đề ra']))).toBe(length);
  });

  it('reads lists written over lines', () => {
    expect(phrases('ban hành, báo cáo,\n  rà soát')).toEqual(['ban hành', 'báo cáo', 'rà soát']);
  });
});

describe('tokenise', () => {
  it('keeps the place of every word and sign', () => {
    const text = 'UBND huyện Đắk R’lấp (57-NQ/TW)';
    const tokens = tokenise(text);
    expect(tokens.map((token) => token.text)).toEqual(['UBND', 'huyện', 'Đắk', 'R’lấp', '(', '57', '-', 'NQ', '/', 'TW', ')']);
    for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
    expect(tokens[2]).toMatchObject({ fold: 'dak', upper: true, word: true });
  });
});
