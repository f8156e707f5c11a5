// vanban backfill FOLDER: takes a whole archive, however large, without moving its files.
import { backfill } from '@vanban/batch';
import { ERRORS } from '@vanban/contract';
import { Command } from 'commander';
import pc from 'picocolors';
import { openArchiveRun } from '../archive-run.ts';
import { seconds } from '../clock.ts';
import { type MakeCommand, PASSWORD_FLAG, SOME_FAILED, WORKSPACE_FLAG } from '../command.ts';
import { checkOutFolder } from '../out-folder.ts';
import { documentsAtOnce, type PlaceFlags } from '../place.ts';

export const backfillCommand: MakeCommand = (setExit) =>
  new Command()
    .argument('<folder>', 'thư mục lưu trữ / the archive')
    .requiredOption('--out <folder>', 'nơi ghi kết quả, cùng cây thư mục; bắt buộc / where the records go, in the same tree; required')
    .option('--store <folder>', 'kho / the store (default: WORKSPACE/store)')
    .option('--workers <n>', 'số tiến trình đọc trang / processes that read pages')
    .option(...PASSWORD_FLAG)
    .option(...WORKSPACE_FLAG)
    .addHelpText(
      'after',
      '\nDừng lúc nào cũng được, chạy lại thì làm tiếp / stop at any time; run it again to go on.\n\nVí dụ / example:\n  vanban backfill /luu-tru/2019 --out /ket-qua/2019',
    )
    .action(async (folder: string, flags: PlaceFlags & { out: string }) => setExit(await backfillFolder(folder, flags)));

async function backfillFolder(folder: string, flags: PlaceFlags & { out: string }): Promise<number> {
  await checkOutFolder(flags.out);
  const run = await openArchiveRun(flags);
  const { place, runner, live, stop } = run;
  const tally = { files: 0, known: 0, pages: 0, failed: 0 };
  const start = seconds();
  try {
    for await (const event of backfill({ folder, out: flags.out, place, runner, documents: documentsAtOnce(place.settings), signal: stop.signal })) {
      tally.files++;
      if (event.state === 'failed') {
        tally.failed++;
        live.say(
          pc.red(
            `✗ ${event.file}${event.member === null ? '' : ` › ${event.member}`}: ${ERRORS[event.error.code].vi.what} / ${ERRORS[event.error.code].en.what} [${event.error.code}]`,
          ),
        );
      } else if (event.known) tally.known++;
      else tally.pages += event.record.source.pageCount;
      const rate = (60 * tally.pages) / Math.max(1, seconds() - start);
      live.draw([
        `tệp / files ${tally.files}  đã có / known ${tally.known}  lỗi / failed ${tally.failed}  trang / pages ${tally.pages}  ${rate.toFixed(1)} tr/ph`,
      ]);
    }
  } finally {
    await run.end();
  }
  process.stdout.write(
    `${tally.files} tệp / files, ${tally.known} đã có / known, ${tally.failed} lỗi / failed, ${tally.pages} trang mới / new pages\n`,
  );
  return stop.exitCode() || (tally.failed > 0 ? SOME_FAILED : 0);
}
