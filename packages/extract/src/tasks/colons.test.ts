import { segment } from '@vanban/segment';
import { describe, expect, it } from 'vitest';
import { readTasks } from './read-tasks.ts';
import { plainTestReading, testFields } from './test-reading.ts';

/** "Leads / supports: first words (end of its time)" of each task. */
function read(body: string, code = 'TB'): string[] {
  const reading = plainTestReading(`UBND TỈNH A\n\nTHÔNG BÁO\n\nChủ tịch Ủy ban nhân dân tỉnh kết luận về các nội dung của cuộc họp.\n\n${body}`);
  const fields = testFields({ type: { code, name: code }, issuer: { name: 'Ủy ban nhân dân tỉnh A', parent: null } });
  return readTasks(reading, segment(reading), fields).map(({ owners, action, deadline }) => {
    const of = (wanted: string) => owners.flatMap(({ role, name }) => (role === wanted ? [name] : [])).join(' | ');
    const supports = of('support') === '' ? '' : ` / ${of('support')}`;
    const time = deadline === null ? '' : ` (${'date' in deadline ? deadline.date : deadline.kind})`;
    return `${of('lead')}${supports}: ${action.split(' ').slice(0, 3).join(' ')}${time}`;
  });
}

describe('words before a colon', () => {
  it('that say what the matter is are no work, whomever they name', () => {
    expect(
      read(
        '1. Về đề nghị Chính phủ chỉ đạo Bộ Tài chính xem xét, bố trí vốn dự án: giao Bộ Xây dựng chủ trì phối hợp với Bộ Nội vụ xử lý theo quy định.\n',
      ),
    ).toEqual(['Bộ Xây dựng / Bộ Nội vụ: xử lý theo']);
    expect(read('1. Về mô hình hai cấp: tăng số lượng phó phòng, bố trí đủ biên chế: giao Bộ Nội vụ tổng hợp, báo cáo Chính phủ.\n')).toEqual([
      'Bộ Nội vụ: tổng hợp, báo',
    ]);
    expect(read('1. Về đất hiếm: Nghiên cứu xu thế của thị trường; báo cáo kết quả.\n')).toHaveLength(2);
  });

  it('are a title where those who act are named behind it', () => {
    const title = '1. Đẩy mạnh rà soát, xây dựng, hoàn thiện thể chế, cơ chế, chính sách về chuyển đổi số và dữ liệu';
    expect(read(`${title}: Các bộ khẩn trương trình Chính phủ ban hành nghị định; tiếp tục rà soát văn bản, nhiệm vụ thường xuyên.\n`)).toEqual([
      'Các bộ: khẩn trương trình',
      'Các bộ: tiếp tục rà (continuous)',
    ]);
    expect(read(`${title}: rà soát danh mục; phân loại theo nhóm ngành.\n`)).toHaveLength(2);
  });
});

describe('a title without a colon', () => {
  it('says which bodies are meant, or that they have duties', () => {
    const duties = 'a) Rà soát; thống kê các cơ sở sử dụng hóa chất; hằng năm báo cáo Sở.\n\nb) Nâng cao ý thức chấp hành.\n';
    expect(read(`1. Các doanh nghiệp phối hợp hoạt động trong lĩnh vực công thương\n\n${duties}`)).toEqual([
      'Các doanh nghiệp phối hợp hoạt động trong lĩnh vực công thương: thống kê các',
      'Các doanh nghiệp phối hợp hoạt động trong lĩnh vực công thương: hằng năm báo (recurring)',
      'Các doanh nghiệp phối hợp hoạt động trong lĩnh vực công thương: Nâng cao ý',
    ]);
    expect(read(`1. Trưởng các điểm thi có trách nhiệm\n\n${duties}`)[0]).toBe('Trưởng các điểm thi: thống kê các');
  });

  it('hands a field its value', () => {
    const body =
      'Điều 1. Ban hành lệnh.\n\n1. Cơ quan được giao quản lý, thực hiện xây dựng công trình (chủ đầu tư): Khu Quản lý đường bộ I.\n\n2. Mục đích xây dựng công trình: khắc phục hậu quả thiên tai, sửa chữa hư hỏng.\n\n3. Bảo đảm an toàn giao thông: Khu Quản lý đường bộ I có trách nhiệm chỉ đạo các đơn vị thực hiện đúng quy định.\n';
    expect(read(body, 'QĐ')).toEqual(['các đơn vị: thực hiện đúng']);
  });

  it('counts papers of a file that is to be made', () => {
    const papers = '+ Đơn đề nghị hỗ trợ;\n\n+ Biên bản xác nhận.\n';
    expect(read(`1. Các xã\n\n- Lập hồ sơ hoàn công cho từng hộ gia đình được hỗ trợ nhà ở, bao gồm:\n\n${papers}`)).toEqual(['Các xã: Lập hồ sơ']);
    expect(read(`1. Các xã\n\n- Hồ sơ hoàn công bao gồm:\n\n${papers}`)).toEqual([]);
  });
});

