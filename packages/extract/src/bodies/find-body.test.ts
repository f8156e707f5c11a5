import { describe, expect, it } from 'vitest';
import { createFinder } from './find-body.ts';

const document = (issuedOn: string | null, issuer: string | null, place: string | null = null) => ({
  issuedOn,
  issuer: issuer === null ? null : { name: issuer, parent: null },
  place,
});
const national = createFinder(document('2025-06-01', 'Văn phòng Chính phủ', 'Hà Nội'));
const laoCai = createFinder(document('2026-06-01', 'Ủy ban nhân dân tỉnh Lào Cai', 'Lào Cai'));

describe('find', () => {
  it.each([
    ['Bộ Khoa học và Công nghệ', 'bo-khoa-hoc-va-cong-nghe'],
    ['Bộ KH&CN', 'bo-khoa-hoc-va-cong-nghe'],
    ['BỘ GDĐT', 'bo-giao-duc-va-dao-tao'],
    ['VPCP', 'van-phong-chinh-phu'],
    ['Văn phòng TW Đảng', 'van-phong-trung-uong-dang'],
    ['Bộ Nông nghiệp và Môi trường', 'bo-nong-nghiep-va-moi-truong'],
    ['Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương', 'dang-uy-mat-tran-to-quoc-cac-doan-the-trung-uong'],
  ])('knows %s by its name and short forms', (name, id) => {
    expect(national.find(name)?.id ?? null).toBe(id);
  });

  it.each([
    ['Bộ Khoa hoc và Công nghê', 'bo-khoa-hoc-va-cong-nghe'],
    ['Bộ Giáo duc vả Đào tao', 'bo-giao-duc-va-dao-tao'],
    ['Bộ Nông nghiép và Môi truờng', 'bo-nong-nghiep-va-moi-truong'],
    ['Ban Tuyên gíao và Dân vân Trung uơng', 'ban-tuyen-giao-va-dan-van-trung-uong'],
    ['Bộ Xây dưng', 'bo-xay-dung'],
    ['Văn phòng Chính phú', 'van-phong-chinh-phu'],
    ['Thanh tra Chinh phử', 'thanh-tra-chinh-phu'],
    ['Bộ Khoa hcc và Công nghé', 'bo-khoa-hoc-va-cong-nghe'],
  ])('reads through misread letters: %s', (name, id) => {
    expect(national.find(name)?.id).toBe(id);
  });

  it('gives a department the province of the document, or the one that it names', () => {
    expect(laoCai.find('Sở KH&CN')).toEqual({ id: 'lao-cai/so-khoa-hoc-va-cong-nghe', name: 'Sở Khoa học và Công nghệ tỉnh Lào Cai' });
    expect(laoCai.find('Chi cục Trồng trọt và BVTV')?.id).toBe('lao-cai/chi-cuc-trong-trot-va-bao-ve-thuc-vat');
    expect(laoCai.find('Hội LHPN tỉnh')?.name).toBe('Hội Liên hiệp Phụ nữ tỉnh Lào Cai');
    expect(national.find('Cục Cảnh sát quản lý hành chính về trật tự xã hội')?.id).toBe('cuc-canh-sat-quan-ly-hanh-chinh-ve-trat-tu-xa-hoi');
    expect(laoCai.find('UBND tỉnh')?.name).toBe('Ủy ban nhân dân tỉnh Lào Cai');
    expect(laoCai.find('Sở Y tế tỉnh Phú Thọ')?.id).toBe('phu-tho/so-y-te');
    expect(national.find('UBND thành phố Hải Phòng')).toEqual({ id: 'hai-phong/uy-ban-nhan-dan', name: 'Ủy ban nhân dân thành phố Hải Phòng' });
    expect(createFinder(document(null, 'Sở Y tế thành phố Huế')).find('Thành ủy')?.name).toBe('Thành ủy Huế');
  });

  it('tells a body from the one that took its name over by the day of the document', () => {
    expect(createFinder(document('2024-05-05', null)).find('Tổng cục Thuế')?.id).toBe('tong-cuc-thue');
    expect(createFinder(document('2024-05-05', null)).find('Bộ Kế hoạch và Đầu tư')?.id).toBe('bo-ke-hoach-va-dau-tu');
  });

  it.each(['các Bộ, cơ quan', 'Sở Công Thương', 'các sở, ngành liên quan', 'đơn vị', 'Bộ', 'Phòng Nội vụ', 'Công ty cổ phần A', 'Vụ Pháp chế'])(
    'is silent about %s',
    (name) => {
      expect(national.find(name)).toBeNull();
    },
  );
});
