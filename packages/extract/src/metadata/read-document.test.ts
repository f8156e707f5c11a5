import { segment } from '@vanban/segment';
import { plainReading } from '@vanban/segment/plain-reading';
import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document.ts';

const read = (text: string, fileName: string | null = null) => {
  const reading = plainReading(text);
  return { reading, ...readDocument(reading, segment(reading), { fileName }) };
};

const LETTER = `UBND TỈNH THANH BÌNH
SỞ KHO TÀNG
Số: 87 /SKT-VP
V/v rà soát hồ sơ lưu trữ theo
Quyết định số 12/QĐ-UBND.
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Thanh Bình, ngày 05 tháng 3 năm 2024
Kính gửi:
- Các phòng: Tổng hợp, Lưu trữ,
Kế toán;
- UBND các xã (địa chỉ: trên địa bàn).
Thực hiện Quyết định số 12/QĐ-UBND ngày 02/01/2024 của Ủy ban nhân dân tỉnh về lưu trữ và Kế hoạch 05- KH/TU, Sở yêu cầu:
1. Các phòng rà soát theo Công văn số 6/CV-
STC ngày 3 tháng 2 năm 2024.
2. Gửi kết quả trước ngày 15/04/2024 theo tỷ lệ 24/24h./.
Nơi nhận:
- Như trên;
- Lãnh đạo Sở;
- Lưu: VT, VP.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Lê Văn Mẫu`;

describe('readDocument', () => {
  it('leaves out whose conclusion it is where what it is about stands below; not where only a person is named', () => {
    const subjectOf = (title: string) => {
      const head = 'TỈNH ỦY A\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 12-KL/TU\nA, ngày 2 tháng 3 năm 2024';
      return read(`${head}\n${title}\nCăn cứ Điều lệ Đảng;\n1. Sở B rà soát hồ sơ.`).document.subject?.toLowerCase();
    };
    expect(subjectOf('KẾT LUẬN\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\nvề sắp xếp bộ máy')).toBe('sắp xếp bộ máy');
    expect(subjectOf('KẾT LUẬN\nCỦA ĐỒNG CHÍ BÍ THƯ\ntại cuộc họp')).toContain('của đồng chí bí thư');
  });

  it('reads every field of a letter', () => {
    const { document } = read(LETTER);
    expect(document).toMatchObject({
      number: '87/SKT-VP',
      type: { code: 'CV', name: 'Công văn' },
      subject: 'rà soát hồ sơ lưu trữ theo Quyết định số 12/QĐ-UBND',
      issuer: { name: 'Sở Kho tàng tỉnh Thanh Bình', parent: 'UBND tỉnh Thanh Bình' },
      place: 'Thanh Bình',
      issuedOn: '2024-03-05',
      addressees: ['Các phòng: Tổng hợp, Lưu trữ, Kế toán', 'UBND các xã'],
      copiedTo: ['Như trên', 'Lãnh đạo Sở'],
      signatory: { name: 'Lê Văn Mẫu', position: 'Phó Giám đốc', capacity: 'KT.' },
      urgency: null,
    });
  });

  it('lists each cited number once with type, date and issuer', () => {
    const { document, reading } = read(LETTER);
    expect(document.references.map(({ span, ...reference }) => reference)).toEqual([
      { type: 'Quyết định', number: '12/QĐ-UBND', issuedOn: '2024-01-02', issuer: 'Ủy ban nhân dân tỉnh' },
      { type: 'Kế hoạch', number: '05-KH/TU', issuedOn: null, issuer: null },
      { type: 'Công văn', number: '6/CV-STC', issuedOn: '2024-02-03', issuer: null },
    ]);
    for (const { span } of document.references) expect(reading.text.slice(span?.start, span?.end)).toMatch(/\d/u);
  });

  it('says where each value was read', () => {
    const { document, reading } = read(LETTER);
    const place = document.evidence?.place?.span;
    expect(reading.text.slice(place?.start, place?.end)).toBe('Thanh Bình');
    expect(document.evidence?.number?.anchors).toHaveLength(1);
    for (const { confidence } of Object.values(document.evidence ?? {})) expect(confidence).toBeGreaterThan(0.5);
  });

  it('leaves blank numbers and days null and says so', () => {
    const { document, review } = read(LETTER.replace('Số: 87 /', 'Số:      /').replace('ngày 05 tháng', 'ngày      tháng'));
    expect([document.number, document.issuedOn]).toEqual([null, null]);
    expect(review).toEqual(['number-blank', 'date-blank']);
  });

  it('invents no number for handwriting that was not read', () => {
    const { document, review } = read(LETTER.replace('Số: 87 /', 'Số: //5~ /'), '87-skt-vp.pdf');
    expect(document.number).toBeNull();
    expect(review).toEqual(['number-unreadable']);
  });

  it('reads Party numbers, authorities and addressing', () => {
    const { document } = read(`ĐẢNG BỘ TỈNH THANH BÌNH
ĐẢNG ỦY SỞ KHO TÀNG
*
Số 14 -CV/ĐU
về việc học tập nghị quyết
ĐẢNG CỘNG SẢN VIỆT NAM
Thanh Bình, ngày 09 tháng 4 năm 2024
Kính gửi: Các chi bộ trực thuộc
Thực hiện Nghị quyết số 9-NQ/TW, đề nghị các chi bộ tổ chức học tập.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Lê Thị Mẫu`);
    expect(document).toMatchObject({
      number: '14-CV/ĐU',
      type: { code: 'CV' },
      subject: 'học tập nghị quyết',
      issuer: { name: 'Đảng ủy Sở Kho tàng tỉnh Thanh Bình' },
      issuedOn: '2024-04-09',
      addressees: ['Các chi bộ trực thuộc'],
      signatory: { name: 'Lê Thị Mẫu', position: 'Phó Bí thư', capacity: 'TM.' },
    });
    expect(document.references.map(({ number }) => number)).toEqual(['9-NQ/TW']);
  });

  it('reads named types: title below the name, capitals written as a sentence', () => {
    const { document } = read(`BỘ KHO TÀNG
Số: 15/2024/TT-BKT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 30 tháng 4 năm 2024

THÔNG TƯ
QUY ĐỊNH VIỆC LƯU TRỮ HỒ SƠ

Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2023;
Theo đề nghị của Vụ trưởng Vụ Lưu trữ,
Bộ trưởng ban hành Thông tư.
Điều 1. Việc lưu trữ hồ sơ theo Phụ lục kèm theo.
Điều 2. Thông tư này có hiệu lực từ ngày ký./.
BỘ TRƯỞNG
Trần Văn Mẫu`);
    expect(document).toMatchObject({
      number: '15/2024/TT-BKT',
      type: { code: 'TT', name: 'Thông tư' },
      issuer: { name: 'Bộ Kho tàng', parent: null },
      addressees: [],
      signatory: { name: 'Trần Văn Mẫu', position: 'Bộ trưởng', capacity: null },
    });
    expect(document.subject?.toLowerCase()).toBe('quy định việc lưu trữ hồ sơ');
  });

  it('reads nothing out of a text without header', () => {
    const { document } = read('Hôm nay họp tổ dân phố.\nMọi người đều đến.');
    expect(document).toMatchObject({
      number: null,
      type: null,
      subject: null,
      issuer: null,
      place: null,
      issuedOn: null,
      signatory: null,
      references: [],
    });
  });
});
