import type { DocumentFields, Task } from '@vanban/contract';
import { segment } from '@vanban/segment';
import { describe, expect, it } from 'vitest';
import { readTasks } from './read-tasks.ts';
import { plainTestReading, testFields } from './test-reading.ts';

const HEAD = 'UBND TỈNH A\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: 12/UBND-KT\n\nHà Nội, ngày 10 tháng 3 năm 2025\n\nKính gửi: Như Nơi nhận\n\n';

const DOCUMENT = testFields({
  number: '12/UBND-KT',
  type: { code: 'CV', name: 'Công văn' },
  issuer: { name: 'Ủy ban nhân dân tỉnh A', parent: null },
  issuedOn: '2025-03-10',
});

function tasksOf(body: string, fields: Partial<DocumentFields> = {}): Task[] {
  const reading = plainTestReading(`${HEAD}${body}`);
  const tasks = readTasks(reading, segment(reading), { ...DOCUMENT, ...fields });
  for (const task of tasks) {
    expect(task.span.end).toBeGreaterThan(task.span.start);
    for (const { name, span, inheritedFrom } of task.owners)
      if (span && inheritedFrom === null && !/quý|Công ty|Chi nhánh/iu.test(reading.text.slice(span.start, span.end)))
        expect(reading.text.slice(span.start, span.end).replace(/\s+/gu, ' ')).toBe(name);
    if (task.deadline?.span) expect(reading.text.slice(task.deadline.span.start, task.deadline.span.end)).toBe(task.deadline.text);
  }
  return tasks;
}

const leads = (task: Task | undefined) => task?.owners.filter(({ role }) => role === 'lead').map(({ name }) => name);
const supports = (task: Task | undefined) => task?.owners.filter(({ role }) => role === 'support').map(({ name }) => name);
const when = (task: Task | undefined) =>
  task?.deadline && ('date' in task.deadline ? task.deadline.date : 'end' in task.deadline ? task.deadline.end : task.deadline.kind);

describe('names that the letter prints', () => {
  it('takes an addressee whole, whatever verbs are inside it', () => {
    const name = 'Trung tâm tiếp nhận và hỗ trợ người khuyết tật';
    const tasks = tasksOf(`Nội dung như sau:\n\n1. Đề nghị ${name} rà soát danh sách.\n`, { addressees: [name, 'Sở Y tế'] });
    expect(tasks.map(leads)).toEqual([[name]]);
  });
});

it('leaves a page number out of the deadline that it cuts', () => {
  const plain = plainTestReading(
    `${HEAD}Nội dung như sau:\n\n1. Giao Sở Y tế gửi báo cáo trước ngày 30 tháng\n2\n6 năm 2025.\n\n2. Giao Sở Tài chính bố trí kinh phí.\n`,
  );
  const lines = plain.lines.map((line) =>
    plain.text.slice(line.span.start, line.span.end) === '2' ? { ...line, role: 'page-number' as const } : line,
  );
  const reading = { ...plain, lines };
  const deadline = readTasks(reading, segment(reading), DOCUMENT)[0]?.deadline;
  expect(deadline).toMatchObject({ kind: 'date', date: '2025-06-30', text: 'trước ngày 30 tháng\n6 năm 2025' });
  expect(plain.text.slice(deadline?.span?.start, deadline?.span?.end)).toBe('trước ngày 30 tháng\n2\n6 năm 2025');
});

