// vanban restore FILE|-: a text with lost marks or misread letters in, the text as it should read out.
import { text as readAll } from 'node:stream/consumers';
import type { Repair } from '@vanban/contract';
import { createRestorer, type RestoredText, restoreText } from '@vanban/restore';
import { Command } from 'commander';
import pc from 'picocolors';
import type { MakeCommand } from '../command.ts';
import { readGiven } from '../given-file.ts';

interface Options {
  readonly diff?: boolean;
  readonly json?: boolean;
  readonly model?: string;
}

export const restoreCommand: MakeCommand = () =>
  new Command()
    .argument('<file>', 'tệp văn bản, hoặc - để đọc từ đầu vào / a text file, or - for standard input')
    .option('--diff', 'tô màu chỗ đã sửa / show the changes in colour')
    .option('--json', 'in văn bản và từng chỗ sửa dạng JSON / print the text and each change as JSON')
    .option('--model <folder>', 'thư mục mô hình / folder of the model (mặc định / default: data/models/restorer)')
    .addHelpText('after', '\nVí dụ / example:\n  echo "Thuc hien Nghi quyet so 57-NQ/TW" | vanban restore -\n  vanban restore bao-cao.txt --diff')
    .action(async (path: string, options: Options) => {
      const given = path === '-' ? await readAll(process.stdin) : await readGiven(path);
      const restored = await restoreText(await createRestorer(options.model === undefined ? {} : { modelFolder: options.model }), given);
      for (const { message } of restored.warnings) process.stderr.write(`${pc.yellow(`! ${message}`)}\n`);
      process.stdout.write(options.json ? `${JSON.stringify(restored, null, 2)}\n` : options.diff ? showChanges(restored) : restored.text);
    });

/** The text with what stood there struck out before each change; without colours as [-cu-]{+cũ+}. */
export function showChanges({ text, repairs }: RestoredText, colours = pc.isColorSupported): string {
  const pen = pc.createColors(colours);
  const change = (from: string, to: string) => (colours ? pen.red(pen.strikethrough(from)) + pen.green(to) : `[-${from}-]{+${to}+}`);
  let shown = '';
  let at = 0;
  for (const { span, from, to } of inOrder(repairs)) {
    shown += text.slice(at, span.start) + change(from, to);
    at = span.end;
  }
  return shown + text.slice(at);
}

const inOrder = (repairs: readonly Repair[]): Repair[] => [...repairs].sort((a, b) => a.span.start - b.span.start);
