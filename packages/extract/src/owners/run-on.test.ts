import { describe, expect, it } from 'vitest';
import { reading } from './reading.fixture.ts';

describe('words inside a name', () => {
  it.each<[string, string[], string[]]>([
    ['Giao các cơ quan truyền thông tỉnh tăng cường thời lượng', ['các cơ quan truyền thông tỉnh'], []],
    ['Yêu cầu các cơ quan truyền thông kiên trì tuyên truyền', ['các cơ quan truyền thông'], []],
    ['Các cơ quan truyền thông, báo chí khác đưa tin', ['Các cơ quan truyền thông, báo chí khác'], []],
    ['Các cơ quan truyền thông về chính sách mới', ['Các cơ quan'], []],
    ['Giao các đoàn kiểm tra của Bộ Chính trị, Ban Bí thư nắm tình hình', ['các đoàn kiểm tra của Bộ Chính trị, Ban Bí thư'], []],
    ['Giao các đoàn kiểm tra của Sở Y tế, Sở Nội vụ nắm tình hình', ['các đoàn kiểm tra của Sở Y tế', 'Sở Nội vụ'], []],
    ['Thủ trưởng cơ quan Thuế tại tỉnh Gia Lai; Sở Y tế rà soát', ['Thủ trưởng cơ quan Thuế tại tỉnh Gia Lai', 'Sở Y tế'], []],
    ['Cơ quan Thuế tại tỉnh Gia Lai:', ['Cơ quan Thuế tại tỉnh Gia Lai'], []],
    ['Giao cơ quan Thuế tại Hội nghị rà soát', ['cơ quan Thuế'], []],
    ['Chỉ đạo hệ thống thương vụ ở nước ngoài tăng cường hỗ trợ', ['hệ thống thương vụ ở nước ngoài'], []],
    ['Chỉ đạo thương mại điện tử phát triển', [], []],
    ['Mỗi tỉnh ủy, thành ủy chọn cử 05 người', ['Mỗi tỉnh ủy, thành ủy'], []],
    [
      'Phối hợp với Ban Tuyên giáo và Dân vận tỉnh ủy, thành ủy, các cơ quan báo chí tuyên truyền',
      [],
      ['Ban Tuyên giáo và Dân vận tỉnh ủy, thành ủy', 'các cơ quan báo chí'],
    ],
    ['Phối hợp với Ban Tổ chức tỉnh ủy, UBND các xã rà soát', [], ['Ban Tổ chức tỉnh ủy', 'UBND các xã']],
    ['Giao Ban Quản lý các khu chế xuất và công nghiệp Hà Nam rà soát', ['Ban Quản lý các khu chế xuất và công nghiệp Hà Nam'], []],
    [
      'Sở Xây dựng phối hợp Ban Quản lý Khu kinh tế Vũng Áng và các Khu công nghiệp rà soát',
      ['Sở Xây dựng'],
      ['Ban Quản lý Khu kinh tế Vũng Áng và các Khu công nghiệp'],
    ],
    ['Giao Ban Quản lý các khu công nghiệp và UBND các xã rà soát', ['Ban Quản lý các khu công nghiệp', 'UBND các xã'], []],
    ['Giao Sở Xây dựng và Công an tỉnh rà soát', ['Sở Xây dựng', 'Công an tỉnh'], []],
    [
      'Chỉ đạo các đơn vị kinh doanh hạ tầng khu chế xuất, khu, cụm công nghiệp rà soát',
      ['các đơn vị kinh doanh hạ tầng khu chế xuất, khu, cụm công nghiệp'],
      [],
    ],
    [
      'Chỉ đạo các đơn vị kinh doanh hạ tầng khu công nghiệp, UBND các xã rà soát',
      ['các đơn vị kinh doanh hạ tầng khu công nghiệp', 'UBND các xã'],
      [],
    ],
    ['Bộ trưởng Bộ Tài chính thừa ủy quyền Thủ tướng, thay mặt Chính phủ trình Quốc hội', ['Bộ trưởng Bộ Tài chính'], []],
    ['Đề nghị cơ quan thuế cấp chứng từ khấu trừ', ['cơ quan thuế'], []],
    ['Đề nghị cơ quan thuế cấp tỉnh rà soát', ['cơ quan thuế cấp tỉnh'], []],
    ['01 bản cấp cho Công ty', [], []],
    ['Một số cơ sở chưa thực hiện nghiêm túc việc trích chuyển dữ liệu', [], []],
    ['Các đơn vị chưa thực hiện báo cáo nghiêm túc thực hiện', ['Các đơn vị'], []],
    ['Chỉ đạo cấp ủy trực thuộc chú ý hỗ trợ đảng viên cao tuổi', ['cấp ủy trực thuộc'], []],
    ['Giao 02 xã rà soát', ['02 xã'], []],
    ['Phối hợp với UBND các xã dựng nhà bạt', [], ['UBND các xã']],
    ['Sở Xây dựng rà soát', ['Sở Xây dựng'], []],
    ['Phối hợp với các sở, ngành liên quan, tổ chức các hoạt động kết nối', [], ['các sở, ngành liên quan']],
    ['Phối hợp với các đơn vị, tổ chức liên quan rà soát', [], ['các đơn vị, tổ chức liên quan']],
    ['Phối hợp với ngành giáo dục và đào tạo, chính quyền địa phương rà soát', [], ['ngành giáo dục và đào tạo', 'chính quyền địa phương']],
    ['Phối hợp với ngành giáo dục và chỉ đạo các trường rà soát', [], ['ngành giáo dục']],
    ['Phối hợp với các tổ chức chính trị, xã hội thực hiện', [], ['các tổ chức chính trị, xã hội']],
    ['Phối hợp các địa phương giám sát dịch bệnh và xử lý kịp thời các ổ bệnh', [], ['các địa phương']],
    ['Các địa phương xử lý rác thải phải rà soát', ['Các địa phương xử lý rác thải'], []],
    ['Các trung tâm y tế giám sát dịch bệnh và báo cáo hằng ngày', ['Các trung tâm y tế'], []],
    ['Ngành điện và các địa phương khẩn trương rà soát', ['Ngành điện', 'các địa phương'], []],
    ['Ngành nghề kinh doanh phải rà soát', [], []],
    ['Giao lực lượng Công an cấp xã làm nòng cốt tuần tra', ['lực lượng Công an cấp xã'], []],
    ['Phân công lực lượng thường trực tuần tra', [], []],
    ['Các bộ, cơ quan thực hiện các nhiệm vụ được giao bảo đảm tiến độ', ['Các bộ, cơ quan'], []],
    ['Các đơn vị thực hiện dự án được giao phải rà soát', ['Các đơn vị thực hiện dự án'], []],
    ['UBND phường An Khánh rà soát phương án', ['UBND phường An Khánh'], []],
    ['Các Ban Quản lý dự án/Chủ đầu tư khẩn trương rà soát', ['Các Ban Quản lý dự án/Chủ đầu tư'], []],
    ['Các Chủ đầu tư/Ban QLDA khẩn trương rà soát', ['Các Chủ đầu tư', 'Ban QLDA'], []],
    ['UBND các xã có chợ do cấp xã quản lý rà soát', ['UBND các xã có chợ do cấp xã quản lý'], []],
    ['UBND các xã có thiệt hại do thiên tai khẩn trương khắc phục', ['UBND các xã có thiệt hại do thiên tai'], []],
    ['Phối hợp với UBND cấp tỉnh có đất thu hồi theo quy định tại Điều 84 Luật Đất đai rà soát', [], ['UBND cấp tỉnh có đất thu hồi']],
    ['Phối hợp với UBND tỉnh thu hồi đất', [], ['UBND tỉnh']],
    ['Các địa phương đã có nhiều nỗ lực, tạo chuyển biến tích cực trong nhận thức', [], []],
    ['Các địa phương đã có nhiều nỗ lực tích cực rà soát', ['Các địa phương'], []],
  ])('%s', (text, leads, supports) => {
    expect(reading(text)).toMatchObject({ leads, supports });
  });
});

