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
