import { describe, expect, it } from 'vitest';
import { reading } from './reading.fixture.ts';

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
    ['UBND các tỉnh, thành phố: Huế, Đà Nẵng và Quảng Trị rà soát biên chế', ['UBND các tỉnh, thành phố: Huế, Đà Nẵng và Quảng Trị']],
    ['Thủ trưởng các ban, ngành Trung ương, Chủ tịch UBND tỉnh rà soát', ['Thủ trưởng các ban, ngành Trung ương', 'Chủ tịch UBND tỉnh']],
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
    ['Căn cứ điều kiện của cơ quan mình, Giám đốc các sở, Chủ tịch UBND các xã ban hành quy chế', ['Giám đốc các sở', 'Chủ tịch UBND các xã']],
    ['Trước kỳ họp của đại biểu, tổ giúp việc, thư ký, học viên phải chuẩn bị tài liệu', ['học viên']],
  ])('%s', (text, leads) => {
    expect(reading(text)).toMatchObject({ form: 'subject', leads });
  });
});

describe('who is directed leads', () => {
  it.each<[string, string[], string]>([
    ['Yêu cầu chủ rừng chỉ đạo các tổ bảo vệ hoàn thành tuần tra', ['các tổ bảo vệ'], 'hoàn thành tuần tra'],
    ['UBND huyện quyết liệt chỉ đạo các xã rà soát hộ nghèo', ['các xã'], 'rà soát hộ nghèo'],
    ['Khẩn trương, kịp thời chỉ đạo các trường học kiểm tra bếp ăn', ['các trường học'], 'kiểm tra bếp ăn'],
    ['Sở Y tế tập trung đôn đốc, chỉ đạo các bệnh viện:', ['các bệnh viện'], ':'],
    ['Sở Y tế quyết liệt chỉ đạo rà soát thuốc', ['Sở Y tế'], 'quyết liệt chỉ đạo rà soát thuốc'],
    ['Giao Sở Y tế chỉ đạo rà soát thuốc', ['Sở Y tế'], 'chỉ đạo rà soát thuốc'],
  ])('%s', (text, leads, work) => {
    expect(reading(text)).toMatchObject({ leads, work });
  });
});

describe('verbs that end a name', () => {
  it.each<[string, string[], string]>([
    ['Đề nghị Sở Nội vụ mời các trường đại học tham dự', ['Sở Nội vụ'], 'mời các trường đại học tham dự'],
    ['Hiệu trưởng các trường quy định mẫu sổ cho giáo viên', ['Hiệu trưởng các trường'], 'quy định mẫu sổ cho giáo viên'],
    ['Các đơn vị thực hiện quy định về an toàn', ['Các đơn vị'], 'thực hiện quy định về an toàn'],
  ])('%s', (text, leads, work) => {
    expect(reading(text)).toMatchObject({ leads, work });
  });
});

describe('work that looks like an occupation', () => {
  it.each<[string, string[], string]>([
    ['Các thành viên Tổ thực hiện nghiêm túc lịch trực', ['Các thành viên Tổ'], 'thực hiện nghiêm túc lịch trực'],
    ['Sở Nội vụ tham mưu thành lập Tổ công tác', ['Sở Nội vụ'], 'tham mưu thành lập Tổ công tác'],
    ['Các trường tổ chức ngày hội đọc sách', ['Các trường'], 'tổ chức ngày hội đọc sách'],
    ['Các đơn vị thực hiện dự án phải nộp báo cáo', ['Các đơn vị thực hiện dự án'], 'phải nộp báo cáo'],
    ['Cơ quan quản lý rừng (các hạt kiểm lâm) kiểm tra cửa rừng', ['Cơ quan quản lý rừng (các hạt kiểm lâm)'], 'kiểm tra cửa rừng'],
  ])('%s', (text, leads, work) => {
    expect(reading(text)).toMatchObject({ leads, work });
  });
});

describe('what defines a body', () => {
  it.each<[string, string[], string]>([
    ['Các xã có chợ đêm tăng cường tuần tra', ['Các xã có chợ đêm'], 'tăng cường tuần tra'],
    ['Yêu cầu các hộ có nuôi cá lồng di dời lồng bè', ['các hộ có nuôi cá lồng'], 'di dời lồng bè'],
    ['Các tổ chức được cấp phép nuôi gấu phải gắn chíp', ['Các tổ chức được cấp phép nuôi gấu'], 'phải gắn chíp'],
    ['Các xã có báo cáo gửi phòng Nội vụ', ['Các xã'], 'có báo cáo gửi phòng Nội vụ'],
    ['Các phòng có trách nhiệm rà soát biên chế', ['Các phòng'], 'rà soát biên chế'],
    ['Các ban, ngành trong phạm vi nhiệm vụ, tăng cường phối hợp kiểm tra', ['Các ban, ngành'], 'tăng cường phối hợp kiểm tra'],
    ['Đề nghị đơn vị nêu trên khắc phục sai sót', ['đơn vị nêu trên'], 'khắc phục sai sót'],
  ])('%s', (text, leads, work) => {
    expect(reading(text)).toMatchObject({ leads, work });
  });
});

