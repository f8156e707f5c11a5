import type { DocumentFields, Task } from '@vanban/contract';
import { segment } from '@vanban/segment';
import { describe, expect, it } from 'vitest';
import { readTasks } from './read-tasks.ts';
import { plainTestReading, testFields } from './test-reading.ts';

const HEAD = 'SỞ XÂY DỰNG TỈNH A\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: 12/SXD-QLN\n\nA, ngày 10 tháng 3 năm 2025\n\nKính gửi: Công ty B\n\n';

/** Tasks of a letter from Sở Xây dựng tỉnh A to Công ty B. */
function tasksOf(body: string, fields: Partial<DocumentFields> = {}): Task[] {
  const reading = plainTestReading(`${HEAD}${body}`);
  return readTasks(
    reading,
    segment(reading),
    testFields({
      type: { code: 'CV', name: 'Công văn' },
      issuer: { name: 'Sở Xây dựng tỉnh A', parent: null },
      issuedOn: '2025-03-10',
      addressees: ['Công ty B'],
      ...fields,
    }),
  );
}

const ASKS = 'Sở Xây dựng đề nghị thực hiện các nội dung sau:\n\n';
const TELLS = 'Sở Xây dựng có ý kiến như sau:\n\n';
const actions = (body: string) => tasksOf(body).map(({ action }) => action);

describe('a letter that only gives its opinion', () => {
  it('gives those it is addressed to no bare command', () => {
    expect(actions(`${TELLS}1. Bố trí kho cách nhà dân 300 mét, kết hợp tường chắn.\n`)).toEqual([]);
    expect(actions(`${ASKS}1. Bố trí kho cách nhà dân 300 mét.\n`)).toHaveLength(1);
  });

  it('asks behind the rules that it rests on; what a paper asked for before stays history', () => {
    expect(actions('Căn cứ các quy định nêu trên, để kịp áp dụng Bảng giá, đề nghị Công ty B khẩn trương rà soát Bảng giá.\n')).toHaveLength(1);
    expect(actions('Căn cứ Công văn số 5/UBND-NV về việc đề nghị các xã rà soát Bảng giá.\n')).toEqual([]);
  });

  it('still asks for what it asks for, orders in haste or sets a time for', () => {
    expect(actions(`${TELLS}1. Đề nghị cập nhật quy chuẩn áp dụng.\n`)).toHaveLength(1);
    expect(actions(`${TELLS}1. Khẩn trương cập nhật quy chuẩn áp dụng.\n`)).toHaveLength(1);
    expect(actions(`${TELLS}1. Cập nhật quy chuẩn trước ngày 30/4/2025.\n`)).toHaveLength(1);
  });

  it('tells what the sender did and what it was asked for', () => {
    expect(actions(`${TELLS}1. Sở Xây dựng xác định dự án thuộc nhóm C.\n`)).toEqual([]);
    expect(actions(`${TELLS}1. Trong hồ sơ Công ty đề nghị Sở Xây dựng hướng dẫn thủ tục tiếp theo.\n`)).toEqual([]);
    expect(actions(`${TELLS}1. Sở Xây dựng có trách nhiệm hướng dẫn Công ty lập phương án.\n`)).toHaveLength(1);
    expect(actions(`${TELLS}1. Đề nghị Công ty lập phương án.\n`)).toHaveLength(1);
  });

  it('gives itself nothing by what it confirms, and finds what it compared', () => {
    const confirms = 'Sở Xây dựng xác nhận Đề cương kiểm định với các nội dung chủ yếu như sau:\n\n';
    expect(actions(`${confirms}1. Nội dung kiểm định: Thực hiện theo đúng Đề cương đã lập.\n`)).toEqual([]);
    expect(actions(`${TELLS}1. Đối chiếu hai tài liệu, phương án khác cơ bản so với thiết kế.\n`)).toEqual([]);
    expect(actions(`${ASKS}1. Đối chiếu danh sách, lập biểu tổng hợp gửi Sở Xây dựng.\n`)).toHaveLength(1);
    expect(actions(`${ASKS}1. Các nội dung khác: Giữ nguyên theo Văn bản số 873/SXD-QLGT.\n`)).toEqual([]);
  });

  it('hands down whom "…, đề nghị Công ty hoàn thiện các nội dung sau:" asks', () => {
    const asks = 'Sở Xây dựng trả lại hồ sơ và đề nghị Công ty C hoàn thiện các nội dung sau:\n\n';
    expect(tasksOf(`${asks}1. Bổ sung bản vẽ mặt bằng.\n`)[0]?.owners.map(({ name }) => name)).toEqual(['Công ty C']);
  });

  it('keeps what a plan gives to the body that issues it', () => {
    expect(tasksOf('1. Sở Xây dựng tổng hợp kết quả.\n', { type: { code: 'KH', name: 'Kế hoạch' } })).toHaveLength(1);
  });
});

