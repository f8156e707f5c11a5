// Texts whose lines were broken at a fixed length: which of them begin a paragraph, a list or a part?
import type { ClauseNode } from '@vanban/contract';
import { describe, expect, it } from 'vitest';
import { plainReading } from './plain-reading.ts';
import { segment } from './segment.ts';

const HEAD = `ỦY BAN NHÂN DÂN
HUYỆN BÌNH AN
Số: 12/KH-UBND
Bình An, ngày 05 tháng 3 năm 2024

KẾ HOẠCH
RÀ SOÁT HỒ SƠ LƯU TRỮ

`;
const found = (body: string) => segment(plainReading(`${HEAD}${body}`));
const idsOf = (nodes: readonly ClauseNode[]): string[] => nodes.flatMap((node) => [node.id, ...idsOf(node.children)]);
const FULL = 'Rà soát hồ sơ của các phòng và các xã theo đúng\nquy định của pháp luật về lưu trữ và báo cáo kết quả\nvề Ủy ban nhân dân huyện.\n';

describe('lines of a fixed length', () => {
  it('are titles of their own where they are much longer than the others', () => {
    const long = 'Xây dựng các văn bản quy định chi tiết những nội dung được giao trong Luật Lưu trữ';
    const [first] = found(`1. ${long}\nCác phòng thuộc huyện\nrà soát hồ sơ.\n2. ${FULL}3. ${FULL}4. ${FULL}5. ${FULL}`).clauses;
    expect(first?.heading).toBe(long);
    const [other] = found(
      `1. Xây dựng các văn bản quy định về những nội dung\nCác phòng thuộc huyện\nrà soát hồ sơ.\n2. ${FULL}3. ${FULL}4. ${FULL}5. ${FULL}`,
    ).clauses;
    expect(other?.heading).toBeNull();
  });

  it('make no title of half a field that a list of bodies goes on with', () => {
    const heading = (below: string) => found(`1. Bộ Tài chính, Bộ Công\n${below}\n2. ${FULL}3. ${FULL}4. ${FULL}`).clauses[0]?.heading;
    expect(heading('Thương, Bộ Xây dựng chỉ đạo các đơn vị rà soát.')).toBeNull();
    expect(heading('- Rà soát hồ sơ.')).toBe('Bộ Tài chính, Bộ Công');
  });

  it('end before "a)" where they end with a kind of place, not before a figure', () => {
    const title = '1. Thủ trưởng các phòng; Chủ tịch UBND các xã, phường';
    expect(idsOf(found(`${title}\na) Rà soát hồ sơ.\nb) Báo cáo kết quả.\n2. ${FULL}`).clauses)).toEqual(['1', '1.a', '1.b', '2']);
    expect(idsOf(found(`1. Rà soát hồ sơ của Ủy ban nhân dân các xã và phường\n2. Tân An là nơi làm trước.\n`).clauses)).toEqual(['1']);
  });

  it('that cite what was issued with something make no annex of the title above them', () => {
    const rules = 'Cán bộ phải bảo đảm tiêu chuẩn của Quy chế\n(ban hành kèm theo Quyết định số 9/QĐ-UBND).\n';
    expect(found(`I. NGUYÊN TẮC\n- ${rules}II. NỘI DUNG\n- ${FULL}`).parts).toHaveLength(1);
    expect(found(`1. ${FULL}\nQUY CHẾ LÀM VIỆC\n(Ban hành kèm theo Quyết định số 9/QĐ-UBND)\n1. ${FULL}`).parts).toHaveLength(2);
  });
});

describe('grounds', () => {
  const kinds = (text: string) => found(text).segments.map(({ kind }) => kind);

  it('may stand behind dashes, and end where the issuer announces', () => {
    const grounds = '- Căn cứ Quy định số 29 của Huyện ủy;\n- Căn cứ Quyết định số 7 ban hành Quy chế,\nỦy ban nhân dân huyện\n';
    const read = found(`${grounds}hướng dẫn việc rà soát hồ sơ như sau:\n1. ${FULL}`);
    expect(idsOf(read.clauses)).toEqual(['1']);
    expect(read.segments.map(({ kind }) => kind)).toEqual(['header', 'title', 'grounds', 'body']);
  });

  it('are none behind dashes of the body', () => {
    expect(kinds(`1. Các xã:\n- Căn cứ tình hình của xã, rà soát hồ sơ;\n- Báo cáo huyện.\n`)).not.toContain('grounds');
  });
});

describe('a title in capitals', () => {
  it('goes on with the figure that its row counts with, not with the label of a clause', () => {
    const title = (rows: string) =>
      segment(plainReading(`${HEAD.replace('RÀ SOÁT HỒ SƠ LƯU TRỮ', rows)}I. MỤC ĐÍCH\nRà soát hồ sơ.\nII. YÊU CẦU\nRà soát hồ sơ.\n`)).clauses.map(
        ({ id }) => id,
      );
    expect(title('CHÀO MỪNG ĐẠI HỘI LẦN THỨ\nXIV CỦA ĐẢNG')).toEqual(['I', 'II']);
    expect(title('CHÀO MỪNG ĐẠI HỘI LẦN THỨ NHẤT')).toEqual(['I', 'II']);
    const kinds = (rows: string) =>
      segment(
        plainReading(`${HEAD.replace('RÀ SOÁT HỒ SƠ LƯU TRỮ', rows)}Thực hiện chỉ đạo của cấp trên, Ủy ban nhân dân huyện ban hành kế hoạch.\n`),
      ).segments.map(({ kind, span }) => `${kind} ${span.end - span.start}`);
    const [, counted] = kinds('CHÀO MỪNG ĐẠI HỘI LẦN THỨ\nXIV CỦA ĐẢNG');
    expect(counted).toBe(`title ${'KẾ HOẠCH\nCHÀO MỪNG ĐẠI HỘI LẦN THỨ\nXIV CỦA ĐẢNG'.length}`);
    const [, labelled] = kinds('CHÀO MỪNG ĐẠI HỘI CỦA ĐẢNG\nXIV CỦA ĐẢNG');
    expect(labelled).toBe(`title ${'KẾ HOẠCH\nCHÀO MỪNG ĐẠI HỘI CỦA ĐẢNG'.length}`);
  });
});
