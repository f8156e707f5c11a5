import { segment } from '@vanban/segment';
import { describe, expect, it } from 'vitest';
import { readTasks } from './read-tasks.ts';
import { plainTestReading, testFields } from './test-reading.ts';

const FIELDS = testFields({ type: { code: 'TB', name: 'Thông báo' }, issuer: { name: 'Ủy ban nhân dân tỉnh A', parent: null } });

/** "Leads: first words (end of its time)" of each task. */
function read(body: string, code = 'TB'): string[] {
  const reading = plainTestReading(`UBND TỈNH A\n\nTHÔNG BÁO\n\nChủ tịch Ủy ban nhân dân tỉnh kết luận về các nội dung của cuộc họp.\n\n${body}`);
  return readTasks(reading, segment(reading), { ...FIELDS, type: { code, name: code } }).map(({ owners, action, deadline }) => {
    const leads = owners.flatMap(({ role, name }) => (role === 'lead' ? [name] : [])).join(' | ');
    const time = deadline === null ? '' : ` (${'date' in deadline ? deadline.date : deadline.kind})`;
    return `${leads}: ${action.split(' ').slice(0, 3).join(' ')}${time}`;
  });
}

describe('parts of one sentence', () => {
  it('are led by who leads the sentence again behind a part that somebody else is set to', () => {
    expect(
      read('1. Bộ Tài chính triển khai chính sách giãn thuế; chỉ đạo doanh nghiệp bảo hiểm bồi thường tổn thất; kịp thời xuất cấp hàng dự trữ.\n'),
    ).toEqual(['Bộ Tài chính: triển khai chính', 'doanh nghiệp bảo hiểm: bồi thường tổn', 'Bộ Tài chính: kịp thời xuất']);
    expect(read('1. Bộ Y tế chỉ đạo các bệnh viện tổ chức cấp cứu; bố trí thuốc, vật tư.\n')).toEqual([
      'các bệnh viện: tổ chức cấp',
      'các bệnh viện: bố trí thuốc,',
    ]);
  });

  it('are work of their own with a time of finishing of their own', () => {
    const body =
      'Sở Xây dựng sửa chữa nhà ở cho người dân trước ngày 30/11/2025; những căn nhà bị sập đổ, trôi, hư hỏng nặng của các hộ nghèo hoàn thành trước ngày 31/12/2025.\n';
    expect(read(`1. ${body}`)).toEqual(['Sở Xây dựng: sửa chữa nhà (2025-11-30)', 'Sở Xây dựng: những căn nhà (2025-12-31)']);
  });

  it('tell how, or what must be provided', () => {
    expect(read('1. Sở Công Thương khôi phục sản xuất; bảo đảm nguồn cung hàng hóa thiết yếu.\n')).toHaveLength(2);
    expect(read('1. Sở Công Thương khôi phục sản xuất; bảo đảm thống nhất, đồng bộ.\n')).toHaveLength(1);
  });

  it('consist of what a colon counts up', () => {
    const body =
      'Yêu cầu các xã báo cáo số liệu định kỳ hàng tháng qua hệ thống mạng đấu thầu, bao gồm:\n\n(1) Tổng số gói thầu;\n\n(2) Tổng giá trị.\n';
    expect(read(`1. Về báo cáo\n${body}`)).toHaveLength(1);
    expect(read('1. Yêu cầu các xã thực hiện một số nội dung trọng tâm trong thời gian tới gồm:\n\na) Rà soát số liệu.\n')).toEqual([
      'các xã: Rà soát số',
    ]);
  });

  it('are not cut inside a list of kinds', () => {
    expect(
      read('1. Đối với các nhiệm vụ này, yêu cầu các Bộ: Nông nghiệp và Môi trường; Xây dựng; Khoa học và Công nghệ xây dựng phương án.\n'),
    ).toEqual(['các Bộ: Nông nghiệp và Môi trường; Xây dựng; Khoa học và Công nghệ: xây dựng phương']);
    expect(read('1. Giao các Sở: Xây dựng rà soát quy hoạch; Tài chính bố trí vốn cho dự án.\n').length).toBeLessThan(3);
  });
});

