import { describe, expect, it } from 'vitest';
import { channelOf, damageOf } from './channel.ts';

const RIGHT =
  'Thực hiện Công văn số 453/SKHCN-QLKH ngày 04/4/2025 của Sở Khoa học và Công nghệ về việc phối hợp báo cáo công tác, Ủy ban nhân dân huyện báo cáo như sau';
const BARE =
  'Thuc hien Cong van so 453/SKHCN-QLKH ngay 04/4/2025 cua So Khoa hoc va Cong nghe ve viec phoi hop bao cao cong tac, Uy ban nhan dan huyen bao cao nhu sau';
const DAMAGED =
  'Thuc hién Cong vin s6 453/SKHCN-QLKH ngay 04/4/2025 ctia S& Khoa hoc va Cong nghé vé viéc phdi hop béo céo cong tac, Uy ban nhan dan huyén bdo cdo nhu sau';
const HALF =
  'Thực hiện Công văn số 453/SKHCN-QLKH ngày 04/4/2025 của Sở Khoa hoc và Công nghệ về viec phối hợp báo cáo công tác, Ủy ban nhân dân huyen báo cáo như sau';
const ENGLISH = 'The quick brown fox jumps over the lazy dog while the committee reviews all of the proposed amendments to the agreement';
const NAMES = 'Danh mục thuốc: Paracetamol, Amoxicillin, Ibuprofen, Cefuroxim, Omeprazol, Salbutamol và Metformin do Sở Y tế tỉnh ban hành';

/** Each word is a syllable as it stands. */
const SYLLABLES = 'gia gao giam 563 dong va gia ban tu 180.000 nam nay cua tinh ta hom nay';

describe('channelOf', () => {
  it.each([
    [RIGHT, 'text', 'right'],
    [RIGHT, 'text-layer', 'right'],
    [RIGHT, 'ocr', 'shy'],
    [BARE, 'text', 'bare'],
    [SYLLABLES, 'text', 'bare'],
    ['Lan Anh, Thu Ha, Van Nam', 'text', 'right'],
    [DAMAGED, 'text-layer', 'damaged'],
    [HALF, 'text', 'partial'],
    [HALF, 'ocr', 'poor'],
    [ENGLISH, 'text', 'right'],
    [NAMES, 'text-layer', 'right'],
    ['12/3 57-NQ/TW', 'text', 'right'],
  ] as const)('%s (%s): %s', (text, origin, channel) => expect(channelOf(text, origin)).toBe(channel));
  it('lets the document decide where there are few words', () => {
    expect(channelOf('Kinh gui', 'text', damageOf(RIGHT))).toBe('right');
    expect(channelOf('Do do', 'text', damageOf(BARE))).toBe('bare');
    const unmarked = 'Quan ly phong trao thi dua Ho so thi dua Ho so tham gia thi dua';
    expect(channelOf(unmarked, 'text', damageOf(BARE))).toBe('bare');
    expect(channelOf(unmarked, 'text', damageOf(RIGHT))).toBe('right');
    expect(channelOf(RIGHT, 'text', damageOf(BARE))).toBe('right');
  });
});