describe('whom a lead-in names', () => {
  it.each<[string, string[]]>([
    ['Bộ Công Thương yêu cầu Sở Công Thương các tỉnh một số nhiệm vụ sau:', ['Sở Công Thương các tỉnh']],
    ['UBND tỉnh đề nghị Sở Y tế những nội dung như sau:', ['Sở Y tế']],
    ['UBND tỉnh đề nghị một số sở rà soát', ['một số sở']],
    ['Bộ trưởng Bộ Y tế chỉ thị Giám đốc Sở Y tế các tỉnh rà soát', ['Giám đốc Sở Y tế các tỉnh']],
    ['Sở Y tế thực hiện các chỉ thị Thủ tướng ban hành', ['Sở Y tế']],
    [
      'Giao các Tập đoàn: Bưu chính Việt Nam, Công nghiệp - Viễn thông Quân đội rà soát',
      ['các Tập đoàn: Bưu chính Việt Nam, Công nghiệp - Viễn thông Quân đội'],
    ],
    ['UBND các tỉnh, thành phố: TP. Huế, Gia Lai rà soát', ['UBND các tỉnh, thành phố: TP. Huế, Gia Lai']],
  ])('%s', (text, leads) => {
    expect(reading(text).leads).toEqual(leads);
  });
});

describe('to answer for something', () => {
  it('is the work itself, not before other work', () => {
    expect(reading('Công ty chịu trách nhiệm trước pháp luật về hồ sơ').work).toBe('chịu trách nhiệm trước pháp luật về hồ sơ');
    expect(reading('Công ty chịu trách nhiệm rà soát hồ sơ').work).toBe('rà soát hồ sơ');
  });
});

