import { expect, test } from 'vitest';
import { notationOf, readHeadingPeriod } from './index.ts';

const context = { issuedOn: '2025-04-05' };
const read = (text: string): string | null => {
  const found = readHeadingPeriod(text, context);
  return found && notationOf(found);
};

test.each([
  ['3. Nhiệm vụ trọng tâm trong quý II năm 2025', 'within:2025-04-01/2025-06-30'],
  ['PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2025', 'within:2025-07-01/2025-12-31'],
  ['Nhiệm vụ tháng 5:', 'within:2025-05-01/2025-05-31'],
  ['Một số nhiệm vụ, giải pháp trọng tâm năm 2025', 'within:2025-01-01/2025-12-31'],
])('%s', (heading, notation) => expect(read(heading)).toBe(notation));

test.each([
  'Kết quả thực hiện nhiệm vụ quý I/2025',
  'Về công tác tháng 3 và nhiệm vụ trọng tâm quý II/2025',
  'Nhiệm vụ và quyền hạn',
  'Tình hình chung',
  'Đối với công tác tổ chức thi tốt nghiệp năm 2025',
  'Nhiệm vụ trọng tâm quý I/2025',
])('none: %s', (heading) => expect(read(heading)).toBeNull());
