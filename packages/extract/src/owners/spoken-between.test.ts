import { describe, expect, it } from 'vitest';
import { reading } from './reading.fixture.ts';

describe('what stands between a name and its work', () => {
  it.each<[string, string[], string]>([
    ['Các phòng trong phạm vi nhiệm vụ của mình lập dự toán', ['Các phòng'], 'lập dự toán'],
    ['Ủy ban nhân dân các cấp theo chức năng, nhiệm vụ, quyền hạn phải rà soát chợ', ['Ủy ban nhân dân các cấp'], 'phải rà soát chợ'],
    ['Bộ Y tế theo chức năng, nhiệm vụ được giao chỉ đạo các bệnh viện bố trí giường', ['các bệnh viện'], 'bố trí giường'],
    ['UBND các xã, nhất là các xã ven sông, khẩn trương gia cố đê', ['UBND các xã'], 'khẩn trương gia cố đê'],
    ['Cơ quan Công an khi nhận được tin báo phải cử cán bộ', ['Cơ quan Công an'], 'phải cử cán bộ'],
    ['UBND xã nơi có chợ đầu mối có trách nhiệm bố trí bãi xe', ['UBND xã'], 'bố trí bãi xe'],
    ['Cơ quan chuyên môn về xây dựng cấp tỉnh thẩm định hồ sơ', ['Cơ quan chuyên môn về xây dựng cấp tỉnh'], 'thẩm định hồ sơ'],
    ['Chậm nhất là ngày 30 tháng 6 năm 2026 các phòng phải xây dựng quy trình', ['các phòng'], 'phải xây dựng quy trình'],
    ['Chậm nhất ngày 30 tháng 6 gửi báo cáo về Sở Y tế', [], 'Chậm nhất ngày 30 tháng 6 gửi báo cáo về Sở Y tế'],
    ['Văn phòng theo dõi, đôn đốc các phòng', ['Văn phòng'], 'theo dõi, đôn đốc các phòng'],
    ['Thủ tướng Chính phủ yêu cầu:', [], ''],
    ['Người phát ngôn có trách nhiệm cung cấp thông tin', ['Người phát ngôn'], 'cung cấp thông tin'],
    ['Khi thiên tai có trách nhiệm báo cáo', [], ''],
    ['Trong bối cảnh mưa lũ, Thành phố đã nỗ lực, khẩn trương khắc phục hậu quả', [], ''],
    ['Trong bối cảnh mưa lũ, khẩn trương khắc phục hậu quả', [], 'khẩn trương khắc phục hậu quả'],
    ['Về đề nghị các bộ sớm rà soát văn bản hướng dẫn', [], ''],
    ['Về hồ sơ này đề nghị các bộ sớm rà soát văn bản', ['các bộ'], 'sớm rà soát văn bản'],
    ['Hội đồng thẩm định Nhà nước thẩm định báo cáo', ['Hội đồng thẩm định Nhà nước'], 'thẩm định báo cáo'],
    ['Thi đua hoàn thành nhiệm vụ', [], 'Thi đua hoàn thành nhiệm vụ'],
    ['Phong trào thi đua của các khối', [], ''],
    ['Thứ tư, các địa phương cần chủ động tháo gỡ vướng mắc', ['các địa phương'], 'cần chủ động tháo gỡ vướng mắc'],
    ['Hai là, khẩn trương rà soát quy hoạch', [], 'khẩn trương rà soát quy hoạch'],
    ['Đối với các chủ đầu tư cần nhanh chóng dọn mặt bằng', ['các chủ đầu tư'], 'cần nhanh chóng dọn mặt bằng'],
    ['Đối với các chủ đầu tư của dự án A, Sở Xây dựng rà soát hồ sơ', ['Sở Xây dựng'], 'rà soát hồ sơ'],
    ['Bộ Y tế đã chủ động kiểm tra, tham mưu Trưởng đoàn chỉ đạo các đơn vị tháo gỡ khó khăn', [], ''],
    ['Giáo viên, tập huấn viên các cấp được trang bị kiến thức', [], ''],
    ['Đánh giá viên chức hằng năm', [], 'Đánh giá viên chức hằng năm'],
    ['Thủ tướng Chính phủ yêu cầu Bộ Y tế:', ['Bộ Y tế'], ':'],
    ['Thanh tra, kiểm tra việc hỗ trợ nhà ở', [], 'Thanh tra, kiểm tra việc hỗ trợ nhà ở'],
    ['Thanh tra tỉnh kiểm tra việc hỗ trợ nhà ở', ['Thanh tra tỉnh'], 'kiểm tra việc hỗ trợ nhà ở'],
    [
      'Đối với dự án đã duyệt, chủ động hướng dẫn, đôn đốc, yêu cầu các đơn vị điều chỉnh',
      [],
      'chủ động hướng dẫn, đôn đốc, yêu cầu các đơn vị điều chỉnh',
    ],
    ['Đối với dự án đã duyệt, yêu cầu các đơn vị điều chỉnh', ['các đơn vị'], 'điều chỉnh'],
    ['Khu Quản lý đường bộ I thực hiện dự án', ['Khu Quản lý đường bộ I'], 'thực hiện dự án'],
    ['Ban Tiếp công dân huyện tổng hợp đơn', ['Ban Tiếp công dân huyện'], 'tổng hợp đơn'],
    ['Căn cứ Quyết định số 22 lập đề án gửi về Bộ Xây dựng, Bộ Tài chính để tổng hợp, báo cáo', [], 'báo cáo'],
    ['Trách nhiệm chung của các cơ quan, đơn vị', ['các cơ quan, đơn vị'], ''],
    ['Văn phòng truyền đạt ý kiến của Chủ tịch UBND tỉnh yêu cầu Sở Xây dựng báo cáo', ['Sở Xây dựng'], 'báo cáo'],
    ['Sở Y tế trả lời công văn của Bộ Y tế yêu cầu Sở Tài chính báo cáo', ['Sở Y tế'], 'trả lời công văn của Bộ Y tế yêu cầu Sở Tài chính báo cáo'],
  ])('%s', (text, leads, work) => {
    expect(reading(text)).toMatchObject({ leads, work });
  });
});