describe('lists that the grammar tells apart', () => {
  it.each<[string, string[]]>([
    ['Giao các Bộ: Công an, Tư pháp, Y tế có ý kiến về hồ sơ', ['các Bộ: Công an, Tư pháp, Y tế']],
    ['Yêu cầu các đơn vị như Công ty Hòa An và Hợp tác xã Tân Tiến nộp báo cáo', ['Công ty Hòa An', 'Hợp tác xã Tân Tiến']],
    ['Đề nghị Sở Nội vụ và chính quyền địa phương rà soát', ['Sở Nội vụ', 'chính quyền địa phương']],
    ['Giao Chi cục Thú y/Trung tâm Khuyến nông lấy mẫu', ['Chi cục Thú y', 'Trung tâm Khuyến nông']],
    ['Yêu cầu các huyện ủy, thị ủy khẩn trương rà soát', ['các huyện ủy, thị ủy']],
    ['Yêu cầu các hợp tác xã mới thành lập nộp báo cáo', ['các hợp tác xã mới thành lập']],
    ['Giao cơ quan/đơn vị chủ quản lập dự toán', ['cơ quan/đơn vị chủ quản']],
    ['Thủ trưởng cơ quan ngang Bộ, cơ quan thuộc Chính phủ khẩn trương rà soát', ['Thủ trưởng cơ quan ngang Bộ, cơ quan thuộc Chính phủ']],
  ])('%s', (text, leads) => {
    expect(reading(text).leads).toEqual(leads);
  });
});

describe('who directs and who is set to work', () => {
  it.each<[string, string[], string[]]>([
    ['Yêu cầu Đảng ủy A chỉ đạo các chi bộ theo chức năng, nhiệm vụ được giao khẩn trương xử lý kiến nghị', ['các chi bộ'], []],
    ['Đề nghị Bộ Xây dựng có ý kiến chỉ đạo Cục Đăng kiểm Việt Nam tổ chức kiểm tra phương tiện', ['Cục Đăng kiểm Việt Nam'], []],
    [
      'Sở Y tế phối hợp với các Sở liên quan chỉ đạo các cơ quan thông tấn, báo chí, các đài phát thanh, truyền hình xây dựng chuyên mục',
      ['các cơ quan thông tấn, báo chí', 'các đài phát thanh, truyền hình'],
      ['các Sở liên quan'],
    ],
    [
      'Phối hợp với Bộ Y tế và các cơ quan liên quan và địa phương có rừng xác định nhu cầu',
      [],
      ['Bộ Y tế', 'các cơ quan liên quan', 'địa phương có rừng'],
    ],
    ['Phối hợp với các Bộ, ngành và địa phương liên quan xác định nhu cầu', [], ['các Bộ, ngành và địa phương liên quan']],
    ['NHIỆM VỤ CHỦ YẾU CỦA BỘ Y TẾ', ['BỘ Y TẾ'], []],
    [
      'Phối hợp với các đơn vị truyền thông thuộc Bộ Nông nghiệp và Môi trường xây dựng chuyên mục',
      [],
      ['các đơn vị truyền thông thuộc Bộ Nông nghiệp và Môi trường'],
    ],
    ['Bổ sung bản vẽ tại thôn 13, xã Hòa An, tỉnh Tân Hòa', [], []],
    ['Giám đốc, Thủ trưởng các sở, ban, ngành khẩn trương rà soát', ['Giám đốc, Thủ trưởng các sở, ban, ngành'], []],
    ['Giao Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ theo dõi', ['Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ'], []],
    ['Giám đốc, Chủ tịch Công đoàn khẩn trương rà soát', ['Giám đốc', 'Chủ tịch Công đoàn'], []],
    [
      'Chánh Thanh tra Sở và Giám đốc Trung tâm Tư vấn phát triển công nghiệp chịu trách nhiệm thi hành',
      ['Chánh Thanh tra Sở', 'Giám đốc Trung tâm Tư vấn phát triển công nghiệp'],
      [],
    ],
    ['Sở A, Sở B rà soát hồ sơ và chịu trách nhiệm về kết quả', ['Sở A', 'Sở B'], []],
    ['Giao Báo Lào Cai, Tạp chí Phan Xi Păng mở chuyên mục', ['Báo Lào Cai', 'Tạp chí Phan Xi Păng'], []],
    ['Phân công cán bộ trực tiếp nhận hồ sơ', [], []],
    ['Phân công đồng chí Lê Văn A tiếp nhận hồ sơ', ['đồng chí Lê Văn A'], []],
    ['Sở Nội vụ có trách nhiệm phối hợp với UBND các huyện tổ chức rà soát', ['Sở Nội vụ'], ['UBND các huyện']],
    ['Sở Nội vụ xây dựng quy chế phối hợp với các đoàn thể', ['Sở Nội vụ'], []],
    ['Báo cáo của đơn vị gửi về Sở Y tế trước ngày 05/6/2025', [], []],
    ['Báo cáo của các phòng gửi về Sở Y tế trước ngày 05/6/2025', ['các phòng'], []],
    ['Ý kiến của Quý sở đề nghị gửi về Sở Y tế', ['Quý sở'], []],
    ['Sở Y tế phúc đáp để Công ty B biết', [], []],
  ])('%s', (text, leads, supports) => {
    expect(reading(text)).toMatchObject({ leads, supports });
  });
});

