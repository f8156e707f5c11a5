import { describe, expect, it } from 'vitest';
import { decoderOf } from './encoding.ts';

const OLD = 'Thùc hiÖn C«ng v¨n sè 12 cña ñy ban nh©n d©n tØnh vÒ viÖc t¨ng c­êng qu¶n lý, Së yªu cÇu c¸c ®¬n vÞ b¸o c¸o kÕt qu¶ tr­íc ngµy 20.';

describe('decoderOf', () => {
  it('decodes a font by its name, also where it has few words', () => {
    expect(decoderOf([{ text: 'QuyÕt ®Þnh', font: 'ABCDEF+.VnTime' }])([{ text: '®Þnh', font: 'ABCDEF+.VnTime' }])).toBe('định');
  });

  it('decodes a font that names nothing only by enough text', () => {
    expect(decoderOf([{ text: OLD, font: 'Sample' }])([{ text: 'nh©n d©n', font: 'Sample' }])).toBe('nhân dân');
    expect(decoderOf([{ text: 'nh©n d©n', font: 'Sample' }])([{ text: 'nh©n d©n', font: 'Sample' }])).toBe('nh©n d©n');
  });

  it('leaves other fonts of the page alone', () => {
    const sample = [
      { text: OLD, font: '.VnTime' },
      { text: ' Quyết định này có hiệu lực', font: 'Times' },
    ];
    expect(decoderOf(sample)([...'ñy'].map((text) => ({ text, font: '.VnTime' })).concat({ text: ' định', font: 'Times' }))).toBe('ủy định');
  });

  it('takes labels and full stops of Unicode text for nothing else', () => {
    const text = 'I. Mục tiêu 1. Chung 2. Cụ thể a) Trước mắt II. Nhiệm vụ 1. Chính';
    expect(decoderOf([{ text, font: 'Times' }])([{ text, font: 'Times' }])).toBe(text);
  });

  it('composes what comes decomposed', () => {
    const text = 'Thực hiện Công văn'.normalize('NFD');
    expect(decoderOf([{ text, font: 'Times' }])([{ text, font: 'Times' }])).toBe('Thực hiện Công văn');
  });
});
