import type { ClauseNode } from '@vanban/contract';
import { describe, expect, it } from 'vitest';
import { plainReading } from './plain-reading.ts';
import { segment } from './segment.ts';

const idsOf = (text: string): string[] => {
  const ids: string[] = [];
  const walk = (nodes: readonly ClauseNode[]): void => {
    for (const node of nodes) {
      ids.push(node.id);
      walk(node.children);
    }
  };
  walk(segment(plainReading(text)).clauses);
  return ids;
};

const kindsOf = (text: string): string[] => segment(plainReading(text)).segments.map(({ kind }) => kind);

const LETTER = `ỦY BAN NHÂN DÂN
HUYỆN BÌNH AN
Số: 12/UBND-VP
V/v rà soát hồ sơ lưu trữ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bình An, ngày 05 tháng 3 năm 2024
Kính gửi:
- Phòng Nội vụ;
- UBND các xã.
Thực hiện kế hoạch năm, Ủy ban nhân dân huyện yêu cầu các đơn vị:
1. Phòng Nội vụ rà soát hồ sơ.
2. UBND các xã lập danh mục, gửi Phòng Nội vụ trước ngày 20/3/2024./.
Nơi nhận:
- Như trên;
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lê Văn Mẫu`;

describe('segment', () => {
  it('takes a title in capitals that begins with BAN HÀNH, BỔ SUNG or SƠ KẾT for no issuer', () => {
    const titleOf = (title: string, issuer = ''): string => {
      const text = `UBND TỈNH A\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 7/QĐ-UBND\nA, ngày 2 tháng 3 năm 2024\nQUYẾT ĐỊNH\n${title}\n${issuer}Căn cứ Luật B;\nĐiều 1. Giao Sở C làm.`;
      const reading = plainReading(text);
      const span = segment(reading).segments.find(({ kind }) => kind === 'title')?.span ?? { start: 0, end: 0 };
      return reading.text.slice(span.start, span.end);
    };
    expect(titleOf('BAN HÀNH KẾ HOẠCH TỔ CHỨC THỰC HIỆN CHỈ THỊ SỐ 14')).toBe('QUYẾT ĐỊNH\nBAN HÀNH KẾ HOẠCH TỔ CHỨC THỰC HIỆN CHỈ THỊ SỐ 14');
    expect(titleOf('BỔ SUNG NHIỆM VỤ', 'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n')).toBe('QUYẾT ĐỊNH\nBỔ SUNG NHIỆM VỤ');
    expect(titleOf('CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH')).toBe('QUYẾT ĐỊNH');
  });

  it('tells head, addressees, body, recipients and signature apart', () => {
    expect(kindsOf(LETTER)).toEqual(['header', 'title', 'header', 'addressees', 'body', 'recipients', 'signature']);
    expect(idsOf(LETTER)).toEqual(['1', '2']);
  });

  it('cuts lines that two columns were read into', () => {
    const fused = LETTER.replace('Số: 12/UBND-VP\nV/v', 'Số: 12/UBND-VP V/v')
      .replace('Nơi nhận:\n- Như trên;', 'Nơi nhận: KT. CHỦ TỊCH\n- Như trên;')
      .replace('\nKT. CHỦ TỊCH\nPHÓ', '\nPHÓ');
    expect(kindsOf(fused)).toEqual(['header', 'title', 'header', 'addressees', 'body', 'recipients', 'signature', 'recipients', 'signature']);
  });

  it('takes a list of recipients that lost its heading and its "Lưu" for no clauses', () => {
    const body = 'Kính gửi: Sở Nội vụ\nNội dung như sau:\n1. Sở Nội vụ rà soát hồ sơ.\n2. Các xã lập danh mục';
    expect(idsOf(`${body}./.\n- UBND tỉnh (báo cáo);\n- Phòng Kế hoạch;`)).toEqual(['1', '2']);
    expect(idsOf(`${body}.\n- UBND tỉnh (báo cáo);\n- VP: CVP, các PCVP;`)).toEqual(['1', '2']);
    expect(idsOf(`${body}:\n- Sở Nội vụ;\n- Sở Y tế;`)).toEqual(['1', '2', '2.-1', '2.-2']);
    expect(idsOf(`${body}.\n- Sở Y tế chủ trì rà soát kho;\n- Sở Nội vụ tổ chức thi;`)).toEqual(['1', '2', '2.-1', '2.-2']);
  });

  it('nests both schemes with the 23 letters', () => {
    expect(
      idsOf('I. VIỆC CHUNG\n1. Sở A:\na) Rà soát;\nb) Báo cáo;\nc) Lập;\nd) Gửi;\nđ) Lưu;\ne) Hủy.\n- Một;\n+ Hai.\nII. VIỆC RIÊNG\n1. Sở B làm.'),
    ).toEqual(['I', 'I.1', 'I.1.a', 'I.1.b', 'I.1.c', 'I.1.d', 'I.1.đ', 'I.1.e', 'I.1.e.-1', 'I.1.e.-1.+1', 'II', 'II.1']);
    expect(idsOf('Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Một.\n2. Hai.\nChương II\nTHI HÀNH\nĐiều 2. Hiệu lực\na) Ba.')).toEqual([
      'Chương I',
      'Chương I.Điều 1',
      'Chương I.Điều 1.1',
      'Chương I.Điều 1.2',
      'Chương II',
      'Chương II.Điều 2',
      'Chương II.Điều 2.a',
    ]);
  });

  it('puts misread labels right by their sequence', () => {
    expect(idsOf('Điều L. Phạm vi.\nĐiều 2. Hiệu lực.\nĐiều 3. Thi hành.')).toEqual(['Điều 1', 'Điều 2', 'Điều 3']);
    expect(idsOf('l. Sở A làm.\n2. Sở B làm.\nB. Không phải.')).toEqual(['1', '2']);
    expect(idsOf('a) Một.\nb) Hai.\nc) Ba.\nd) Bốn.\nd) Năm.\ne) Sáu.')).toEqual(['a', 'b', 'c', 'd', 'đ', 'e']);
    expect(idsOf('I. MỘT\n1. A.\nIl. HAI\n1. B.')).toEqual(['I', 'I.1', 'II', 'II.1']);
  });

  it('names 2.1 under 2 by its last figure and counts repeats', () => {
    expect(idsOf('1. Một.\n2. Hai:\n2.1. Trước.\n2.2. Sau.\n3. Ba.')).toEqual(['1', '2', '2.1', '2.2', '3']);
    expect(idsOf('I. MỘT\nI.1. Trước.\nI.2. Sau.\nII. HAI\nII.1. Nữa.')).toEqual(['I', 'I.1', 'I.2', 'II', 'II.1']);
    expect(idsOf('1. Một.\n2. Hai.\nNgoài ra cần làm tiếp.\n1. Lại một.\n2. Lại hai.')).toEqual(['1', '2', '1~2', '2~2']);
  });

  it('takes no wrapped line for a label', () => {
    expect(idsOf('1. Thực hiện theo quy định tại khoản\n2. Điều 5 của Quy chế này và khoản\n3. Điều 6 nữa.\n2. Báo cáo.')).toEqual(['1', '2']);
    expect(idsOf('1. Sở Lao động\n57-NQ/TW và các văn bản ngày\n15/01/2025 của Sở.\n2. Gửi.')).toEqual(['1', '2']);
  });

  it('takes a dash behind a row that lost its end for a bullet, not the dash of a name', () => {
    const list =
      '1. Các trạm chú trọng thực hiện tốt một số việc trọng tâm nhất\n- Tập trung tiêm phòng cho trẻ em trong toàn bộ địa bàn xã;\n- Chuẩn bị thuốc.';
    expect(idsOf(list)).toEqual(['1', '1.-1', '1.-2']);
    const name =
      '1. Đề nghị Phòng Giáo dục và Đào tạo, Phòng Lao động\n- Thương binh và Xã hội huyện Bình An khẩn trương rà soát\n- Kiến trúc nhà ở cũ.\n- Báo cáo.';
    expect(idsOf(name)).toEqual(['1', '1.-1']);
  });

  it('counts figures behind a bullet that only stands before them as clauses of their own', () => {
    expect(idsOf('- Chủ tịch huyện Bình An.\n\nPhó Thủ tướng có ý kiến như sau:\n\n1. Huyện Bình An:\n- Rà soát đất.\n2. Sở Y tế báo cáo.')).toEqual([
      '-1',
      '1',
      '1.-1',
      '2',
    ]);
  });

  it('goes on with the clause of item (1) where item (2) follows the dashes below it', () => {
    const reading = plainReading('1. Việc cần làm:\n(1) Sở Y tế:\n- Mua thuốc.\n- Mua bông.\n(2) Sở Nội vụ lo biên chế.\n2. Hết.');
    const [clause] = segment(reading).clauses;
    expect(clause?.children.map(({ id }) => id)).toEqual(['1.-1', '1.-2']);
    expect(clause?.own.map(({ start, end }) => reading.text.slice(start, end)).at(-1)).toBe('(2) Sở Nội vụ lo biên chế.');
  });

  it('takes a first sentence that tells what was received for no addressee', () => {
    const text =
      'Số: 12/SYT-VP\n\nKính gửi: Công ty An Phú\nSở Y tế tỉnh Bình An nhận được Văn bản số 5 ngày\n14/5/2026 của Công ty An Phú về việc mua thuốc.\n1. Công ty nộp hồ sơ.';
    expect(kindsOf(text)).toContain('body');
    expect(segment(plainReading(text)).segments.find(({ kind }) => kind === 'addressees')?.span.end).toBe(text.indexOf('Sở Y tế') - 1);
  });

  it('ends the body at its closing sign where the recipients have no heading', () => {
    const text =
      'Số: 12/UBND-VP\n\nKính gửi: Sở Y tế\n\n1. Sở Y tế rà soát.\n\nVăn phòng thông báo để các cơ quan biết./.\n- Chủ tịch tỉnh (để b/c);\n- Trợ lý, các Vụ.';
    expect(idsOf(text)).toEqual(['1']);
    expect(idsOf('1. Gồm:\n- Rà soát hồ sơ đất rừng.\n- Kiểm tra kho.')).toEqual(['1', '1.-1', '1.-2']);
  });

  it('warns of gaps instead of dropping what follows', () => {
    const { clauses, warnings } = segment(plainReading('1. Một.\n2. Hai.\n4. Bốn.'));
    expect(clauses.map(({ id }) => id)).toEqual(['1', '2', '4']);
    expect(warnings.map(({ code }) => code)).toEqual(['numbering-gap']);
  });

  it('leaves labels of quoted text alone', () => {
    expect(idsOf('1. Sửa đổi khoản 2 như sau:\n“1. Cũ.\n2. Mới”.\n2. Thi hành.')).toEqual(['1', '2']);
  });

  it('makes items of (1) (2) in running text', () => {
    const reading = plainReading('1. Trình các luật: (1) Luật Thuế. (2) Luật Đất. Đồng thời, rà soát tiếp.');
    const [clause] = segment(reading).clauses;
    const words = (node: ClauseNode | undefined) => node?.own.map(({ start, end }) => reading.text.slice(start, end));
    expect(clause?.children.map(({ id }) => id)).toEqual(['1.(1)', '1.(2)']);
    expect(words(clause)).toEqual(['Trình các luật:', 'Đồng thời, rà soát tiếp.']);
    expect(words(clause?.children[1])).toEqual(['Luật Đất.']);
  });

  it('cuts page numbers and footnotes out of a clause', () => {
    const reading = plainReading(
      '1. Sở A thực hiện quy trình1 và tiếp tục gửi\n1 Nội dung quy trình do Sở B quy định\n2\n\nbáo cáo về huyện.\n2. Sở C lưu.',
    );
    const { clauses, segments } = segment(reading);
    expect(clauses[0]?.own.map(({ start, end }) => reading.text.slice(start, end))).toEqual([
      'Sở A thực hiện quy trình1 và tiếp tục gửi',
      'báo cáo về huyện.',
    ]);
    expect(segments.map(({ kind }) => kind)).toEqual(['body', 'footnote', 'page-number', 'body']);
  });

  it('makes what is attached a part of its own', () => {
    const ids = idsOf(
      `${LETTER}\n\nPHỤ LỤC I\nDANH MỤC HỒ SƠ\n(Kèm theo Công văn số 12/UBND-VP)\n1. Hồ sơ đất đai.\n2. Hồ sơ hộ tịch.\n\nMẫu số 02\n- Tên hồ sơ: …\n- Số tờ: …`,
    );
    expect(ids).toEqual(['1', '2', 'Phụ lục I', 'Phụ lục I.1', 'Phụ lục I.2', 'Mẫu 02', 'Mẫu 02.-1', 'Mẫu 02.-2']);
  });

  it('begins with an annex that came without its letter', () => {
    expect(idsOf('PHỤ LỤC II\nDANH MỤC HỒ SƠ\n(Kèm theo Công văn số 12/UBND-VP)\n1. Hồ sơ đất đai.\n2. Hồ sơ hộ tịch.')).toEqual([
      'Phụ lục II',
      'Phụ lục II.1',
      'Phụ lục II.2',
    ]);
    expect(idsOf('Phụ lục của Quyết định được sửa đổi như sau:\n1. Bỏ mục 3.\n2. Thêm mục 4.')).toEqual(['1', '2']);
  });

  it('names a part by the title below its header', () => {
    const ids = idsOf(`${LETTER}\n\nHUYỆN BÌNH AN\nPHÒNG NỘI VỤ\nNỘI QUY\nTiếp dân\n(Ban hành kèm theo Quyết định số 5)\nI. LỊCH TIẾP\n1. Thứ Hai.`);
    expect(ids).toEqual(['1', '2', 'Nội quy', 'Nội quy.I', 'Nội quy.I.1']);
  });

  it('reads folded text: lost marks do not matter', () => {
    const bare = LETTER.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').replace(/Đ/gu, 'D');
    expect(kindsOf(bare)).toEqual(kindsOf(LETTER));
    expect(idsOf(bare)).toEqual(['1', '2']);
  });
});

