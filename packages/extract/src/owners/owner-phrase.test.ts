import { describe, expect, it } from 'vitest';
import { tokenise } from '../words/tokens.ts';
import type { NamePart } from './name.ts';
import { readOwnerPhrase } from './owner-phrase.ts';

function reading(text: string, opening = false) {
  const tokens = tokenise(text);
  const phrase = readOwnerPhrase(tokens, true, opening);
  const words = ({ start, end }: NamePart) => text.slice(tokens[start]?.start, tokens[end - 1]?.end);
  return {
    form: phrase.form,
    giver: phrase.giver,
    leads: phrase.leads.map(words),
    supports: phrase.supports.map(words),
    work: text.slice(tokens[phrase.verbAt]?.start ?? text.length),
  };
}

describe('assignments', () => {
  it.each<[string, string[], string[], string]>([
    ['Giao Sở Y tế rà soát hồ sơ', ['Sở Y tế'], [], 'rà soát hồ sơ'],
    ['Giao cho Văn phòng tổng hợp', ['Văn phòng'], [], 'tổng hợp'],
    ['Đề nghị các đơn vị gửi báo cáo', ['các đơn vị'], [], 'gửi báo cáo'],
    [
      'Chủ tịch UBND tỉnh giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính và các cơ quan liên quan xây dựng đề án',
      ['Sở Nội vụ'],
      ['Sở Tài chính', 'các cơ quan liên quan'],
      'xây dựng đề án',
    ],
    [
      'Giao Vụ Kế hoạch chủ trì, phối hợp Trung tâm thông tin và các đơn vị có liên quan lập dự toán',
      ['Vụ Kế hoạch'],
      ['Trung tâm thông tin', 'các đơn vị có liên quan'],
      'lập dự toán',
    ],
    ['Bộ Tài chính chủ trì cùng Bộ Xây dựng rà soát định mức', ['Bộ Tài chính'], ['Bộ Xây dựng'], 'rà soát định mức'],
    ['Giao Sở Xây dựng chủ trì, Sở Tài chính phối hợp thực hiện', ['Sở Xây dựng'], ['Sở Tài chính'], 'thực hiện'],
    ['Chỉ đạo Chi cục Thú y và các xã, phường kiểm tra việc giết mổ', ['Chi cục Thú y', 'các xã, phường'], [], 'kiểm tra việc giết mổ'],
    ['Đảng ủy A chỉ đạo rà soát nhiệm vụ', ['Đảng ủy A'], [], 'chỉ đạo rà soát nhiệm vụ'],
    ['Giao VNPT Lào Cai triển khai hạ tầng', ['VNPT Lào Cai'], [], 'triển khai hạ tầng'],
  ])('%s', (text, leads, supports, work) => {
    expect(reading(text)).toMatchObject({ leads, supports, work });
  });
});