describe('what goes on from one clause to the next', () => {
  it('takes a clause that only announces for the lead-in of those behind it', () => {
    const tasks = tasksOf(
      'Nội dung như sau:\n\n1. Giao Phòng Nội vụ thực hiện các công việc sau:\n\n2. Tổ chức thi tuyển viên chức.\n\n3. Lập danh sách thí sinh.\n',
    );
    expect(tasks.map(leads)).toEqual([['Phòng Nội vụ'], ['Phòng Nội vụ']]);
  });

  it('hands down who only helps together with the lead from above', () => {
    const tasks = tasksOf(
      'Nội dung như sau:\n\n1. Sở Y tế:\n\na) Phối hợp với các huyện hướng dẫn:\n\n- Tiêm phòng dại cho đàn chó.\n\n- Phun thuốc khử trùng.\n',
    );
    expect(tasks.map(leads)).toEqual([['Sở Y tế'], ['Sở Y tế']]);
    expect(tasks.map(supports)).toEqual([['các huyện'], ['các huyện']]);
  });

  it('gives the time of the last step to all parts of its sentence', () => {
    const tasks = tasksOf('1. Sở Y tế rà soát danh mục thuốc; trên cơ sở đó đề xuất mua bổ sung; báo cáo UBND tỉnh trong quý III năm 2025.\n');
    expect(tasks.map(when)).toEqual(['2025-09-30', '2025-09-30']);
  });

  it('gives the time of a report to the reports that the clauses beside it ask for', () => {
    const tasks = tasksOf(
      'Nội dung như sau:\n\n1. Sở Y tế báo cáo tình hình nhân lực.\n\n2. Sở Nội vụ báo cáo biên chế.\n\nBáo cáo của các sở gửi về Văn phòng trước ngày 12/6/2025.\n',
    );
    expect(tasks.map(when)).toEqual(['2025-06-12', '2025-06-12', '2025-06-12']);
    expect(leads(tasks[2])).toEqual(['các sở']);
  });

  it('goes on behind a colon that stands for a semicolon', () => {
    const tasks = tasksOf('1. Đề nghị UBND huyện thu hồi toàn bộ số tiền chi sai cho các hộ: chỉ đạo kiểm điểm cán bộ có liên quan.\n');
    expect(tasks).toHaveLength(2);
    expect(tasksOf('1. Đề nghị UBND huyện thu hồi toàn bộ số tiền chi sai của các khoản: tiền công; tiền xe.\n')).toHaveLength(1);
  });

  it('takes labels behind the last dash for all dashes of the clause', () => {
    const tasks = tasksOf(
      'Nội dung như sau:\n\n1. Nuôi trồng thủy sản\n\n- Rà soát vùng nuôi.\n\n- Phối hợp với Hội Nông dân tập huấn cho hộ nuôi.\nĐơn vị chủ trì: Phòng Kinh tế; Đơn vị phối hợp: Trạm Khuyến nông.\n',
    );
    expect(tasks.map(leads)).toEqual([['Phòng Kinh tế'], ['Phòng Kinh tế']]);
    expect(tasks.map(supports)).toEqual([['Trạm Khuyến nông'], ['Trạm Khuyến nông', 'Hội Nông dân']]);
  });

  it('reads orders behind the lead-in of a letter without clauses', () => {
    const body =
      'Xét đề nghị của Sở Y tế, Chủ tịch UBND tỉnh có ý kiến như sau:\n\nTrên cơ sở báo cáo của Sở Y tế, Sở Nội vụ làm việc với các huyện về biên chế.\n';
    expect(tasksOf(body).map(leads)).toEqual([['Sở Nội vụ']]);
    expect(tasksOf('Sở Nội vụ làm việc với các huyện về biên chế. Kết quả rất tốt.\n')).toEqual([]);
  });

  it('takes a list of marks or cases for no work', () => {
    const tasks = tasksOf(
      '1. Sở Thuế phân loại hộ kinh doanh theo các dấu hiệu sau đây:\n\n+ Hộ kinh doanh bán hàng không lập hóa đơn.\n\n+ Hộ kinh doanh nộp hồ sơ chậm.\n',
    );
    expect(tasks.filter(({ clauseId }) => clauseId.includes('+'))).toEqual([]);
  });

  it('ends a sentence where its paragraph ends', () => {
    const tasks = tasksOf('1. Về đất rừng:\n\nGiao Phòng Nội vụ rà soát đất lâm trường\n\nGiao Phòng Y tế kiểm tra trạm xá\n');
    expect(tasks.map(leads)).toEqual([['Phòng Nội vụ'], ['Phòng Y tế']]);
  });
});

describe('items in running text', () => {
  it('give each item the lead of its lead-in, not of the item before', () => {
    const tasks = tasksOf(
      'Nội dung như sau:\n\n1. Yêu cầu Sở Y tế:\n(i) Rà soát danh mục thuốc\n(ii) Giao Sở Nội vụ kiểm tra biên chế\n(iii) Báo cáo kết quả đấu thầu\n',
    );
    expect(tasks.map(leads)).toEqual([['Sở Y tế'], ['Sở Nội vụ'], ['Sở Y tế']]);
  });
});

