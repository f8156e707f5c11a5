// What an ingest says of its files: a line for each as it ends, and at the end the tasks, as long as they fit on a screen or two.
// Keeps no more than it will print: an ingest may have a hundred thousand files.
import { ERRORS, type Record, VanbanError } from '@vanban/contract';
import pc from 'picocolors';
import { SOME_FAILED } from './command.ts';
import type { IngestResult } from './ingest-run.ts';
import { sayCopy, type WrittenCopy } from './searchable-copy.ts';
import { taskTable } from './task-table.ts';

export interface IngestReport {
  add(result: IngestResult): void;
  /** The tables and the sum, for a screen of so many columns. */
  say(width: number): string;
  /** 0, why the only file failed, or 6 where some of several failed. */
  exit(): number;
}

/** More tasks than this are not printed; each record shows its own. */
const TABLE_LIMIT = 300;

export function createIngestReport(): IngestReport {
  const tables: { out: string; record: Record }[] = [];
  let [done, failed, tasks, lastExit] = [0, 0, 0, 0];
  return {
    add({ outcome }) {
      if (outcome.state === 'failed') {
        failed++;
        lastExit = outcome.error.exit;
      }
      if (outcome.state !== 'done') return;
      done++;
      tasks += outcome.record.tasks.length;
      if (tasks > TABLE_LIMIT) tables.length = 0;
      else if (outcome.record.tasks.length > 0) tables.push({ out: outcome.out, record: outcome.record });
    },
    say(width) {
      const many =
        tasks > TABLE_LIMIT ? 'Quá nhiều việc để in; xem từng bản ghi / too many tasks to print, see each record: vanban show RECORD\n' : '';
      const printed = tables.map(({ out, record }) => `\n${pc.bold(out)}\n${taskTable(record, width)}\n`).join('');
      return `${many}${printed}\n${done}/${done + failed} văn bản / documents, ${tasks} việc / tasks\n`;
    },
    exit: () => (failed === 0 ? 0 : done + failed === 1 ? lastExit : SOME_FAILED),
  };
}

export function sayResult({ input, member, outcome }: IngestResult): string {
  const name = member === null ? input.path : `${input.path} › ${member}`;
  if (outcome.state === 'stopped') return `· ${name}: dừng / stopped`;
  if (outcome.state === 'failed') {
    const { vi, en } = ERRORS[outcome.error.code];
    return pc.red(
      `✗ ${name}: ${vi.what} ${vi.todo} / ${en.what} ${en.todo} [${outcome.error.code}${outcome.error.detail ? `: ${outcome.error.detail}` : ''}]`,
    );
  }
  const { record, out, missingPages, known, copy } = outcome;
  const missing = missingPages.length > 0 ? pc.yellow(`  ! thiếu trang / pages missing: ${missingPages.join(', ')}`) : '';
  const same = known ? pc.dim('  (đã có trong kho / was in the store)') : '';
  return `${pc.green('✓')} ${name}: ${record.source.pageCount} trang / pages, ${record.tasks.length} việc / tasks → ${out}${same}${missing}${copy ? sayCopyOrWhyNot(copy) : ''}`;
}

function sayCopyOrWhyNot(copy: WrittenCopy | VanbanError): string {
  if (!(copy instanceof VanbanError)) return `\n    ${sayCopy(copy)}`;
  return pc.yellow(`\n    ! không có bản tìm kiếm được / no searchable copy [${copy.code}${copy.detail ? `: ${copy.detail}` : ''}]`);
}

export function toJson({ input, member, outcome }: IngestResult): object {
  const named = { file: input.path, ...(member === null ? {} : { member }) };
  if (outcome.state === 'stopped') return { ...named, state: 'stopped' };
  if (outcome.state === 'failed') return { ...named, state: 'failed', error: { code: outcome.error.code, detail: outcome.error.detail } };
  const { record, out, missingPages } = outcome;
  return {
    ...named,
    state: 'done',
    id: record.id,
    out,
    pages: record.source.pageCount,
    missingPages,
    clauses: countClauses(record.clauses),
    tasks: record.tasks.length,
  };
}

const countClauses = (clauses: readonly { readonly children: readonly unknown[] }[]): number =>
  clauses.reduce((sum, { children }) => sum + 1 + countClauses(children as typeof clauses), 0);
