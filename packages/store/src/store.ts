// Where is everything kept? One folder, shared by as many processes and machines as wanted; it is the truth, queues only schedule.
//   artefacts/STAGE/ab/KEY   what a stage made        sources/ab/SHA256   the bytes that came in
//   documents/ab/SHA256/     entry and claims         log/, tmp/          what happened; files being written
//   converted/ab/SHA256.docx what LibreOffice made of a source
//   const store = await openStore('/srv/vanban/store');
// Everything is written to tmp/, synced, then renamed into place: a reader sees whole files or none.
// It does not decide what to do next: that is the pipeline.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { VanbanError } from '@vanban/contract';
import { createFileWhole, makeFolder, readFileOrNull, typed } from './files.ts';
import { isGone } from './holder.ts';

const LAYOUT = 'vanban store 1\n';

/** Something was found damaged and is treated as missing. */
export interface StoreWarning {
  readonly code: 'store-damaged';
  readonly path: string;
}

export interface Store {
  readonly folder: string;
  readonly warn: (warning: StoreWarning) => void;
}

export const documentFolder = (store: Store, id: string): string => join(store.folder, 'documents', id.slice(0, 2), id);

/** Opens the folder, making it where it is missing. Throws `disk-full`, `permission-denied`, or `store-damaged` for another layout. */
export async function openStore(folder: string, warn: Store['warn'] = () => {}): Promise<Store> {
  await typed(async () => {
    for (const part of ['artefacts', 'sources', 'documents', 'log', 'tmp']) await makeFolder(join(folder, part));
  });
  const store = { folder, warn };
  await checkLayout(store);
  await sweep(join(folder, 'tmp'));
  return store;
}

async function checkLayout(store: Store): Promise<void> {
  const path = join(store.folder, 'VERSION');
  const found = await readFileOrNull(path);
  if (found === null) await createFileWhole(path, LAYOUT, join(store.folder, 'tmp'));
  else if (found.toString() !== LAYOUT) throw new VanbanError('store-damaged', `${path} holds ${JSON.stringify(found.toString().slice(0, 40))}`);
}

/** Removes what processes of this machine left half-written when they died. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (isGone(name)) await rm(join(folder, name), { force: true });
}