describe('decisions and courtesy', () => {
  it('takes the term of a paper for no time of the work', () => {
    const tasks = tasksOf('1. Giao Sở Y tế kiểm tra hồ sơ lái xe. Ông Mẫu, bằng lái số 790123456789; thời hạn đến 30/4/2026.\n');
    expect(tasks.map(({ deadline }) => deadline)).toEqual([null]);
  });

  it('takes a plain request for work under a heading that frames', () => {
    const tasks = tasksOf('1. Thành phần dự họp:\n\n- Sở Y tế. Đề nghị Bệnh viện tỉnh cử hai bác sĩ tham dự.\n');
    expect(tasks.map(leads)).toEqual([['Bệnh viện tỉnh']]);
  });

  it('takes a row of sentences of one shape without anybody named for decisions', () => {
    const row = ['Điều chỉnh ranh giới thôn Một.', 'Điều chỉnh ranh giới thôn Hai.', 'Điều chỉnh ranh giới thôn Ba.'];
    const body = (sentences: string[]) => sentences.map((words, i) => `${i + 1}. ${words}\n\n`).join('');
    expect(tasksOf(body(row))).toEqual([]);
    expect(tasksOf(body(row), { addressees: ['Sở Nội vụ', 'Sở Y tế'] })).toHaveLength(3);
    expect(tasksOf(body(['Sắp xếp thôn Một và thôn Hai thành thôn mới có tên gọi là thôn Đông.']))).toEqual([]);
  });

  it('takes how the sender closes for no work of his', () => {
    expect(tasksOf('1. Sở Y tế thông báo cho các trạm được biết và thực hiện./.\n')).toEqual([]);
    expect(tasksOf('1. Giao Sở Y tế thông báo cho các trạm biết và thực hiện.\n')).toHaveLength(1);
  });
});