describe('a body before a colon', () => {
  it('is told from a list of kinds by the verb behind it', () => {
    expect(
      read('1. UBND các xã, phường: Phối hợp với Sở Nông nghiệp và Môi trường, đơn vị quan trắc triển khai kế hoạch; thông báo kết quả.\n'),
    ).toEqual(['UBND các xã, phường / Sở Nông nghiệp và Môi trường | đơn vị quan trắc: triển khai kế', 'UBND các xã, phường: thông báo kết']);
    expect(read('1. Các Sở: Xây dựng, Tài chính rà soát kế hoạch.\n')).toEqual(['Các Sở: Xây dựng, Tài chính: rà soát kế']);
  });
});

describe('items inside items', () => {
  it('are read once', () => {
    const body = '1. Rà soát thủ tục: (1) Các sở rà soát thủ tục; (2) các xã tập trung: (i) Sửa đổi quy chế làm việc; (ii) Công khai thủ tục.\n';
    expect(read(body)).toHaveLength(3);
  });
});

describe('a decision', () => {
  it('assigns below a body in its articles, and decides elsewhere', () => {
    const body =
      'Điều 1. Phê duyệt quy hoạch.\n\nĐiều 2. Tổ chức thực hiện\n\n1. Sở Xây dựng có trách nhiệm:\n\na) Công bố các điểm đỗ xe;\n\nb) Cấp phù hiệu cho xe.\n';
    expect(read(body, 'QĐ')).toEqual(['Sở Xây dựng: Công bố các', 'Sở Xây dựng: Cấp phù hiệu']);
  });
});

describe('figures of what was reached', () => {
  it.each<[string, number]>([
    ['Thu hút vốn đầu tư nước ngoài đạt gần 7,5 tỷ USD, tăng 89% so với cùng kỳ.', 0],
    ['Giải ngân đầu tư công vẫn còn chậm, chưa có chuyển biến rõ nét.', 0],
    ['Đẩy nhanh giải ngân vốn đầu tư công, phấn đấu đạt 100% kế hoạch.', 1],
    ['Giải ngân vốn đầu tư công, bảo đảm đạt 95% kế hoạch.', 1],
    ['Trong thời gian kiểm tra, chưa phát hiện vụ việc nào phải xử lý kỷ luật.', 0],
    ['THỰC HIỆN KẾ HOẠCH CẢI CÁCH.', 0],
    ['Thời gian tối đa nghỉ dưỡng sức được tính cho một năm.', 0],
    ['Lý do: tránh tình trạng thông thầu; giảm thủ tục.', 0],
    ['Văn phòng Chính phủ xin trân trọng thông báo.', 0],
    ['(i) Tăng trưởng 9 tháng đầu năm đạt 6,26%, thấp hơn bình quân.', 0],
    ['Gửi lời thăm hỏi tới các gia đình bị nạn.', 0],
  ])('%s → %i tasks', (sentence, count) => {
    expect(read(`1. ${sentence}\n`)).toHaveLength(count);
  });
});

describe('money', () => {
  it('is work only of those who are named', () => {
    const body =
      'I. NHIỆM VỤ\n\n1. Rà soát quy chế.\n\nII. KINH PHÍ THỰC HIỆN\n\n1. Bố trí từ ngân sách hằng năm.\n\n2. Sở Tài chính chủ trì, phối hợp với Sở Nội vụ bố trí kinh phí.\n';
    expect(read(body, 'KH')).toEqual([': Rà soát quy', 'Sở Tài chính / Sở Nội vụ: bố trí kinh']);
  });
});

describe('a report', () => {
  it('asks those whom a title asks', () => {
    const body = 'I. KẾT QUẢ\n\n1. Rà soát quy hoạch đúng hạn.\n\nII. KHÓ KHĂN\n\n1. Đề nghị Bộ Công Thương\n\n- Rà soát quy hoạch khoáng sản.\n';
    expect(read(body, 'BC')).toEqual(['Bộ Công Thương: Rà soát quy']);
  });
});

describe('labelled lines', () => {
  it('name the body without its duty, and the time to its end', () => {
    const body =
      '1. Phổ biến luật mới\n\n- Nội dung thực hiện: Tổ chức phổ biến luật mới.\n\n- Cơ quan thực hiện: Sở Nội vụ chủ trì tham mưu kế hoạch; các sở, ban, ngành trong phạm vi chức năng của mình.\n\n- Thời gian thực hiện: Năm 2025 và các năm tiếp theo.\n';
    expect(read(body, 'KH')).toEqual(['Sở Nội vụ | các sở, ban, ngành: Tổ chức phổ (2025-01-01)']);
  });
});

