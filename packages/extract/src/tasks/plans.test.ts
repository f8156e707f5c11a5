import { segment } from '@vanban/segment';
import { describe, expect, it } from 'vitest';
import { readTasks } from './read-tasks.ts';
import { plainTestReading, testFields } from './test-reading.ts';

const PLAN = testFields({
  type: { code: 'KH', name: 'Kế hoạch' },
  issuer: { name: 'Ủy ban nhân dân tỉnh Thanh Bình', parent: null },
  issuedOn: '2025-03-10',
});

/** Leads, supports and time of each task of a plan's body, with the first two words of the work. */
function read(body: string): string[] {
  const reading = plainTestReading(`ỦY BAN NHÂN DÂN TỈNH THANH BÌNH\n\nKẾ HOẠCH\nPhát triển kinh tế\n\n${body}`);
  return readTasks(reading, segment(reading), PLAN).map(({ owners, action, deadline }) => {
    const of = (role: string): string => owners.flatMap((owner) => (owner.role === role ? [owner.name] : [])).join(' | ');
    const time = deadline === null ? '' : ` (${deadline.text})`;
    return `${of('lead')} + ${of('support')}: ${action.split(' ').slice(0, 2).join(' ')}${time}`;
  });
}

describe('a part on money', () => {
  const money = 'III. KINH PHÍ THỰC HIỆN\n\nKinh phí được bố trí từ ngân sách nhà nước.\n\n';

  it('ends where a body heads its work, although the title of the next part was lost', () => {
    expect(read(`${money}1. Giám đốc các Sở:\n\n- Rà soát các mỏ trên địa bàn.\n\n2. Sở Công Thương\n\n- Kiểm tra các mỏ.\n`)).toEqual([
      'Giám đốc các Sở + : Rà soát',
      'Sở Công Thương + : Kiểm tra',
    ]);
  });

  it('holds no other work', () => {
    expect(read(`${money}1. Nguồn vốn\n\n- Ưu tiên sử dụng ngân sách tỉnh.\n`)).toEqual([]);
  });
});

describe('those who help behind semicolons', () => {
  it('go on until the work begins', () => {
    expect(
      read(
        'II. NHIỆM VỤ\n\n1. Sở A chủ trì, phối hợp với Sở Tài chính; UBND các xã, phường; các đơn vị liên quan xây dựng kế hoạch phát triển chợ.\n',
      ),
    ).toEqual(['Sở A + Sở Tài chính | UBND các xã, phường | các đơn vị liên quan: xây dựng']);
  });

  it('end with their work', () => {
    expect(read('II. NHIỆM VỤ\n\n1. Sở A phối hợp với Sở Tài chính kiểm tra các chợ; các xã báo cáo kết quả.\n')).toEqual([
      'Sở A + Sở Tài chính: kiểm tra',
      'các xã + : báo cáo',
    ]);
  });
});

describe('a committee', () => {
  it('is named with the matter that it was set up for', () => {
    expect(read('II. NHIỆM VỤ\n\n1. Tổ công tác của Chủ tịch tỉnh về rà soát thủ tục khẩn trương tổng hợp vướng mắc của doanh nghiệp.\n')).toEqual([
      'Tổ công tác của Chủ tịch tỉnh về rà soát thủ tục + : khẩn trương',
    ]);
    expect(read('II. NHIỆM VỤ\n\n1. Ban Chỉ đạo về dự hội nghị, rà soát các nội dung.\n')).not.toContainEqual(expect.stringContaining('về dự'));
  });
});

describe('who stands for many', () => {
  it('is one name', () => {
    expect(read('II. NHIỆM VỤ\n\n1. Người đứng đầu Bộ, cơ quan trung ương, địa phương rà soát lại từng nhiệm vụ.\n')).toEqual([
      'Người đứng đầu Bộ, cơ quan trung ương, địa phương + : rà soát',
    ]);
    expect(read('II. NHIỆM VỤ\n\n1. Chủ tịch tỉnh, Sở A rà soát lại từng nhiệm vụ.\n')).toEqual(['Chủ tịch tỉnh | Sở A + : rà soát']);
  });

  it('may be those on the spot', () => {
    expect(read('II. NHIỆM VỤ\n\n1. Công an tỉnh chỉ đạo các đơn vị, lực lượng tại chỗ hỗ trợ các xã chuyển lương thực.\n')).toEqual([
      'các đơn vị, lực lượng tại chỗ + : hỗ trợ',
    ]);
  });
});

describe('an order whose name the line end cuts', () => {
  it('goes on in the next line, a title does not', () => {
    expect(
      read(
        'II. NHIỆM VỤ\n\n1. Sở Y tế:\n\n- Chỉ đạo Đoàn Thanh niên\n\nCộng sản Hồ Chí Minh tổ chức các đội tình nguyện thu gom rác thải tại các khu dân cư.\n',
      ),
    ).toEqual(['Đoàn Thanh niên Cộng sản Hồ Chí Minh + : tổ chức']);
    expect(read('II. NHIỆM VỤ\n\n1. Đề nghị Đoàn Thanh niên\n\nTổ chức các đội tình nguyện thu gom rác thải tại các khu dân cư.\n')).toEqual([
      'Đoàn Thanh niên + : Tổ chức',
    ]);
  });
});