describe('inheritance', () => {
  it('takes lead and support from the lead-in, and says so', () => {
    const tasks = tasksOf('Chủ tịch UBND tỉnh giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính:\n\n1. Rà soát biên chế.\n\n2. Tham mưu đề án.\n');
    expect(tasks.map(({ id }) => id)).toEqual(['1#1', '2#1']);
    expect(tasks.map(leads)).toEqual([['Sở Nội vụ'], ['Sở Nội vụ']]);
    expect(supports(tasks[1])).toEqual(['Sở Tài chính']);
    expect(tasks[0]?.owners[0]?.inheritedFrom).toBe('lead-in');
    expect(tasks[0]?.review).toContain('owner-inherited');
  });

  it('takes the lead of the sentence before in the clause, without its support', () => {
    const tasks = tasksOf(
      'Yêu cầu như sau:\n\n1. Giao Sở Y tế phối hợp với Sở Tài chính lập dự toán. Báo cáo UBND tỉnh kết quả.\n\n2. Các xã rà soát hộ nghèo.\n',
    );
    expect(tasks.map(leads)).toEqual([['Sở Y tế'], ['Sở Y tế'], ['Các xã']]);
    expect(tasks.map(supports)).toEqual([['Sở Tài chính'], [], []]);
    expect(tasks[1]?.owners[0]?.inheritedFrom).toBe('1');
  });

  it('takes the lead of a heading for what stands below it', () => {
    const tasks = tasksOf(
      'Thực hiện các nội dung sau:\n\n1. Đối với Sở Y tế:\n\na) Chuẩn bị thuốc.\n\nb) Chỉ đạo các bệnh viện trực cấp cứu.\n\n2. Trách nhiệm của Công an tỉnh\n\na) Bảo đảm trật tự.\n',
    );
    expect(tasks.map((task) => [task.clauseId, leads(task)])).toEqual([
      ['1.a', ['Sở Y tế']],
      ['1.b', ['các bệnh viện']],
      ['2.a', ['Công an tỉnh']],
    ]);
  });

  it('falls back on the addressees and puts the one addressee for a stand-in', () => {
    const [task] = tasksOf('1. Khẩn trương rà soát hồ sơ.\n', { addressees: ['Sở Y tế', 'Sở Nội vụ'] });
    expect(leads(task)).toEqual(['Sở Y tế', 'Sở Nội vụ']);
    expect(task?.owners[0]?.inheritedFrom).toBe('addressees');
    const singled = (colon: string) =>
      tasksOf(`Sở Nội vụ đề nghị UBND các xã chỉ đạo các đơn vị trực thuộc ${colon}:\n\n1. Rà soát biên chế của các trường.\n`)[0];
    const leadOf = (task: ReturnType<typeof singled>) => task?.owners.filter(({ role }) => role === 'lead').map(({ name }) => name);
    expect(leadOf(singled('thực hiện các quy định nêu trên, trong đó lưu ý một số nhiệm vụ cụ thể như sau'))).toEqual(['UBND các xã']);
    expect(leadOf(singled('thực hiện một số nội dung sau'))).toEqual(['các đơn vị trực thuộc']);
    const required = tasksOf(
      '1. Sở Công Thương\n\na) Yêu cầu các tổ chức, doanh nghiệp kê khai hóa chất.\n\nb) Yêu cầu Công ty Tân Hòa kê khai hóa chất.\n',
    );
    expect(required.map((task) => leadOf(task))).toEqual([['Sở Công Thương'], ['Công ty Tân Hòa']]);
    const several = tasksOf('Kính đề nghị Quý đơn vị gửi ý kiến về Sở Nội vụ.\n', { addressees: ['Sở Y tế', 'Sở Xây dựng'] });
    expect(several[0]?.owners.filter(({ role }) => role === 'lead').map(({ name }) => name)).toEqual(['Sở Y tế', 'Sở Xây dựng']);
    const [company] = tasksOf('Đề nghị Công ty khẩn trương hoàn thiện hồ sơ.\n', { addressees: ['Doanh nghiệp tư nhân Tân Hòa'] });
    expect(company?.owners[0]?.name).toBe('Doanh nghiệp tư nhân Tân Hòa');
    const [branch] = tasksOf('Đề nghị Chi nhánh rà soát hồ sơ.\n', { addressees: ['Chi nhánh số 2 - Công ty Tân Hòa'] });
    expect(branch?.owners[0]?.name).toBe('Chi nhánh số 2 - Công ty Tân Hòa');
    const [stand] = tasksOf('UBND tỉnh đề nghị quý Bộ khẩn trương cho ý kiến về dự thảo.\n', { addressees: ['Bộ Y tế'] });
    expect(leads(stand)).toEqual(['Bộ Y tế']);
  });

  it('gives the coming tasks of a report to the reporting body with the period of the heading', () => {
    const tasks = tasksOf(
      '1. Kết quả thực hiện\n\nCác phòng đã tổ chức 12 hội nghị.\n\n2. Nhiệm vụ trọng tâm trong quý II năm 2025\n\nTham mưu ban hành kế hoạch chuyển đổi số.\n\nTrên đây là báo cáo kết quả quý I/2025 của UBND huyện B./.\n',
      { type: { code: 'BC', name: 'Báo cáo' } },
    );
    expect(tasks.map(leads)).toEqual([['UBND huyện B']]);
    expect(when(tasks[0])).toBe('2025-06-30');
    expect(tasks[0]?.owners[0]?.inheritedFrom).toBe('issuer');
  });
});

describe('times', () => {
  it('gives a closing time to all tasks of its clause that have none', () => {
    const tasks = tasksOf('Giao Sở Nội vụ:\n\n1. Rà soát biên chế. Lập danh sách trước ngày 20/3/2025. Hoàn thành trong quý II/2025.\n');
    expect(tasks.map(when)).toEqual(['2025-06-30', '2025-03-20']);
  });

  it('gives the time of a last step to the work before it', () => {
    const tasks = tasksOf('Giao Sở Nội vụ:\n\n1. Rà soát biên chế; báo cáo UBND tỉnh trước ngày 20/3/2025.\n');
    expect(tasks.map(when)).toEqual(['2025-03-20']);
  });

  it('spreads a time over the clauses that it names', () => {
    const tasks = tasksOf(
      'Giao Sở Nội vụ:\n\n1. Rà soát biên chế.\n\n2. Xây dựng đề án.\n\n3. Hoàn thành các nội dung nêu tại Mục 1 và 2, báo cáo UBND tỉnh trước ngày 10/4/2025.\n',
    );
    expect(tasks.map(when)).toEqual(['2025-04-10', '2025-04-10', '2025-04-10']);
    expect(tasks[0]?.deadline?.inheritedFrom).toBe('3');
  });
});

