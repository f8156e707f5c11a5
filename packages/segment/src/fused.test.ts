import { describe, expect, it } from 'vitest';
import { fusedPieces } from './fused.ts';

const pieces = (line: string) => fusedPieces(line).map(({ text }) => text.trim());

describe('fusedPieces', () => {
  it.each([
    ['UBND TỈNH A CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', ['UBND TỈNH A', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']],
    ['SỞ B Độc lập - Tự do - Hạnh phúc', ['SỞ B', 'Độc lập - Tự do - Hạnh phúc']],
    ['Số: 12/UBND-KT V/v họp tổ', ['Số: 12/UBND-KT', 'V/v họp tổ']],
    ['Số: 12/SKT-VP Bình An, ngày 5 tháng 3 năm 2024', ['Số: 12/SKT-VP', 'Bình An, ngày 5 tháng 3 năm 2024']],
    ['Nơi nhận: - Như trên; - Sở A; - Lưu: VT.', ['Nơi nhận:', '- Như trên;', '- Sở A;', '- Lưu: VT.']],
    ['Nơi nhận: KT. GIÁM ĐỐC', ['Nơi nhận:', 'KT. GIÁM ĐỐC']],
    ['- Như trên; TM. ỦY BAN NHÂN DÂN', ['- Như trên;', 'TM. ỦY BAN NHÂN DÂN']],
    ['- Sở A; CHỦ TỊCH', ['- Sở A;', 'CHỦ TỊCH']],
  ])('cuts %s', (line, expected) => {
    expect(pieces(line)).toEqual(expected);
  });

  it.each([
    'V/v chuẩn bị kỷ niệm 80 năm Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam',
    'KT. CHỦ TỊCH',
    'Thực hiện Công văn số 12/UBND-KT về việc họp, đề nghị Sở A báo cáo.',
    'TM. ỦY BAN NHÂN DÂN',
    'Nơi nhận:',
    '',
  ])('leaves %j whole', (line) => {
    expect(fusedPieces(line)).toHaveLength(1);
  });

  it('loses nothing', () => {
    const line = 'Nơi nhận: - Như trên;  - Lưu: VT.';
    expect(
      fusedPieces(line)
        .map(({ text }) => text)
        .join(''),
    ).toBe(line);
  });
});
