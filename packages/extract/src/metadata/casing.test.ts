import { expect, it } from 'vitest';
import { caserOf } from './casing.ts';

it.each([
  ['ỦY BAN NHÂN DÂN HUYỆN ĐẮK R’LẤP', 'Ủy ban nhân dân huyện Đắk R’lấp'],
  ['HỘI ĐỒNG NHÂN DÂN TỈNH ĐẮK NÔNG', 'Hội đồng nhân dân tỉnh Đắk Nông'],
  ['HỘI ĐÒNG NHÂN DÂN TỈNH ĐẮK NÔNG', 'Hội đồng nhân dân tỉnh Đắk Nông'],
  ['SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI', 'Sở Lao động - Thương binh và Xã hội'],
  ['ĐẢNG ỦY ỦY BAN NHÂN DÂN TỈNH', 'Đảng ủy Ủy ban nhân dân tỉnh'],
  ['TỔNG CỤC THUẾ', 'Tổng cục Thuế'],
  ['UBND THÀNH PHỐ ĐÀ NẴNG', 'UBND thành phố Đà Nẵng'],
  ['PHÓ CHỦ TỊCH', 'Phó Chủ tịch'],
  ['Sở Công Thương', 'Sở Công Thương'],
])('writes %s', (capitals, written) => {
  expect(caserOf('').name(capitals)).toBe(written);
});

it('prefers the spelling of the text itself', () => {
  expect(caserOf('Ban Quản lý dự án Sông Hậu họp.').name('BAN QUẢN LÝ DỰ ÁN SÔNG HẬU')).toBe('Ban Quản lý dự án Sông Hậu');
  expect(caserOf('theo Luật Lưu trữ hiện hành').title('VỀ VIỆC THI HÀNH LUẬT LƯU TRỮ')).toBe('Về việc thi hành Luật Lưu trữ');
});
