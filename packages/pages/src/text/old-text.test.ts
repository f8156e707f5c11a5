import { describe, expect, it } from 'vitest';
import { decodeOldText } from './old-text.ts';

describe('decodeOldText', () => {
  it('reads TCVN3', () => {
    const text = 'Thùc hiÖn C«ng v¨n cña ñy ban nh©n d©n tØnh vÒ viÖc t¨ng c\u00adêng qu¶n lý, Së yªu cÇu c¸c ®¬n vÞ b¸o c¸o kÕt qu¶';
    expect(decodeOldText(Buffer.from(text, 'latin1'))).toBe(
      'Thực hiện Công văn của ủy ban nhân dân tỉnh về việc tăng cường quản lý, Sở yêu cầu các đơn vị báo cáo kết quả',
    );
  });

  it("reads Windows' Vietnamese code page, whose tones follow their letters", () => {
    const text = 'Sở yêu cầu các đơn vị bám sát tình hình, báo cáo kết quả thực hiện trước ngày 20';
    expect(decodeOldText(windows1258(text))).toBe(text);
  });

  it('takes other bytes for nothing', () => {
    expect(decodeOldText(Uint8Array.from({ length: 500 }, (_, index) => (index * 7919) % 256))).toBeNull();
    expect(decodeOldText(Buffer.from('Le café est fermé, déjà vu, naïve façade à côté', 'latin1'))).toBeNull();
  });
});

const LETTERS: Record<string, number> = { ă: 0xe3, â: 0xe2, ê: 0xea, ô: 0xf4, ơ: 0xf5, ư: 0xfd, đ: 0xf0 };
const TONES: Record<string, number> = { '\u0300': 0xcc, '\u0309': 0xd2, '\u0303': 0xde, '\u0301': 0xec, '\u0323': 0xf2 };

function windows1258(text: string): Uint8Array {
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/u;
  const codes = [...text].flatMap((letter) => {
    const marks = letter.normalize('NFD');
    const base = marks.replace(tone, '').normalize('NFC');
    return [LETTERS[base] ?? (base.codePointAt(0) as number), ...(tone.exec(marks)?.map((mark) => TONES[mark] as number) ?? [])];
  });
  return Uint8Array.from(codes);
}
