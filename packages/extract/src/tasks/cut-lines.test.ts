import { segment } from '@vanban/segment';
import { describe, expect, it } from 'vitest';
import { readTasks } from './read-tasks.ts';
import { sentencesOf } from './sentences.ts';
import { plainTestReading, testFields } from './test-reading.ts';

const DIRECTIVE = testFields({ type: { code: 'CĐ', name: 'Công điện' }, issuer: { name: 'Thủ tướng Chính phủ', parent: null } });

/** Leads and first words of each task of a directive's body. */
function read(body: string): string[] {
  const reading = plainTestReading(`THỦ TƯỚNG CHÍNH PHỦ\n\nCÔNG ĐIỆN\n\n${body}`);
  return readTasks(reading, segment(reading), DIRECTIVE).map(
    ({ owners, action }) =>
      `${owners.flatMap(({ role, name }) => (role === 'lead' ? [name] : [])).join(' | ')}: ${action.split(' ').slice(0, 3).join(' ')}`,
  );
}

describe('a line end inside a name or a sentence', () => {
  it('goes on inside the name of a body or behind a title', () => {
    const long = 'rà soát hồ sơ cán bộ, công chức, viên chức của các cơ quan, đơn vị trong toàn tỉnh';
    expect(sentencesOf(`Tham mưu Ủy ban nhân dân\nThành phố ${long}.`)).toHaveLength(1);
    expect(sentencesOf(`Bộ trưởng\nBộ Y tế ${long}.`)).toHaveLength(1);
    expect(sentencesOf(`NHIỆM VỤ CỤ THỂ\nSở Y tế ${long}.`)).toHaveLength(2);
  });

  it('makes no title of a first line that the next one goes on with', () => {
    expect(
      read(
        '1. Đài Truyền hình Việt Nam, Đài Tiếng nói Việt\nNam, Thông tấn xã Việt Nam kịp thời thông tin về tình hình mưa lũ và công tác chỉ đạo ứng phó.\n2. Bộ Công an chỉ đạo công an các địa phương\n(kể cả các địa phương lân cận) chủ động điều tiết giao thông từ sớm, từ xa trên các tuyến đường.\n',
      ),
    ).toEqual(['Đài Truyền hình Việt Nam | Đài Tiếng nói Việt Nam | Thông tấn xã Việt Nam: kịp thời thông', 'công an các địa phương: chủ động điều']);
    expect(read('1. Phòng Quản lý công nghiệp\nTổ chức kiểm tra các cơ sở sản xuất.\n')).toEqual(['Phòng Quản lý công nghiệp: Tổ chức kiểm']);
  });

  it('does not end a sentence', () => {
    const wide = 'trong quá trình tổng hợp nhu cầu chung việc hỗ trợ vốn đối với địa phương, đảm bảo phù hợp.';
    expect(sentencesOf(`Giao Bộ A nghiên cứu kiến nghị của tỉnh Đắk\nLắk ${wide}`)).toHaveLength(1);
    expect(sentencesOf(`Về tỉnh Huế\nSở Y tế rà soát ${wide}`)).toHaveLength(2);
  });
});

describe('the opening of a directive', () => {
  it('takes names in its tale for nobody who works', () => {
    const tale = 'Các dự án trọng điểm được quan tâm như: Bến cảng B; Nhà máy cà phê C lớn nhất Đông Nam Á.\n\n';
    expect(
      read(`${tale}Để tăng trưởng 8% trong năm, tỉnh Đắk Lắk cần tiếp tục thực hiện một số nội dung sau:\n\n1. Rà soát các chỉ tiêu đã được giao.\n`),
    ).toEqual(['tỉnh Đắk Lắk: Rà soát các']);
    expect(read('Mưa lũ đang lên nhanh tại nhiều nơi.\n\nỦy ban nhân dân các tỉnh:\n\n1. Rà soát các chỉ tiêu đã được giao.\n')).toEqual([
      'Ủy ban nhân dân các tỉnh: Rà soát các',
    ]);
  });

  it('recalls whose report was weighed, and whose order kept', () => {
    expect(read('1. Xét báo cáo, đề xuất của Sở Xây dựng về rà soát dữ liệu số nhà, gắn liền với dữ liệu đất đai.\n')).toEqual([]);
    expect(read('1. Xét đề nghị của Sở Xây dựng, Ủy ban nhân dân tỉnh yêu cầu các xã rà soát số nhà.\n')).toEqual(['các xã: rà soát số']);
    expect(read('Với sự vào cuộc của lực lượng tham gia bảo vệ an ninh trật tự ở cơ sở và Nhân dân đã góp phần hạn chế thiệt hại.\n')).toEqual([]);
    expect(read('1. Lực lượng tham gia bảo vệ an ninh trật tự ở cơ sở tuần tra các tuyến đường.\n')).toHaveLength(1);
  });
});
