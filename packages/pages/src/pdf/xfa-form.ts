// A form that only Adobe Reader shows (XFA without fields of the older kind), laid out by pdf.js and read as text.
// Invariant: what the form hides, its buttons and passwords give no words; its scripts are not run; boxes count columns and lines, as in a text file.
//   draw "Kính gửi:", field "Cơ quan chủ trì:" filled with "Sở Tài chính" → two paragraphs, "Cơ quan chủ trì: Sở Tài chính" the second
// What the form computes when it is opened or printed is seen only where its data hold it already.
import type { PageReading, Warning } from '@vanban/contract';
import { sourceOf } from '../read-source.ts';
import type { Limits, SourceDocument, SourceOptions } from '../source.ts';
import { type GridPart, layOut } from '../text/grid-page.ts';
import { openFile } from './library.ts';

/** pdf.js's tree of a page, one element of HTML a node. */
interface FormNode {
  readonly name: string;
  readonly value?: string | null;
  readonly attributes?: { readonly [name: string]: unknown };
  readonly children?: readonly (FormNode | null)[];
}

/** Null where pdf.js cannot lay it out, or nothing stands in it. Throws VanbanError: input-too-many-pages. */
export async function openForm(bytes: Uint8Array, { limits, passwords = [] }: SourceOptions): Promise<SourceDocument | null> {
  const pages = await readForm(bytes, passwords, limits);
  return pages.every(({ blank }) => blank) ? null : sourceOf('application/pdf', pages, limits, [LAID_OUT]);
}

const LAID_OUT: Warning = {
  code: 'form-laid-out',
  message:
    'The PDF is an XFA form: its words and what is filled in were read in their order, without their places; what its scripts compute is missing where the file does not hold it.',
  page: null,
};

async function readForm(bytes: Uint8Array, passwords: readonly string[], { maxPixels }: Limits): Promise<PageReading[]> {
  const file = await openFile(bytes, { passwords, maxPixels, layForms: true }).catch(() => null);
  try {
    const root = file?.document.allXfaHtml as FormNode | null | undefined;
    return childrenOf(root ?? { name: 'none' }).map((page, index) => layOut(partsOf(page), index + 1));
  } finally {
    await file?.close();
  }
}

/** What stands on a page, from top to bottom. */
function partsOf(node: FormNode): GridPart[] {
  if (isUnseen(node)) return [];
  if (is(node, 'xfaTable')) return [tableOf(node)];
  if (is(node, 'xfaDraw')) return asLines(richText(node));
  if (is(node, 'xfaField')) return asLines(fieldText(node));
  const placed = childrenOf(node).map((child): Placed => ({ ...placeOf(child), node: child, parts: partsOf(child) }));
  return rowsOf(placed.filter(({ parts }) => parts.length > 0)).flatMap(besideEachOther);
}

const childrenOf = ({ children = [] }: FormNode): FormNode[] => children.filter((child) => child !== null);

const is = ({ attributes }: FormNode, name: string): boolean => Array.isArray(attributes?.class) && attributes.class.includes(name);

const styleOf = ({ attributes }: FormNode): { readonly [name: string]: unknown } => (attributes?.style ?? {}) as { readonly [name: string]: unknown };

function isUnseen(node: FormNode): boolean {
  const { visibility, display } = styleOf(node);
  return visibility === 'hidden' || display === 'none' || node.name === 'button';
}

function asLines(text: string): GridPart[] {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
  return lines.length === 0 ? [] : [{ kind: 'lines', lines }];
}

const BREAKS = new Set(['p', 'div', 'br', 'li']);

function richText(node: FormNode): string {
  if (isUnseen(node)) return '';
  return `${node.value ?? ''}${childrenOf(node).map(richText).join('')}${BREAKS.has(node.name) ? '\n' : ''}`;
}

/** Caption and value in one line, in the order in which they stand; a value of several lines goes on below. */
function fieldText(node: FormNode): string {
  if (isUnseen(node)) return '';
  if (is(node, 'xfaRich')) return richText(node).replace(/\n$/u, '');
  return controlText(node) ?? childrenOf(node).map(fieldText).filter(Boolean).join(' ');
}