describe('nobody new is named', () => {
  it('where a thing is handed out, organised or asked of whoever may decide', () => {
    expect(reading('Cấp Oresol cho trạm y tế xã')).toMatchObject({ form: 'command', leads: [] });
    expect(reading('Chỉ đạo, tổ chức ĐKDT cho thí sinh')).toMatchObject({ form: 'command', leads: [] });
    expect(reading('Chỉ đạo EVN bảo đảm nguồn điện').leads).toEqual(['EVN']);
    expect(reading('Đề nghị các cấp có thẩm quyền khen thưởng')).toMatchObject({ form: 'command', leads: [] });
    expect(reading('Đề nghị cơ quan có thẩm quyền và Sở Nội vụ khen thưởng').leads).toHaveLength(2);
  });

  it('where a duty is handed out', () => {
    expect(reading('Phân công thường trực cấp cứu 24/24 giờ')).toMatchObject({ form: 'command', leads: [] });
    expect(reading('Phân công trực lãnh đạo, trực chuyên môn')).toMatchObject({ form: 'command', leads: [] });
    expect(reading('Phân công thường trực hội đồng theo dõi').leads).toEqual(['thường trực hội đồng']);
    expect(reading('Phân công Thường trực Đảng ủy theo dõi').leads).toEqual(['Thường trực Đảng ủy']);
  });

  it('inside what one is there for', () => {
    expect(reading('Theo chức năng, nhiệm vụ được giao đôn đốc các bộ, cơ quan, địa phương thực hiện')).toMatchObject({ form: 'command', leads: [] });
    expect(reading('Theo chức năng, nhiệm vụ được giao, các sở khẩn trương rà soát').leads).toEqual(['các sở']);
    expect(reading('Phân công lãnh đạo chỉ đạo các cơ quan, đơn vị của tỉnh phối hợp chặt chẽ').supports).toEqual([]);
    expect(reading('Sở Y tế chủ trì, Sở Nội vụ phối hợp thực hiện').supports).toEqual(['Sở Nội vụ']);
  });
});
