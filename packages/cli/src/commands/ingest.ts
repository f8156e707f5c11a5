// vanban ingest PATH…: files or folders in, NAME.json for each out, a table of the tasks at the end.
import { Command } from 'commander';
import pc from 'picocolors';
import { type MakeCommand, PASSWORD_FLAG, WORKSPACE_FLAG } from '../command.ts';
import { listInputs } from '../ingest-inputs.ts';
import { createIngestProgress } from '../ingest-progress.ts';
import { createIngestReport, sayResult, toJson } from '../ingest-report.ts';
import { type IngestResult, ingestFiles } from '../ingest-run.ts';
import { createLiveLines } from '../live-lines.ts';
import { checkOutFolder } from '../out-folder.ts';
import { checkWorkers, documentsAtOnce, openPlace, openRunner, type PlaceFlags } from '../place.ts';
import { stopOnSignals } from '../stop.ts';

interface IngestFlags extends PlaceFlags {
  readonly out: string;
  readonly json?: boolean;
  readonly pdf?: boolean;
}

export const ingestCommand: MakeCommand = (setExit) =>
  new Command()
    .argument(
      '<path...>',
      'PDF, ảnh, Word, TXT, ZIP, thư .eml/.msg; thư mục thì lấy cả thư mục con / PDF, pictures, Word, TXT, ZIP, e-mails; folders with their subfolders',
    )
    .option('--out <folder>', 'nơi ghi kết quả / where the records go', 'out')
    .option(
      '--store <folder>',
      'nơi giữ kết quả trung gian; làm rồi thì không làm lại / intermediate results (VANBAN_STORE; default: WORKSPACE/store)',
    )
    .option('--workers <n>', 'số tiến trình đọc trang / processes that read pages (default: by cores and memory)')
    .option(...PASSWORD_FLAG)
    .option('--pdf', 'thêm bản PDF tìm kiếm được / also a searchable copy of each PDF: NAME.searchable.pdf; the source stays as it is')
    .option('--json', 'mỗi văn bản một dòng JSON / one line of JSON for each document')
    .option(...WORKSPACE_FLAG)
    .addHelpText(
      'after',
      `
Mã thoát / exit codes: 0 tốt / all well · 3, 4, 5: lỗi của tệp duy nhất / why the only file failed · 6 một số tệp lỗi / some of several failed · 130 Ctrl-C

Ví dụ / examples:
  vanban ingest cv-266.pdf --out ket-qua
  vanban ingest ~/scans hop-den/*.pdf --out ket-qua --workers 2
  vanban ingest hop-den --out ket-qua --pdf
  vanban ingest ~/scans --out ket-qua --json | jq .tasks`,
    )
    .action(async (paths: string[], flags: IngestFlags) => setExit(await ingest(paths, flags)));

async function ingest(paths: readonly string[], flags: IngestFlags): Promise<number> {
  await checkOutFolder(flags.out);
  const live = createLiveLines(process.stderr);
  const place = await openPlace(flags, ({ path }) => live.say(pc.yellow(`! store-damaged: ${path}`)));
  await checkWorkers(place);
  const inputs = await listInputs(paths, (error) => live.say(pc.yellow(`! ${error.message}`)));
  const progress = createIngestProgress(inputs.length, live);
  const stop = stopOnSignals((words) => live.say(words));
  const runner = openRunner(place, (event) => progress.note(event));
  const report = createIngestReport();
  const onResult = (result: IngestResult) => {
    report.add(result);
    if (flags.json) process.stdout.write(`${JSON.stringify(toJson(result))}\n`);
    else live.say(sayResult(result));
  };
  const onKnown = (_input: unknown, documentId: string) => progress.known(documentId);
  try {
    const { signal } = stop;
    const onFileEnd = () => progress.fileEnded();
    await ingestFiles({
      inputs,
      out: flags.out,
      copies: flags.pdf ?? false,
      place,
      runner,
      documents: documentsAtOnce(place.settings),
      signal,
      onKnown,
      onResult,
      onFileEnd,
    });
  } finally {
    progress.end();
    live.end();
    await runner.close();
    stop.remove();
  }
  if (!flags.json) process.stdout.write(report.say(process.stdout.columns || 160));
  return stop.exitCode() || report.exit();
}
