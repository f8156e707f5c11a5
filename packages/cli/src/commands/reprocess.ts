// vanban reprocess: makes the records of the store again after a stage changed, shows what would change, and replaces the files on demand.
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { isUnchanged, parseWhere, type RecordChange, type Reprocessed, reprocess, writeRecords } from '@vanban/batch';
import { describe, VanbanError } from '@vanban/contract';
import type { StageName } from '@vanban/pipeline';
import { listDocuments } from '@vanban/store';
import { Command } from 'commander';
import pc from 'picocolors';
import { type MakeCommand, SOME_FAILED, WORKSPACE_FLAG } from '../command.ts';
import { createLiveLines } from '../live-lines.ts';
import { checkWorkers, documentsAtOnce, LOW_PRIORITY, openPlace, openRunner, type PlaceFlags, workspaceFolder } from '../place.ts';
import { stopOnSignals } from '../stop.ts';
import { bar, createTimeLeft } from '../time-left.ts';

interface ReprocessFlags extends PlaceFlags {
  readonly from?: string;
  readonly where?: string;
  readonly type?: string;
  readonly since?: string;
  readonly dryRun?: boolean;
  readonly write?: boolean;
  readonly out?: string;
}

const STAGES: readonly string[] = ['ocr', 'restore', 'segment', 'extract'] satisfies StageName[];
const BAR_WIDTH = 30;

export const reprocessCommand: MakeCommand = (setExit) =>
  new Command()
    .option('--from <stage>', `làm lại từ bước này dù không đổi / redo from this stage even if unchanged: ${STAGES.join(', ')}`)
    .option('--where <condition>', "chỉ những văn bản này / only these, e.g. 'confidence<0.9 and type=CV'")
    .option('--type <code>', 'chỉ loại này / only this type: CV, TB, KH …')
    .option('--since <date>', 'chỉ những văn bản đến từ ngày này / only those that arrived since (YYYY-MM-DD)')
    .option('--dry-run', 'chỉ nói sẽ làm lại những gì / only say what would be done')
    .option('--write', 'thay các tệp trong out bằng bản ghi mới / replace the files in out with the new records')
    .option('--out <folder>', 'thư mục kết quả / the folder of the records (default: WORKSPACE/out)')
    .option('--store <folder>', 'kho / the store (default: WORKSPACE/store)')
    .option('--workers <n>', 'số tiến trình đọc trang / processes that read pages')
    .option(...WORKSPACE_FLAG)
    .addHelpText(
      'after',
      `
Không có --write: bản ghi mới được tạo và so với bản cũ, nhưng tệp trong out giữ nguyên. Bản cũ vẫn còn trong kho.
Without --write the new records are made and compared, but the files in out stay. Old records stay in the store.

Ví dụ / examples:
  vanban reprocess --dry-run                     còn gì chưa theo phiên bản mới / what is not up to date
  vanban reprocess                               làm lại và xem thay đổi / redo and see the changes
  vanban reprocess --from restore --where 'confidence<0.9' --write`,
    )
    .action(async (flags: ReprocessFlags) => setExit(await run(flags)));

async function run(flags: ReprocessFlags): Promise<number> {
  setPriority(LOW_PRIORITY);
  const place = await openPlace(flags);
  await checkWorkers(place);
  const live = createLiveLines(process.stderr);
  const stop = stopOnSignals((words) => live.say(words));
  let total = 0;
  for await (const { recordKey } of listDocuments(place.store)) if (recordKey !== null) total++;
  const runner = openRunner(place, () => {}, LOW_PRIORITY);
  const left = createTimeLeft();
  const tally = { seen: 0, changed: 0, failed: 0 };
  const fresh = new Set<string>();
  try {
    const options = {
      place,
      runner,
      from: stageOf(flags.from),
      where: whereOf(flags),
      documents: documentsAtOnce(place.settings),
      dryRun: flags.dryRun ?? false,
      signal: stop.signal,
    };
    for await (const result of reprocess(options)) {
      tally.seen++;
      left.done(1);
      if (result.state === 'done') fresh.add(result.entry.id);
      if (result.state === 'failed') tally.failed++;
      if (result.state === 'done' && result.change && !isUnchanged(result.change)) tally.changed++;
      const words = sayResult(result);
      if (words) live.say(words);
      const time = left.say(total - tally.seen);
      live.draw([
        `${bar(tally.seen / Math.max(1, total), BAR_WIDTH)} ${tally.seen}/${total} văn bản / documents${time ? `  còn / left ${time}` : ''}`,
      ]);
    }
  } finally {
    live.end();
    await runner.close();
    stop.remove();
  }
  process.stdout.write(
    `${tally.seen} văn bản / documents, ${fresh.size} làm lại / redone, ${tally.changed} thay đổi / changed, ${tally.failed} lỗi / failed\n`,
  );
  if (flags.write && !flags.dryRun) {
    const written = await writeRecords(place, flags.out ?? join(workspaceFolder(flags), 'out'), fresh);
    process.stdout.write(`${written.length} tệp được thay / files replaced\n`);
  }
  return stop.exitCode() || (tally.failed > 0 ? SOME_FAILED : 0);
}

function stageOf(name: string | undefined): StageName | null {
  if (name === undefined) return null;
  if (STAGES.includes(name)) return name as StageName;
  throw new VanbanError('usage', `--from ${name}: ${STAGES.join(', ')}`);
}

function whereOf({ where, type, since }: ReprocessFlags): ReturnType<typeof parseWhere> | null {
  const conditions = [where, type && `type=${type}`, since && `receivedAt>=${since}`].filter((condition) => condition !== undefined);
  return conditions.length === 0 ? null : parseWhere(conditions.join(' and '));
}

function sayResult(result: Reprocessed): string | null {
  if (result.state === 'failed') return pc.red(`✗ ${result.entry.fileName}\n${describe(result.error)}`);
  if (result.state === 'would') return `· ${result.entry.fileName}: sẽ làm lại / would be redone`;
  if (result.state === 'current' || result.change === null || isUnchanged(result.change)) return null;
  return sayChange(result.change);
}

function sayChange(change: RecordChange): string {
  const moved = (list: RecordChange['deadlinesMoved']): string[] => list.map(({ task, from, to }) => `    ${task}: ${from || '–'} → ${to || '–'}`);
  return [
    pc.bold(change.fileName),
    ...change.tasksAdded.map((id) => pc.green(`  + việc / task ${id}`)),
    ...change.tasksRemoved.map((id) => pc.red(`  − việc / task ${id}`)),
    ...(change.deadlinesMoved.length > 0 ? ['  hạn / deadlines:', ...moved(change.deadlinesMoved)] : []),
    ...(change.ownersChanged.length > 0 ? ['  người làm / owners:', ...moved(change.ownersChanged)] : []),
    ...(change.fields.length > 0 ? [`  trường / fields: ${change.fields.join(', ')}`] : []),
    ...(change.textChanged ? ['  toàn văn thay đổi / the text changed'] : []),
  ].join('\n');
}
