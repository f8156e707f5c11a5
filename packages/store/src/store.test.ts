import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  addDocument,
  addSource,
  artefactKey,
  checkSource,
  claimDocument,
  createFileWhole,
  digestOf,
  documentState,
  isStale,
  listDocuments,
  makeFolder,
  openStore,
  peekArtefact,
  readArtefact,
  readDocument,
  type Store,
  type StoreWarning,
  sourcePath,
  thisHolder,
  writeArtefact,
  writeFileWhole,
} from './index.ts';

let folder: string;
let store: Store;
let warnings: StoreWarning[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vanban-store-'));
  warnings = [];
  store = await openStore(join(folder, 'store'), (warning) => warnings.push(warning));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const place = { stage: 'segment', key: artefactKey({ stage: 'segment', version: '1', inputs: ['a'], dependsOn: null }) };
const id = 'ab'.repeat(32);
const added = () => addDocument(store, { id, fileName: 'cv.pdf', bytes: 3, receivedAt: '2026-11-21T08:00:00Z' });
const fileOf = () => join(store.folder, 'artefacts', 'segment', place.key.slice(0, 2), place.key);

describe('artefacts', () => {
  test('come back as they were written, with their digest', async () => {
    expect(await readArtefact(store, place)).toBeNull();
    const value = { text: 'Kính gửi: Sở Tài chính', list: [1, null] };
    const digest = await writeArtefact(store, place, value);
    expect(await readArtefact(store, place)).toEqual({ value, digest, failed: null });
    expect(await peekArtefact(store, place)).toEqual({ digest, failed: false });
    expect(await readdir(join(store.folder, 'tmp'))).toEqual([]);
  });

  test('a failed step keeps its reason', async () => {
    const failed = { code: 'page-timeout', detail: '', page: 3 } as const;
    await writeArtefact(store, place, { blank: false }, failed);
    expect((await readArtefact(store, place))?.failed).toEqual(failed);
    expect((await peekArtefact(store, place))?.failed).toBe(true);
  });

  test.each([
    ['a changed byte', (bytes: Buffer) => bytes.with(bytes.length - 6, (bytes.at(-6) ?? 0) ^ 1)],
    ['a cut end', (bytes: Buffer) => bytes.subarray(0, bytes.length - 4)],
    ['zeros, as after a power cut', (bytes: Buffer) => Buffer.alloc(bytes.length)],
    ['nothing', () => Buffer.alloc(0)],
  ])('%s makes it missing, with a warning, and it can be written again', async (_name, damage) => {
    await writeArtefact(store, place, { text: 'tờ trình'.repeat(50) });
    await writeFile(fileOf(), damage(await readFile(fileOf())));
    expect(await readArtefact(store, place)).toBeNull();
    expect(warnings).toEqual([{ code: 'store-damaged', path: fileOf() }]);
    await writeArtefact(store, place, 'again');
    expect((await readArtefact(store, place))?.value).toBe('again');
  });

  test('keys differ by stage, version, inputs and settings, not by the order of settings', () => {
    const key = (change: object) => artefactKey({ stage: 'ocr', version: '1', inputs: ['x'], dependsOn: { a: 1, b: 2 }, ...change });
    const others = [{ stage: 'x' }, { version: '2' }, { inputs: ['y'] }, { inputs: ['x', 'x'] }, { dependsOn: { a: 1 } }].map(key);
    expect(new Set([key({}), ...others]).size).toBe(6);
    expect(key({ dependsOn: { b: 2, a: 1 } })).toBe(key({}));
    expect(digestOf({ a: { d: 1, c: 2 } })).toBe(digestOf({ a: { c: 2, d: 1 } }));
  });
});

describe('sources', () => {
  test('are kept under their sha256, once, and a damaged copy is replaced', async () => {
    const path = join(folder, 'cv.txt');
    await writeFile(path, 'Kính gửi');
    const first = await addSource(store, path);
    expect(first.known).toBe(false);
    expect((await addSource(store, path)).known).toBe(true);
    await checkSource(store, first.id);
    await writeFile(sourcePath(store, first.id), 'khác hẳn');
    await expect(checkSource(store, first.id)).rejects.toMatchObject({ code: 'store-damaged' });
    await addSource(store, path);
    await checkSource(store, first.id);
  });

  test('a file that is gone says so', async () => {
    await expect(addSource(store, join(folder, 'none.pdf'))).rejects.toMatchObject({ code: 'input-vanished' });
  });
});

describe('documents', () => {
  test('the first to add one sets its name', async () => {
    expect((await added()).added).toBe(true);
    const second = await addDocument(store, { id, fileName: 'other.pdf', bytes: 3, receivedAt: '2027-01-01T00:00:00Z' });
    expect(second).toMatchObject({ added: false, entry: { fileName: 'cv.pdf' } });
    expect(await Array.fromAsync(listDocuments(store))).toHaveLength(1);
  });

  test('a damaged entry is reported and can be made anew', async () => {
    await added();
    await writeFile(join(store.folder, 'documents', 'ab', id, 'document.json'), '\0\0\0');
    expect(await readDocument(store, id)).toBeNull();
    expect((await added()).added).toBe(true);
    expect((await readDocument(store, id))?.fileName).toBe('cv.pdf');
  });
});

describe('claims', () => {
  const claimFile = (n: number) => join(store.folder, 'documents', 'ab', id, `claim.${n}`);

  test('one at a time; the state follows', async () => {
    const { entry } = await added();
    const claim = await claimDocument(store, id);
    expect(await documentState(store, entry)).toBe('working');
    expect(await claimDocument(store, id)).toBeNull();
    await claim?.release();
    expect(await documentState(store, entry)).toBe('waiting');
    expect(await claimDocument(store, id)).not.toBeNull();
  });

  test('of many at once exactly one wins, round after round', async () => {
    await added();
    for (let round = 0; round < 20; round++) {
      const won = (await Promise.all(Array.from({ length: 8 }, () => claimDocument(store, id)))).filter((claim) => claim !== null);
      expect(won).toHaveLength(1);
      await won[0]?.release();
    }
  });

  test('a holder that died is succeeded at once', async () => {
    await added();
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    await writeFile(claimFile(7), JSON.stringify({ ...thisHolder, pid: child.pid, started: '1' }));
    expect(await claimDocument(store, id)).not.toBeNull();
    expect(await readdir(join(store.folder, 'documents', 'ab', id))).toEqual(['claim.8', 'document.json']);
  });

  test('a holder on another machine counts as dead only after its heartbeat stopped', async () => {
    await added();
    await writeFile(claimFile(1), JSON.stringify({ host: 'elsewhere', pid: 1, started: null }));
    expect(await claimDocument(store, id)).toBeNull();
    await utimes(claimFile(1), new Date(0), new Date(0));
    expect(await claimDocument(store, id)).not.toBeNull();
  });

  test('a pid that now belongs to another process is no holder', async () => {
    const path = join(folder, 'holder');
    await writeFile(path, JSON.stringify({ ...thisHolder, started: '12' }));
    expect(await isStale(path, folder)).toBe(process.platform === 'linux');
    await writeFile(path, JSON.stringify(thisHolder));
    expect(await isStale(path, folder)).toBe(false);
  });
});

describe('files', () => {
  test('creating never replaces, writing does', async () => {
    const path = join(folder, 'out', 'a.json');
    expect(await createFileWhole(path, '1')).toBe(true);
    expect(await createFileWhole(path, '2')).toBe(false);
    expect(await readFile(path, 'utf8')).toBe('1');
    await writeFileWhole(path, '3');
    expect(await readFile(path, 'utf8')).toBe('3');
    expect(await readdir(join(folder, 'out'))).toEqual(['a.json']);
  });

  test('leftovers of dead processes are swept when the store is opened, those of the living are not', async () => {
    const tmp = join(store.folder, 'tmp');
    const dead = `.${thisHolder.host}-4194304-1-0-1.tmp`;
    const alive = `.${thisHolder.host}-${process.pid}-${thisHolder.started ?? 0}-0-99.tmp`;
    for (const name of [dead, alive]) await writeFile(join(tmp, name), 'x');
    await openStore(store.folder);
    expect(await readdir(tmp)).toEqual([alive]);
  });

  test('another layout is refused', async () => {
    await cp(store.folder, join(folder, 'copy'), { recursive: true });
    await writeFile(join(folder, 'copy', 'VERSION'), 'vanban store 99\n');
    await expect(openStore(join(folder, 'copy'))).rejects.toMatchObject({ code: 'store-damaged' });
  });
});

describe('makeFolder', () => {
  test('makes what is missing, from many at once, and is content with what is there', async () => {
    const deep = join(folder, 'a', 'b', 'c');
    await Promise.all(Array.from({ length: 20 }, () => makeFolder(deep)));
    await makeFolder(deep);
    expect(await readdir(join(folder, 'a', 'b'))).toEqual(['c']);
  });

  test('says so where a file is in the way', async () => {
    await writeFile(join(folder, 'a'), '');
    await expect(makeFolder(join(folder, 'a'))).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(makeFolder(join(folder, 'a', 'b'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  test.runIf(process.platform === 'linux')('comes back where the system takes no folder', async () => {
    await expect(makeFolder('/proc/none/below')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
