import { describe, expect, it } from 'vitest';
import { decodeOldText, readOldLetters } from './old-text.ts';

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

describe('readOldLetters', () => {
  const right = 'Giao Sở Tài chính chủ trì, phối hợp với Sở Y tế báo cáo trước ngày 31/01/2025.';

  it.each([
    ['VIQR', "Giao So+? Ta`i chi'nh chu? tri`, pho^'i ho+.p vo+'i So+? Y te^' ba'o ca'o tru+o+'c nga`y 31/01/2025."],
    ['TCVN3', 'Giao Së Tµi chÝnh chñ tr×, phèi hîp víi Së Y tÕ b¸o c¸o tr­íc ngµy 31/01/2025.'],
  ])('reads %s that was saved as Unicode', (_what, text) => expect(readOldLetters(text)).toBe(right));

  it.each([
    right,
    right.normalize('NFD'),
    'Giao So Tai chinh chu tri, phoi hop voi So Y te bao cao truoc ngay 31/01/2025.',
    "The mayor's office (see II.) doesn't report; Add +1 to 'a^b' and c*d.",
    'Số: (+84) 236 3.821.456 - Fax: (+84)',
  ])('leaves %j alone', (text) => expect(readOldLetters(text)).toBe(text));
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