describe('what is, not what is to be done', () => {
  it.each([
    'Có đủ tư cách pháp nhân theo quy định.',
    'Tổng cục Thuế trả lời để Cục Thuế tỉnh B được biết và hướng dẫn đơn vị thực hiện.',
    'Về việc này, Bộ Tài chính có công văn số 5669/BTC-CST ngày 18/12/2014 gửi Cục Thuế.',
    'Căn cứ các quy định nêu trên, Công ty phải khai bổ sung hồ sơ khai thuế.',
    'Công nhân nổ mìn.',
    'Sở Xây dựng thông báo để Công ty B biết, thực hiện và chịu trách nhiệm theo quy định.',
    '"Người nộp thuế phải khai bổ sung hồ sơ trong tháng và chịu trách nhiệm trước pháp luật."',
    'Sửa đổi, bổ sung khoản 2 Điều 23 Thông tư số 38/2025/TT-BCT.',
    'Thành phố Hà Nội có không quá 05 Phó Chủ tịch.',
    'Không tính thuế đối với thặng dư vốn.',
    'Bảo trì công trình xây dựng là tập hợp các công việc bảo đảm an toàn của công trình.',
    'Đối với trường hợp thiết kế hai bước, chủ đầu tư tổ chức thẩm định thiết kế bản vẽ thi công.',
    'Theo quy định tại điểm d khoản 2 Điều 13 Nghị định số 105/2025/NĐ-CP, cơ quan đăng kiểm thực hiện việc kiểm tra.',
    'Quyết định chấp thuận chủ trương đầu tư của UBND tỉnh đã cấp cho dự án.',
    'Bảo hiểm xã hội các tỉnh, thành phố.',
  ])('%s', (sentence) => expect(actions(`${ASKS}1. ${sentence}\n`)).toEqual([]));

  it.each([
    'Có phương án hỗ trợ người dân tại nơi sơ tán.',
    'Phòng Tổng hợp thông báo đề cương báo cáo cho các đội.',
    'Trạm Y tế hướng dẫn người dân biết cách phòng bệnh.',
    'Căn cứ nội dung nêu trên, các đơn vị rà soát hồ sơ.',
    'Có công văn gửi Sở Tài chính về các khoản nợ.',
    'Căn cứ các quy định nêu trên, đề nghị Công ty lập lại hồ sơ.',
    'Bổ sung Quyết định phê duyệt dự án vào hồ sơ.',
    'Có ý kiến bằng văn bản gửi Sở Xây dựng.',
    'Không để xảy ra mất an toàn.',
    'Bảo trì công trình xây dựng theo quy trình.',
    'Quyết định các biện pháp ứng phó trong phạm vi được giao.',
  ])('but: %s', (sentence) => expect(actions(`${ASKS}1. ${sentence}\n`)).toHaveLength(1));
});

describe('a colon behind work', () => {
  it('lists conditions and papers, which are no work', () => {
    const list = '(i) có năng lực hoạt động xây dựng; (ii) phải độc lập với chủ đầu tư.';
    expect(actions(`${ASKS}1. Lựa chọn đơn vị tư vấn kiểm định đáp ứng các điều kiện sau: ${list}\n`)).toHaveLength(1);
    expect(actions(`${ASKS}1. Nội dung đề cương cần thể hiện rõ: phạm vi kiểm định, nội dung thí nghiệm cần thực hiện, kết luận.\n`)).toEqual([]);
  });

  it('is work itself where its object is named, a lead-in where it is "các nội dung"', () => {
    const details = '\n\n- Lập đề cương kiểm định.\n';
    expect(actions(`${ASKS}1. Thực hiện kiểm định chất lượng kho để chứng minh an toàn, cụ thể như sau:${details}`)).toHaveLength(2);
    expect(actions(`${ASKS}1. Tiếp tục tập trung triển khai thực hiện các nội dung, cụ thể như sau:${details}`)).toHaveLength(1);
  });
});

describe('who a title names by what they have', () => {
  it('belongs to the name', () => {
    const [task] = tasksOf(`${ASKS}1. Ủy ban nhân dân các xã, phường có cụm công nghiệp\n\nĐẩy nhanh giải phóng mặt bằng.\n`);
    expect(task?.owners.map(({ name }) => name)).toEqual(['Ủy ban nhân dân các xã, phường có cụm công nghiệp']);
  });
});

describe('a conclusion whose title speaks of a report', () => {
  it('is no report', () => {
    const body = 'Phó Thủ tướng kết luận như sau:\n\n1. Giao Bộ Xây dựng hoàn thiện hồ sơ.\n';
    expect(tasksOf(body, { type: { code: 'BC', name: 'Báo cáo' } })).toHaveLength(1);
  });
});