describe('names before a colon and papers', () => {
  it.each<[string, string, string[]]>([
    ['Bưu điện Hòa An:', 'heading', ['Bưu điện Hòa An']],
    ['Điện lực Tân Châu Thành:', 'heading', ['Điện lực Tân Châu Thành']],
    [
      'Nhiệm vụ của các hợp tác xã sản xuất trong vùng có nguy cơ sạt lở, ngập úng',
      'heading',
      ['các hợp tác xã sản xuất trong vùng có nguy cơ sạt lở, ngập úng'],
    ],
    ['Báo cáo của các phòng gửi về Văn phòng trước ngày 12/5', 'command', ['các phòng']],
    ['Quyết định này có hiệu lực từ ngày ký', 'thing', []],
    ['Rà soát Kế Hoạch Năm:', 'command', []],
  ])('%s → %s', (text, form, leads) => {
    expect(reading(text)).toMatchObject({ form, leads });
  });

  it('takes the work in a field for work together', () => {
    expect(reading('Hướng dẫn, phối hợp UBND các xã trong công tác giữ rừng').supports).toEqual(['UBND các xã']);
  });
});

describe('whom a lead-in names', () => {
  it.each<[string, string[]]>([
    ['Công ty An Phú đã nộp hồ sơ ngày 02/3, do đó Sở Y tế đề nghị Công ty An Phú thực hiện một số nội dung sau:', ['Công ty An Phú']],
    ['Qua rà soát, Sở Xây dựng thấy còn vướng mắc; yêu cầu các chủ đầu tư khẩn trương triển khai ngay các việc sau:', ['các chủ đầu tư']],
    ['Theo đề nghị của Sở Nội vụ, UBND huyện có ý kiến như sau:', []],
    ['Sở Y tế đề nghị các trạm rà soát tủ thuốc, gồm:', ['các trạm']],
  ])('%s', (text, leads) => {
    const found = reading(text, true);
    expect(found.form === 'assign' ? found.leads : []).toEqual(leads);
  });
});

describe('the main clause behind an opener', () => {
  it.each<[string, string]>([
    ['Để kịp tiến độ, tập trung tháo gỡ vướng mắc', 'command'],
    ['Trong quý II/2026, lập danh sách hộ nghèo', 'command'],
    ['Đối với hồ sơ tồn đọng thì phải kịp thời phân loại', 'command'],
    ['Sau khi tiếp thu, giải trình các góp ý, dự thảo đủ điều kiện ban hành', 'thing'],
    ['Theo báo cáo của đoàn kiểm tra, hồ sơ đã được thẩm định, bổ sung hai lần', 'thing'],
    ['Trường hợp văn bản được thay thế thì áp dụng văn bản mới', 'thing'],
    ['Tại Điều 5 Thông tư số 12 quy định Sở Y tế thẩm định, phê duyệt hồ sơ', 'none'],
    ['Tại phiếu số 12, Sở Nội vụ kết luận hồ sơ còn thiếu, cần sửa', 'thing'],
  ])('%s → %s', (text, form) => {
    expect(reading(text).form).toBe(form);
  });
});

describe('those addressed by an opener', () => {
  it.each<[string, string[]]>([
    ['Đối với các xã vùng cao, thiếu cán bộ, chậm nhất ngày 05/4/2025 phải có báo cáo gửi Sở Nội vụ', ['các xã vùng cao']],
    ['Đối với các cơ sở vi phạm, phải xử lý nghiêm', []],
  ])('%s', (text, leads) => {
    expect(reading(text).leads).toEqual(leads);
  });
});

describe('what names nobody', () => {
  it.each([
    ['Khẩn trương rà soát các dự án', 'command'],
    ['Đa dạng hóa hình thức tuyên truyền', 'command'],
    ['Nếu đủ điều kiện, đề xuất phương án di dời', 'command'],
    ['Trong quá trình khai thác đảm bảo khoảng cách an toàn', 'command'],
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
