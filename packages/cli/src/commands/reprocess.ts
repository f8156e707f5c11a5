// vanban reprocess: makes the records of the store again after a stage changed, shows what would change, and replaces the files on demand.
import { join } from 'node:path';
import { documentsAt, isUnchanged, parseWhere, type Reprocessed, type ReprocessOptions, reprocess, writeRecords } from '@vanban/batch';
import { describe, VanbanError } from '@vanban/contract';
import type { Place, StageName } from '@vanban/pipeline';
import { listDocuments } from '@vanban/store';
import { Command } from 'commander';
import pc from 'picocolors';
import { openArchiveRun } from '../archive-run.ts';
import { sayChange } from '../change-lines.ts';
import { type MakeCommand, PASSWORD_FLAG, SOME_FAILED, WORKSPACE_FLAG } from '../command.ts';
import { openPost } from '../delivery.ts';
import type { LiveLines } from '../live-lines.ts';
import { documentsAtOnce, type PlaceFlags, workspaceFolder } from '../place.ts';
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
    .argument('[path...]', 'chỉ những văn bản này: bản ghi, tệp gốc, thư mục / only these: records, sources, folders')
    .option('--from <stage>', `làm lại từ bước này dù không đổi / redo from this stage even if unchanged: ${STAGES.join(', ')}`)
    .option('--where <condition>', "chỉ những văn bản này / only these, e.g. 'confidence<0.9 and type=CV'")
    .option('--type <code>', 'chỉ loại này / only this type: CV, TB, KH …')
    .option('--since <date>', 'chỉ những văn bản đến từ ngày này / only those that arrived since (YYYY-MM-DD)')
    .option('--dry-run', 'chỉ nói sẽ làm lại những gì / only say what would be done')
    .option('--write', 'thay các tệp trong out bằng bản ghi mới / replace the files in out with the new records')
    .option('--out <folder>', 'thư mục kết quả / the folder of the records (default: WORKSPACE/out)')
    .option('--store <folder>', 'kho / the store (default: WORKSPACE/store)')
    .option('--workers <n>', 'số tiến trình đọc trang / processes that read pages')
    .option(...PASSWORD_FLAG)
    .option(...WORKSPACE_FLAG)
    .addHelpText('after', EXPLAINED)
    .action(async (paths: string[], flags: ReprocessFlags) => setExit(await reprocessChosen(paths, flags)));

const EXPLAINED = `
Không có --write: bản ghi mới được tạo và so với bản cũ, nhưng tệp trong out giữ nguyên. Bản cũ vẫn còn trong kho.
Without --write the new records are made and compared, but the files in out stay. Old records stay in the store.
Bước nào "đổi" là theo số phiên bản, cấu hình, mô hình của nó; nếu chỉ mã lệnh đổi, hãy dùng --from.
A stage counts as changed by its version, settings and model; where only its code changed, name it with --from.

Ví dụ / examples:
  vanban reprocess --dry-run                     còn gì chưa theo phiên bản mới / what is not up to date
  vanban reprocess                               làm lại và xem thay đổi / redo and see the changes
  vanban reprocess --write                       rồi thay tệp / then replace the files
  vanban reprocess --from restore --where 'confidence<0.9' --write
  vanban reprocess out/cv-266.json --from ocr`;

async function reprocessChosen(paths: readonly string[], flags: ReprocessFlags): Promise<number> {
  const run = await openArchiveRun(flags);
  const { place, runner, live, stop } = run;
  const dryRun = flags.dryRun ?? false;
  try {
    const only = paths.length > 0 ? await documentsAt(paths) : null;
    const chosen = { from: stageOf(flags.from), where: whereOf(flags), only };
    const { failed, meant } = await redo({ place, runner, ...chosen, documents: documentsAtOnce(place.settings), dryRun, signal: stop.signal }, live);
    if (flags.write && !dryRun && !stop.signal.aborted) await replaceFiles(place, flags, meant);
    return stop.exitCode() || (failed > 0 ? SOME_FAILED : 0);
  } finally {
    await run.end();
  }
}

/** Returns how many failed, and which documents were asked for. */
async function redo(options: ReprocessOptions, live: LiveLines): Promise<{ failed: number; meant: ReadonlySet<string> }> {
  let total = 0;
  for await (const { recordKey } of listDocuments(options.place.store)) if (recordKey !== null) total++;
  const left = createTimeLeft();
  const tally = { seen: 0, meant: 0, redone: 0, changed: 0, failed: 0 };
  const meant = new Set<string>();
  for await (const result of reprocess(options)) {
    tally.seen++;
    if (result.state !== 'passed-over') {
      tally.meant++;
      meant.add(result.entry.id);
    }
    if (result.state === 'done') tally.redone++;
    if (result.state === 'failed') tally.failed++;
    if (result.state === 'done' && result.change && !isUnchanged(result.change)) tally.changed++;
    left.done(1);
    const words = sayResult(result);
    if (words) live.say(words);
    const time = left.say(total - tally.seen);
    live.draw([`${bar(tally.seen / Math.max(1, total), BAR_WIDTH)} ${tally.seen}/${total} văn bản / documents${time ? `  còn / left ${time}` : ''}`]);
  }
  live.end();
  process.stdout.write(
    `${tally.meant} văn bản / documents, ${tally.redone} làm lại / redone, ${tally.changed} thay đổi / changed, ${tally.failed} lỗi / failed\n`,
  );
  return { failed: tally.failed, meant };
}

/** Also files whose records were made by an earlier run, without --write. Trackers get what changed. */
async function replaceFiles(place: Place, flags: ReprocessFlags, meant: ReadonlySet<string>): Promise<void> {
  const workspace = workspaceFolder(flags);
  const post = await openPost(place, workspace, (words) => process.stderr.write(`${words}\n`));
  let count = 0;
  for await (const { path, record } of writeRecords(place, flags.out ?? join(workspace, 'out'), (id) => meant.has(id))) {
    process.stdout.write(`→ ${path}\n`);
    await post.publish(record);
    count++;
  }
  await post.end();
  process.stdout.write(`${count} tệp được thay / files replaced\n`);
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
  if (result.state !== 'done' || result.change === null || isUnchanged(result.change)) return null;
  return sayChange(result.change);
}
