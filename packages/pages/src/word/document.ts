// A Word file (.docx) as a source: its paragraphs with their numbers, its tables, its two-column header and footer, page by page.
// Invariant: every visible paragraph stands on exactly one page; a page ends where the writer or Word broke it, so a file that no Word has shown is one page.
//   const source = openWord(bytes, { limits });
// Left out, with a warning where there is something: pictures, text of headers and footers, notes, comments.
import type { Warning } from '@vanban/contract';
import { VanbanError } from '@vanban/contract';
import { type Decoder, decoderOf } from '../layer/encoding.ts';
import { WORD } from '../office/office-type.ts';
import type { SourceDocument, SourceOptions } from '../source.ts';
import { type GridPart, layOut } from '../text/grid-page.ts';
import { type Archive, openArchive } from './archive.ts';
import { numbering } from './numbering.ts';
import { type Run, runsOf, type Setting } from './paragraph.ts';
import { stylesOf } from './styles.ts';
import { asColumns, tableOf } from './table.ts';
import { elements, find, parseXml, type XmlElement } from './xml.ts';

export function openWord(bytes: Uint8Array, { limits }: SourceOptions): SourceDocument {
  const archive = openArchive(bytes);
  const body = find(xml(archive, 'word/document.xml'), 'w:body');
  if (!body) throw new VanbanError('input-damaged', 'The Word file has no text part.');
  const setting = { styles: stylesOf(xml(archive, 'word/styles.xml')), numbering: numbering(xml(archive, 'word/numbering.xml')) };
  const pages = pagesOf(partsOf(read(body, setting)));
  if (pages.length > limits.maxPages) throw new VanbanError('input-too-many-pages', `${pages.length} pages, at most ${limits.maxPages} are allowed.`);
  return {
    mediaType: WORD,
    pageCount: pages.length,
    warnings: picturesOf(archive),
    page: async (number) => {
      const parts = pages[number - 1];
      if (!parts) throw new VanbanError('page-failed', `There is no page ${number}.`, { page: number });
      return { kind: 'read', reading: layOut(parts, number) };
    },
    view: async () => null,
    close: async () => {},
  };
}

function xml(archive: Archive, name: string): XmlElement | null {
  const part = archive.part(name);
  return part && parseXml(part);
}

function picturesOf(archive: Archive): Warning[] {
  const pictures = archive.names.filter((name) => /^word\/media\/.*\.(?:png|jpe?g|tiff?|bmp|gif)$/iu.test(name));
  const message = `${pictures.length} picture(s) in the Word file were not read; if the text is missing, save the file as PDF.`;
  return pictures.length === 0 ? [] : [{ code: 'picture-not-read', message, page: null }];
}

/** The body's parts as runs, before old encodings are decoded, which needs all of them. */
type RawPart =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'table'; readonly element: XmlElement; readonly cells: ReadonlyMap<XmlElement, readonly Run[][]>; readonly setting: Setting };

function read(parent: XmlElement, setting: Setting): RawPart[] {
  return elements(parent).flatMap((child): RawPart[] => {
    if (child.name === 'w:p') return [{ kind: 'paragraph', runs: runsOf(child, setting) }];
    if (child.name === 'w:sdt') return read(find(child, 'w:sdtContent') ?? child, setting);
    if (child.name !== 'w:tbl') return [];
    const cells = new Map(cellsOf(child).map((cell) => [cell, paragraphsIn(cell).map((paragraph) => runsOf(paragraph, setting))]));
    return [{ kind: 'table', element: child, cells, setting }];
  });
}

const cellsOf = (element: XmlElement): XmlElement[] =>
  elements(element).flatMap((child) =>
    child.name === 'w:tc' ? [child] : child.name === 'w:tr' || child.name.startsWith('w:sdt') ? cellsOf(child) : [],
  );

/** Also those of tables within the cell, row by row. */
const paragraphsIn = (element: XmlElement): XmlElement[] =>
  elements(element).flatMap((child) =>
    child.name === 'w:p' ? [child] : /^w:(?:tbl|tr|tc|sdt|sdtContent)$/u.test(child.name) ? paragraphsIn(child) : [],
  );

function partsOf(raw: readonly RawPart[]): GridPart[] {
  const all = raw.flatMap((part) => (part.kind === 'paragraph' ? [part.runs] : [...part.cells.values()].flat()));
  const decode = decoderOf(all.flatMap((runs) => [...runs, { text: '\n', font: runs[0]?.font ?? '' }]));
  return raw.flatMap((part): GridPart[] => {
    if (part.kind === 'paragraph') return paragraphParts(decode(part.runs));
    const table = tableOf(part.element, (cell) => (part.cells.get(cell) ?? []).flatMap((runs) => linesOf(runs, decode)));
    const columns = asColumns(part.element, table, part.setting.styles);
    return [columns ? { kind: 'columns', ...columns } : { kind: 'table', ...table }];
  });
}

const linesOf = (runs: readonly Run[], decode: Decoder): string[] => decode(runs).replaceAll('\f', '').split('\n');

const BREAK: GridPart = { kind: 'lines', lines: ['\f'] };

function paragraphParts(text: string): GridPart[] {
  return text.split('\f').flatMap((piece, index): GridPart[] => [...(index > 0 ? [BREAK] : []), { kind: 'lines', lines: piece.split('\n') }]);
}

/** A break before the first words of a page counts once: Word notes the one that the writer set a second time. */
function pagesOf(parts: readonly GridPart[]): GridPart[][] {
  const pages: GridPart[][] = [[]];
  for (const part of parts) {
    if (part !== BREAK) pages.at(-1)?.push(part);
    else if (pages.at(-1)?.some(hasWords)) pages.push([]);
  }
  if (pages.length > 1 && !pages.at(-1)?.some(hasWords)) pages.pop();
  return pages;
}

function hasWords(part: GridPart): boolean {
  const lines =
    part.kind === 'lines' ? part.lines : part.kind === 'columns' ? [...part.left, ...part.right] : part.cells.flatMap((cell) => cell.lines);
  return lines.some((line) => line.trim() !== '');
}
