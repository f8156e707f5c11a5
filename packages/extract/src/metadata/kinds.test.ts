// The kinds of documents whose head and foot look different: each with short made-up words.
import { segment } from '@vanban/segment';
import { plainReading } from '@vanban/segment/plain-reading';
import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document.ts';

function read(text: string) {
  const reading = plainReading(text);
  const segmentation = segment(reading);
  const kinds = segmentation.segments.filter(({ part }) => part === 0).map(({ kind }) => kind);
  return { document: readDocument(reading, segmentation, { fileName: null }).document, kinds, clauses: segmentation.clauses.map(({ id }) => id) };
}

const STATE = `CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc`;

describe('readDocument, by kind', () => {
  it('reads a resolution of a council', () => {
    const { document, kinds, clauses } = read(`HỘI ĐỒNG NHÂN DÂN
TỈNH THANH BÌNH
${STATE}
Số: 05/2024/NQ-HĐND
Thanh Bình, ngày 12 tháng 7 năm 2024

NGHỊ QUYẾT
Quy định mức hỗ trợ lưu trữ trên địa bàn tỉnh

HỘI ĐỒNG NHÂN DÂN TỈNH THANH BÌNH
KHÓA X, KỲ HỌP THỨ 5

Căn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011;
Xét Tờ trình số 88/TTr-UBND ngày 01 tháng 7 năm 2024 của Ủy ban nhân dân tỉnh;

QUYẾT NGHỊ:
Điều 1. Mức hỗ trợ là một lần.
Điều 2. Ủy ban nhân dân tỉnh tổ chức thực hiện./.

Nơi nhận:
- Như Điều 2;
- Lưu: VT.

CHỦ TỊCH

Lê Thị Mẫu`);
    expect(kinds).toEqual(['header', 'title', 'grounds', 'body', 'recipients', 'signature']);
    expect(clauses).toEqual(['Điều 1', 'Điều 2']);
    expect(document).toMatchObject({
      number: '05/2024/NQ-HĐND',
      type: { code: 'NQ' },
      subject: 'Quy định mức hỗ trợ lưu trữ trên địa bàn tỉnh',
      issuer: { name: 'Hội đồng nhân dân tỉnh Thanh Bình' },
      signatory: { name: 'Lê Thị Mẫu', position: 'Chủ tịch', capacity: null },
    });
    expect(document.references.map(({ number }) => number)).toEqual(['88/TTr-UBND']);
  });

  it('reads a conclusion of the Party', () => {
    const { document, clauses } = read(`TỈNH ỦY THANH BÌNH
*
Số 77-KL/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Thanh Bình, ngày 03 tháng 02 năm 2024

KẾT LUẬN
CỦA BAN THƯỜNG VỤ TỈNH ỦY
về việc đẩy mạnh số hóa hồ sơ

Sau khi nghe báo cáo, Ban Thường vụ kết luận:
1- Các cấp ủy rà soát hồ sơ.
2- Văn phòng Tỉnh ủy theo dõi.

Nơi nhận:
- Các huyện ủy,
- Lưu Văn phòng Tỉnh ủy.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Trần Văn Mẫu`);
    expect(clauses).toEqual(['1', '2']);
    expect(document).toMatchObject({
      number: '77-KL/TU',
      type: { code: 'KL' },
      subject: 'đẩy mạnh số hóa hồ sơ',
      issuer: { name: 'Tỉnh ủy Thanh Bình' },
      issuedOn: '2024-02-03',
      copiedTo: ['Các huyện ủy'],
      signatory: { name: 'Trần Văn Mẫu', position: 'Phó Bí thư', capacity: 'TM.' },
    });
  });

  it('reads a telegram', () => {
    const { document } = read(`ỦY BAN NHÂN DÂN
TỈNH THANH BÌNH
${STATE}
Số: 09/CĐ-UBND
Thanh Bình, ngày 20 tháng 9 năm 2024
HỎA TỐC

CÔNG ĐIỆN
Về việc ứng phó mưa lớn

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN:
- Giám đốc các sở;
- Chủ tịch UBND các xã.

Để ứng phó mưa lớn, yêu cầu:
1. Các sở trực ban.
2. Các xã kiểm tra đê./.
Nơi nhận:
- Như trên;
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lê Văn Mẫu`);
    expect(document).toMatchObject({
      type: { code: 'CĐ' },
      subject: 'ứng phó mưa lớn',
      addressees: ['Giám đốc các sở', 'Chủ tịch UBND các xã'],
      urgency: 'HỎA TỐC',
    });
  });

  it('reads a report sent upward, addressees without dashes', () => {
    const { document, kinds } = read(`SỞ KHO TÀNG THANH BÌNH
PHÒNG LƯU TRỮ
${STATE}
Số:      /BC-PLT
Thanh Bình, ngày     tháng 6 năm 2024

BÁO CÁO
Kết quả số hóa quý II

Kính gửi:

Văn phòng Sở;

Phòng Tổng hợp.

Phòng Lưu trữ báo cáo kết quả như sau:
I. KẾT QUẢ
1. Đã số hóa hồ sơ.
II. NHIỆM VỤ
1. Tiếp tục số hóa.`);
    expect(kinds).toEqual(['header', 'title', 'addressees', 'body']);
    expect(document).toMatchObject({
      number: null,
      type: { code: 'BC' },
      subject: 'Kết quả số hóa quý II',
      issuedOn: null,
      addressees: ['Văn phòng Sở', 'Phòng Tổng hợp'],
      signatory: null,
    });
    expect(document.evidence?.number?.review).toEqual(['number-blank']);
    expect(document.evidence?.issuedOn?.review).toEqual(['date-blank']);
  });

  it('takes a wrapped "về việc" for no new subject', () => {
    const { document } = read(`SỞ KHO TÀNG
Số: 4/KH-SKT
${STATE}
Thanh Bình, ngày 04 tháng 6 năm 2024

KẾ HOẠCH
Thực hiện Chỉ thị số 5/CT-UBND của Ủy ban nhân dân tỉnh
về việc lưu trữ hồ sơ

Sở xây dựng kế hoạch như sau:
1. Rà soát.`);
    expect(document.subject).toBe('Thực hiện Chỉ thị số 5/CT-UBND của Ủy ban nhân dân tỉnh về việc lưu trữ hồ sơ');
  });

  it('keeps a copy mark and its signature out of the letter', () => {
    const { document, kinds } = read(`SỞ KHO TÀNG
Số: 3/SKT-VP
V/v họp
${STATE}
Thanh Bình, ngày 04 tháng 6 năm 2024
Kính gửi: Các phòng
Đề nghị các phòng họp đúng giờ./.
Nơi nhận:
- Như trên;
- Lưu: VT.
GIÁM ĐỐC
Lê Văn Mẫu
SAO Y BẢN CHÍNH
TL. CHỦ TỊCH
CHÁNH VĂN PHÒNG
Trần Thị Khác`);
    expect(kinds.slice(-2)).toEqual(['signature', 'copy']);
    expect(document.signatory).toEqual({ name: 'Lê Văn Mẫu', position: 'Giám đốc', capacity: null });
  });
});