describe('where a name ends before a word that looks like part of it', () => {
  it.each<[string, string[], string[]]>([
    ['Đề nghị UBND các xã, phường cung cấp thông tin', ['UBND các xã, phường'], []],
    ['Công an các cơ quan cùng cấp rà soát hồ sơ', ['Công an các cơ quan cùng cấp'], []],
    ['Các cơ sở lưu trú du lịch khai báo khách', ['Các cơ sở lưu trú du lịch'], []],
    ['Công ty chứng khoán Hòa An nộp báo cáo', ['Công ty chứng khoán Hòa An'], []],
    ['Bộ Nội vụ tổ chức Hội đồng tư vấn', ['Bộ Nội vụ'], []],
    ['Trưởng Ban chỉ huy quân sự xã có trách nhiệm trực gác', ['Trưởng Ban chỉ huy quân sự xã'], []],
    ['Người đứng đầu cấp ủy, chính quyền các xã rà soát', ['Người đứng đầu cấp ủy, chính quyền các xã'], []],
    ['Lực lượng công an xã, lực lượng dân phòng tại cơ sở tuần tra', ['Lực lượng công an xã', 'lực lượng dân phòng tại cơ sở'], []],
    ['Phân hiệu Đại học Tân Hòa tại Bình An mở lớp', ['Phân hiệu Đại học Tân Hòa tại Bình An'], []],
    ['Bộ Công Thương chỉ đạo EVN bảo đảm nguồn điện', ['EVN'], []],
    ['UBND các xã, phường có chợ phối hợp với chủ đầu tư giải phóng mặt bằng', ['UBND các xã, phường có chợ'], ['chủ đầu tư']],
    ['Giao Sở Nội vụ chủ trì, cùng với Sở Tài chính lập đề án', ['Sở Nội vụ'], ['Sở Tài chính']],
    ['Sở Y tế phối hợp với WHO Việt Nam tập huấn', ['Sở Y tế'], ['WHO Việt Nam']],
    ['Bộ trưởng Bộ Y tế chỉ đạo ngành y tế rà soát cơ sở', ['ngành y tế'], []],
    ['Các ngành nghề truyền thống phát triển mạnh', [], []],
    ['Các bộ, ngành, địa phương xây dựng kế hoạch, tổ chức quán triệt', ['Các bộ, ngành, địa phương'], []],
    ['Sở Xây dựng và hệ thống các cơ quan báo chí mở chuyên mục', ['Sở Xây dựng', 'hệ thống các cơ quan báo chí'], []],
    ['Chỉ đạo Thanh tra xây dựng quận xử lý vi phạm', ['Thanh tra xây dựng quận'], []],
    ['Cùng với UBND 11 phường triển khai truyền thông', [], ['UBND 11 phường']],
    ['Giao Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh rà soát', ['Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh'], []],
    ['Bộ Y tế là cơ quan quản lý, chịu trách nhiệm hướng dẫn', [], []],
  ])('%s', (text, leads, supports) => {
    expect(reading(text)).toMatchObject({ leads, supports });
  });
});