describe('who acts', () => {
  it('is the one behind "do đó", and the one of whom it is said what first of all', () => {
    expect(read('1. Do thời tiết mỗi nơi khác nhau, vì vậy các tỉnh cần phối hợp thông tin về mùa vụ.\n')).toEqual(['các tỉnh: cần phối hợp']);
    expect(read('1. Các sở, nhất là Sở Y tế và các đơn vị lớn phải đi đầu trong chuyển đổi số.\n')).toEqual(['Các sở: phải đi đầu']);
    expect(read('1. Tiếp thu những ý kiến đã thảo luận, đề nghị các địa phương triển khai các biện pháp quản lý.\n')).toEqual([
      'các địa phương: triển khai các',
    ]);
  });

  it('holds a meeting, and is a body that is named by its kind', () => {
    expect(read('1. Sở Y tế tổ chức hội nghị quán triệt Nghị quyết.\n')).toEqual(['Sở Y tế: tổ chức hội']);
    expect(read('1. Các tổ chức hội quán triệt Nghị quyết.\n')).toEqual(['Các tổ chức hội: quán triệt Nghị']);
    expect(read('1. Thành phố khẩn trương rà soát nội dung chính sách.\n')).toEqual(['Thành phố: khẩn trương rà']);
    expect(read('1. Tổ chức kịp thời việc thăm hỏi.\n')).toEqual([': Tổ chức kịp']);
    expect(read('1. Về việc hỗ trợ xe cứu thương: Tỉnh căn cứ quy định hiện hành để bố trí xe ô tô.\n')).toHaveLength(1);
    expect(read('1. Giao người đứng đầu các cơ quan chuyên môn rà soát dữ liệu.\n')).toEqual(['người đứng đầu các cơ quan chuyên môn: rà soát dữ']);
    expect(read('1. Sở Y tế phân công người phụ trách dữ liệu.\n')).toEqual(['Sở Y tế: phân công người']);
  });

  it('is nobody who only spoke, came or led the meeting', () => {
    expect(read('Kết luận hội nghị, Thứ trưởng Nguyễn Văn A đã chỉ đạo:\n\n1. Rà soát các chỉ tiêu.\n')).toEqual([': Rà soát các']);
    expect(read('Thứ trưởng Nguyễn Văn A chủ trì hội nghị.\n\nTham dự gồm có lãnh đạo Sở Y tế các tỉnh.\n')).toEqual([]);
    expect(read('Chăm lo cho trẻ em không chỉ để chữa lành hiện tại mà chính là chăm lo cho tương lai.\n')).toEqual([]);
  });

  it('keeps a list over a speck that was read as a stop', () => {
    expect(read('1. Thủ trưởng các phòng, ban, đơn vị. đoàn thể rà soát hồ sơ.\n')).toEqual([
      'Thủ trưởng các phòng, ban, đơn vị. đoàn thể: rà soát hồ',
    ]);
  });
});

describe('a title', () => {
  it('with a colon and clauses below gives no work itself, a line that says it all does', () => {
    const title = '1. Lập và thực hiện Chương trình xây dựng văn bản quy phạm pháp luật hàng năm của các cơ quan chuyên môn:\n';
    expect(read(`${title}a) Sở Tư pháp rà soát văn bản.\n`)).toEqual(['Sở Tư pháp: rà soát văn']);
    expect(read(title)).toHaveLength(1);
  });

  it('of papers does not hide a duty', () => {
    expect(read('1. Hồ sơ trình dự thảo văn bản\na) Văn phòng tỉnh có trách nhiệm hoàn trả lại hồ sơ.\n')).toHaveLength(1);
    expect(read('1. Hồ sơ trình dự thảo văn bản\na) Lập tờ trình theo mẫu.\n')).toEqual([]);
  });
});

