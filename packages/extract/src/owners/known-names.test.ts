import { describe, expect, it } from 'vitest';
import { reading } from './reading.fixture.ts';

describe('names that hold verbs, commas and small letters', () => {
  it.each<[string, string[], string]>([
    ['Đài Tiếng nói Việt Nam xây dựng kịch bản', ['Đài Tiếng nói Việt Nam'], 'xây dựng kịch bản'],
    ['Giao Chi cục Trồng trọt và bảo vệ thực vật hướng dẫn phun thuốc', ['Chi cục Trồng trọt và bảo vệ thực vật'], 'hướng dẫn phun thuốc'],
    [
      'Giám đốc Sở Văn hóa, Thể thao và Du lịch tỉnh Hòa An kiểm tra các lễ hội',
      ['Giám đốc Sở Văn hóa, Thể thao và Du lịch tỉnh Hòa An'],
      'kiểm tra các lễ hội',
    ],
    ['Phòng nông nghiệp và phát triển nông thôn huyện tổ chức tập huấn', ['Phòng nông nghiệp và phát triển nông thôn huyện'], 'tổ chức tập huấn'],
    [
      'Yêu cầu Trưởng phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ lập hồ sơ',
      ['Trưởng phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ'],
      'lập hồ sơ',
    ],
    ['Đề nghị Công ty lập và nộp lại hồ sơ', ['Công ty'], 'lập và nộp lại hồ sơ'],
    ['Văn phòng Sở xây dựng kế hoạch', ['Văn phòng Sở'], 'xây dựng kế hoạch'],
    ['Sở Xây dựng xây dựng kế hoạch', ['Sở Xây dựng'], 'xây dựng kế hoạch'],
    ['Các trường công lập rà soát biên chế', ['Các trường công lập'], 'rà soát biên chế'],
    ['Giao các Cục, Vụ liên quan tổng hợp', ['các Cục, Vụ liên quan'], 'tổng hợp'],
    ['Các Ban Hội đồng nhân dân, các Tổ đại biểu giám sát việc thi hành', ['Các Ban Hội đồng nhân dân', 'các Tổ đại biểu'], 'giám sát việc thi hành'],
    ['Yêu cầu UBND các xã có rừng tăng cường tuần tra', ['UBND các xã có rừng'], 'tăng cường tuần tra'],
    ['Đề nghị DNTN Tân Hòa rà soát hồ sơ', ['DNTN Tân Hòa'], 'rà soát hồ sơ'],
  ])('%s', (text, leads, work) => {
    expect(reading(text)).toMatchObject({ leads, work });
  });
});

describe('names with verbs of their own', () => {
  it.each<[string, string[]]>([
    ['Đề nghị Công ty cổ phần Đầu tư xây dựng cầu đường Tân Phú nộp báo cáo', ['Công ty cổ phần Đầu tư xây dựng cầu đường Tân Phú']],
    ['Công ty TNHH sản xuất và thương mại Tân Phú gửi hồ sơ', ['Công ty TNHH sản xuất và thương mại Tân Phú']],
    ['Đề nghị Công ty cổ phần Tư vấn thiết kế công nghiệp thông báo kết quả', ['Công ty cổ phần Tư vấn thiết kế công nghiệp']],
    ['Công ty Tân Phú xây dựng phương án ứng cứu', ['Công ty Tân Phú']],
    ['Công ty xây dựng phương án ứng cứu', ['Công ty']],
    ['Công ty cổ phần Tân Phú đầu tư trạm cân', ['Công ty cổ phần Tân Phú']],
    ['Giao Phòng Cảnh sát Quản lý hành chính về Trật tự xã hội kiểm tra kho', ['Phòng Cảnh sát Quản lý hành chính về Trật tự xã hội']],
    [
      'Giám đốc Sở Y tế, Giám đốc Công ty Cổ phần xây dựng thủy lợi Tân Phú chịu trách nhiệm thi hành Quyết định này',
      ['Giám đốc Sở Y tế', 'Giám đốc Công ty Cổ phần xây dựng thủy lợi Tân Phú'],
    ],
    [
      'Giao Phòng Cảnh sát giao thông (PC08) - Công an tỉnh Gia Lai, UBND xã Chư Sê kiểm tra xe',
      ['Phòng Cảnh sát giao thông (PC08) - Công an tỉnh Gia Lai', 'UBND xã Chư Sê'],
    ],
    ['Giao Sở Y tế gửi báo cáo về Sở Nội vụ', ['Sở Y tế']],
  ])('%s', (text, leads) => {
    expect(reading(text).leads).toEqual(leads);
  });
});
