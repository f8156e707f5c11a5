// The packet of an XFA form, for tests: a letter's lines as drawn texts, fields of each kind with what is filled in, a table of assignments.
//   livingForm(formPacket())   → a PDF that only Adobe Reader shows
// A PDF that holds it shows it only where its AcroForm names a font (/DR), as those of Adobe's own program do.

const draw = (text: string, more = 'w="170mm" minH="8mm"'): string => `<draw ${more}><ui><textEdit/></ui><value><text>${text}</text></value></draw>`;

const caption = (text: string): string => (text === '' ? '' : `<caption reserve="40mm"><value><text>${text}</text></value></caption>`);

/** `items`: what can be chosen. */
function field(name: string, label = '', ui = 'textEdit', items: readonly string[] = [], more = 'w="170mm"'): string {
  const choice = items.length === 0 ? '' : `<items>${items.map((item) => `<text>${item}</text>`).join('')}</items>`;
  return `<field name="${name}" minH="8mm" ${more}><ui><${ui}/></ui>${caption(label)}${choice}</field>`;
}

const RICH = `<draw w="170mm" minH="8mm"><ui><textEdit/></ui><value><exData contentType="text/html"><body xmlns="http://www.w3.org/1999/xhtml"><p>Điều 1. <span style="font-weight:bold">Giao</span> các sở:</p><p>Điều 2. Thi hành.</p></body></exData></value></draw>`;

const TABLE = `<subform name="bang" layout="table" columnWidths="20mm 80mm 70mm"><subform name="dau" layout="row">${['TT', 'Nhiệm vụ', 'Chủ trì'].map((text) => draw(text, '')).join('')}</subform><subform name="dong" layout="row"><occur min="1" max="-1"/>${['tt', 'nv', 'ct'].map((name) => field(name, '', 'textEdit', [], '')).join('')}</subform></subform>`;

const SIGNATURE = `<subform layout="position" w="170mm" h="20mm">${draw('TM. ỦY BAN NHÂN DÂN', 'x="90mm" y="2mm" w="70mm" h="8mm"')}${draw('Nơi nhận:', 'x="0mm" y="2mm" w="70mm" h="8mm"')}</subform>`;

const FIELDS = [
  field('coquan', 'Cơ quan chủ trì:'),
  field('noidung', '', 'textEdit multiLine="1"'),
  field('an', 'Ẩn:', 'textEdit', [], 'w="170mm" presence="hidden"'),
  field('vohinh', 'Vô hình:', 'textEdit', [], 'w="170mm" presence="invisible"'),
  field('khan', 'Khẩn', 'checkButton', ['1', '0']),
  field('loai', 'Loại:', 'choiceList', ['Công văn', 'Quyết định']),
  field('matkhau', 'Mật khẩu:', 'passwordEdit'),
  field('nut', 'Gửi', 'button'),
].join('');

const DATA = `<coquan>Sở Tài chính</coquan><noidung>Rà soát danh mục.
Báo cáo kết quả.</noidung><an>bí mật</an><vohinh>x</vohinh><khan>1</khan><loai>Quyết định</loai><matkhau>abc</matkhau><bang><dong><tt>1</tt><nv>Lập đề án</nv><ct>Sở Y tế</ct></dong><dong><tt>2</tt><nv>Báo cáo</nv><ct>Sở Nội vụ</ct></dong></bang>`;

/** The fields' names are form1[0].body[0].coquan[0] and so on. */
export const formPacket =
  (): string => `<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/3.3/"><subform name="form1" layout="tb" locale="vi_VN"><pageSet><pageArea name="Page1" id="Page1"><contentArea x="20mm" y="20mm" w="170mm" h="250mm"/><medium stock="a4" short="210mm" long="297mm"/></pageArea></pageSet>
<subform name="body" layout="tb" w="170mm">${draw('Kính gửi: Sở Tài chính')}${RICH}${FIELDS}${TABLE}${SIGNATURE}</subform></subform></template>
<xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:data><form1><body>${DATA}</body></form1></xfa:data></xfa:datasets></xdp:xdp>`;

/** Plain objects, the packet uncompressed; no table of references: readers look for the objects. */
export function livingForm(packet: string): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [] /XFA 4 0 R /DR << /Font << /F1 5 0 R >> >> >> /NeedsRendering true >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    `<< /Length ${Buffer.byteLength(packet)} >>\nstream\n${packet}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  const bodies = objects.map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`);
  return Buffer.from(`%PDF-1.7\n${bodies.join('')}trailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n`);
}
