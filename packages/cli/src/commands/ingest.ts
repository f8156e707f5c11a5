// vanban ingest PATH…: files or folders in, NAME.json for each out, a table of the tasks at the end.
import { ERRORS } from '@vanban/contract';
import { Command } from 'commander';
import pc from 'picocolors';
import { type MakeCommand, WORKSPACE_FLAG } from '../command.ts';
import { listInputs } from '../ingest-inputs.ts';
import { createIngestProgress } from '../ingest-progress.ts';
import { type IngestResult, ingestFiles } from '../ingest-run.ts';
import { createLiveLines } from '../live-lines.ts';
import { documentsAtOnce, openPlace, openRunner, type PlaceFlags } from '../place.ts';
import { stopOnSignals } from '../stop.ts';
import { taskTable } from '../task-table.ts';

interface IngestFlags extends PlaceFlags {
  readonly out: string;
  readonly json?: boolean;
}

/** Some of several files failed. */
const SOME_FAILED = 6;
/** More tasks than this are not printed; each record shows its own. */
const TABLE_LIMIT = 300;

export const ingestCommand: MakeCommand = (setExit) =>
  new Command('ingest')
    .description('đọc tệp hoặc thư mục, ghi NAME.json cho từng tệp / read files or folders, write NAME.json for each')
    .argument('<path...>', 'PDF, TIFF, JPEG, PNG, TXT; thư mục thì lấy cả thư mục con / folders with their subfolders')
    .option('--out <folder>', 'nơi ghi kết quả / where the records go', 'out')
    .option(
      '--store <folder>',
      'nơi giữ kết quả trung gian; làm rồi thì không làm lại / intermediate results (VANBAN_STORE; default: WORKSPACE/store)',
    )
    .option('--workers <n>', 'số tiến trình đọc trang / processes that read pages (default: by cores and memory)')
    .option('--json', 'mỗi tệp một dòng JSON / one line of JSON for each file')
    .option(...WORKSPACE_FLAG)
    .addHelpText(
      'after',
      `
Mã thoát / exit codes: 0 tốt / all well · 3, 4, 5: lỗi của tệp duy nhất / why the only file failed · 6 một số tệp lỗi / some of several failed · 130 Ctrl-C

Ví dụ / examples:
  vanban ingest cv-266.pdf --out ket-qua
  vanban ingest ~/scans hop-den/*.pdf --out ket-qua --workers 2
  vanban ingest ~/scans --out ket-qua --json | jq .tasks`,
    )
    .action(async (paths: string[], flags: IngestFlags) => setExit(await ingest(paths, flags)));

async function ingest(paths: readonly string[], flags: IngestFlags): Promise<number> {
  const live = createLiveLines(process.stderr);
  const place = await openPlace(flags, ({ path }) => live.say(pc.yellow(`! store-damaged: ${path}`)));
  const inputs = await listInputs(paths, (error) => live.say(pc.yellow(`! ${error.message}`)));
  const progress = createIngestProgress(inputs.length, live);
  const stop = stopOnSignals((words) => live.say(words));
  const runner = openRunner(place, (event) => progress.note(event));
  const results: IngestResult[] = [];
  const onResult = (result: IngestResult) => {
    results.push(result);
    progress.fileEnded();
    if (flags.json) process.stdout.write(`${JSON.stringify(toJson(result))}\n`);
    else live.say(sayResult(result));
  };
  const onKnown = (_input: unknown, documentId: string) => progress.known(documentId);
  try {
    await ingestFiles({ inputs, out: flags.out, place, runner, documents: documentsAtOnce(place.settings), signal: stop.signal, onKnown, onResult });
  } finally {
    live.end();
    await runner.close();
    stop.remove();
  }
  if (!flags.json) process.stdout.write(sayTasks(results, inputs.length));
  return stop.exitCode() || exitOf(results);
}

function exitOf(results: readonly IngestResult[]): number {
  const failed = results.flatMap(({ outcome }) => (outcome.state === 'failed' ? [outcome.error] : []));
  if (failed.length === 0) return 0;
  return results.length === 1 ? (failed[0]?.exit ?? SOME_FAILED) : SOME_FAILED;
}

function sayResult({ input, outcome }: IngestResult): string {
  if (outcome.state === 'stopped') return `· ${input.path}: dừng / stopped`;
  if (outcome.state === 'failed') {
    const { vi, en } = ERRORS[outcome.error.code];
    return pc.red(
      `✗ ${input.path}: ${vi.what} ${vi.todo} / ${en.what} ${en.todo} [${outcome.error.code}${outcome.error.detail ? `: ${outcome.error.detail}` : ''}]`,
    );
  }
  const { record, out, missingPages, known } = outcome;
  const missing = missingPages.length > 0 ? pc.yellow(`  ! thiếu trang / pages missing: ${missingPages.join(', ')}`) : '';
  const same = known ? pc.dim('  (đã có trong kho / was in the store)') : '';
  return `${pc.green('✓')} ${input.path}: ${record.source.pageCount} trang / pages, ${record.tasks.length} việc / tasks → ${out}${same}${missing}`;
}

function toJson({ input, outcome }: IngestResult): object {
  if (outcome.state === 'stopped') return { file: input.path, state: 'stopped' };
  if (outcome.state === 'failed') return { file: input.path, state: 'failed', error: { code: outcome.error.code, detail: outcome.error.detail } };
  const { record, out, missingPages } = outcome;
  return {
    file: input.path,
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

function sayTasks(results: readonly IngestResult[], files: number): string {
  const done = results.flatMap(({ outcome }) => (outcome.state === 'done' ? [outcome] : []));
  const tasks = done.reduce((sum, { record }) => sum + record.tasks.length, 0);
  const width = process.stdout.columns || 160;
  const tables =
    tasks > TABLE_LIMIT
      ? ['Quá nhiều việc để in; xem từng bản ghi / too many tasks to print, see each record: vanban show RECORD\n']
      : done.filter(({ record }) => record.tasks.length > 0).map(({ record, out }) => `\n${pc.bold(out)}\n${taskTable(record, width)}\n`);
  return `${tables.join('')}\n${done.length}/${files} tệp / files, ${tasks} việc / tasks\n`;
}