/** Null where the node is nothing to be filled in. */
function controlText({ name, attributes = {}, children = [] }: FormNode): string | null {
  if (name === 'textarea') return wordsOf(attributes.textContent);
  if (name === 'select') return wordsOf(children.find((option) => option?.attributes?.selected)?.value);
  if (name !== 'input' || attributes.type === 'password') return name === 'input' ? '' : null;
  if (attributes.type === 'checkbox' || attributes.type === 'radio') return attributes.checked ? '☒' : '☐';
  return wordsOf(attributes.value);
}

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '');

interface Placed {
  /** Points from the corner of what holds it; null in a flow, whose order is the order of the tree. */
  readonly x: number | null;
  readonly y: number | null;
  readonly node: FormNode;
  readonly parts: readonly GridPart[];
}

function placeOf(node: FormNode): { readonly x: number | null; readonly y: number | null } {
  const { position, left, top } = styleOf(node);
  const points = (length: unknown): number | null => (typeof length === 'string' && length.endsWith('px') ? Number.parseFloat(length) : null);
  return position === 'absolute' ? { x: points(left), y: points(top) } : { x: null, y: null };
}

/** Tops that are so near, in points, are of one row. */
const ROW = 5;

function rowsOf(all: readonly Placed[]): Placed[][] {
  const sorted = all.every(({ y }) => y !== null) ? all.toSorted((a, b) => (a.y as number) - (b.y as number)) : all;
  const rows: Placed[][] = [];
  for (const one of sorted) {
    const top = rows.at(-1)?.[0]?.y;
    if (one.y !== null && top != null && one.y - top <= ROW && one.y >= top) rows.at(-1)?.push(one);
    else rows.push([one]);
  }
  return rows.map((row) => row.toSorted((a, b) => (a.x ?? 0) - (b.x ?? 0)));
}

/** Two printed texts side by side are columns (header, signature); single lines are read on from left to right; all else follows each other. */
function besideEachOther(row: readonly Placed[]): GridPart[] {
  const texts = row.map(({ parts }) => (parts.length === 1 && parts[0]?.kind === 'lines' ? parts[0].lines : null));
  const [left, right] = texts;
  if (row.length === 2 && left && right && row.every(({ node }) => isPrinted(node))) return [{ kind: 'columns', left, right }];
  if (row.length > 1 && texts.every((lines) => lines?.length === 1)) return [{ kind: 'lines', lines: [texts.flat().join(' ')] }];
  return row.flatMap(({ parts }) => parts);
}

const isPrinted = (node: FormNode): boolean => is(node, 'xfaDraw') || (!is(node, 'xfaField') && childrenOf(node).every(isPrinted));

function tableOf(table: FormNode): GridPart {
  const rows = rowsIn(table).map((row) => childrenOf(row).map((cell) => partsOf(cell).flatMap(linesIn)));
  const cells = rows.flatMap((row, index) => row.map((lines, column) => ({ row: index, column, rowSpan: 1, columnSpan: 1, lines })));
  return { kind: 'table', rows: rows.length, columns: Math.max(0, ...rows.map((row) => row.length)), cells };
}

const rowsIn = (node: FormNode): FormNode[] =>
  childrenOf(node).flatMap((child) => (isUnseen(child) ? [] : is(child, 'xfaRow') ? [insideOf(child)] : rowsIn(child)));

/** A row's cells may stand in a wrapper of their own. */
function insideOf(row: FormNode): FormNode {
  const [only, ...others] = childrenOf(row);
  return only && others.length === 0 && !is(only, 'xfaWrapper') ? only : row;
}

function linesIn(part: GridPart): readonly string[] {
  if (part.kind === 'lines') return part.lines;
  return part.kind === 'columns' ? [...part.left, ...part.right] : part.cells.flatMap(({ lines }) => lines);
}