describe('a time', () => {
  it('of a report before a part with a subject of its own is the time of the work before it', () => {
    expect(
      read(
        '1. Bộ Tài chính hoàn thiện kế hoạch cao điểm; báo cáo Thủ tướng Chính phủ trước ngày 30/11/2025; Trên cơ sở đó, Bộ Công an xây dựng kế hoạch.\n',
      ),
    ).toEqual(['Bộ Tài chính: hoàn thiện kế (2025-11-30)', 'Bộ Công an: xây dựng kế']);
  });

  it('is that of the thing that must be finished', () => {
    expect(
      read('1. Sở Xây dựng phát động phong trào thi đua. Trong đó việc sửa chữa nhà ở bị hư hỏng phải hoàn thành trước ngày 31/12/2025.\n'),
    ).toEqual(['Sở Xây dựng: phát động phong', 'Sở Xây dựng: Trong đó việc (2025-12-31)']);
    expect(read('1. Sở Xây dựng sửa chữa trường lớp bị thiệt hại do mưa lũ vừa qua, hoàn thành trước ngày 10/12/2025.\n')).toEqual([
      'Sở Xây dựng: sửa chữa trường (2025-12-10)',
    ]);
  });

  it('before those who must keep it leaves the work to them', () => {
    expect(read('1. Chậm nhất là ngày 30 tháng 11 năm 2025 các cơ quan phải xây dựng xong quy trình.\n')).toEqual([
      'các cơ quan: phải xây dựng (2025-11-30)',
    ]);
  });
});

describe('where work can stand', () => {
  it('is below what is to be removed, not below what stands in the way', () => {
    expect(read('1. Về việc tháo gỡ khó khăn, vướng mắc trong vận hành\n1.1. Các sở rà soát văn bản.\n')).toHaveLength(1);
    expect(read('1. Khó khăn, vướng mắc\n1.1. Rà soát văn bản còn chậm.\n')).toEqual([]);
    expect(read('I. Tình hình nhà ở của hộ nghèo\nTriển khai kế hoạch hỗ trợ nhà ở.\n')).toEqual([]);
  });

  it('begins anew where a lost title made the count begin anew', () => {
    const aims = 'I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\nTriển khai kịp thời Luật.\n2. Yêu cầu\nTriển khai đồng bộ.\n';
    expect(read(aims, 'KH')).toEqual([]);
    expect(read(`${aims}1. Phòng Quản lý công nghiệp\nTổ chức kiểm tra các cơ sở.\n`, 'KH')).toEqual(['Phòng Quản lý công nghiệp: Tổ chức kiểm']);
  });

  it('is what a report plans, not what it did', () => {
    const done = 'A. Thực hiện nhiệm vụ công tác tháng 02\nI. Một số công tác trọng tâm\n1. Tổ chức hai đoàn thanh tra.\n';
    expect(read(`${done}B. Nhiệm vụ công tác tháng 3\n1. Tổ chức lễ phát động.\n`, 'BC')).toHaveLength(1);
  });

  it('is before a word on difficulties', () => {
    expect(
      read(
        '1. Sở A chịu trách nhiệm tổ chức triển khai, đôn đốc, kiểm tra việc thực hiện Chỉ thị, trong quá trình thực hiện có khó khăn vướng mắc phải báo cáo.\n',
      ),
    ).toHaveLength(1);
    expect(read('1. Trong quá trình thực hiện có khó khăn vướng mắc, các đơn vị báo cáo về Sở A.\n')).toEqual([]);
  });
});

