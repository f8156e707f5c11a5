import { describe, expect, it } from 'vitest';
import { reading } from './reading.fixture.ts';

describe('names of a list', () => {
  it.each<[string, string[], string[]]>([
    ['UBND các huyện, thị xã Tân An và thành phố Hòa Bình rà soát', ['UBND các huyện, thị xã Tân An và thành phố Hòa Bình'], []],
    ['Sở Y tế, xã Tân An rà soát', ['Sở Y tế', 'xã Tân An'], []],
    ['UBND các xã, các đơn vị, cơ sở giáo dục trực thuộc rà soát', ['UBND các xã', 'các đơn vị, cơ sở giáo dục trực thuộc'], []],
    ['Phối hợp với các địa phương, đơn vị, chủ rừng rà soát', [], ['các địa phương, đơn vị, chủ rừng']],
    ['Chỉ đạo các đơn vị trực thuộc, lực lượng Công an xã rà soát', ['các đơn vị trực thuộc', 'lực lượng Công an xã'], []],
    ['Chỉ đạo lực lượng Kiểm lâm chủ trì rà soát', ['lực lượng Kiểm lâm'], []],
    ['Chỉ đạo, tham mưu chỉ đạo các đơn vị chủ rừng rà soát', ['các đơn vị chủ rừng'], []],
    ['Phối hợp với Ủy ban nhân dân xã, phường và cơ quan thuế rà soát', [], ['Ủy ban nhân dân xã, phường', 'cơ quan thuế']],
    ['Phối hợp với UBND các xã, phường và lực lượng chức năng liên quan rà soát', [], ['UBND các xã, phường', 'lực lượng chức năng liên quan']],
    ['Phối hợp với các xã, phường và đơn vị liên quan rà soát', [], ['các xã, phường và đơn vị liên quan']],
    ['Các Bộ Quốc phòng, Công an, Xây dựng rà soát', ['Các Bộ Quốc phòng, Công an, Xây dựng'], []],
    ['Các Sở Tài chính, Xây dựng và Công an tỉnh rà soát', ['Các Sở Tài chính, Xây dựng', 'Công an tỉnh'], []],
    ['Bộ trưởng các Bộ: Y tế, Công Thương theo chức năng, nhiệm vụ được giao:', ['Bộ trưởng các Bộ: Y tế, Công Thương'], []],
    ['Sở Y tế theo Kế hoạch số 5:', [], []],
    ['Các sở giáo dục và đào tạo rà soát', ['Các sở giáo dục và đào tạo'], []],
    ['Các phòng quản lý, kiểm tra hồ sơ', ['Các phòng quản lý'], []],
    ['Đề nghị Sở Y tế đối chiếu quy định để phối hợp với các cơ quan liên quan báo cáo UBND tỉnh', ['Sở Y tế'], ['các cơ quan liên quan']],
    ['Các xã gửi hồ sơ về Sở Nội vụ để phối hợp với Sở Tài chính thẩm định', ['Các xã'], []],
    ['Các Bộ Xây dựng và Công an rà soát', ['Các Bộ Xây dựng và Công an'], []],
    ['Các Bộ và Công an tỉnh rà soát', ['Các Bộ', 'Công an tỉnh'], []],
    [
      'UBND các tỉnh, thành phố trực thuộc Trung ương: Hà Tĩnh, Quảng Trị, Huế chủ động phối hợp với Bộ Y tế, Bộ Nội vụ',
      ['UBND các tỉnh, thành phố trực thuộc Trung ương: Hà Tĩnh, Quảng Trị, Huế'],
      ['Bộ Y tế', 'Bộ Nội vụ'],
    ],
    ['Các Bộ: Nội vụ, Khoa học và Công nghệ theo chức năng, nhiệm vụ khẩn trương rà soát', ['Các Bộ: Nội vụ, Khoa học và Công nghệ'], []],
    ['UBND các xã: rà soát, xử lý vi phạm', ['UBND các xã'], []],
    ['Phối hợp phòng nghiệp vụ Công an tỉnh, các phòng của Sở tổ chức kiểm tra', [], ['phòng nghiệp vụ Công an tỉnh', 'các phòng của Sở']],
    ['Phối hợp phòng, chống thiên tai', [], []],
    ['Chỉ đạo cơ quan dự báo khí tượng theo dõi chặt chẽ', ['cơ quan dự báo khí tượng'], []],
    ['Công ty Cổ phần đầu tư Minh Long rà soát', ['Công ty Cổ phần đầu tư Minh Long'], []],
    ['PHÂN CÔNG NHIỆM VỤ', [], []],
    ['Giám đốc Sở, ban, ngành, Chủ tịch UBND xã rà soát', ['Giám đốc Sở, ban, ngành', 'Chủ tịch UBND xã'], []],
    ['Thủ trưởng cơ quan Kho bạc, cơ quan Thuế rà soát', ['Thủ trưởng cơ quan Kho bạc, cơ quan Thuế'], []],
    ['Thủ trưởng cơ quan Kho bạc, các cơ quan khác rà soát', ['Thủ trưởng cơ quan Kho bạc', 'các cơ quan khác'], []],
    [
      'Ban Tuyên giáo các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương; văn phòng đảng ủy các bộ rà soát',
      ['Ban Tuyên giáo các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương', 'văn phòng đảng ủy các bộ'],
      [],
    ],
    ['Các tỉnh ủy, đảng ủy khối doanh nghiệp rà soát', ['Các tỉnh ủy', 'đảng ủy khối doanh nghiệp'], []],
    ['Giám đốc Sở Y tế, Sở Nội vụ rà soát', ['Giám đốc Sở Y tế', 'Sở Nội vụ'], []],
    ['Sở Y tế trình cấp có thẩm quyền phê duyệt', ['Sở Y tế'], []],
    ['Ban Quản lý công trình cấp nước rà soát', ['Ban Quản lý công trình cấp nước'], []],
    ['Các Cục Thuế báo cáo tỉnh để chỉ đạo các cơ quan liên quan phối hợp với cơ quan thuế chống thất thu', ['Các Cục Thuế'], []],
    ['Tăng cường công tác phối hợp với cơ quan công an trong việc xác minh nguồn gốc', [], ['cơ quan công an']],
    ['Hoàn thiện quy chế phối hợp với cơ quan công an', [], []],
    ['Thủ trưởng các đơn vị, trường học quán triệt', ['Thủ trưởng các đơn vị, trường học'], []],
    ['Phối hợp với lực lượng Cảnh sát giao thông và đơn vị truyền thông để thông tin', [], ['lực lượng Cảnh sát giao thông', 'đơn vị truyền thông']],
    ['Các cấp ủy, chính quyền địa phương phải rà soát', ['Các cấp ủy, chính quyền địa phương'], []],
    ['Sở Nội vụ, chính quyền địa phương phải rà soát', ['Sở Nội vụ', 'chính quyền địa phương'], []],
    ['Thủ trưởng các phòng, ban. đoàn thể rà soát', ['Thủ trưởng các phòng, ban. đoàn thể'], []],
    ['Yêu cầu các Bộ: Y tế; Xây dựng; Khoa học và Công nghệ lập phương án', ['các Bộ: Y tế; Xây dựng; Khoa học và Công nghệ'], []],
    [
      'Phối hợp với Bộ Tài chính (Kho bạc Nhà nước) và các cơ quan liên quan rà soát',
      [],
      ['Bộ Tài chính (Kho bạc Nhà nước)', 'các cơ quan liên quan'],
    ],
    ['Phối hợp với Bộ Y tế (Cục Phòng bệnh, Vụ Pháp chế) rà soát', [], ['Bộ Y tế']],
    ['Kết hợp với các Viện nghiên cứu xác định giống lúa', [], ['các Viện nghiên cứu']],
    ['Chỉ đạo xã phường, thị trấn rà soát', ['xã phường, thị trấn'], []],
    ['Chủ tịch UBND các tỉnh từ Tân An đến Hòa Bình rà soát', ['Chủ tịch UBND các tỉnh từ Tân An đến Hòa Bình'], []],
    ['Tổng cục Hậu cần - Kỹ thuật bàn giao đất', ['Tổng cục Hậu cần - Kỹ thuật'], []],
    ['Hiệu trưởng các trường mầm non, tiểu học rà soát', ['Hiệu trưởng các trường mầm non, tiểu học'], []],
    ['Yêu cầu EVN, PVN, TKV chuẩn bị nhiên liệu', ['EVN', 'PVN', 'TKV'], []],
    ['Yêu cầu Ban Quản lý KKT, KCN rà soát', ['Ban Quản lý KKT, KCN'], []],
    ['Phối hợp với các Sở: Tài chính, Công Thương và UBND các xã rà soát', [], ['các Sở: Tài chính, Công Thương', 'UBND các xã']],
    [
      'Giám đốc các Sở: Nông nghiệp và Môi trường, Công an tỉnh, Chủ tịch UBND xã rà soát',
      ['Giám đốc các Sở: Nông nghiệp và Môi trường', 'Công an tỉnh', 'Chủ tịch UBND xã'],
      [],
    ],
    ['Định kỳ 6 tháng, hằng năm hoặc đột xuất, UBND các xã báo cáo', ['UBND các xã'], []],
    ['Công ty Hòa An được hưởng ưu đãi và có trách nhiệm nộp thuế', ['Công ty Hòa An'], []],
    ['Ban Quản lý khu công nghiệp, khu kinh tế rà soát', ['Ban Quản lý khu công nghiệp, khu kinh tế'], []],
    ['Giám đốc Sở Nội vụ, Giám đốc Sở Tài chính... chịu trách nhiệm thi hành', ['Giám đốc Sở Nội vụ', 'Giám đốc Sở Tài chính'], []],
    ['Sở Nội vụ đã kiểm tra và chịu trách nhiệm về số liệu', [], []],
    ['Quân khu 5, các đơn vị quân đội đóng ở gần khu vực bổ sung lực lượng', ['Quân khu 5', 'các đơn vị quân đội'], []],
    ['Các cơ quan đóng trên địa bàn tỉnh rà soát', ['Các cơ quan đóng trên địa bàn tỉnh'], []],
    ['Giao UBND các huyện có xã miền núi; Sở Tư pháp rà soát', ['UBND các huyện có xã miền núi', 'Sở Tư pháp'], []],
    ['Trưởng phòng Nếp sống văn hóa và Gia đình rà soát', ['Trưởng phòng Nếp sống văn hóa và Gia đình'], []],
    ['Giao Vụ Khoa học công nghệ, Đào tạo và Môi trường chủ trì tham mưu', ['Vụ Khoa học công nghệ, Đào tạo và Môi trường'], []],
    ['Giao Vụ Khoa học công nghệ, Đào tạo cán bộ', ['Vụ Khoa học công nghệ'], []],
    ['Các Vườn quốc gia tổ chức tuần tra rừng', ['Các Vườn quốc gia'], []],
    [
      'Các doanh nghiệp có hoạt động cho thuê lại lao động trên địa bàn Thành phố rà soát',
      ['Các doanh nghiệp có hoạt động cho thuê lại lao động trên địa bàn Thành phố'],
      [],
    ],
    [
      'Đề nghị các tổ chức, doanh nghiệp có hoạt động liên quan đến hoạt động nổ mìn trên địa bàn rà soát',
      ['các tổ chức, doanh nghiệp có hoạt động liên quan đến hoạt động nổ mìn trên địa bàn'],
      [],
    ],
    ['Các hộ có nhu cầu đăng ký với Ủy ban nhân dân xã', ['Các hộ có nhu cầu'], []],
    ['Sở Y tế phối hợp chặt chẽ Sở Nội vụ để hỗ trợ các xã', ['Sở Y tế'], ['Sở Nội vụ']],
    ['Bản quyền tác giả được bảo vệ', [], []],
    ['Tiếp thu ý kiến của các đại biểu, đề nghị các địa phương rà soát', ['các địa phương'], []],
    ['Tiếp thu ý kiến của các đại biểu, hoàn thiện dự thảo', [], []],
  ])('%s', (text, leads, supports) => {
    expect(reading(text)).toMatchObject({ leads, supports });
  });
});

describe('names alone before a colon', () => {
  it.each<[string, string[]]>([
    [
      'Các doanh nghiệp viễn thông và truyền hình cáp hoạt động trên địa bàn:',
      ['Các doanh nghiệp viễn thông và truyền hình cáp hoạt động trên địa bàn'],
    ],
    ['Sở Lao động - Thương binh và Xã hội - thường trực kế hoạch:', ['Sở Lao động - Thương binh và Xã hội']],
    ['Các yêu cầu đối với Công ty Hòa An:', ['Công ty Hòa An']],
    ['Nhiệm vụ, quyền hạn của Đoàn kiểm tra:', ['Đoàn kiểm tra']],
    ['Các đơn vị và cá nhân cần làm tốt các việc sau:', []],
  ])('%s', (text, leads) => {
    const found = reading(text);
    expect(found.form === 'heading' ? found.leads : []).toEqual(leads);
  });
});