describe('a title that is a whole name with a verb inside', () => {
  it.each<[string, string[]]>([
    ['Tiểu ban giúp việc Ban Chỉ đạo 12', ['Tiểu ban giúp việc Ban Chỉ đạo 12: Rà soát quy']],
    ['Thủ trưởng các cơ quan, đơn vị được giao nhiệm vụ', ['Thủ trưởng các cơ quan, đơn vị được giao nhiệm vụ: Rà soát quy']],
    ['Các chủ đầu tư xây dựng và kinh doanh hạ tầng Khu công nghiệp', ['Các chủ đầu tư xây dựng và kinh doanh hạ tầng Khu công nghiệp: Rà soát quy']],
    ['Sở Y tế xây dựng kế hoạch kiểm tra.', ['Sở Y tế: xây dựng kế', 'Sở Y tế: Rà soát quy']],
    ['Các xã, phường đầu tư xây dựng trường học.', ['Các xã, phường: đầu tư xây', 'Các xã, phường: Rà soát quy']],
  ])('%s', (title, tasks) => {
    expect(read(`I. TỔ CHỨC THỰC HIỆN\n\n1. ${title}\n\n- Rà soát quy chế làm việc.\n`, 'KH')).toEqual(tasks);
  });
});

describe('times that close the work before them', () => {
  it('may speak of assuring it', () => {
    expect(read('1. Sở Nội vụ rà soát biên chế của các xã. Bảo đảm hoàn thành trong quý I/2026.\n')).toEqual(['Sở Nội vụ: rà soát biên (period)']);
    expect(read('1. Sở Nội vụ rà soát biên chế của các xã. Bảo đảm nguồn kinh phí trong quý I/2026.\n')).toHaveLength(2);
  });
});

describe('what is held to be so', () => {
  it('is work where it is held to be a duty', () => {
    expect(read('1. Sở Nội vụ xác định kết quả này là một trong những tiêu chí đánh giá thi đua.\n')).toHaveLength(1);
    expect(read('1. Xác định đây là việc khó.\n')).toHaveLength(0);
  });
});

describe('details behind dated work', () => {
  it('leave it work, be it the last part of a sentence or a report', () => {
    expect(
      read(
        '1. Doanh nghiệp thực hiện chế độ tiền lương theo thỏa thuận; xây dựng phương án thưởng theo kết quả kinh doanh trước ngày 20/12/2025, cụ thể:\n- Thông tin sớm kế hoạch trả lương.\n',
      ),
    ).toEqual(['Doanh nghiệp: thực hiện chế', 'Doanh nghiệp: xây dựng phương (2025-12-20)', 'Doanh nghiệp: Thông tin sớm']);
    expect(read('1. Sở Nội vụ đề nghị các xã báo cáo đầy đủ thông tin về tiền lương trước ngày 20/12/2025, cụ thể:\n- Rà soát hồ sơ.\n')[0]).toBe(
      'các xã: báo cáo đầy (2025-12-20)',
    );
  });

  it('are the work where none stands before them', () => {
    expect(read('1. Sở Nội vụ đề nghị các xã thực hiện một số nhiệm vụ trước ngày 20/12/2025, cụ thể:\n- Rà soát hồ sơ.\n')).toEqual([
      'các xã: Rà soát hồ',
    ]);
  });
});

describe('what money is spent on', () => {
  it('is no work', () => {
    expect(read('1. Chi tổ chức thực hiện tái định cư, gồm: tổ chức họp dân; điều tra, khảo sát hiện trạng đất.\n')).toEqual([]);
    expect(read('1. Chi cục Thủy lợi thực hiện: tổ chức họp dân; điều tra, khảo sát hiện trạng đất.\n')).toHaveLength(2);
    expect(read('1. Chi trả kịp thời cho các hộ dân; tổ chức họp dân.\n')).toHaveLength(2);
  });

  it('is refused where no ground would stand', () => {
    expect(read('1. Không điều chỉnh kịp thời dẫn đến vượt dự kiến chi sẽ không có cơ sở để xem xét bổ sung.\n')).toEqual([]);
  });
});

describe('what is told, meant or listed', () => {
  it('is no work', () => {
    expect(read('1. Các đơn vị chủ trì soạn thảo nhận được 30 văn bản tham gia ý kiến.\n')).toEqual([]);
    expect(read('1. Các đơn vị soạn thảo kế hoạch kiểm tra hồ sơ.\n')).toHaveLength(1);
    expect(read('1. Hoàn thành tốt: Là những đơn vị đạt từ 85 điểm trở lên.\n')).toEqual([]);
    expect(read('1. Các dịch vụ công ích đô thị khác như: quản lý, vệ sinh công viên; duy trì đèn trang trí.\n')).toEqual([]);
    expect(
      read('1. Quyết định này quy định chi phí các dịch vụ đô thị sau:\n- Duy trì hệ thống chiếu sáng đô thị;\n- Xử lý chất thải rắn.\n'),
    ).toEqual([]);
    expect(read('1. Các xã thực hiện các nhiệm vụ sau:\n- Duy trì hệ thống chiếu sáng đô thị;\n- Xử lý chất thải rắn.\n')).toHaveLength(2);
  });
});

describe('those who enforce a decision', () => {
  it('are not given what stands below it', () => {
    const below = '1. Rà soát hồ sơ của các xã.\n';
    expect(read(`Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này.\n\n${below}`, 'QĐ')).toEqual([
      'Chánh Văn phòng: thi hành Quyết',
      ': Rà soát hồ',
    ]);
    expect(read(`Chánh Văn phòng có trách nhiệm thực hiện các nhiệm vụ sau:\n\n${below}`, 'QĐ')).toEqual(['Chánh Văn phòng: Rà soát hồ']);
  });
});
