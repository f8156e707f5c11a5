import { describe, expect, it } from 'vitest';
import { composeMarks } from './compound.ts';
import { decodeLegacy, type Encoding } from './decode.ts';
import { drawsCapitals, fontEncoding } from './fonts.ts';
import { guessEncoding } from './guess.ts';

const RIGHT = 'Căn cứ Luật Tổ chức Chính phủ; theo đề nghị của Bộ trưởng: ủy thác, lãnh đạo được giữ ở Hà Nội.';
const SAMPLES: readonly (readonly [Encoding, string])[] = [
  ['tcvn3', 'C¨n cø LuËt Tæ chøc ChÝnh phñ; theo ®Ò nghÞ cña Bé tr\u00adëng: ñy th¸c, l·nh ®¹o ®\u00adîc gi÷ ë Hµ Néi.'],
  ['tcvn3', 'C¨n cø LuËt Tæ chøc ChÝnh phñ; theo ®Ò nghÞ cña Bé tr−ëng: ñy th¸c, l∙nh ®¹o ®−îc gi÷ ë Hμ Néi.'],
  ['vni', 'Caên cöù Luaät Toå chöùc Chính phuû; theo ñeà nghò cuûa Boä tröôûng: uûy thaùc, laõnh ñaïo ñöôïc giöõ ôû Haø Noäi.'],
  ['vps', 'Cæn cÙ LuÆt T° chÙc Chính phû; theo Ç\u008a nghÎ cûa B¶ trÜªng: ûy thác, lãnh Çåo ÇÜ®c gi» ª Hà N¶i.'],
  ['vps', 'Cæn cÙ LuÆt T° chÙc Chính phû; theo ÇŠ nghÎ cûa B¶ trÜªng: ûy thác, lãnh Çåo ÇÜ®c gi» ª Hà N¶i.'],
  ['viscii', 'Cån cÑ Lu§t T± chÑc Chính phü; theo ð« ngh¸ cüa Bµ trß·ng: üy thác, lãnh ðÕo ðßþc giæ · Hà Nµi.'],
  ['viqr', "Ca(n cu+' Lua^.t To^? chu+'c Chi'nh phu?; theo dde^` nghi. cu?a Bo^. tru+o+?ng: u?y tha'c, la~nh dda.o ddu+o+.c giu+~ o+? Ha` No^.i\\."],
  ['compound', RIGHT.normalize('NFD')],
];

describe('decodeLegacy', () => {
  it.each(SAMPLES)('reads %s', (encoding, text) => expect(decodeLegacy(text, encoding)).toBe(RIGHT));
  it('draws capitals for capital fonts', () => expect(decodeLegacy('QuyÕt ®Þnh', 'tcvn3', { capitals: true })).toBe('QUYẾT ĐỊNH'));
  it('keeps codes, hyphens and bullets of TCVN3 text', () =>
    expect(decodeLegacy('- Q§-TTg ngµy 25/6/2004, kinh tÕ-x· héi', 'tcvn3')).toBe('- QĐ-TTg ngày 25/6/2004, kinh tế-xã hội'));
  it('reads ư where the PDF wrote a hyphen for it', () =>
    expect(decodeLegacy('Bé tr-ëng, ®-îc, nh- sau, -u tiªn', 'tcvn3')).toBe('Bộ trưởng, được, như sau, ưu tiên'));
  it('reads the capitals that VPS and VISCII have below the blank', () => {
    expect(decodeLegacy('VI\u0006T NAM, Đ\u0012C L\u0003P'.replace('Đ', 'ñ'), 'vps')).toBe('VIỆT NAM, ĐỘC LẬP');
    expect(decodeLegacy('KHẨN, M\u0006U, K\u0019'.replace('Ẩ', '\u0086'), 'viscii')).toBe('KHẨN, MẪU, KỸ');
  });
  it('keeps VNI capitals', () => expect(decodeLegacy('COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA', 'vni')).toBe('CỘNG HÒA XÃ HỘI CHỦ NGHĨA'));
});

describe('guessEncoding', () => {
  it.each(SAMPLES)('knows %s by content', (encoding, text) => expect(guessEncoding(text)).toBe(encoding));
  it('leaves Unicode alone whatever the font is called', () => {
    expect(guessEncoding(RIGHT)).toBe('unicode');
    expect(guessEncoding(RIGHT, ['.VnTime'])).toBe('unicode');
    expect(guessEncoding('Thuc hien Cong van so 453', ['Arial'])).toBe('unicode');
    expect(guessEncoding("It's the user's file. What? Now.")).toBe('unicode');
  });
  it.each([
    '–',
    'II. NỘI DUNG',
    'I.',
    'gia. II.',
    'Doc lap – Tu do – Hanh phuc',
    'mo. 2.',
    'TRÌ',
    'công',
    'SÁCH TRÊN',
    'phap luat”. – Tai',
    "don't do it (a)",
  ])('leaves %j alone', (text) => expect(guessEncoding(text)).toBe('unicode'));
  it('leaves Unicode alone however short, where a letter proves it', () => {
    for (const font of ['.VnTime', 'VNI-Times', 'VPS Times']) expect(guessEncoding('công nghiệp', [font])).toBe('unicode');
    expect(guessEncoding('NGÀY CÓ', ['VPS Times'])).toBe('unicode');
  });
  it('believes the font for a run too short to tell', () => expect(guessEncoding('Sè: 115/2004/Q§-TTg', ['GDNPNI+VnTime'])).toBe('tcvn3'));
});

describe('composeMarks', () => {
  it.each([
    ['tiê\u0301ng', 'tiếng'],
    ['a\u0301\u0302', 'ấ'],
    ['o\u031b\u0323', 'ợ'],
    ['vie\u0302 \u0323t', 'việt'],
    ['ca´c', 'các'],
    ["quy'", "quy'"],
  ])('%j → %s', (from, to) => expect(composeMarks(from)).toBe(to));
});

describe('fonts', () => {
  it('names the encoding', () => {
    expect(['GDNPNI+VnTime', '.VnArial', 'VNI-Times', 'ABCDEF+VNI-Helve', 'VPS Times', 'TimesNewRoman'].map(fontEncoding)).toEqual([
      'tcvn3',
      'tcvn3',
      'vni',
      'vni',
      'vps',
      null,
    ]);
  });
  it('knows fonts of capitals', () => {
    expect(['VnTimeH', '.VnArialH,Bold', 'GDNPME+VnTimeHBold'].every(drawsCapitals)).toBe(true);
    expect(['VnTime', 'VnTimeBold', 'VNI-Helve', 'VnHelvetica'].some(drawsCapitals)).toBe(false);
  });
});
