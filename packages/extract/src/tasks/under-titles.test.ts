// Titles that name who works, reports that are asked for, and times that stand below or behind the work.
import { segment } from '@vanban/segment';
import { describe, expect, it } from 'vitest';
import { readTasks } from './read-tasks.ts';
import { plainTestReading, testFields } from './test-reading.ts';

/** "Leads: first words (end of its time)" of each task of a plan. */
function read(body: string, subject = 'Kiểm kê tài sản', opening = 'Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:'): string[] {
  const reading = plainTestReading(`UBND TỈNH A\n\nKẾ HOẠCH\nKIỂM KÊ TÀI SẢN CÔNG\n\n${opening}\n\n${body}`);
  const fields = testFields({ type: { code: 'KH', name: 'Kế hoạch' }, subject });
  return readTasks(reading, segment(reading), fields).map(({ owners, action, deadline }) => {
    const leads = owners.flatMap(({ role, name }) => (role === 'lead' ? [name] : [])).join(' | ');
    const time = deadline === null ? '' : ` (${'date' in deadline ? deadline.date : deadline.kind})`;
    return `${leads}: ${action.split(' ').slice(0, 3).join(' ')}${time}`;
  });
}

describe('a title', () => {
  it('names a body without what the body is for the matter', () => {
    expect(read('1. Sở Tài chính - Cơ quan thường trực Ban Chỉ đạo\n- Rà soát số liệu.\n- Lập danh sách.\n')).toEqual([
      'Sở Tài chính: Rà soát số',
      'Sở Tài chính: Lập danh sách',
    ]);
  });

  it('describes bodies in front of a bracket that counts them up', () => {
    const title = 'Các cơ quan tham mưu quản lý ngành, lĩnh vực (gồm các Sở: Xây dựng, Công Thương, Nội vụ, Văn hóa, Thể thao và Du lịch)';
    expect(read(`1. ${title}\n- Rà soát số liệu.\n- Lập danh sách.\n`)[0]).toBe('Các cơ quan tham mưu quản lý ngành, lĩnh vực: Rà soát số');
    expect(read('1. Các cơ quan tham mưu ban hành kế hoạch (gồm các Sở: Xây dựng, Nội vụ).\n')).toEqual(['Các cơ quan: tham mưu ban']);
  });

  it('is work where a line below it says by when its report is handed in', () => {
    const asked = 'Sở Nội vụ đề nghị các doanh nghiệp thực hiện báo cáo như sau:';
    const list = (line: string) => read(`1. Báo cáo tình hình lao động năm 2025\n- ${line}\n2. Báo cáo tiền thưởng\n- ${line}\n`, 'Báo cáo', asked);
    expect(list('Hạn nộp báo cáo: Trước ngày 25/11/2025.')).toEqual([
      'các doanh nghiệp: Báo cáo tình (2025-11-25)',
      'các doanh nghiệp: Báo cáo tiền (2025-11-25)',
    ]);
    expect(list('Thời hạn gửi báo cáo: Trước ngày 25/11/2025.')[0]).toBe('các doanh nghiệp: Báo cáo tình (2025-11-25)');
    expect(list('Số liệu đến ngày 25/11/2025.')).toEqual([]);
  });
});

describe("the last point of a letter's list", () => {
  it('is no title of what its sender closes with', () => {
    const list = '1. Báo cáo tiền lương\n\n2. Báo cáo tiền thưởng\n\n3. Báo cáo tai nạn lao động\n\n';
    const letter = (closing: string) => {
      const opening = 'Sở Nội vụ đề nghị các doanh nghiệp thực hiện báo cáo như sau:';
      const reading = plainTestReading(`SỞ NỘI VỤ\nSố: 5/SNV-LĐ\n\nKính gửi: Các doanh nghiệp\n\n${opening}\n\n${list}${closing}\n`);
      const fields = testFields({
        type: { code: 'CV', name: 'Công văn' },
        issuer: { name: 'Sở Nội vụ', parent: null },
        addressees: ['Các doanh nghiệp'],
      });
      return readTasks(reading, segment(reading), fields).map(({ action }) => action.split(' ').slice(0, 4).join(' '));
    };
    expect(letter('Sở Nội vụ đề nghị các doanh nghiệp gửi báo cáo trực tuyến.')).toContain('Báo cáo tai nạn');
    expect(letter('Các doanh nghiệp gửi báo cáo trực tuyến theo đường dẫn kèm theo Công văn này.')).not.toContain('Báo cáo tai nạn');
  });
});

describe('a time', () => {
  it('of finishing is that of the work before it, named again', () => {
    const work = 'Giao Sở Tài chính tiến hành kiểm tra việc đấu thầu.';
    expect(read(`1. ${work} Hoàn thành việc kiểm tra và báo cáo Thủ tướng Chính phủ trước ngày 10/12/2025.\n`)).toEqual([
      'Sở Tài chính: tiến hành kiểm (2025-12-10)',
      'Sở Tài chính: Hoàn thành việc (2025-12-10)',
    ]);
    expect(read(`1. ${work} Hoàn thành việc sắp xếp bộ máy trước ngày 10/12/2025.\n`)[0]).toBe('Sở Tài chính: tiến hành kiểm');
  });

  it('of a rule that is applied by a day is its day, but not how long a rule holds', () => {
    const rule = (words: string) => read(`1. Sở Nội vụ xây dựng Quy chế làm việc; Quy chế ${words}.\n`)[0];
    expect(rule('phải được áp dụng trước ngày 31/12/2025')).toBe('Sở Nội vụ: xây dựng Quy (2025-12-31)');
    expect(rule('này áp dụng đối với các phòng đến hết ngày 31/12/2025')).toBe('Sở Nội vụ: xây dựng Quy');
  });
});

describe("the document's own title", () => {
  it('goes on over its semicolon where a sentence repeats it', () => {
    const title = 'Thi đua chào mừng Đại hội lần thứ XIV; tăng tốc, bứt phá, hoàn thành kế hoạch';
    const body =
      '1. Sở Y tế tuyên truyền Đợt thi đua chào mừng Đại hội lần thứ XIV; tăng tốc, bứt phá, hoàn thành kế hoạch; mở chuyên mục trên báo.\n';
    expect(read(body, title)).toEqual(['Sở Y tế: tuyên truyền Đợt', 'Sở Y tế: mở chuyên mục']);
    expect(read(body)).toHaveLength(3);
  });
});