describe('labels', () => {
  it('gives labelled leads, supports and times to the task that they stand under', () => {
    const tasks = tasksOf(
      '1. Đẩy mạnh công tác tuyên truyền.\n\na) Đơn vị chủ trì: Sở Nội vụ, UBND các xã, phường.\n\nb) Đơn vị phối hợp: Sở Tài chính.\n\nc) Thời gian hoàn thành: Quý II/2025.\n\n2. Giao Sở Y tế rà soát hồ sơ.\n',
    );
    expect(tasks.map(leads)).toEqual([['Sở Nội vụ', 'UBND các xã, phường'], ['Sở Y tế']]);
    expect(tasks.map(supports)).toEqual([['Sở Tài chính'], []]);
    expect(tasks.map(when)).toEqual(['2025-06-30', null]);
    expect(tasks[0]?.owners[0]?.inheritedFrom).toBe('1.a');
  });
});

describe('decisions', () => {
  it('takes all those who are responsible for carrying it out, and not what it decides itself', () => {
    const tasks = tasksOf(
      'QUYẾT ĐỊNH:\n\nĐiều 1. Bổ sung công chức vào bộ phận một cửa.\n\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.\n\nĐiều 3. Chánh Văn phòng, Thủ trưởng các đơn vị liên quan và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.\n',
      { type: { code: 'QĐ', name: 'Quyết định' } },
    );
    expect(tasks.map((task) => [task.clauseId, leads(task)])).toEqual([
      ['Điều 3', ['Chánh Văn phòng', 'Thủ trưởng các đơn vị liên quan', 'các ông, bà có tên tại Điều 1']],
    ]);
  });
});

describe('what is no task', () => {
  it.each([
    'Ngày 02/3/2025, Sở Công Thương đã có Văn bản số 15/SCT-CN yêu cầu các đơn vị báo cáo.',
    'Tuy nhiên, hiện nay còn 03 xã chưa gửi báo cáo.',
    'Sở Tài chính sẽ tổng hợp, trình UBND tỉnh.',
    'UBND tỉnh đồng ý chủ trương đầu tư dự án.',
    'Kế hoạch phải rõ người, rõ việc, rõ thời gian.',
    'Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị báo cáo Sở Tài chính.',
    'Văn phòng thông báo để các cơ quan biết, thực hiện.',
    'Yêu cầu các đơn vị nghiêm túc triển khai thực hiện.',
    'Khuyến khích các cơ sở đầu tư công nghệ mới.',
    'Đẩy mạnh cải cách hành chính là nhiệm vụ cấp bách của các ngành.',
    'Trường hợp doanh nghiệp ngừng hoạt động, doanh nghiệp nộp thuế theo quy định.',
    'Việc này thực hiện ra sao?',
  ])('%s', (text) => {
    expect(tasksOf(`1. ${text}\n`)).toEqual([]);
  });

  it('is silent in the past of a report, in forms and in quotes', () => {
    expect(tasksOf('I. KẾT QUẢ ĐẠT ĐƯỢC\n\n1. Tổ chức 12 lớp tập huấn.\n')).toEqual([]);
    expect(tasksOf('1. Khoản 2 Điều 5 quy định:\n\n“Doanh nghiệp phải gửi báo cáo trước ngày 15/01/2026.”\n')).toEqual([]);
  });
});

describe('parts of a sentence', () => {
  it('makes a task of each part that gives work, and none of how it is to be done', () => {
    const tasks = tasksOf('1. Sở Y tế rà soát hồ sơ; công an xã kiểm tra cư trú; bảo đảm đúng tiến độ.\n');
    expect(tasks.map(leads)).toEqual([['Sở Y tế'], ['công an xã']]);
  });

  it('keeps the list behind a task together', () => {
    const tasks = tasksOf('Giao Sở Tài chính:\n\n1. Nộp đầy đủ các khoản theo quy định: Tiền thuê đất; ký quỹ cải tạo; phí môi trường.\n');
    expect(tasks).toHaveLength(1);
  });

  it('asks nobody to look again where letters are sure and the sentence names its owner', () => {
    const [task] = tasksOf('1. Giao Sở Tài chính cân đối kinh phí, hoàn thành trước ngày 20/4/2025.\n');
    expect(task?.review).toEqual([]);
  });
});
