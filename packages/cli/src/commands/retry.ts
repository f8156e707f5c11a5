// vanban retry: failed files go back into the inbox, and documents that lack pages are dropped in again; the station does the rest.
// Throws `usage` for a name that no failed file has, after the others went back.
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VanbanError } from '@vanban/contract';
import { isNamed, moveSource, prepareWorkspace, retryFailed, type Workspace } from '@vanban/intake';
import { type DocumentEntry, listDocuments, openStore, sourcePath } from '@vanban/store';
import { Command } from 'commander';
import { type MakeCommand, WORKSPACE_FLAG } from '../command.ts';
import { workspaceFolder } from '../place.ts';

interface RetryFlags {
  readonly workspace?: string;
  readonly partial?: boolean;
}

export const retryCommand: MakeCommand = () =>
  new Command()
    .argument('[name...]', 'chỉ những tệp này / only these files')
    .option('--partial', 'cả văn bản thiếu trang / also documents that lack pages')
    .option(...WORKSPACE_FLAG)
    .addHelpText('after', '\nVí dụ / examples:\n  vanban retry\n  vanban retry cv-266.pdf\n  vanban retry --partial')
    .action(async (names: string[], flags: RetryFlags) => {
      const workspace = await prepareWorkspace(workspaceFolder(flags));
      const back = await retryFailed(workspace, names, (error) => process.stderr.write(`${error.message}\n`));
      if (flags.partial) back.push(...(await retryPartial(workspace, names)));
      for (const name of back) process.stdout.write(`${name}\n`);
      process.stdout.write(`${back.length} tệp trở lại hộp đến / files back in the inbox\n`);
      const unknown = names.filter((name) => !back.some((relative) => isNamed(workspace, relative, name)));
      if (unknown.length > 0) throw new VanbanError('usage', `không có trong failed / not in failed: ${unknown.join(', ')}`);
    });

/** Copies the kept source back under its name; the station reads only what is missing and replaces the record. */
async function retryPartial(workspace: Workspace, names: readonly string[]): Promise<string[]> {
  const store = await openStore(workspace.store);
  const back: string[] = [];
  for await (const entry of listDocuments(store)) {
    if (!lacksPages(entry) || (names.length > 0 && !names.some((name) => isNamed(workspace, entry.fileName, name)))) continue;
    const copy = join(workspace.inbox, `.${entry.id}.part`);
    await copyFile(sourcePath(store, entry.id), copy);
    await moveSource(copy, workspace.inbox, entry.fileName);
    back.push(entry.fileName);
  }
  return back;
}

const lacksPages = (entry: DocumentEntry): boolean => entry.state === 'done' && entry.missingPages.length > 0;
