// vanban export: the records of the store for other systems; or further forms of given records (calendar, searchable PDF).
import { basename, join, parse } from 'node:path';
import { exportRecords } from '@vanban/batch';
import { type Record, VanbanError } from '@vanban/contract';
import { deadlineEvents, tasksCsv } from '@vanban/export';
import { writeFileWhole } from '@vanban/store';
import { Command, Option } from 'commander';
import { type MakeCommand, WORKSPACE_FLAG } from '../command.ts';
import { withoutTwins } from '../ingest-inputs.ts';
import { checkOutFolder } from '../out-folder.ts';
import { openPlace, type PlaceFlags } from '../place.ts';
import { readRecord } from '../record-file.ts';
import { sayCopy, writeSearchableCopy } from '../searchable-copy.ts';

interface ExportFlags extends PlaceFlags {
  readonly format: 'ndjson' | 'csv' | 'ics' | 'pdf';
  readonly from?: string;
  readonly to?: string;
  readonly out: string;
}

export const exportCommand: MakeCommand = () =>
  new Command()
    .argument('[record...]', 'tệp JSON; không có: cả kho, ra stdout / JSON files; without them the whole store, to stdout')
    .addOption(new Option('--format <format>', 'dạng / form').choices(['ndjson', 'csv', 'ics', 'pdf']).default('csv'))
    .option('--from <date>', 'từ ngày đến / arrived since (YYYY-MM-DD)')
    .option('--to <date>', 'đến hết ngày / arrived until (YYYY-MM-DD)')
    .option('--out <folder>', 'nơi ghi tệp khi cho tên bản ghi / where the files go when records are named', '.')
    .option('--store <folder>', 'kho / the store (default: WORKSPACE/store)')
    .option(...WORKSPACE_FLAG)
    .addHelpText(
      'after',
      `
Ví dụ / examples:
  vanban export --format csv --from 2026-01-01 > viec.csv
  vanban export out/cv-266.json --format ics --out lich
  vanban export out/cv-266.json --format pdf --out tim-kiem   tim-kiem/cv-266.searchable.pdf; PDF gốc giữ nguyên / the source stays as it is`,
    )
    .action((records: string[], flags: ExportFlags) => (records.length === 0 ? exportStore(flags) : exportFiles(records, flags)));

async function exportStore({ format, from, to, ...flags }: ExportFlags): Promise<void> {
  if (format !== 'ndjson' && format !== 'csv') throw new VanbanError('usage', `--format ${format}: hãy nêu tên bản ghi / name the records`);
  const { store } = await openPlace(flags);
  for await (const chunk of exportRecords(store, { format, from: from ?? null, to: to ?? null })) {
    if (!process.stdout.write(chunk)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}

/** Records of one name from several folders get ~2, ~3 …, as results of an ingest do. */
async function exportFiles(paths: readonly string[], flags: ExportFlags): Promise<void> {
  await checkOutFolder(flags.out);
  for (const { path, relative } of withoutTwins(paths.map((path) => ({ path, relative: basename(path), link: false })))) {
    const record = await readRecord(path);
    const stem = join(flags.out, parse(relative).name);
    if (flags.format === 'pdf') {
      process.stdout.write(`${sayCopy(await writeSearchableCopy(await openPlace(flags), record, stem))}\n`);
      continue;
    }
    await writeFileWhole(`${stem}.${flags.format}`, contentOf(record, flags.format));
    process.stdout.write(`${stem}.${flags.format}\n`);
  }
}

function contentOf(record: Record, format: 'ndjson' | 'csv' | 'ics'): string {
  if (format === 'ndjson') return `${JSON.stringify(record)}\n`;
  return format === 'csv' ? tasksCsv([record]) : deadlineEvents(record);
}
