// vanban show RECORD: the document's fields and its tasks as a table with their places.
import type { Record } from '@vanban/contract';
import { Command } from 'commander';
import pc from 'picocolors';
import type { MakeCommand } from '../command.ts';
import { readRecord } from '../record-file.ts';
import { taskTable } from '../task-table.ts';

export const showCommand: MakeCommand = () =>
  new Command()
    .argument('<record>', 'tệp JSON / the JSON file')
    .option('--json', 'chỉ in phần việc dạng JSON / print the tasks as JSON')
    .addHelpText('after', '\nVí dụ / example:\n  vanban show out/cv-266.json')
    .action(async (path: string, options: { json?: boolean }) => {
      const record = await readRecord(path);
      const width = process.stdout.columns || 160;
      process.stdout.write(options.json ? `${JSON.stringify(record.tasks, null, 2)}\n` : `${showRecord(record, width)}\n`);
    });

function showRecord(record: Record, width: number): string {
  const { document, source } = record;
  const fields: [string, string | null | undefined][] = [
    ['Tệp / file', `${source.fileName}, ${source.pageCount} trang / pages`],
    ['Số / number', document.number],
    ['Loại / type', document.type?.name],
    ['Trích yếu / subject', document.subject],
    ['Cơ quan / issuer', document.issuer?.name],
    ['Nơi, ngày / place, issued on', [document.place, document.issuedOn].filter(Boolean).join(', ')],
    ['Kính gửi / to', document.addressees.join('; ')],
    ['Người ký / signed by', [document.signatory?.position, document.signatory?.name].filter(Boolean).join(' ')],
    ['Cần xem / review', record.review?.join(', ')],
  ];
  const lines = fields.filter(([, value]) => value).map(([name, value]) => `${pc.dim(name)}: ${value}`);
  const warnings = record.pipeline.warnings.map(({ code, message, page }) => pc.yellow(`! ${code}${page ? ` (tr.${page})` : ''}: ${message}`));
  const tasks = record.tasks.length > 0 ? taskTable(record, width) : 'Không có việc nào / no tasks.';
  return [...lines, ...warnings, '', tasks].join('\n');
}
