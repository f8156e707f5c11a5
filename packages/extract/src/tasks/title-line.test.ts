import { segment } from '@vanban/segment';
import { describe, expect, it } from 'vitest';
import { readTasks } from './read-tasks.ts';
import { plainTestReading, testFields } from './test-reading.ts';

const FIELDS = testFields({ type: { code: 'TB', name: 'Thông báo' }, issuer: { name: 'Ủy ban nhân dân tỉnh A', parent: null } });

/** "Leads: first words (end of its time)" of each task. */
function read(body: string): string[] {
  const reading = plainTestReading(`UBND TỈNH A\n\nTHÔNG BÁO\n\nChủ tịch Ủy ban nhân dân tỉnh kết luận về các nội dung của cuộc họp.\n\n${body}`);
  return readTasks(reading, segment(reading), FIELDS).map(({ owners, action, deadline }) => {
    const leads = owners.flatMap(({ role, name }) => (role === 'lead' ? [name] : [])).join(' | ');
    return `${leads}: ${action.split(' ').slice(0, 3).join(' ')}${deadline === null ? '' : ` (${'date' in deadline ? deadline.date : deadline.kind})`}`;
  });
}

describe('a first line of names alone', () => {
  it('is whose the work below it is', () => {
    expect(
      read(
        '1. Sở Văn hóa, Thể thao và Du lịch; Báo và Phát thanh, Truyền hình Hòa Bình\nChỉ đạo các cơ quan báo chí tăng thời\nlượng tuyên truyền về dân số.\n',
      ),
    ).toEqual(['các cơ quan báo chí: tăng thời lượng']);
    expect(
      read(
        '1. Sở, ban, ngành tỉnh và Ủy ban nhân dân xã, phường\nCăn cứ chức năng, nhiệm vụ, quyền\nhạn được giao tổ chức triển khai thực hiện Kế hoạch theo quy định.\n',
      ),
    ).toEqual(['Sở, ban, ngành tỉnh | Ủy ban nhân dân xã, phường: tổ chức triển']);
  });

  it('is no title where its name goes on', () => {
    expect(read('1. Sở Nông nghiệp và Môi trường, Sở Công\nThương rà soát các dự án.\n')).toEqual([
      'Sở Nông nghiệp và Môi trường | Sở Công Thương: rà soát các',
    ]);
  });
});

describe('what a letter says of the time to come', () => {
  it('is work of those named, behind what was reached', () => {
    const told = 'Tỉnh đã đạt được nhiều kết quả quan trọng.';
    expect(
      read(`I. TÌNH HÌNH PHÁT TRIỂN\n${told} Trong thời gian tới, Tỉnh tổ chức thực hiện nghiêm nhiệm vụ; xây dựng kịch bản tăng trưởng.\n`),
    ).toEqual(['Tỉnh: tổ chức thực', 'Tỉnh: xây dựng kịch']);
    expect(read(`I. TÌNH HÌNH PHÁT TRIỂN\n${told} Trong thời gian qua, Tỉnh tổ chức thực hiện nghiêm nhiệm vụ.\n`)).toEqual([]);
  });

  it('may follow an instruction of others', () => {
    const topic = 'Về dự án đường A - B; dự án nâng cấp đường C';
    expect(read(`1. ${topic}: Tỉnh thực hiện theo chỉ đạo của Thủ tướng Chính phủ; chủ động làm việc với Bộ Xây dựng.\n`)).toEqual([
      'Tỉnh: thực hiện theo',
      'Tỉnh: chủ động làm',
    ]);
    expect(read('1. Về lệ phí: Tỉnh thực hiện theo quy định của pháp luật.\n')).toEqual([]);
  });
});

describe('a report that everybody owes', () => {
  it('gives its day to no work before it', () => {
    const last = 'Yêu cầu các đơn vị, địa phương nghiêm túc thực hiện; báo cáo kết quả về Ủy ban nhân dân tỉnh trước ngày 25/12/2025.';
    expect(read(`1. Đề nghị Kho bạc Nhà nước khu vực V hướng dẫn các chủ đầu tư thanh toán.\n${last}\n`)).toEqual([
      'Kho bạc Nhà nước khu vực V: hướng dẫn các',
      'các đơn vị, địa phương: báo cáo kết (2025-12-25)',
    ]);
  });
});

describe('short work', () => {
  it('is none where it only says when', () => {
    expect(read('1. Sở Y tế rà soát hồ sơ; hoàn thành trong tuần này.\n')).toHaveLength(1);
    expect(read('1. Sở Y tế rà soát hồ sơ; hoàn thành việc sửa chữa trong tuần này.\n')).toHaveLength(2);
    expect(read('1. Sở Y tế rà soát hồ sơ; phân công lãnh đạo phụ trách từng dự án.\n')[1]).toBe('Sở Y tế: phân công lãnh');
  });

  it('with helpers is work, alone it is none; a result that is reported is a thing to hand in', () => {
    expect(read('1. Sở Y tế rà soát hồ sơ; phối hợp với lực lượng Quản lý thị trường kiểm tra.\n')).toHaveLength(2);
    expect(read('1. Sở Y tế rà soát hồ sơ; kiểm tra.\n')).toHaveLength(1);
    expect(read('1. Sở Y tế kiểm tra việc khai thác cát; kết quả báo cáo Ủy ban nhân dân tỉnh trước ngày 30 hằng tháng.\n')).toEqual([
      'Sở Y tế: kiểm tra việc',
      'Sở Y tế: kết quả báo (recurring)',
    ]);
  });
});

