import type { Box, PageReading } from '@vanban/contract';
import { describe, expect, it } from 'vitest';
import type { Channel } from '../channel.ts';
import { draftOf, groupsOf, textOf } from '../draft.ts';
import { factsOf, repairByRules } from './index.ts';

/** A page whose lines are the given ones; columns are the boxes. */
function pageOf(text: string): PageReading {
  const lines = text.split('\n').map((line, y) => {
    const words = [...line.matchAll(/\S+/gu)].map((match) => ({
      text: match[0],
      box: [match.index, y, match.index + match[0].length, y + 1] as Box,
      confidence: 1,
    }));
    return { words, box: [0, y, line.length, y + 1] as Box };
  });
  const box: Box = [0, 0, 100, 100];
  return {
    number: 1,
    width: 100,
    height: 100,
    dpi: 72,
    origin: 'ocr',
    rotation: 0,
    skew: 0,
    blank: false,
    confidence: 1,
    blocks: [{ kind: 'text', role: 'body', box, lines }],
    warnings: [],
  };
}

function ruled(text: string, channel: Channel = 'shy'): string {
  const draft = draftOf(pageOf(text));
  const facts = factsOf(groupsOf(draft));
  return groupsOf(draft)
    .map((lines) => textOf(repairByRules(lines, { ...facts, channel })))
    .join('\n\n');
}

const REPAIRED: readonly (readonly [string, string])[] = [
  ['Nghị quyết số 57- NQ/TW ngày', 'Nghị quyết số 57-NQ/TW ngày'],
  ['số 57 -NQ/TW,', 'số 57-NQ/TW,'],
  ['số 412 /UBND-VX ngày', 'số 412/UBND-VX ngày'],
  ['số 57-NQ/ TW và', 'số 57-NQ/TW và'],
  ['03/NQ -CP', '03/NQ-CP'],
  ['số 82/20171NĐ-CP ngày', 'số 82/2017/NĐ-CP ngày'],
  ['ngày 22/ 12/2024 của', 'ngày 22/12/2024 của'],
  ['ngày 22/12/ 2024.', 'ngày 22/12/2024.'],
  ['ngày 22/ 12/ 2024.', 'ngày 22/12/2024.'],
  ['trong quý 11/2025', 'trong quý II/2025'],
  ['quý Il năm 2025', 'quý II năm 2025'],
  ['quy 11/2025 và quy 1/2025', 'quý II/2025 và quý I/2025'],
  ['quý IV/2024 và quý 1/2025', 'quý IV/2024 và quý I/2025'],
  ['quý 1V/2025', 'quý IV/2025'],
  ['Il. NHIỆM VỤ', 'II. NHIỆM VỤ'],
  ['Chương lII', 'Chương III'],
  ['Phụ lục lV ban hành', 'Phụ lục IV ban hành'],
  ['Điều L. Phạm vi', 'Điều 1. Phạm vi'],
  ['theo khoản l Điều l0', 'theo khoản 1 Điều 10'],
  ['Điều 2 và Điều I', 'Điều 2 và Điều 1'],
  ['ngày 0l/O9/2025', 'ngày 01/09/2025'],
  ['ngày 1O tháng l2 năm 2O25', 'ngày 10 tháng 12 năm 2025'],
  ['khoa học,công nghệ', 'khoa học, công nghệ'],
  ['HỘI ĐỒNG NHÂN DÂN,ỦY BAN', 'HỘI ĐỒNG NHÂN DÂN, ỦY BAN'],
  ['thực hiện.Các đơn vị', 'thực hiện. Các đơn vị'],
  ['Tòan thể qúy vị', 'Toàn thể quý vị'],
];
const KEPT: readonly string[] = [
  'giai đoạn 2024- 2025',
  'giai đoạn 2021 -2025',
  'quý 1/2025',
  'quý 2/2025 và quý 1/2025',
  'nội quy 11 điều',
  'nội quy I. Chung',
  'tháng 11/2025',
  'mục 1. 11. I. V.',
  'kỷ lục lV',
  'Điều I. Điều II.',
  'điểm l khoản 2',
  'TP.HCM, Tp.Huế, ThS.Nguyễn, v.v',
  'a,b;c và 1,5:2',
  'Lưu: VT,TCCB,KT',
  'vanban@moj.gov.vn, www.moj.gov.vn, https://moj.gov.vn/a,b',
  'số 30/2020/NĐ-CP và A4, H5N1',
  'hoà bình, thuỷ lợi, hòa, thủy',
  'Phòng 3 - NQ',
  '– UBND các xã',
];