describe('references', () => {
  const cited = (body: string) =>
    read(
      `SỞ KHO TÀNG\n${STATE}\nSố: 12/SKT-VP\nThanh Bình, ngày 12 tháng 7 năm 2024\nV/v rà soát kho\nKính gửi: Các phòng\n\n${body}\n`,
    ).document.references.map(({ number }) => number);

  it('ends an issuer before the next document', () => {
    const issuers = (body: string) =>
      read(
        `SỞ KHO TÀNG\n${STATE}\nSố: 12/SKT-VP\nThanh Bình, ngày 12 tháng 7 năm 2024\nV/v rà soát kho\nKính gửi: Các phòng\n\n${body}\n`,
      ).document.references.map(({ issuer }) => issuer);
    expect(issuers('Thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị và Nghị quyết số 03/NQ-CP của Chính phủ, các phòng rà soát.')).toEqual([
      'Bộ Chính trị',
      'Chính phủ',
    ]);
    expect(issuers('Thực hiện Thông tư số 05/2024/TT-BKHCN của Bộ Khoa học và Công nghệ, các phòng rà soát.')).toEqual(['Bộ Khoa học và Công nghệ']);
  });

  it('takes standards for no documents', () => {
    expect(cited('Rà soát theo QCVN 01:2019/BCT và Thông tư số:23/2024/TT-BCT.')).toEqual(['23/2024/TT-BCT']);
  });

  it('takes the number of a paper in the name of a team for no number of its own', () => {
    const head = (team: string) =>
      `SỞ CÔNG THƯƠNG\nĐOÀN KIỂM TRA\n${team}\n${STATE}\nSố: 1105/KH-ĐKT\nTân An, ngày 10 tháng 3 năm 2024\n\nKẾ HOẠCH\nKiểm tra kho hàng\n\nTrưởng đoàn lập kế hoạch như sau:\n1. Rà soát hồ sơ.\n`;
    expect(read(head('THEO QUYẾT ĐỊNH\nSỐ 1050/QĐ-SCT')).document.number).toBe('1105/KH-ĐKT');
    expect(read(head('')).document.number).toBe('1105/KH-ĐKT');
  });

  it('begins a Party group of a parliament anew below the committee', () => {
    const text = `BAN CHẤP HÀNH TRUNG ƯƠNG\nĐẢNG ĐOÀN QUỐC HỘI\n*\nSố 12-KH/ĐĐQH\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 10 tháng 01 năm 2024\nKẾ HOẠCH\nthực hiện nghị quyết\n-----\nĐảng đoàn ban hành kế hoạch như sau:\n1. Rà soát luật.\n`;
    expect(read(text).document.issuer).toMatchObject({ name: 'Đảng đoàn Quốc hội', parent: 'Ban Chấp hành Trung ương' });
  });

  it('lists a number once, with the dash that one of its mentions lost', () => {
    expect(cited('Theo Thông tư số 23/2024/TTBCT ngày 07/11/2024; sửa đổi Thông tư số 23/2024/TT-BCT.')).toEqual(['23/2024/TT-BCT']);
  });

  it.each([
    [
      ['CHÍNH PHỦ', 'BAN CHỈ ĐẠO SẮP XẾP ĐƠN VỊ HÀNH CHÍNH CÁC CẤP VÀ XÂY DỰNG MÔ HÌNH TỔ CHỨC CHÍNH QUYỀN ĐỊA PHƯƠNG 02 CẤP'],
      /^Ban Chỉ đạo sắp xếp .* 02 cấp$/u,
    ],
    [['BAN CHẤP HÀNH TRUNG ƯƠNG', 'BAN TỔ CHỨC'], /^Ban Tổ chức Trung ương$/u],
    [['BAN CHẤP HÀNH TRUNG ƯƠNG', 'ỦY BAN KIỂM TRA'], /^Ủy ban Kiểm tra Trung ương$/u],
    [['TỈNH ỦY THANH BÌNH', 'BAN TUYÊN GIÁO VÀ DÂN VẬN'], /^Ban Tuyên giáo và Dân vận Tỉnh ủy Thanh Bình$/u],
    [['CỤC THUẾ', 'THUẾ TỈNH THANH BÌNH'], /^Thuế tỉnh Thanh Bình$/u],
    [['BAN CHẤP HÀNH TRUNG ƯƠNG', 'ĐẢNG ỦY CHÍNH PHỦ'], /^Đảng ủy Chính phủ$/u],
  ])('names the issuer of %j', (rows, expected) => {
    const text = `${rows.join('\n')}\n${STATE}\nSố: 12/CV-VP\nHà Nội, ngày 12 tháng 7 năm 2024\n\nKính gửi: Bộ Nội vụ.\n\nĐề nghị Bộ Nội vụ báo cáo.\n`;
    expect(read(text).document.issuer?.name).toMatch(expected);
  });

  it('reads a title in capitals that goes on with a verb', () => {
    const head = `ỦY BAN NHÂN DÂN\nTỈNH THANH BÌNH\n${STATE}\nSố: 12/QĐ-UBND\nThanh Bình, ngày 12 tháng 7 năm 2024\n`;
    const title = 'QUYẾT ĐỊNH\nVỀ VIỆC ỦY QUYỀN CHO GIÁM ĐỐC SỞ Y TẾ\nTHỰC HIỆN NHIỆM VỤ QUẢN LÝ DƯỢC';
    const { document } = read(
      `${head}${title}\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THANH BÌNH\nCăn cứ Luật Dược;\nQUYẾT ĐỊNH:\nĐiều 1. Ủy quyền Giám đốc Sở Y tế.\n`,
    );
    expect(document.subject).toBe('Ủy quyền cho Giám đốc Sở Y tế thực hiện nhiệm vụ quản lý dược');
  });

  it('ends a title in capitals where running text begins below an empty line', () => {
    const head = `VĂN PHÒNG CHÍNH PHỦ\n${STATE}\nSố: 12/TB-VPCP\nHà Nội, ngày 12 tháng 7 năm 2024\n\nTHÔNG BÁO\nKẾT LUẬN CỦA BỘ TRƯỞNG TẠI BUỔI LÀM VIỆC VỚI TỈNH THANH BÌNH`;
    const text =
      'Chiều ngày 09 tháng 7 năm 2024, tại trụ sở Ủy ban nhân dân tỉnh Thanh Bình, Bộ trưởng đã chủ trì buổi làm việc.\n\n1. Giao Sở Y tế báo cáo.\n';
    expect(read(`${head}\n\n${text}`).document.subject).toBe('Kết luận của Bộ trưởng tại buổi làm việc với tỉnh Thanh Bình');
    expect(read(`${head}\nvề việc rà soát\n\n${text}`).document.subject).toMatch(/THANH BÌNH về việc rà soát$/u);
  });

  it('reads an addressee that goes on behind "Các"', () => {
    const text = `SỞ Y TẾ\n${STATE}\nSố: 12/SYT-VP\nHà Nội, ngày 12 tháng 7 năm 2024\nKính gửi: Các\nDoanh nghiệp hoạt động cho thuê lại lao động\nThực hiện Bộ luật Lao động, đề nghị các doanh nghiệp báo cáo.\n`;
    expect(read(text).document.addressees).toEqual(['Các Doanh nghiệp hoạt động cho thuê lại lao động']);
  });
});