describe('work among parts', () => {
  it('may be agreed on, or be done by papers that are listed below', () => {
    expect(read('1. Sở Y tế xem xét các khoản thu; thống nhất khung mức thu phù hợp với địa phương; dự trù thuốc, vật tư.\n')).toHaveLength(3);
    expect(read('1. Sở Y tế xem xét các khoản thu; thống nhất với đề xuất của Sở Tài chính.\n')).toHaveLength(1);
    expect(
      read(
        '1. Sở Y tế rà soát hồ sơ.\n2. Tổ chức tập huấn lại về chẩn đoán, điều trị bệnh theo:\n- Quyết định số 26/QĐ-BYT của Bộ Y tế;\n- Quyết định số 27/QĐ-BYT của Bộ Y tế.\n',
      ),
    ).toEqual(['Sở Y tế: rà soát hồ', ': Tổ chức tập']);
  });

  it('ends with a last step whose time is that of two works before it, not of a long list', () => {
    const two = 'Sở Y tế rà soát các dự án; hoàn thiện phương án quản lý; báo cáo Ủy ban nhân dân tỉnh trước ngày 25/12/2025.';
    const list = 'Sở Y tế rà soát các dự án; lựa chọn điểm cầu; xây dựng kịch bản; báo cáo Ủy ban nhân dân tỉnh trước ngày 25/12/2025.';
    expect(read(`1. ${two}\n`).map((task) => /\((.*)\)/u.exec(task)?.[1])).toEqual(['2025-12-25', '2025-12-25']);
    expect(read(`1. ${list}\n`).map((task) => /\((.*)\)/u.exec(task)?.[1])).toEqual([undefined, undefined, '2025-12-25']);
    expect(read('1. Sở Y tế chuẩn bị điều kiện kỹ thuật; hoàn thành thông suốt trước ngày 25/12/2025.\n')).toEqual([
      'Sở Y tế: chuẩn bị điều (2025-12-25)',
    ]);
  });
});

describe('a title that labels complete', () => {
  const labels = 'a) Cơ quan chủ trì: Sở Tư pháp.\nb) Thời gian hoàn thành: trước ngày 25/12/2025.\n';

  it('is the work, with the lead and the time of the labels', () => {
    expect(read(`1. Tổ chức tập huấn chuyên sâu về pháp luật\n${labels}2. Tổ chức hội nghị phổ biến Luật\n${labels}`)).toEqual([
      'Sở Tư pháp: Tổ chức tập (2025-12-25)',
      'Sở Tư pháp: Tổ chức hội (2025-12-25)',
    ]);
  });

  it('is none where the content is labelled too, or where a label holds a sentence', () => {
    expect(read(`1. Rà soát văn bản\na) Nội dung: rà soát các văn bản quy phạm pháp luật.\nb) Cơ quan chủ trì: Sở Tư pháp.\n`)).toEqual([
      'Sở Tư pháp: rà soát các',
    ]);
    const sentence =
      'Cơ quan thực hiện: Sở Tư pháp tiến hành rà soát các văn bản quy phạm pháp luật có liên quan đến Luật thuộc thẩm quyền quản lý nhà nước của mình.';
    expect(read(`1. Rà soát văn bản\n- ${sentence}\n`).every((task) => task.length < 80)).toBe(true);
  });
});

describe('what is no work', () => {
  it('are acts that are fined, and how things went', () => {
    const acts = '- Sửa chữa, làm sai lệch văn bản trong hồ sơ.\n- Cho tổ chức khác sử dụng Giấy phép hoạt động.\n';
    expect(read(`1. Xử phạt vi phạm đối với các hành vi như:\n${acts}`)).toEqual([]);
    expect(read(`1. Sở Y tế thực hiện các việc sau:\n${acts}`)).toHaveLength(2);
    expect(read('1. Chính quyền địa phương cơ bản vận hành thông suốt, hiệu quả đến cấp xã.\n')).toEqual([]);
  });
});

describe('a topic of what others ask', () => {
  it('goes on over its semicolons to the one who answers it', () => {
    const asked = 'Về đề nghị các bộ sớm ban hành văn bản hướng dẫn; hoàn thiện quy trình pháp lý về đất đai';
    expect(read(`1. ${asked}: Bộ Nội vụ nghiên cứu đề xuất của thành phố trong quá trình xây dựng cơ chế.\n`)).toEqual(['Bộ Nội vụ: nghiên cứu đề']);
  });
});
