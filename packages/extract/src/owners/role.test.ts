import { describe, expect, it } from 'vitest';
import { tokenise } from '../words/tokens.ts';
import { readOwnerPhrase } from './owner-phrase.ts';
import { reading } from './reading.fixture.ts';

describe('what stands behind a name and is no part of it', () => {
  it.each<[string, string[], string[]]>([
    ['Giao Bộ Y tế (Cơ quan Thường trực Hội đồng tư vấn) có trách nhiệm tổng hợp', ['Bộ Y tế'], []],
    ['Giao Bộ Tài chính (Kho bạc Nhà nước) tổng hợp', ['Bộ Tài chính (Kho bạc Nhà nước)'], []],
    ['Sở Tài chính - Cơ quan thường trực Ban Chỉ đạo', ['Sở Tài chính'], []],
    ['Giao Sở Tài chính - Cơ quan thường trực Ban Chỉ đạo chủ trì, phối hợp với Sở Y tế rà soát', ['Sở Tài chính'], ['Sở Y tế']],
    ['Giao Đài Phát thanh - Truyền hình tỉnh đưa tin', ['Đài Phát thanh - Truyền hình tỉnh'], []],
    ['Trách nhiệm của các cơ quan cấp trên (bao gồm cả cơ quan đại diện chủ sở hữu):', ['các cơ quan cấp trên'], []],
    ['Trách nhiệm của đối tượng thực hiện kiểm kê:', ['đối tượng thực hiện kiểm kê'], []],
    ['Trách nhiệm của cơ sở dạy thêm (Điều 14)', ['cơ sở dạy thêm'], []],
    ['Trách nhiệm của việc thực hiện kiểm kê:', [], []],
    ['Thành phần hóa học của sản phẩm', [], []],
    ['Chuyên nghiệp hóa đội ngũ', [], []],
    ['Trách nhiệm của đại diện chủ sở hữu (bao gồm cả Sở Tài chính):', ['đại diện chủ sở hữu'], []],
    ['Các Sở: Y tế, Xây dựng (thành viên Ban Chỉ đạo):', ['Các Sở: Y tế, Xây dựng'], []],
    ['Các Sở: Y tế, Xây dựng (thành viên Ban Chỉ đạo) rà soát', ['Các Sở: Y tế, Xây dựng'], []],
    ['Giao Thanh tra thành phố tổ chức thanh tra', ['Thanh tra thành phố'], []],
    ['Giao Thanh tra thành phố phô tô hồ sơ', ['Thanh tra thành phố'], []],
    ['Đề nghị các cơ sở sản xuất, kinh doanh vui lòng báo cáo', ['các cơ sở sản xuất, kinh doanh'], []],
    ['Đề nghị các cơ sở sản xuất, kinh doanh hóa chất báo cáo', ['các cơ sở sản xuất, kinh doanh hóa chất'], []],
    ['Nhiệm vụ của chương trình kiểm kê:', [], []],
    ['Các Bộ, cơ quan đã nêu trong Hướng dẫn của Hội đồng A có kế hoạch triển khai', ['Các Bộ, cơ quan'], []],
    ['Các Bộ, cơ quan đã có kế hoạch triển khai', [], []],
    ['Sở Tài chính phối hợp Sở Y tế:', ['Sở Tài chính'], ['Sở Y tế']],
    ['Sở Tài chính phối hợp phòng, chống dịch:', ['Sở Tài chính'], []],
    ['Chỉ đạo chủ đầu tư, bên mời thầu báo cáo hồ sơ', ['chủ đầu tư', 'bên mời thầu'], []],
    [
      'Thủ trưởng các sở, ban, đơn vị trực thuộc Ủy ban nhân dân tỉnh rà soát',
      ['Thủ trưởng các sở, ban, đơn vị trực thuộc Ủy ban nhân dân tỉnh'],
      [],
    ],
    ['Thủ trưởng các sở, ban, Công an tỉnh rà soát', ['Thủ trưởng các sở, ban', 'Công an tỉnh'], []],
  ])('%s', (text, leads, supports) => {
    expect(reading(text)).toMatchObject({ leads, supports });
  });

  it('is looked for behind a dash that a role follows alone', () => {
    expect(readOwnerPhrase(tokenise('Sở Tài chính - Phòng Ngân sách')).form).not.toBe('command');
    expect(reading('Sở Tài chính - Phòng Ngân sách rà soát').leads).not.toEqual(['Sở Tài chính']);
  });
});
