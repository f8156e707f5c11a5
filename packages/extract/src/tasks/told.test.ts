import { segment } from '@vanban/segment';
import { describe, expect, it } from 'vitest';
import { readTasks } from './read-tasks.ts';
import { plainTestReading, testFields } from './test-reading.ts';

const FIELDS = testFields({ type: { code: 'KH', name: 'Kế hoạch' }, issuer: { name: 'Ủy ban nhân dân tỉnh A', parent: null } });

/** "Leads: first words (time) / supports" of each task. */
function read(body: string): string[] {
  const reading = plainTestReading(`UBND TỈNH A\n\nKẾ HOẠCH\n\nỦy ban nhân dân tỉnh ban hành Kế hoạch như sau.\n\n${body}`);
  return readTasks(reading, segment(reading), FIELDS).map(({ owners, action, deadline }) => {
    const names = (wanted: string) => owners.flatMap(({ role, name }) => (role === wanted ? [name] : [])).join(' | ');
    const time = deadline === null ? '' : ` (${'date' in deadline ? deadline.date : deadline.kind})`;
    return `${names('lead')}: ${action.split(' ').slice(0, 3).join(' ')}${time}${names('support') === '' ? '' : ` / ${names('support')}`}`;
  });
}

describe('what is told among work', () => {
  it('is no work: results, views, plans of the city, what is necessary', () => {
    expect(read('1. Sở Y tế tuyên truyền. Qua đó, góp phần củng cố niềm tin trong xã hội.\n')).toHaveLength(1);
    expect(read('1. Sở Y tế nhận định chủng này không phải là biến chủng mới.\n')).toEqual([]);
    expect(read('1. Sở Y tế tiếp nhận hồ sơ của các bệnh viện.\n')).toHaveLength(1);
    expect(read('1. Các bộ phận cần thiết có thể được trình bày dưới dạng lắp sẵn.\n')).toEqual([]);
    expect(read('1. Các bộ phận cần rà soát hồ sơ.\n')).toHaveLength(1);
    expect(read('1. Sở Xây dựng điều chỉnh kế hoạch sử dụng đất; quy hoạch đô thị và nông thôn.\n')).toHaveLength(1);
    expect(read('1. Sở Xây dựng điều chỉnh kế hoạch; quy hoạch quỹ đất cho trường học.\n')).toHaveLength(2);
    expect(read('1. Tiếp thu ý kiến của các cơ quan, Sở Y tế sẽ hoàn thiện dự thảo.\n')).toEqual([]);
  });

  it('is work where somebody must have or report something', () => {
    expect(read('1. Yêu cầu các chủ đầu tư có cam kết tiến độ, gửi về Sở Công Thương trước ngày 20/12/2025.\n')).toEqual([
      'các chủ đầu tư: có cam kết (2025-12-20)',
    ]);
    expect(read('1. Yêu cầu các chủ đầu tư có trụ sở tại tỉnh.\n')).toEqual([]);
    const report = 'UBND các xã rà soát, tổng hợp báo cáo cụ thể về một số nội dung sau:\n\na) Số hộ có nhà bị sập.\n\nb) Số hộ có nhà bị hư hỏng.\n';
    expect(read(`1. ${report}`)).toEqual(['UBND các xã: rà soát, tổng']);
    expect(read('1. UBND các xã thực hiện một số nội dung sau:\n\na) Số hộ có nhà bị sập.\n\nb) Số hộ có nhà bị hư hỏng.\n')).toEqual([]);
  });

  it('is what somebody named is asked to find out, or to hand out to whom it does not name', () => {
    expect(read('1. Đề nghị Sở Y tế xác định khoản chi có hợp lệ hay không?\n')).toEqual(['Sở Y tế: xác định khoản']);
    expect(read('1. Khoản chi của Sở Y tế có hợp lệ hay không?\n')).toEqual([]);
    expect(read('1. Sở Y tế rà soát hồ sơ; giao nhiệm vụ cụ thể cho từng trạm.\n')).toHaveLength(2);
    expect(read('1. Sở Y tế rà soát hồ sơ; giao nhiệm vụ theo thẩm quyền.\n')).toHaveLength(1);
  });

  it('is none of what is forbidden', () => {
    expect(read('1. Sở Y tế xử lý nghiêm vi phạm: (i) Khai thác hiệu quả; (ii) Khai thác không đúng nội dung giấy phép.\n')).toHaveLength(1);
    expect(
      read('1. Giao Sở Y tế:\n- Khai thác khoáng sản trái phép.\n- Khai thác hiệu quả khoáng sản.\n- Xử lý hành vi khai thác trái phép.\n'),
    ).toHaveLength(2);
  });

  it('is none of the papers that a letter sends along', () => {
    const list = (head: string) =>
      read(`1. Sở Y tế rà soát hồ sơ.\n${head}\n(1) Hướng dẫn rà soát hồ sơ của trạm;\n(2) Báo cáo kết quả rà soát của trạm.\n`);
    expect(list('Tài liệu gửi kèm theo Kế hoạch này gồm:')).toHaveLength(1);
    expect(list('Các trạm y tế có trách nhiệm:')).toHaveLength(3);
  });

  it('is what a long row of bodies is asked to hand in', () => {
    const row = 'các sở, ban, ngành, Mặt trận Tổ quốc tỉnh, Hội Nông dân tỉnh, Ủy ban nhân dân các xã, phường';
    expect(read(`1. Kết quả rà soát, xác định phương án xử lý của ${row} đề nghị gửi về Sở Y tế trước ngày 15/12/2025.\n`)[0]).toContain(
      '(2025-12-15)',
    );
    expect(read(`1. Kết quả rà soát, xác định phương án xử lý của ${row} đã gửi về Sở Y tế trước ngày 15/12/2025.\n`)).toEqual([]);
  });

  it('has a report of its own where the report begins with a capital behind the work', () => {
    const both = (report: string) => read(`1. Sở Y tế công nhận thư viện các trường; ${report} tình hình thư viện trước ngày 15/12/2025.\n`);
    expect(both('Báo cáo')).toEqual(['Sở Y tế: công nhận thư', 'Sở Y tế: Báo cáo tình (2025-12-15)']);
    expect(both('báo cáo')).toHaveLength(1);
  });

  it('has the day of the work, not of the things it is about', () => {
    const first = (work: string) => read(`1. Sở Tài chính rà soát ${work}, báo cáo UBND tỉnh trước ngày 15/12/2025.\n`)[0];
    expect(first('các dự án hoàn thành trong năm 2025')).toContain('(2025-12-15)');
    expect(first('các dự án, hoàn thành trong tháng 12/2025')).toContain('(period)');
  });

  it('begins behind the list of places or companies that a colon announces', () => {
    const leads = 'Các Bộ và các Tập đoàn: Công nghiệp - Năng lượng Quốc gia Việt Nam, Viễn thông Quân đội';
    expect(read(`1. ${leads} khẩn trương rà soát hồ sơ.\n`)[0]).toMatch(
      /^Các Bộ \| các Tập đoàn: Công nghiệp - Năng lượng Quốc gia Việt Nam(?:, | \| )Viễn thông Quân đội: khẩn trương/u,
    );
    expect(read('1. UBND các tỉnh, thành phố: TP.HCM, Gia Lai khẩn trương rà soát hồ sơ.\n')[0]).toContain('TP.HCM, Gia Lai: khẩn trương');
    expect(read('1. UBND các tỉnh, thành phố: Tiếp nhận hồ sơ, Rà soát hồ sơ.\n')[0]).toContain('UBND các tỉnh, thành phố: Tiếp nhận');
  });

  it('only announces the times of the steps below', () => {
    const steps = 'a) Báo cáo UBND tỉnh trước ngày 09/12/2025.\n\nb) Hoàn thiện đề án trước ngày 12/12/2025.\n';
    expect(read(`1. Sở Y tế khẩn trương triển khai thực hiện, bảo đảm tiến độ cụ thể như sau:\n\n${steps}`)).toEqual([
      'Sở Y tế: Báo cáo UBND (2025-12-09)',
      'Sở Y tế: Hoàn thiện đề (2025-12-12)',
    ]);
  });

  it('says of what the work before it is done: its time is that work’s time', () => {
    expect(
      read(
        '1. Sở Nội vụ ban hành các văn bản hướng dẫn; về chế độ, chính sách hỗ trợ người hoạt động không chuyên trách hoàn thành trước ngày 15/12/2025.\n',
      ),
    ).toEqual(['Sở Nội vụ: ban hành các (2025-12-15)']);
  });

  it('has no time of the matter it is about, nor of what others do with it', () => {
    expect(read('1. Về sắp xếp tổ chức bộ máy trong năm 2026, giao Sở Nội vụ khẩn trương nghiên cứu, đề xuất.\n')).toEqual([
      'Sở Nội vụ: khẩn trương nghiên',
    ]);
    expect(read('1. Về sắp xếp tổ chức bộ máy, giao Sở Nội vụ hoàn thành trong năm 2026.\n')).toEqual(['Sở Nội vụ: hoàn thành trong (period)']);
    const opinions = 'Các sở gửi ý kiến về Sở Y tế trong thời hạn 03 ngày kể từ ngày kết thúc cuộc họp';
    expect(read(`1. ${opinions} để Sở Y tế tổng hợp, báo cáo UBND tỉnh trước ngày 05/12/2025.\n`)).toEqual(['Các sở: gửi ý kiến (null)']);
    expect(read('1. Các sở rà soát hồ sơ để hoàn thành, báo cáo UBND tỉnh trước ngày 05/12/2025.\n')).toEqual(['Các sở: rà soát hồ (2025-12-05)']);
  });

  it('labels of who leads may say that they advise', () => {
    expect(
      read('1. Tổ chức tập huấn cho cán bộ.\n\nĐơn vị chủ trì tham mưu thực hiện: Sở Tư pháp.\n\nĐơn vị phối hợp thực hiện: Sở Nội vụ.\n'),
    ).toEqual(['Sở Tư pháp: Tổ chức tập / Sở Nội vụ']);
  });
});
