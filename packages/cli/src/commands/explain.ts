// vanban explain RECORD: by which rules a task was read, and where everything it says stands on the page, drawn on the page's picture.
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Anchor, Record, Task } from '@vanban/contract';
import { VanbanError } from '@vanban/contract';
import type { Place as DrawnPlace } from '@vanban/export/places';
import { readPasswords } from '@vanban/pipeline';
import { makeFolder, sourcePath } from '@vanban/store';
import { Command } from 'commander';
import pc from 'picocolors';
import { type MakeCommand, WORKSPACE_FLAG } from '../command.ts';
import { checkOutFolder } from '../out-folder.ts';
import { openPlace, type PlaceFlags } from '../place.ts';
import { readRecord } from '../record-file.ts';
import { sayDeadline } from '../task-table.ts';
import { sayFields, writeZones } from '../zone-pictures.ts';

interface ExplainFlags extends PlaceFlags {
  readonly task?: string;
  readonly source?: string;
  readonly out: string;
  readonly picture: boolean;
}

/** Drawn width in pixels: enough to read 13 pt print. */
const PICTURE_WIDTH = 1240;
const PICTURE_DPI = 150;

const COLOUR = {
  action: '#1565c0',
  lead: '#2e7d32',
  support: '#00838f',
  monitor: '#6a1b9a',
  approver: '#6a1b9a',
  recipient: '#6a1b9a',
  deadline: '#c62828',
} as const;

export const explainCommand: MakeCommand = () =>
  new Command()
    .argument('<record>', 'tệp JSON / the JSON file')
    .option('--task <n>', 'số thứ tự hoặc mã việc; không có: mọi việc / its number or id; without it: all')
    .option('--source <file>', 'tệp gốc, nếu không còn trong kho / the source file, where the store no longer has it')
    .option('--out <folder>', 'nơi ghi ảnh các trang / where the pictures go', '.')
    .option('--no-picture', 'chỉ in chữ / words only')
    .option('--store <folder>', 'kho / the store (default: WORKSPACE/store)')
    .option(...WORKSPACE_FLAG)
    .addHelpText('after', '\nVí dụ / example:\n  vanban explain out/cv-266.json --task 2')
    .action(async (path: string, flags: ExplainFlags) => {
      await checkOutFolder(flags.out);
      const record = await readRecord(path);
      const tasks = chosenTasks(record, flags.task);
      for (const field of sayFields(record)) process.stdout.write(`${pc.yellow('Cần xem / review:')} ${field}\n`);
      for (const task of tasks) process.stdout.write(`${sayTask(record, task)}\n\n`);
      if (!flags.picture) return;
      const name = basename(path, '.json');
      await makeFolder(flags.out);
      for (const file of [
        ...(await writeZones(await openPlace(flags), record, join(flags.out, name))),
        ...(await drawTasks(record, tasks, name, flags)),
      ])
        process.stdout.write(`${pc.dim('Ảnh / picture:')} ${file}\n`);
    });

function chosenTasks(record: Record, wanted: string | undefined): readonly Task[] {
  if (wanted === undefined) return record.tasks;
  const task = record.tasks.find(({ id }) => id === wanted) ?? record.tasks[Number(wanted) - 1];
  if (task) return [task];
  throw new VanbanError(
    'usage',
    `--task ${wanted}: có các việc / the tasks are 1–${record.tasks.length} (${record.tasks.map(({ id }) => id).join(', ')})`,
  );
}

const sayPlaces = (anchors: readonly Anchor[] | undefined): string =>
  (anchors ?? []).map(({ page, box }) => `tr.${page} [${box.join(', ')}]`).join(' ');

function sayTask(record: Record, task: Task): string {
  const lines: [string, string][] = [
    ['Việc / action', `${task.action}  ${pc.dim(sayPlaces(task.anchors))}`],
    ...task.owners.map(({ role, name, inheritedFrom, canonicalName, anchors }): [string, string] => [
      role,
      `${name}${canonicalName && canonicalName !== name ? ` = ${canonicalName}` : ''}${inheritedFrom ? pc.yellow(` ← ${inheritedFrom}`) : ''}  ${pc.dim(sayPlaces(anchors))}`,
    ]),
    ...(task.deadline
      ? ([['Hạn / deadline', `${sayDeadline(task.deadline)} “${task.deadline.text}”  ${pc.dim(sayPlaces(task.deadline.anchors))}`]] as [
          string,
          string,
        ][])
      : []),
    ['Quy tắc / rules', [...(task.rules ?? []), ...(task.deadline?.rules ?? [])].join(', ')],
    ['Câu / sentence', record.text.slice(task.span.start, task.span.end).replace(/\s+/gu, ' ')],
    ['Tin cậy / confidence', `${Math.round(task.confidence * 100)} %`],
    ['Cần xem / review', task.review.join(', ')],
  ];
  return [pc.bold(task.id), ...lines.filter(([, value]) => value).map(([name, value]) => `  ${pc.dim(name)}: ${value}`)].join('\n');
}

interface PagePlace extends DrawnPlace {
  readonly page: number;
}

function placesOf(task: Task): PagePlace[] {
  const at = (anchors: readonly Anchor[] | undefined, colour: string, label: string): PagePlace[] =>
    (anchors ?? []).map(({ page, box }, index) => ({ page, box, colour, label: index === 0 ? label : '' }));
  return [
    ...at(task.anchors, COLOUR.action, task.id),
    ...task.owners.flatMap(({ role, anchors }) => at(anchors, COLOUR[role], '')),
    ...at(task.deadline?.anchors, COLOUR.deadline, ''),
  ];
}

async function drawTasks(record: Record, tasks: readonly Task[], name: string, flags: ExplainFlags): Promise<string[]> {
  const [{ drawPlaces }, { openSource }] = await Promise.all([import('@vanban/export/places'), import('@vanban/pages')]);
  const { store, settings } = await openPlace(flags);
  const passwords = await readPasswords(settings);
  const source = await openSource(flags.source ?? sourcePath(store, record.id), { limits: settings, passwords });
  const files: string[] = [];
  try {
    const places = tasks.flatMap(placesOf);
    for (const page of record.pages) {
      const here = places.filter((place) => place.page === page.number);
      const image = here.length > 0 ? await source.view(page.number, PICTURE_DPI) : null;
      if (!image) continue;
      const file = join(flags.out, `${name}.tr${page.number}.png`);
      await writeFile(file, drawPlaces({ image, turn: page.rotation, width: page.width }, here, PICTURE_WIDTH).toBuffer('image/png'));
      files.push(file);
    }
  } finally {
    await source.close();
  }
  return files;
}