describe('what belongs to the work before it', () => {
  it('is praised, abolished or one more paper', () => {
    expect(read('1. Sở Văn hóa tuyên truyền chính sách; biểu dương các gương điển hình; phê phán các biểu hiện lãng phí.\n')).toEqual([
      'Sở Văn hóa: tuyên truyền chính',
      'Sở Văn hóa: biểu dương các',
      'Sở Văn hóa: phê phán các',
    ]);
    expect(read('1. Biểu dương các xã đã hoàn thành.\n')).toEqual([]);
    expect(read('1. Sở Xây dựng rà soát quy chuẩn; bãi bỏ các quy chuẩn không còn phù hợp.\n')).toHaveLength(2);
    expect(read('1. Sở Giáo dục thực hiện Quy chế tuyển sinh; Quy định về dạy thêm, bảo đảm phù hợp thực tiễn.\n')).toHaveLength(1);
  });

  it('tells since when something else holds', () => {
    const body = '1. Sở Nông nghiệp tổ chức giám sát sản lượng; từ ngày 01/12/2025, sản lượng phải được giám sát bằng hệ thống điện tử.\n';
    expect(read(body)).toEqual(['Sở Nông nghiệp: tổ chức giám']);
  });

  it('is led by whom a topic before a colon leaves it to', () => {
    const topic = 'Đối với các dự án nâng cấp, mở rộng đường từ xã Văn Bàn đi xã Bảo Yên qua cửa khẩu Bản Vược và các nhánh';
    expect(read(`1. Sở Tài chính bố trí vốn.\n\n${topic}: Giao Sở Xây dựng tiếp tục rà soát hồ sơ.\n`)).toContain('Sở Xây dựng: tiếp tục rà');
  });

  it('is labelled on its own line', () => {
    const body = '1. Thể chế\n\n- Rà soát các văn bản.\n\n- Ban hành cơ chế. Đơn vị chủ trì: Sở Y tế. Thời gian thực hiện: Quý I/2026.\n';
    expect(read(body, 'KH')).toEqual([': Rà soát các', 'Sở Y tế: Ban hành cơ (period)']);
  });
});

describe('a matter that was concluded on', () => {
  it('holds work of those named, also where its title speaks of the state of things', () => {
    const body =
      'Sở Xây dựng đôn đốc các chủ đầu tư; báo cáo tiến độ hằng tuần.\n\n2. Tổng thu ngân sách ước đạt 80%. Giao Sở Tài chính rà soát nguồn thu.\n';
    expect(read(`I. VỀ TÌNH HÌNH KINH TẾ - XÃ HỘI\n\n1. ${body}`)).toEqual([
      'Sở Xây dựng: đôn đốc các',
      'Sở Xây dựng: báo cáo tiến (recurring)',
      'Sở Tài chính: rà soát nguồn',
    ]);
    expect(read(`I. TÌNH HÌNH KINH TẾ - XÃ HỘI\n\n1. ${body}`)).toEqual([]);
  });
});

describe('a list that a direction singles out', () => {
  it('is for those directed, unless they are parts of the one who directs', () => {
    const singled = (directed: string) =>
      read(
        `1. Sở Nội vụ yêu cầu UBND các xã chỉ đạo ${directed} thực hiện Công văn này, trong đó lưu ý các nội dung sau:\n\n- Rà soát biên chế.\n\n- Lập danh sách.\n`,
      );
    expect(singled('các trường học')[0]).toBe('các trường học: Rà soát biên');
    expect(singled('các đơn vị trực thuộc')[0]).toBe('UBND các xã: Rà soát biên');
  });
});

describe('an article that begins with its ground', () => {
  it('assigns below its colon; grounds alone do not', () => {
    const article = (title: string) => read(`I. ${title}\n\n1. Sở Y tế xây dựng kế hoạch.\n\n2. Sở Nội vụ lập danh sách.\n`);
    expect(article('Căn cứ chỉ tiêu được giao:')).toEqual(['Sở Y tế: xây dựng kế', 'Sở Nội vụ: lập danh sách']);
    expect(article('CĂN CỨ PHÁP LÝ')).toEqual([]);
  });
});