describe('the opening of a plan', () => {
  it('hands down no duty that it tells by the way', () => {
    const opening = 'Khi Ban A kết thúc hoạt động, Đảng ủy B tiếp tục chỉ đạo thực hiện Kế hoạch này.\n\n';
    expect(read(`${opening}I. NHIỆM VỤ\n\n1. Rà soát các luật.\n`)).toContain(' + : Rà soát');
    expect(read('Đảng ủy B có trách nhiệm thực hiện các nhiệm vụ sau:\n\n1. Rà soát các luật.\n')).toEqual(['Đảng ủy B + : Rà soát']);
  });
});

describe('times of work among other times', () => {
  it('takes the month behind the year that the things are of', () => {
    expect(read('II. NHIỆM VỤ\n\n1. Sở A thu hồi vốn của các dự án được giao kế hoạch trong năm 2025 trong tháng 5 năm 2025.\n')).toEqual([
      'Sở A + : thu hồi (trong tháng 5 năm 2025)',
    ]);
    expect(read('II. NHIỆM VỤ\n\n1. Sở A số hóa hồ sơ trong năm 2025, trong đó số hóa đợt 1 trong quý II/2025.\n')).toEqual([
      'Sở A + : số hóa (trong năm 2025)',
    ]);
  });

  it('gives the work no time for which a rule holds', () => {
    const work = 'II. NHIỆM VỤ\n\n1. Ngân hàng A trình Thủ tướng giảm lãi suất cho vay.';
    expect(read(`${work} Việc giảm lãi suất áp dụng đối với các khoản vay từ ngày 01/10/2025 đến ngày 31/12/2025.\n`)).toEqual([
      'Ngân hàng A + : trình Thủ',
    ]);
  });
});

describe('what is to be reached', () => {
  it('is no work where nobody is named', () => {
    expect(
      read(
        'II. NHIỆM VỤ\n\n1. Tăng cường thu gom rác thải. Đến năm 2030, tỷ lệ thu gom, xử lý rác thải đạt 100%.\n\n2. Đến năm 2027, hoàn thành số hóa hồ sơ.\n',
      ),
    ).toEqual([' + : Tăng cường', ' + : hoàn thành (Đến năm 2027)']);
  });

  it('is told below a title of figures', () => {
    expect(read('II. CHỈ TIÊU CHỦ YẾU\n\n1. Giảm số vụ vi phạm trên địa bàn tỉnh.\n\nIII. NHIỆM VỤ\n\n1. Giảm số vụ vi phạm.\n')).toHaveLength(1);
  });
});

describe('those whom a lead-in lists behind its openings', () => {
  const list = '1. Rà soát quy hoạch.\n';

  it('are all named, a list that began inside an opening is not', () => {
    expect(
      read(
        `II. NHIỆM VỤ\n\nNhằm đạt mục tiêu, trong thời gian tới, các Bộ, cơ quan ngang Bộ, Ủy ban nhân dân các tỉnh cần thực hiện các nhiệm vụ sau:\n\n${list}`,
      ),
    ).toEqual(['các Bộ, cơ quan ngang Bộ | Ủy ban nhân dân các tỉnh + : Rà soát']);
    expect(read('II. NHIỆM VỤ\n\n1. Trước kỳ tập huấn cán bộ, giáo viên, học viên phải nộp hồ sơ.\n')).toEqual(['học viên + : phải nộp']);
  });
});

describe('the press of a province', () => {
  it('is one house', () => {
    expect(read('II. NHIỆM VỤ\n\n1. Báo và Đài Phát thanh, Truyền hình tỉnh xây dựng chuyên trang.\n\n2. Báo cáo kết quả tuyên truyền.\n')).toEqual([
      'Báo và Đài Phát thanh, Truyền hình tỉnh + : xây dựng',
      ' + : Báo cáo',
    ]);
  });
});

describe('a last day before those who work', () => {
  it('opens the sentence', () => {
    expect(read('II. NHIỆM VỤ\n\n1. Chậm nhất ngày 25/3/2025, các đơn vị gửi báo cáo về Sở A.\n')).toEqual([
      'các đơn vị + : gửi báo (Chậm nhất ngày 25/3/2025)',
    ]);
    expect(read('II. NHIỆM VỤ\n\n1. Chậm nhất ngày 25/3/2025, hoàn thành việc rà soát.\n')).toEqual([' + : Chậm nhất (Chậm nhất ngày 25/3/2025)']);
  });

  it('ends the name of those who begin', () => {
    expect(read('II. NHIỆM VỤ\n\n1. Các trường bắt đầu triển khai chương trình mới.\n').join()).not.toContain('trường bắt đầu');
  });
});

describe('below the name of a body', () => {
  it('agreeing on something is work', () => {
    expect(read('II. NHIỆM VỤ\n\n1. Sở A:\n\n- Thống nhất mã số hàng hóa xuất nhập khẩu.\n\n- Thống nhất với đề xuất của Sở B.\n')).toEqual([
      'Sở A + : Thống nhất',
    ]);
  });
});