describe('rules', () => {
  it.each(REPAIRED)('%s → %s', (from, to) => expect(ruled(from)).toBe(to));
  it.each(KEPT)('keeps %s', (text) => expect(ruled(text)).toBe(text));
  it('does nothing but place tones on text that is right', () =>
    expect(ruled('số 57- NQ/TW, quý 11/2025, Điều L, khoa học,công nghệ, Tòan', 'right')).toBe(
      'số 57- NQ/TW, quý 11/2025, Điều L, khoa học,công nghệ, Toàn',
    ));
  it('gives code letters their strokes back only where marks were lost', () => {
    expect(ruled('so 30/2020/ND-CP, 12/QD-UBND, HDND tinh, So LDTBXH, 05/HD-BTC', 'bare')).toBe(
      'so 30/2020/NĐ-CP, 12/QĐ-UBND, HĐND tinh, So LĐTBXH, 05/HD-BTC',
    );
    expect(ruled('12/QD-UBND', 'shy')).toBe('12/QD-UBND');
    expect(ruled('69-QD/TW, 82/2011/QB-TTg, 51/2010/NDB-CP, 111-HDBT, HDBT', 'damaged')).toBe(
      '69-QĐ/TW, 82/2011/QĐ-TTg, 51/2010/NĐ-CP, 111-HĐBT, HDBT',
    );
  });
  it('gives abbreviations that public documents write with Đ their strokes', () => {
    expect(ruled('12/SKHDT-TH, 879/QD-DHKH, 171/PLXPK-\nQD-TGD va QD2353, HDQT, KH&DT, BLDTBXH, So LD-TBXH', 'bare')).toBe(
      '12/SKHĐT-TH, 879/QĐ-ĐHKH, 171/PLXPK-\nQĐ-TGD va QĐ2353, HĐQT, KH&ĐT, BLĐTBXH, So LĐ-TBXH',
    );
    const kept = '05/HD-BTC, 12/BTC-QLDN, DVC, DHL, CDMA, TAND, QD-TGD, 5/10 CD';
    expect(ruled(kept, 'bare')).toBe(kept);
  });
  it('gives code letters their strokes where the kind before them proves it', () => {
    expect(ruled('Công điện số 62/CD - BKHCN, Quyết định số: 15/QD-UBND và Nghị định 82/2011/ND-CP', 'shy')).toBe(
      'Công điện số 62/CĐ - BKHCN, Quyết định số: 15/QĐ-UBND và Nghị định 82/2011/NĐ-CP',
    );
    const kept = 'Hướng dẫn số 62/CD-BKHCN, văn bản 15/QD-UBND, Quyết định số 15/CD-UBND';
    expect(ruled(kept, 'shy')).toBe(kept);
  });
  it('takes underscores beside a word away', () => {
    expect(ruled('_gửi báo cáo_, ___ TO_CHUC a_b', 'shy')).toBe('gửi báo cáo, ___ TO_CHUC a_b');
    expect(ruled('_gửi', 'right')).toBe('_gửi');
  });
  it('puts the sign of mail addresses right', () => {
    expect(ruled('gửi ab.c1(@gmail.com, x©moj.gov.vn', 'shy')).toBe('gửi ab.c1@gmail.com, x@moj.gov.vn');
    const kept = 'a (@gmail.com) ©gmail.com abc© và a(@b';
    expect(ruled(kept, 'shy')).toBe(kept);
  });
  it('takes specks between words for no stops where another engine read', () => {
    expect(ruled('phdi hgp.véi nghién.citu tru.s@ ctia', 'damaged')).toBe('phdi hgp véi nghién citu tru s@ ctia');
    const kept = 'v.v tp.hue moj.gov.vn a@b.vn x.doc abc.co.uk';
    expect(ruled(kept, 'damaged')).toBe(kept);
    expect(ruled('hợp.với', 'poor')).toBe('hợp.với');
  });
  it('gives amounts in thousands their đồng', () => {
    expect(ruled('gia 110.000d/kg, 2.500.000d va 2d, 1.5d, 12.345du', 'bare')).toBe('gia 110.000đ/kg, 2.500.000đ va 2d, 1.5d, 12.345du');
    expect(ruled('giam (-2.143dong/kg), (+166dong/thung). 300dong/met, 18.000-23.000dong/kg, 220.000d/kg… khong -2d', 'bare')).toBe(
      'giam (-2.143đồng/kg), (+166đồng/thùng). 300đồng/mét, 18.000-23.000đồng/kg, 220.000đ/kg… khong -2d',
    );
    expect(ruled('110.000d/kg', 'shy')).toBe('110.000d/kg');
    expect(ruled('tang 780d/lit, 75.000dong/kg, 5.000dong/m2/thang. Not 5d/x, 12d/kgs', 'bare')).toBe(
      'tang 780đ/lít, 75.000đồng/kg, 5.000đồng/m2/tháng. Not 5d/x, 12d/kgs',
    );
  });
  it('gives prices their đồng where another engine read', () => {
    expect(ruled('(-13d6ng/kg), 91,7 nghin déng/m2/thang. Not dang/kg/x, d/c, ding', 'damaged')).toBe(
      '(-13đồng/kg), 91,7 nghin đồng/m2/tháng. Not dang/kg/x, d/c, ding',
    );
  });
  it('parts a number from the word that it belongs to', () => {
    expect(ruled('Diéu37 Quy, ngay05/6, thang12. Covid19 QC37 so6', 'damaged')).toBe('Diéu 37 Quy, ngay 05/6, thang 12. Covid19 QC37 so6');
    expect(ruled('Điều37', 'right')).toBe('Điều37');
  });
  it('takes the second of two points d for đ', () => {
    expect(ruled('cac diem c, d va d khoan 2, diem d, diem d', 'bare')).toBe('cac diem c, d va đ khoan 2, diem d, diem đ');
    expect(ruled('diem d khoan 1, diem d khoan 2; d) va d, e', 'damaged')).toBe('diem d khoan 1, diem d khoan 2; d) va d, e');
    expect(ruled('điểm d, d', 'shy')).toBe('điểm d, d');
  });
  it('takes a yen sign where nothing is counted for ý', () => {
    expect(ruled('ddng ¥ vdi (dc ¥), 500 ¥ va ¥ 500', 'damaged')).toBe('ddng ý vdi (dc ý), 500 ¥ va ¥ 500');
    expect(ruled('giá ¥ và', 'poor')).toBe('giá ¥ và');
  });
  it('takes a second point d for đ', () => {
    expect(ruled('c) Mot\nd) Hai d) ba\nd) Bon\ne) Nam', 'bare')).toBe('c) Mot\nd) Hai d) ba\nđ) Bon\ne) Nam');
    expect(ruled('c) Mot\nd) Hai\ne) Nam', 'bare')).toBe('c) Mot\nd) Hai\ne) Nam');
    expect(ruled('d) Một\nd) Hai', 'shy')).toBe('d) Một\nd) Hai');
  });
});