describe('subjects', () => {
  it.each<[string, string[]]>([
    ['Các Bộ, cơ quan gửi báo cáo', ['Các Bộ, cơ quan']],
    ['Tổ chức, cá nhân hoạt động khoáng sản thực hiện bảo vệ môi trường', ['Tổ chức, cá nhân hoạt động khoáng sản']],
    ['Bộ Giáo dục và Đào tạo ban hành hướng dẫn', ['Bộ Giáo dục và Đào tạo']],
    ['Sở Văn hóa, Thể thao và Du lịch tổ chức lễ hội', ['Sở Văn hóa, Thể thao và Du lịch']],
    ['Sở Lao động - Thương binh và Xã hội rà soát đối tượng', ['Sở Lao động - Thương binh và Xã hội']],
    ['Tỉnh ủy, thành ủy thành lập Ban Chỉ đạo', ['Tỉnh ủy', 'thành ủy']],
    ['Các Sở: Nội vụ, Tài chính và Xây dựng rà soát biên chế', ['Các Sở: Nội vụ, Tài chính và Xây dựng']],
    ['UBND các xã, phường và Công an tỉnh tăng cường kiểm tra', ['UBND các xã, phường', 'Công an tỉnh']],
    ['Các xã, phường Tân Lập, Hòa Bình khẩn trương rà soát', ['Các xã, phường Tân Lập, Hòa Bình']],
    ['Các đơn vị Trung tâm Y tế huyện, Bệnh viện đa khoa tỉnh chuẩn bị thuốc', ['Trung tâm Y tế huyện', 'Bệnh viện đa khoa tỉnh']],
    ['Các cơ sở kinh doanh hóa chất trên địa bàn tỉnh chưa báo cáo khẩn trương thực hiện', ['Các cơ sở kinh doanh hóa chất trên địa bàn tỉnh']],
    ['Bộ Ngoại giao phối hợp với Bộ Công Thương xây dựng chiến lược', ['Bộ Ngoại giao']],
    [
      'Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương và tỉnh ủy báo cáo Ban Bí thư',
      ['Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương', 'tỉnh ủy'],
    ],
    ['Hiệu trưởng các trường học vận động phụ huynh', ['Hiệu trưởng các trường học']],
    ['Sau khi kết thúc đợt kiểm tra, các phòng chuyên môn tổng hợp kết quả', ['các phòng chuyên môn']],
    ['Từ ngày 01/01/2026 cơ quan thuế phải rà soát hóa đơn', ['cơ quan thuế']],
    ['Trước kỳ họp của đại biểu, tổ giúp việc, thư ký, học viên phải chuẩn bị tài liệu', ['học viên']],
  ])('%s', (text, leads) => {
    expect(reading(text)).toMatchObject({ form: 'subject', leads });
  });
});

describe('what names nobody', () => {
  it.each([
    ['Khẩn trương rà soát các dự án', 'command'],
    ['Đa dạng hóa hình thức tuyên truyền', 'command'],
    ['Nếu đủ điều kiện, đề xuất phương án di dời', 'command'],
    ['Trong quý III/2025 phải hoàn thành số hóa hồ sơ', 'command'],
    ['Hồ sơ góp ý đề nghị gửi về Sở Tư pháp', 'command'],
    ['Kế hoạch phải rõ người, rõ việc', 'thing'],
    ['Chương trình được thiết kế theo ba phần', 'thing'],
    ['Về kiểm điểm, đánh giá cán bộ', 'thing'],
    ['Đề xuất của Sở Xây dựng tại Công văn số 12/SXD-KT', 'thing'],
    ['Trách nhiệm của Sở Công Thương', 'heading'],
    ['Đối với các doanh nghiệp có cửa hàng xăng dầu', 'heading'],
  ])('%s → %s', (text, form) => {
    expect(reading(text).form).toBe(form);
  });

  it('takes what a letter rests on for no assignment before its first clause, and for a command in a clause', () => {
    const text = 'Thực hiện Công văn số 12/UBND-KT ngày 02/3/2025 của UBND tỉnh, trong đó giao Sở A chủ trì rà soát';
    expect(reading(text, true)).toMatchObject({ form: 'none', leads: [] });
    expect(reading('Thực hiện các thủ tục về đất đai').form).toBe('command');
    expect(reading('Thực hiện chức năng được giao, Sở Công Thương yêu cầu các đơn vị khẩn trương báo cáo', true)).toMatchObject({
      giver: true,
      leads: ['các đơn vị'],
    });
  });
});

describe('spoilt text', () => {
  it.each([
    'Giao Sở Y tế chủ\ntrì, phối hợp với\nSở Tài chính lập dự toán',
    'Giao Sở Y tê chu trì, phôi hợp vơi Sở Tài chính lập dự toán',
    'giao Sở Y tế chủ trì, phối hợp với Sở Tài chính lập dự toán',
  ])('reads over line ends and lost marks: %s', (text) => {
    const found = reading(text);
    expect(found.leads).toHaveLength(1);
    expect(found.supports).toEqual(['Sở Tài chính']);
    expect(found.work).toMatch(/^lập dự toán/u);
  });
});
