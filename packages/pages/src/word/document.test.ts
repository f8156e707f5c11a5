import type { Block } from '@vanban/contract';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS, type PageContent } from '../source.ts';
import { openWord } from './document.ts';

const OPTIONS = { limits: DEFAULT_LIMITS };
const SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function word(body: string, parts: { readonly [name: string]: string } = {}): Uint8Array {
  const files = { 'word/document.xml': `<?xml version="1.0"?><w:document ${SPACE}><w:body>${body}</w:body></w:document>`, ...parts };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (text: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${text.startsWith('<') ? text : run(text)}</w:p>`;
const listed = (text: string, level: number, list = 1): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

async function pages(bytes: Uint8Array): Promise<PageContent[]> {
  const source = openWord(bytes, OPTIONS);
  return Promise.all(Array.from({ length: source.pageCount }, (_, index) => source.page(index + 1)));
}

const blocksOf = (page: PageContent | undefined): readonly Block[] => (page?.kind === 'read' ? page.reading.blocks : []);
const textOf = (block: Block): string =>
  (block.kind === 'text' ? block.lines : block.cells.flatMap((cell) => cell.lines))
    .map((line) => line.words.map((one) => one.text).join(' '))
    .join(' / ');
const read = async (bytes: Uint8Array): Promise<string[]> => blocksOf((await pages(bytes))[0]).map(textOf);

const NUMBERING = `<w:numbering ${SPACE}>
<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%4"/></w:lvl>
<w:lvl w:ilvl="4"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Dieu"/><w:suff w:val="nothing"/><w:lvlText w:val="Điều %1. "/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>
</w:numbering>`;

describe('Word files', () => {
  it('makes automatic numbers visible', async () => {
    const body = [
      listed('Mục tiêu', 0),
      listed('Chung', 1),
      listed('Cụ thể', 1),
      listed('Trước mắt', 2),
      listed('Lâu dài', 2),
      listed('Nhiệm vụ', 0),
      listed('Chính', 1),
      listed('Sâu', 3),
      listed('Gạch', 4),
      listed('Phần khác', 0, 2),
    ].join('');
    expect(await read(word(body, { 'word/numbering.xml': NUMBERING }))).toEqual([
      'I. Mục tiêu',
      '1. Chung',
      '2. Cụ thể',
      'a) Trước mắt',
      'b) Lâu dài',
      'II. Nhiệm vụ',
      '1. Chính',
      '2.1.1 Sâu',
      '• Gạch',
      'I. Phần khác',
    ]);
  });

  it('numbers paragraphs by their style, and shows its capitals', async () => {
    const styles = `<w:styles ${SPACE}><w:style w:styleId="Goc"><w:rPr><w:caps/></w:rPr><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style><w:style w:styleId="Dieu"><w:basedOn w:val="Goc"/></w:style></w:styles>`;
    const style = '<w:pStyle w:val="Dieu"/>';
    const body =
      paragraph('Hiệu lực', style) + paragraph('không đánh số', `${style}<w:numPr><w:numId w:val="0"/></w:numPr>`) + paragraph('Thi hành', style);
    expect(await read(word(body, { 'word/styles.xml': styles, 'word/numbering.xml': NUMBERING }))).toEqual([
      'Điều 5. HIỆU LỰC',
      'KHÔNG ĐÁNH SỐ',
      'Điều 6. THI HÀNH',
    ]);
  });

  it('parts a label that its list sets no room behind, but not what goes on with it', async () => {
    const glued = NUMBERING.replace('<w:lvlText w:val="%1."/>', '<w:suff w:val="nothing"/><w:lvlText w:val="%1."/>').replaceAll(
      '<w:lvlText w:val="%2."/>',
      '<w:suff w:val="nothing"/><w:lvlText w:val="Điều %2"/>',
    );
    const body = listed('Rà soát', 0) + listed('. Phạm vi', 1) + listed('1 Nội dung', 0) + listed('(i) Mục', 0);
    expect(await read(word(body, { 'word/numbering.xml': glued }))).toEqual(['I. Rà soát', 'Điều 1. Phạm vi', 'II.1 Nội dung', 'III.(i) Mục']);
  });

  it('leaves deleted and hidden text out and keeps what was put in', async () => {
    const body = paragraph(
      `${run('Giao ')}<w:del><w:r><w:delText>Sở cũ</w:delText></w:r></w:del><w:ins>${run('Sở Y tế')}</w:ins>${run(' bí mật', '<w:vanish/>')}<w:r><w:tab/><w:t>chủ trì</w:t><w:br/><w:t>báo cáo</w:t></w:r>`,
    );
    expect(await read(word(body))).toEqual(['Giao Sở Y tế chủ trì / báo cáo']);
  });

  it('takes no notice of counts that are no numbers, or of none that a list or table has', async () => {
    const odd = NUMBERING.replace('<w:start w:val="1"/>', '<w:start w:val="%0"/>').replaceAll('w:ilvl="1"', 'w:ilvl="999999999"');
    expect(await read(word(listed('Mục tiêu', 0) + listed('Nhiệm vụ', 0), { 'word/numbering.xml': odd }))).toEqual(['I. Mục tiêu', 'II. Nhiệm vụ']);
    const row = (properties: string, span: string): string =>
      `<w:tr><w:trPr>${properties}</w:trPr><w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>${paragraph('Một')}</w:tc><w:tc>${paragraph('Hai')}</w:tc></w:tr>`;
    const rules = '<w:tblPr><w:tblBorders><w:top w:val="single"/><w:left w:val="single"/></w:tblBorders></w:tblPr>';
    const rows = row('', '%0') + row('', '-3') + row('<w:gridBefore w:val="2147483647"/>', '4294967295');
    const [table] = blocksOf((await pages(word(`<w:tbl>${rules}${rows}</w:tbl>`)))[0]);
    expect(table).toMatchObject({ kind: 'table', rows: 3, columns: 2, box: [0, 0, 11, 3] });
  });

  it('reads a table without rules as two columns, one with rules as a table', async () => {
    const cell = (text: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${text
        .split('|')
        .map((one) => paragraph(one))
        .join('')}</w:tc>`;
    const header = `<w:tbl><w:tblPr/><w:tr>${cell('UBND TỈNH A|SỞ Y TẾ')}${cell('CỘNG HÒA|Độc lập')}</w:tr><w:tr>${cell('Số: 1/SYT')}${cell('A, ngày 01')}</w:tr></w:tbl>`;
    const rules = '<w:tblPr><w:tblBorders><w:top w:val="single"/><w:left w:val="single"/></w:tblBorders></w:tblPr>';
    const merged = `<w:tbl>${rules}<w:tr>${cell('Nhiệm vụ')}${cell('Chủ trì')}${cell('Hạn')}</w:tr><w:tr>${cell('Một')}${cell('Sở Y tế', '<w:vMerge w:val="restart"/>')}${cell('Quý I')}</w:tr><w:tr>${cell('Hai')}${cell('', '<w:vMerge/>')}${cell('Quý II')}</w:tr><w:tr>${cell('Ghi chú', '<w:gridSpan w:val="3"/>')}</w:tr></w:tbl>`;
    const blocks = blocksOf((await pages(word(header + merged)))[0]);
    expect(blocks.slice(0, 2).map((block) => [block.kind === 'text' && block.role, textOf(block)])).toEqual([
      ['column', 'UBND TỈNH A / SỞ Y TẾ / Số: 1/SYT'],
      ['column', 'CỘNG HÒA / Độc lập / A, ngày 01'],
    ]);
    const table = blocks[2];
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.cells.map((one) => [one.row, one.column, one.rowSpan, one.columnSpan])).toEqual([
      [0, 0, 1, 1],
      [0, 1, 1, 1],
      [0, 2, 1, 1],
      [1, 0, 1, 1],
      [1, 1, 2, 1],
      [1, 2, 1, 1],
      [2, 0, 1, 1],
      [2, 2, 1, 1],
      [3, 0, 1, 3],
    ]);
  });

  it('begins a page where the writer or Word broke it', async () => {
    const body =
      paragraph('Trang một') +
      paragraph('<w:r><w:br w:type="page"/></w:r>') +
      paragraph(`<w:r><w:lastRenderedPageBreak/><w:t>Trang hai</w:t></w:r>`) +
      paragraph('Trang ba', '<w:pageBreakBefore/>');
    expect((await pages(word(body))).map((page) => blocksOf(page).map(textOf))).toEqual([['Trang một'], ['Trang hai'], ['Trang ba']]);
  });

  it('decodes runs in TCVN3 fonts beside Unicode ones', async () => {
    const old = '<w:rFonts w:ascii=".VnTime"/>';
    const body = paragraph(run('ñy ban nh©n d©n tØnh ®Ò nghÞ c¸c së thùc hiÖn ', old) + run('đúng hạn'));
    expect(await read(word(body))).toEqual(['ủy ban nhân dân tỉnh đề nghị các sở thực hiện đúng hạn']);
  });

  it('says that pictures were not read', () => {
    expect(openWord(word(paragraph('x'), { 'word/media/image1.png': 'x' }), OPTIONS).warnings).toMatchObject([{ code: 'picture-not-read' }]);
  });

  it('refuses what is damaged', () => {
    expect(() => openWord(word('<w:p>'), OPTIONS)).toThrow(expect.objectContaining({ code: 'input-damaged' }));
    expect(() => openWord(word('x').subarray(0, 60), OPTIONS)).toThrow(expect.objectContaining({ code: 'input-damaged' }));
    const entities = zipSync({ 'word/document.xml': strToU8('<!DOCTYPE d [<!ENTITY a "b">]><w:document><w:body>&a;</w:body></w:document>') });
    expect(() => openWord(entities, OPTIONS)).toThrow(expect.objectContaining({ code: 'input-damaged' }));
  });
});