describe('rows that lost their ends, heads that lost their number', () => {
  const tail = 'Nơi nhận:\n- Như trên;\n- Lưu: VT.\n';
  it('begins a list of figures behind a cut row where its second figure follows', () => {
    const body = (second: string) =>
      `Tại cuộc họp ngày 05/3/2024, sau khi nghe các đơn vị báo cáo, Chủ tịch kết luận như\n1. Cơ bản thống nhất với báo cáo của các đơn vị về kết quả thực hiện nhiệm vụ tháng hai\n${second}`;
    expect(idsOf(`${body('2. Giao Phòng Nội vụ rà soát biên chế của các trường trên địa bàn.')}\n${tail}`)).toEqual(['1', '2']);
    expect(idsOf(`${body('Giao Phòng Nội vụ rà soát biên chế của các trường trên địa bàn huyện.')}\n${tail}`)).toEqual([]);
  });
  it('goes on behind a row that stops at "cho", not behind "và"', () => {
    const list = (end: string) =>
      `Ủy ban nhân dân huyện yêu cầu các đơn vị thực hiện ngay những nội dung sau đây:\n1. Rà soát toàn bộ hồ sơ lưu trữ của các phòng, cân đối nguồn lực để bố trí phù hợp ${end}\n2. Báo cáo kết quả về Văn phòng trước ngày 20 tháng 3 năm 2024 để tổng hợp.\n`;
    expect(idsOf(list('cho'))).toEqual(['1', '2']);
    expect(idsOf(list('và'))).toEqual(['1']);
  });
  it('takes a Roman number before capitals for a title behind a cut row, and one before small letters for none', () => {
    const list = (title: string) =>
      `1. Phấn đấu bảo đảm toàn bộ thủ tục hành chính lĩnh vực xây dựng đều được cung cấp dịch vụ công\n${title}\n- Hoàn thiện hệ thống văn bản, cơ chế, chính sách nhằm tạo lập môi trường pháp lý thuận lợi.\n- Đầu tư hạ tầng.\n`;
    expect(idsOf(list('III. NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU CỦA KẾ HOẠCH TRONG CẢ GIAI ĐOẠN SẮP TỚI Ở HUYỆN'))).toEqual([
      '1',
      'III',
      'III.-1',
      'III.-2',
    ]);
    expect(idsOf(list('III. của Kế hoạch số 12 và các văn bản có liên quan đã được ban hành trong cả giai đoạn'))).toEqual(['1', '1.-1', '1.-2']);
  });
  it('takes no first row for a title that ends before the body it names', () => {
    const headingOf = (first: string, second: string): string | null | undefined =>
      segment(plainReading(`${LETTER.slice(0, LETTER.indexOf('1. Phòng'))}1. ${first}\n${second}\n2. UBND các xã lập danh mục.\n`)).clauses[0]
        ?.heading;
    expect(headingOf('Phối hợp với Giám đốc', 'Sở Y tế bố trí nhân lực để tiếp nhận hồ sơ.')).toBeNull();
    expect(headingOf('Giám đốc', 'Chịu trách nhiệm bố trí nhân lực để tiếp nhận hồ sơ.')).toBe('Giám đốc');
  });
  it('takes no first row for a title that a counted word goes on with', () => {
    const headingOf = (row: string): string | null | undefined =>
      segment(
        plainReading(
          `${LETTER.slice(0, LETTER.indexOf('1. Phòng'))}1. Về hoạt động của mô hình chính quyền địa phương\n${row}: giao Phòng Nội vụ rà soát.\n2. UBND các xã lập danh mục.\n`,
        ),
      ).clauses[0]?.heading;
    expect(headingOf('02 cấp')).toBeNull();
    expect(headingOf('Tổ chức bộ máy')).toBe('Về hoạt động của mô hình chính quyền địa phương');
  });
  it('ends a head without number and type before its first sentence', () => {
    const text = `ĐẢNG CỘNG SẢN VIỆT NAM\nBAN THƯỜNG VỤ HUYỆN ỦY\nVỀ KẾT QUẢ SẮP XẾP CÁC TRƯỜNG HỌC\nTại phiên họp ngày 05/3/2024, sau khi nghe báo cáo của Ban Tổ\nchức Huyện ủy về kết quả sắp xếp các trường học trên địa bàn\nhuyện (Báo cáo số 12-BC/HU), Ban Thường vụ kết luận như sau:\n1. Cơ bản thống nhất với báo cáo.\n2. Giao Ban Tổ chức theo dõi.\n`;
    expect(kindsOf(text)).toEqual(['header', 'body']);
  });
  it('opens the body below a title that stands on the row of its type', () => {
    const head = 'VĂN PHÒNG TỈNH\nSố: 12/TB-VP\nHà Nội, ngày 05 tháng 3 năm 2024\nTHÔNG BÁO\n';
    const rest = 'Ngày 02 tháng 3 năm 2024, tại trụ sở, Chủ tịch đã chủ trì cuộc họp về đề án và kết luận như sau:\n1. Giao Sở A rà soát.\n';
    expect(kindsOf(`${head}KẾT LUẬN CUỘC HỌP VỀ ĐỀ ÁN BẢO VỆ RỪNG\n${rest}`)).toEqual(['header', 'title', 'body']);
  });
});
