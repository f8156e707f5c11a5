// Plain text and Markdown as pages: the "picture" is the grid of characters, x counts columns and y counts lines.
// Invariant: every word of the text stands in exactly one block, in the order of the text; a form feed begins a new page.
//   readingOfText('Kính gửi:\n\n- Sở Y tế;')[0].blocks.length === 2
// Tables are those that Markdown draws with bars; columns made by blanks are left as they are.
import type { Block, PageReading } from '@vanban/contract';
import { unionBox } from '@vanban/contract';
import { toNfc } from '@vanban/text';
import type { GridLine } from './grid.ts';
import { gridPage, lineOf } from './grid.ts';
import { cellCount, isTableRow, isTableRule, tableOf } from './markdown-table.ts';

export interface TextOptions {
  /** Take off Markdown's emphasis and heading signs. Tables are recognised either way. */
  readonly markdown?: boolean;
}

/** Pages of a text: at least one, blank if the text is. */
export function readingOfText(text: string, options: TextOptions = {}): PageReading[] {
  const pages = toNfc(text).replace(/\r\n?/gu, '\n').split('\f');
  while (pages.length > 1 && pages.at(-1)?.trim() === '') pages.pop();
  return pages.map((page, index) => pageOfGrid(options.markdown ? plainOfMarkdown(page) : page, index + 1));
}

function pageOfGrid(text: string, number: number): PageReading {
  const rows = text.split('\n').map((line, row): GridLine => ({ text: line.replace(/\t/gu, '    '), row }));
  const blocks = paragraphs(rows).flatMap(blocksOf);
  return gridPage({ number, width: Math.max(...rows.map((row) => row.text.length)), height: rows.length, blocks, warnings: [] });
}

function paragraphs(rows: readonly GridLine[]): GridLine[][] {
  const groups: GridLine[][] = [];
  let open: GridLine[] | null = null;
  for (const row of rows) {
    if (row.text.trim() === '') {
      open = null;
    } else if (open) {
      open.push(row);
    } else {
      open = [row];
      groups.push(open);
    }
  }
  return groups;
}

/** A paragraph may hold a table between its lines: text, table, text. */
function blocksOf(group: readonly GridLine[]): Block[] {
  const first = group.findIndex((_, index) => beginsTable(group, index));
  if (first < 0) return [textBlock(group)];
  let end = first;
  while (end < group.length && isTableRow(group[end]?.text ?? '')) end++;
  const rows = group.slice(first, end).filter((row, index) => index !== 1 || !isTableRule(row.text));
  return [...(first > 0 ? [textBlock(group.slice(0, first))] : []), tableOf(rows), ...(end < group.length ? blocksOf(group.slice(end)) : [])];
}

/** A heading row over a rule; without a rule two rows of as many cells, three at least: `| TT | Nhiệm vụ | Cơ quan |`. */
function beginsTable(group: readonly GridLine[], at: number): boolean {
  const [row, next] = [group[at]?.text ?? '', group[at + 1]?.text ?? ''];
  if (!isTableRow(row) || !isTableRow(next)) return false;
  return isTableRule(next) || (cellCount(row) >= 3 && cellCount(row) === cellCount(next));
}

function textBlock(group: readonly GridLine[]): Block {
  const lines = group.map((row) => lineOf(row.text, row.row, 0));
  return { kind: 'text', role: 'body', box: unionBox(lines.map((line) => line.box)), lines };
}

/** `**PHỤ LỤC II**` → `PHỤ LỤC II`, `## 1. Mục tiêu` → `1. Mục tiêu`; not `2*3`, `a_b`, `#`. */
function plainOfMarkdown(text: string): string {
  return text
    .replace(/^ {0,3}#{1,6} +/gmu, '')
    .replace(/(\*\*|__)(?=\S)([^\n]*?\S)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|])/gu, (whole, sign: string) => (sign === '|' ? whole : sign));
}
