import { describe, expect, it } from 'vitest';
import { reading } from './reading.fixture.ts';

describe('authorities called by their work', () => {
  it.each<[string, string[], string]>([
    ['Cơ quan thanh tra khẩn trương hoàn thành kết luận', ['Cơ quan thanh tra'], 'khẩn trương hoàn thành kết luận'],
    ['Các sở và các cơ quan thanh tra căn cứ nhiệm vụ được giao khẩn trương xử lý', ['Các sở', 'các cơ quan thanh tra'], 'khẩn trương xử lý'],
    ['Lực lượng tuần tra, kiểm soát phải lập biên bản', ['Lực lượng tuần tra, kiểm soát'], 'phải lập biên bản'],
    ['Thủ trưởng các cơ quan tham mưu, quản lý nhà nước thuộc Bộ', ['Thủ trưởng các cơ quan tham mưu, quản lý nhà nước thuộc Bộ'], ''],
    ['Các cơ quan thanh tra việc chấp hành pháp luật', ['Các cơ quan'], 'thanh tra việc chấp hành pháp luật'],
    ['Các cơ quan kiểm tra, khẩn trương xử lý vi phạm', ['Các cơ quan'], 'kiểm tra, khẩn trương xử lý vi phạm'],
  ])('%s', (text, leads, work) => {
    expect(reading(text)).toMatchObject({ leads, work });
  });
});

describe('bodies of a kind', () => {
  it.each<[string, string[]]>([
    ['Các chủ rừng là tổ chức (các Ban quản lý rừng, các Công ty lâm nghiệp…)', ['Các chủ rừng là tổ chức']],
    ['Các nhà thầu là doanh nghiệp phải nộp hồ sơ', ['Các nhà thầu là doanh nghiệp']],
    ['Các đơn vị là cơ quan chủ trì rà soát', ['Các đơn vị']],
  ])('%s', (text, leads) => {
    expect(reading(text)).toMatchObject({ leads });
  });
});

describe('names with words that are verbs elsewhere', () => {
  it.each<[string, string[], string]>([
    ['Các đơn vị tư vấn, thi công phải tuân thủ thiết kế', ['Các đơn vị tư vấn, thi công'], 'phải tuân thủ thiết kế'],
    ['Các doanh nghiệp viễn thông bảo đảm liên lạc', ['Các doanh nghiệp viễn thông'], 'bảo đảm liên lạc'],
    ['Thống kê thiệt hại, báo cáo Sở Y tế', [], 'Thống kê thiệt hại, báo cáo Sở Y tế'],
    ['Thống kê tỉnh tổng hợp số liệu', ['Thống kê tỉnh'], 'tổng hợp số liệu'],
    ['Nhà thầu thi công bố trí máy móc', ['Nhà thầu thi công'], 'bố trí máy móc'],
    ['Các cơ quan tiến hành tố tụng đẩy nhanh tiến độ', ['Các cơ quan tiến hành tố tụng'], 'đẩy nhanh tiến độ'],
    ['Các đơn vị cung cấp dịch vụ viễn thông nhắn tin cảnh báo', ['Các đơn vị cung cấp dịch vụ viễn thông'], 'nhắn tin cảnh báo'],
    ['Các đơn vị cung cấp thông tin, rà soát số liệu', ['Các đơn vị'], 'cung cấp thông tin, rà soát số liệu'],
    ['Các cơ sở giáo dục mầm non, phổ thông tổ chức kiểm tra bếp ăn', ['Các cơ sở giáo dục mầm non, phổ thông'], 'tổ chức kiểm tra bếp ăn'],
    ['Các cơ quan báo chí, truyền thông đưa tin chính xác', ['Các cơ quan báo chí, truyền thông'], 'đưa tin chính xác'],
    ['Các Ban Quản lý rừng phòng hộ, đặc dụng tổ chức tuần tra', ['Các Ban Quản lý rừng phòng hộ, đặc dụng'], 'tổ chức tuần tra'],
    ['Các cơ sở y tế công lập, ngoài công lập thu dung người bệnh', ['Các cơ sở y tế công lập, ngoài công lập'], 'thu dung người bệnh'],
    ['Các hãng hàng không tăng chuyến bay', ['Các hãng hàng không'], 'tăng chuyến bay'],
    ['Cơ quan thường trực Ban Chỉ đạo đôn đốc các đơn vị', ['Cơ quan thường trực Ban Chỉ đạo'], 'đôn đốc các đơn vị'],
    ['Trung tâm Dịch vụ tổng hợp xã viết tin bài', ['Trung tâm Dịch vụ tổng hợp xã'], 'viết tin bài'],
    ['Vụ Kế hoạch tổng hợp số liệu', ['Vụ Kế hoạch'], 'tổng hợp số liệu'],
    ['Hội đồng bồi thường, hỗ trợ và tái định cư lập phương án', ['Hội đồng bồi thường, hỗ trợ và tái định cư'], 'lập phương án'],
    ['UBND các xã bồi thường, hỗ trợ và tái định cư cho người dân', ['UBND các xã'], 'bồi thường, hỗ trợ và tái định cư cho người dân'],
    ['Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh rà soát hồ sơ', ['Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh'], 'rà soát hồ sơ'],
    ['Bộ Chỉ huy Quân sự tỉnh và sở, ngành có liên quan rà soát hồ sơ', ['Bộ Chỉ huy Quân sự tỉnh', 'sở, ngành có liên quan'], 'rà soát hồ sơ'],
    ['Tổ công nghệ số cộng đồng hướng dẫn người dân', ['Tổ công nghệ số cộng đồng'], 'hướng dẫn người dân'],
    [
      'Các cơ quan được phân công chủ trì thực hiện nhiệm vụ tại Kế hoạch này có trách nhiệm lập dự toán',
      ['Các cơ quan được phân công chủ trì thực hiện nhiệm vụ'],
      'lập dự toán',
    ],
    ['Các cơ quan được phân công, phải lập dự toán', ['Các cơ quan'], 'phải lập dự toán'],
    ['Hằng tuần, vào thứ Sáu, các chủ đầu tư báo cáo tiến độ', ['các chủ đầu tư'], 'báo cáo tiến độ'],
    ['Hằng năm, vào quý I, rà soát hồ sơ', [], 'Hằng năm, vào quý I, rà soát hồ sơ'],
  ])('%s', (text, leads, work) => {
    expect(reading(text)).toMatchObject({ leads, work });
  });
});
