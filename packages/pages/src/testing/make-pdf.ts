// Small PDF files for tests, written by hand so that each test shows what is in them.
// Invariant: the letters of `text` are UTF-16 codes of a font that maps every code to itself; every glyph is half its size wide.
//   makePdf([{ content: text(50, 780, 12, 'Kính gửi'), images: { Im1: { width: 8, height: 1, bits: 1, data } } }])
// Fonts are not embedded: such pages are read, not painted.

export interface TestImage {
  readonly width: number;
  readonly height: number;
  /** 1: black and white, 1 is white. 8: grey or, with `colours` 3, RGB. */
  readonly bits: 1 | 8;
  readonly colours?: 1 | 3 | 4;
  readonly data: Uint8Array;
  /** A PDF filter's name; the data are then as that filter wants them. */
  readonly filter?: string;
}

export interface TestPage {
  readonly content: string;
  readonly width?: number;
  readonly height?: number;
  readonly rotate?: number;
  readonly images?: { readonly [name: string]: TestImage };
  /** The font's name as the page's F1 has it; `codes` of it then mean what its encoding says. */
  readonly font?: string;
  /** Name of a second font, F2. */
  readonly otherFont?: string;
  /** Objects' bodies to add to the page's dictionary, `/Annots [...]`. */
  readonly extra?: string;
}

/** One line of text, its baseline beginning at (x, y) with y upwards. `mode` 3 is invisible. */
export function text(x: number, y: number, size: number, letters: string, mode = 0, font = 'F1'): string {
  const codes = [...Buffer.from(letters, 'utf16le').swap16()].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `BT /${font} ${size} Tf ${mode} Tr 1 0 0 1 ${x} ${y} Tm <${codes}> Tj ET\n`;
}

/** Paints a picture into the given box (points, y upwards). */
export const place = (name: string, x: number, y: number, width: number, height: number): string =>
  `q ${width} 0 0 ${height} ${x} ${y} cm /${name} Do Q\n`;

export interface PdfOptions {
  /** Entries to add to the catalog. */
  readonly catalog?: string;
  /** High bytes of the codes that the fonts map, from 0 on: all 256, or fewer where a test makes many files. */
  readonly mapped?: number;
}

export function makePdf(pages: readonly TestPage[], options: PdfOptions = {}): Uint8Array {
  const objects: (string | Buffer)[] = [];
  const add = (body: string | Buffer): number => objects.push(body);
  const catalog = add('');
  const tree = add('');
  const map = add(stream('', Buffer.from(identityMap(options.mapped ?? 256))));
  const kids = pages.map((page) => addPage(page, tree, map, add));
  objects[catalog - 1] = `<< /Type /Catalog /Pages ${tree} 0 R ${options.catalog ?? ''} >>`;
  objects[tree - 1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  return assemble(objects, catalog);
}

function addPage(page: TestPage, tree: number, map: number, add: (body: string | Buffer) => number): number {
  const images = Object.entries(page.images ?? {}).map(([name, image]) => `/${name} ${add(imageObject(image))} 0 R`);
  const [font, other] = [page.font ?? 'Sample', page.otherFont ?? 'Sample'].map((name) => addFont(name, map, add));
  const content = add(stream('', Buffer.from(page.content, 'latin1')));
  const box = `[0 0 ${page.width ?? 595} ${page.height ?? 842}]`;
  return add(
    `<< /Type /Page /Parent ${tree} 0 R /MediaBox ${box} /Rotate ${page.rotate ?? 0} /Contents ${content} 0 R ` +
      `/Resources << /Font << /F1 ${font} 0 R /F2 ${other} 0 R >> /XObject << ${images.join(' ')} >> >> ${page.extra ?? ''} >>`,
  );
}

function addFont(name: string, map: number, add: (body: string | Buffer) => number): number {
  const descendant = add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /DW 500 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>`,
  );
  return add(`<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${map} 0 R >>`);
}

function imageObject({ width, height, bits, colours = 1, data, filter }: TestImage): Buffer {
  const space = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' }[colours];
  return stream(
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent ${bits} /ColorSpace ${space} ${filter ? `/Filter /${filter}` : ''}`,
    Buffer.from(data),
  );
}

const stream = (entries: string, data: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`<< ${entries} /Length ${data.length} >>\nstream\n`, 'latin1'), data, Buffer.from('\nendstream')]);

function assemble(objects: readonly (string | Buffer)[], catalog: number): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const push = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  for (const [index, body] of objects.entries()) {
    offsets.push(length);
    push(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(body as string, 'latin1'), Buffer.from('\nendobj\n')]));
  }
  const start = length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

const identityMap = (highBytes: number): string => `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Same def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${Array.from({ length: Math.ceil(highBytes / 100) }, (_, block) => rangesOf(block, highBytes)).join('\n')}
endcmap end end`;

/** Ranges of one high byte each, a hundred at a time, as the format wants them. */
function rangesOf(block: number, highBytes: number): string {
  const highs = Array.from({ length: 100 }, (_, index) => block * 100 + index).filter((high) => high < highBytes);
  const hex = (value: number): string => value.toString(16).padStart(2, '0');
  return `${highs.length} beginbfrange\n${highs.map((high) => `<${hex(high)}00> <${hex(high)}ff> <${hex(high)}00>`).join('\n')}\nendbfrange`;
}
