// The sound inputs that are damaged: the texts of the sample letters, and the same letters as Word files.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockedText } from '@vanban/pages/lock-text';
import { strToU8, zipSync } from 'fflate';
import { readLetters } from '../../samples/letter.ts';

export const SAMPLES = join(import.meta.dirname, '..', '..', '..', 'data', 'samples');

export const letterTexts = (): string[] => readLetters().map(({ name }) => readFileSync(join(SAMPLES, `${name}.txt`), 'utf8'));

const SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const paragraph = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr><w:t>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r></w:p>`;
const NUMBERED = '<w:pStyle w:val="List"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
const TABLE = `<w:tbl><w:tr>${cell('TT')}${cell('Nhiệm vụ', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('1', '<w:vMerge w:val="restart"/>')}${cell('Lập đề án')}${cell('Sở Tài chính')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('Báo cáo')}${cell('Sở Nội vụ')}</w:tr></w:tbl>`;
const NUMBERING = `<w:numbering ${SPACE}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;
const STYLES = `<w:styles ${SPACE}><w:style w:type="paragraph" w:styleId="List"><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`;

export function wordFiles(): Uint8Array[] {
  return letterTexts().map((text) => {
    const paragraphs = text.split('\n').map((line, index) => paragraph(line, index % 5 === 3 ? NUMBERED : ''));
    const body = [...paragraphs.slice(0, 20), TABLE, ...paragraphs.slice(20)].join('\n');
    return zipSync({
      'word/document.xml': strToU8(`<?xml version="1.0"?><w:document ${SPACE}><w:body>${body}</w:body></w:document>`),
      'word/numbering.xml': strToU8(NUMBERING),
      'word/styles.xml': strToU8(STYLES),
    });
  });
}

const TESTING = join(import.meta.dirname, '..', '..', '..', 'packages', 'pages', 'src', 'testing');

/** Of Office 2010's kind, Office 2007's, Word 97's, LibreOffice's of three ages. */
export const lockedFiles = (): Uint8Array[] => [
  ...['locked-agile.docx', 'locked-standard.docx', 'locked.doc', 'locked.odt', 'locked-blowfish.odt'].map((name) =>
    readFileSync(join(TESTING, name)),
  ),
  lockedText(readFileSync(join(TESTING, 'letter.odt')), 'mật khẩu'),
];

/** What LibreOffice would have to convert, and a photograph of a telephone. */
export const officeFiles = (): Uint8Array[] =>
  ['letter.doc', 'letter.odt', 'letter.rtf', 'turned.heic'].map((name) => readFileSync(join(TESTING, name)));