describe('details behind a colon', () => {
  it('are work of their own from the second on where each begins with a verb', () => {
    expect(actions(`${ASKS}1. Xử lý điểm nghẽn của dự án: rà soát danh mục; phân loại theo nhóm; xác định rõ cơ quan chủ trì.\n`)).toHaveLength(3);
    expect(
      actions(`${ASKS}1. Nộp đủ các khoản theo quy định: tiền thuê đất; phí nước thải; ký quỹ cải tạo môi trường; thuế tài nguyên.\n`),
    ).toHaveLength(1);
  });
});

describe('openings that look like work', () => {
  it.each([
    'Phát triển thị trường các-bon là giải pháp quan trọng để giảm phát thải.',
    'Thực hiện cam kết tại Hội nghị quốc tế năm 2021, Việt Nam đã cập nhật đóng góp của mình.',
    'Nếu doanh nghiệp đã kê khai, nộp thuế theo đúng quy định thì mới xét hoàn thuế.',
    'Sở Xây dựng cũng không chịu trách nhiệm về mọi hành vi thi công.',
    'Công ty đề nghị cấp Giấy phép vận chuyển đối với mặt hàng trên.',
    'Văn bản đề nghị cấp giấy phép vận chuyển hàng hóa.',
    'Các Bộ, cơ quan thống nhất chỉ có một cơ quan chủ trì.',
  ])('%s', (sentence) => expect(actions(`${ASKS}1. ${sentence}\n`)).toEqual([]));

  it.each([
    'Tăng cường giám sát thi hành pháp luật, đặc biệt là việc khai thác cát.',
    'Thực hiện thủ tục phê duyệt thiết kế, khai thác khi đã có thiết kế.',
    'Chỉ đưa kho vào sử dụng khi đã hoàn thành thủ tục.',
    'Tại mục căn cứ đề nghị bổ sung Quyết định phê duyệt dự án.',
    'Do thời gian gấp, trân trọng đề nghị các đồng chí nghiên cứu, cho ý kiến.',
  ])('but: %s', (sentence) => expect(actions(`${ASKS}1. ${sentence}\n`)).toHaveLength(1));
});

describe('a meeting that is called', () => {
  it('has points, not work', () => {
    const labels =
      '1. Chủ trì: Lãnh đạo Sở.\n\n2. Nội dung: Báo cáo tình hình triển khai. Trao đổi giải pháp.\n\n3. Thời gian: 8 giờ.\n\n4. Địa điểm: Hội trường.\n';
    expect(actions(`${ASKS}${labels}`)).toEqual([]);
    expect(actions(`${ASKS}1. Nội dung: Báo cáo tình hình triển khai.\n\n2. Thời gian: 8 giờ.\n`)).toHaveLength(1);
  });
});

describe('grounds before the work', () => {
  it('go on over semicolons up to what is done', () => {
    const sentence =
      'Sở Y tế căn cứ quy định của Luật Dược; quy định về chức năng, nhiệm vụ của các sở để phân công nhiệm vụ; rà soát danh mục thuốc.';
    expect(actions(`${ASKS}1. ${sentence}\n`)).toHaveLength(2);
  });
});

describe('a report in the middle of a sentence', () => {
  it('is work of its own, and at its end the last step', () => {
    const day = 'báo cáo kết quả trước ngày 30/9/2025';
    const times = (body: string) => tasksOf(`${ASKS}1. ${body}\n`).map(({ deadline }) => deadline?.text ?? null);
    expect(times(`Khẩn trương rà soát hệ thống; ${day}; tiếp tục cập nhật dữ liệu.`)).toEqual([null, 'trước ngày 30/9/2025', null]);
    expect(times(`Khẩn trương rà soát hệ thống; ${day}.`)).toEqual(['trước ngày 30/9/2025']);
  });
});

describe('titles that give duties', () => {
  it('name whose main tasks follow', () => {
    const plan = { type: { code: 'KH', name: 'Kế hoạch' }, addressees: [] };
    const [task] = tasksOf('I. NHIỆM VỤ CHỦ YẾU CỦA BỘ XÂY DỰNG\n\n1. Xây dựng và ban hành Kế hoạch giảm phát thải.\n', plan);
    expect(task?.owners.map(({ name }) => name)).toEqual(['BỘ XÂY DỰNG']);
  });

  it('of principles in a letter give only what somebody named does', () => {
    const body = '1. Nguyên tắc kết nối dữ liệu\n\n- Các trường chủ động tổ chức kết nối hệ thống.\n\n- Bảo đảm dữ liệu đúng, đủ.\n';
    expect(actions(`${ASKS}${body}`)).toEqual(['chủ động tổ chức kết nối hệ thống']);
  });
});
