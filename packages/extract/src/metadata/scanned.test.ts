// What a scan does to the header: numbers by hand, dates half read, place names without their marks.
import type { Reading } from '@vanban/contract';
import { segment } from '@vanban/segment';
import { plainReading } from '@vanban/segment/plain-reading';
import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document.ts';

function scan(text: string, fileName: string | null, badWords: readonly string[] = []) {
  const plain = plainReading(text);
  const reading: Reading = {
    ...plain,
    pages: plain.pages.map((page) => ({ ...page, origin: 'ocr' })),
    lines: plain.lines.map((line) => ({ ...line, box: line.box.map((edge, i) => edge * (i % 2 === 0 ? 20 : 40)) as typeof line.box })),
    words: plain.words.map((word) => ({ ...word, confidence: badWords.includes(plain.text.slice(word.span.start, word.span.end)) ? 0.3 : 0.96 })),
  };
  return readDocument(reading, segment(reading), { fileName });
}

const letter = (number: string, date: string) => `ỦY BAN NHÂN DAN
HUYỆN ĐÁK R LÁP
${number}
V/v họp tổ dân phố
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đắk R lắp, ${date}
Kính gửi: Các xã
Theo Công văn số 7/STC-VP ngày 02/3/2020 của Sở Tài chính, đề nghị các xã họp.
Nơi nhận:
- Như trên;
- Lưu: VT.
CHỦ TỊCH
Lê Văn Mẫu`;

const DATE = 'ngày 05 tháng 3 năm 2020';

describe('readDocument of a scan', () => {
  it.each([
    ['Số: //54// /UBND-KT', '4532-UBND-KT.pdf', null, 'number-unreadable'],
    ['Số: //53// /UBND-KT', '4532-UBND-KT.pdf', '4532/UBND-KT', 'number-from-file-name'],
    ['Số: ~ /UBND-KT', '4532-UBND-KT.pdf', '4532/UBND-KT', 'number-from-file-name'],
    ['Số: 4 /UBND-KT', '4532-UBND-KT.pdf', null, 'number-disputed'],
    ['Số: 4532 /UBND-KT', '4532-UBND-KT.pdf', '4532/UBND-KT', null],
    ['Số: 4532 /UBND-KT', 'scan0001.pdf', '4532/UBND-KT', null],
    ['Số: ~ /UBND-KT', 'scan0001.pdf', null, 'number-blank'],
  ])('reads %s of %s as %s', (line, fileName, number, reason) => {
    const { document } = scan(letter(line, DATE), fileName);
    expect(document.number).toBe(number);
    expect(document.evidence?.number?.review).toEqual(reason === null ? [] : [reason]);
  });

  it.each([
    ['ngày O5 tháng 3 năm 2020', '2020-03-05'],
    ['ngày J5 tháng 0] năm 2021', '2021-01-15'],
    ['ngày ,.7 tháng 3 năm 2020', null],
    ['ngày 35 tháng 3 năm 2020', null],
    ['ngày 7 tháng 2 năm 2020', null],
  ])('reads %s as %s', (date, day) => {
    expect(scan(letter('Số: 1/UBND', date), null).document.issuedOn).toBe(day);
  });

  it('leaves a day that was badly read', () => {
    const { document, review } = scan(letter('Số: 1/UBND', 'ngày 09 tháng 3 năm 2020'), null, ['09']);
    expect(document.issuedOn).toBeNull();
    expect(review).toContain('date-unreadable');
  });

  it('writes place names as the gazetteer does', () => {
    const { document } = scan(letter('Số: 1/UBND', DATE), null);
    expect(document.place).toBe("Đắk R'Lấp");
    expect(document.issuer?.name).toBe("Ủy ban nhân dân huyện Đắk R'Lấp");
  });
});
