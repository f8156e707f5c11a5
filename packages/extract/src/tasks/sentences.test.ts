import { describe, expect, it } from 'vitest';
import { partsOf } from './parts.ts';
import { sentencesOf } from './sentences.ts';

const sentences = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentencesOf', () => {
  it.each<[string, string[]]>([
    ['Rà soát hồ sơ. Báo cáo kết quả.', ['Rà soát hồ sơ.', 'Báo cáo kết quả.']],
    ['UBND TP. Huế và TP.HCM báo cáo. Hết.', ['UBND TP. Huế và TP.HCM báo cáo.', 'Hết.']],
    ['Tăng 3.000 km, đạt 1.5 lần. Tiếp tục.', ['Tăng 3.000 km, đạt 1.5 lần.', 'Tiếp tục.']],
    ['Thực hiện nghiêm túc./.\nNơi nhận', ['Thực hiện nghiêm túc./.', 'Nơi nhận']],
    ['Sở (theo Mục 1. Nội dung A) rà soát. Hết', ['Sở (theo Mục 1. Nội dung A) rà soát.', 'Hết']],
    ['khai thác\nkhoáng sản với cơ quan. Khi cần', ['khai thác\nkhoáng sản với cơ quan.', 'Khi cần']],
    ['Bộ Công\nThương rà soát', ['Bộ Công\nThương rà soát']],
    [
      'Phối hợp Ban Chỉ huy\nQuân sự tỉnh, Công an tỉnh vận chuyển hàng đến các xã bị chia cắt',
      ['Phối hợp Ban Chỉ huy\nQuân sự tỉnh, Công an tỉnh vận chuyển hàng đến các xã bị chia cắt'],
    ],
    [
      'UBND các tỉnh: Đắk Lắk, Gia\nLai và Lâm Đồng khẩn trương gửi báo cáo về Văn phòng Chính phủ',
      ['UBND các tỉnh: Đắk Lắk, Gia\nLai và Lâm Đồng khẩn trương gửi báo cáo về Văn phòng Chính phủ'],
    ],
    [
      'UBND các tỉnh: Đắk Lắk, Gia Lai\nSở Y tế và Sở Nội vụ các tỉnh khẩn trương gửi báo cáo về Bộ',
      ['UBND các tỉnh: Đắk Lắk, Gia Lai', 'Sở Y tế và Sở Nội vụ các tỉnh khẩn trương gửi báo cáo về Bộ'],
    ],
    ['Về mô hình chính quyền\n02 cấp: tăng số phó phòng', ['Về mô hình chính quyền\n02 cấp: tăng số phó phòng']],
    [
      'Đài A chủ trì, phối hợp\nBộ Y tế, Bộ Nội vụ và các cơ quan có liên quan xây dựng phim',
      ['Đài A chủ trì, phối hợp\nBộ Y tế, Bộ Nội vụ và các cơ quan có liên quan xây dựng phim'],
    ],
    [
      'Trách nhiệm chung\nCác đơn vị chủ động tổ chức nghiên cứu, quán triệt và triển khai thực hiện nội dung này.',
      ['Trách nhiệm chung', 'Các đơn vị chủ động tổ chức nghiên cứu, quán triệt và triển khai thực hiện nội dung này.'],
    ],
    ['có ý kiến như sau:\nGiao Sở Y tế', ['có ý kiến như sau:', 'Giao Sở Y tế']],
    ['bán dẫn... nhằm phát triển', ['bán dẫn... nhằm phát triển']],
    ['Đề nghị:\n(i) Sở Y tế rà soát\n(ii) Sở Nội vụ báo cáo', ['Đề nghị:', '(i) Sở Y tế rà soát', '(ii) Sở Nội vụ báo cáo']],
    ['Sở Y tế rà soát. ii) Yêu cầu Sở Nội vụ báo cáo', ['Sở Y tế rà soát.', 'ii) Yêu cầu Sở Nội vụ báo cáo']],
    ['Rà soát; (2) Báo cáo; gửi', ['Rà soát;', '(2) Báo cáo; gửi']],
    ['theo điểm (i) và (ii) khoản 2', ['theo điểm (i) và (ii) khoản 2']],
    [
      'Điều 3 quy định “Cơ quan chuyên môn đăng ký xây dựng quyết định. Việc đăng ký thực hiện theo Quy chế.” Căn cứ quy định trên, rà soát.',
      ['Điều 3 quy định “Cơ quan chuyên môn đăng ký xây dựng quyết định. Việc đăng ký thực hiện theo Quy chế.”', 'Căn cứ quy định trên, rà soát.'],
    ],
    ['Phát động phong trào “Năm an toàn.” Trong tháng 3', ['Phát động phong trào “Năm an toàn.” Trong tháng 3']],
    ['', []],
    ['...', []],
  ])('%j', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});

describe('partsOf', () => {
  const divided = (text: string) => {
    const { head, parts } = partsOf(text, { start: 0, end: text.length });
    return [head === null ? null : text.slice(head.start, head.end), ...parts.map(({ start, end }) => text.slice(start, end).trim())];
  };

  it.each<[string, (string | null)[]]>([
    ['Rà soát; báo cáo.', [null, 'Rà soát;', 'báo cáo.']],
    ['Về đất hiếm: Nghiên cứu; báo cáo.', ['Về đất hiếm:', 'Nghiên cứu;', 'báo cáo.']],
    ['UBND các phường: Yên Bái, Văn Phú rà soát', [null, 'UBND các phường: Yên Bái, Văn Phú rà soát']],
    ['Lúc 10:30 họp (gồm: A; B); kết luận', [null, 'Lúc 10:30 họp (gồm: A; B);', 'kết luận']],
    ['Rà soát; gửi mẫu tại các nơi dưới đây:', [null, 'Rà soát;', 'gửi mẫu tại các nơi dưới đây:']],
  ])('%s', (text, expected) => {
    expect(divided(text)).toEqual(expected);
  });
});

describe('a line that lost its end', () => {
  it('ends before one that gives work or closes the letter', () => {
    const lines =
      'báo cáo Cục kết quả xử lý của các đơn vị trong tháng (gửi bằng văn bản và gửi\nCục Thuế thông báo để các chi cục biết và thực hiện./.';
    expect(sentencesOf(lines)).toHaveLength(2);
    expect(sentencesOf('rà soát các nội dung của kế hoạch đã được phê duyệt tại các xã\nĐề nghị các sở gửi báo cáo.')).toHaveLength(2);
    expect(sentencesOf('rà soát các nội dung của kế hoạch đã được phê duyệt theo\nĐề nghị số 12 của xã.')).toHaveLength(1);
  });

  it('goes on with letters that stand for a thing, not with those that name a body', () => {
    const full = 'quyền lợi của người tham gia bảo hiểm tại các trạm y tế xã và phường.';
    expect(sentencesOf(`Tăng cường kiểm tra công tác\nKCB và đảm bảo ${full}`)).toHaveLength(1);
    expect(sentencesOf(`Tăng cường kiểm tra hồ sơ\nUBND các xã đảm bảo ${full}`)).toHaveLength(2);
  });
});
