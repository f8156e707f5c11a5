import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createRunner, loadSettings, type Place, runHere, type Settings } from '@vanban/pipeline';
import { STAGES } from '@vanban/pipeline/fake-stages';
import { openStore, readDocument, thisHolder } from '@vanban/store';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createStation, prepareWorkspace, readStatus, retryFailed, type StationEvent, type Workspace } from './index.ts';

const now = Temporal.Instant.from('2026-11-21T08:00:00Z');
/** sha256 of nothing. */
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
/** A busy machine may need a while. */
const SOON = { timeout: 60_000 };

let root: string;
let workspace: Workspace;
let events: StationEvent[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'vanban-station-'));
  workspace = await prepareWorkspace(root);
  events = [];
});
afterEach(() => rm(root, { recursive: true, force: true, maxRetries: 5 }));

async function drop(relative: string, text: string): Promise<void> {
  const path = join(workspace.inbox, relative);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  await utimes(path, 1_760_000_000, 1_760_000_000);
}

async function station(flags: Partial<Settings> = {}) {
  const settings = loadSettings({ flags: { settleSeconds: 0.1, scanSeconds: 0.2, ...flags } });
  const place: Place = { store: await openStore(workspace.store), settings, stages: STAGES };
  return createStation({
    workspace,
    place,
    documents: 3,
    clock: { now: () => now.toString(), month: () => '2026-11' },
    runner: (onEvent) => {
      const executor = runHere(place);
      return createRunner({ place, pages: executor, documents: executor, onEvent });
    },
    onEvent: (event) => events.push(event),
  });
}

const once = async (flags: Partial<Settings> = {}) => (await station(flags)).run({ once: true });
const files = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
const read = async (name: string) => JSON.parse(await readFile(join(workspace.out, name), 'utf8'));
const of = <T extends StationEvent['type']>(type: T) => events.filter((event): event is Extract<StationEvent, { type: T }> => event.type === type);

describe('the station', () => {
  test('brings a file from the inbox to its record, and says so', async () => {
    await drop('cv 266.txt', 'trang một\ntrang hai');
    await once();
    expect(await read('cv 266.json')).toMatchObject({
      source: { fileName: 'cv 266.txt', receivedAt: '2025-10-09T08:53:20Z' },
      text: 'trang một\n\ntrang hai',
    });
    expect(await files(workspace.done)).toEqual(['2026-11/cv 266.txt']);
    expect(await files(workspace.inbox)).toEqual([]);
    expect(await readdir(workspace.work)).toEqual([]);
    expect(of('done')).toMatchObject([{ file: 'cv 266.txt', pages: 2, tasks: 0, duplicateOf: null }]);
    expect(await readStatus(workspace)).toEqual({ waiting: 0, working: [], problems: [], stations: 0, left: 0, done: 1, partial: 0, failed: 0 });
    expect(await readFile(join(root, 'HUONG-DAN.txt'), 'utf8')).toContain('Thả tệp quét');
  });

  test('the same bytes again: told, not done twice, nothing lost', async () => {
    await drop('a.txt', 'cùng nội dung');
    await once();
    await drop('b.txt', 'cùng nội dung');
    await drop('a.txt', 'cùng nội dung');
    await once();
    expect(of('done').map((event) => [event.file, event.duplicateOf])).toEqual([
      ['a.txt', null],
      ['a.txt', 'a.txt'],
      ['b.txt', 'a.txt'],
    ]);
    expect(await files(workspace.out)).toEqual(['a.json', 'b.json']);
    expect(await readFile(join(workspace.out, 'a.json'))).toEqual(await readFile(join(workspace.out, 'b.json')));
    expect(await files(workspace.done)).toEqual(['2026-11/a.txt', '2026-11/b.txt']);
    expect((await readFile(join(root, 'runs.log'), 'utf8')).match(/^ocr/gmu)).toHaveLength(1);
  });

  test('subfolders and same names without loss', async () => {
    await drop('x/cv.txt', 'một');
    await drop('y/cv.txt', 'hai');
    await drop('cv.txt', 'ba');
    await drop('cv.md', 'bốn');
    await once();
    await drop('cv.txt', 'năm');
    await once();
    expect(await files(workspace.out)).toEqual(['cv.json', 'cv~2.json', 'cv~3.json', 'x/cv.json', 'y/cv.json']);
    expect(await files(workspace.done)).toEqual(['2026-11/cv.md', '2026-11/cv.txt', '2026-11/cv~2.txt', '2026-11/x/cv.txt', '2026-11/y/cv.txt']);
    const texts = await Promise.all((await files(workspace.out)).map(async (name) => (await read(name)).text));
    expect(texts.sort()).toEqual(['ba', 'bốn', 'hai', 'một', 'năm']);
  });

  test('leaves alone what is no document', async () => {
    for (const name of ['.hidden.pdf', '~$cv.docx', 'cv.pdf.part', 'x.crdownload', 'Thumbs.db', '@eaDir/cv.pdf', 'passwords.txt', 'a.error.txt'])
      await drop(name, 'x');
    await once();
    expect(of('taken')).toEqual([]);
    expect(await files(workspace.inbox)).toHaveLength(8);
  });

  test('gives names in NFC, so that two that look alike are one name', async () => {
    const name = 'Thư mục/công văn';
    await drop(`${name.normalize('NFD')}.txt`, 'trang một');
    await once();
    await drop(`${name}.txt`, 'trang hai');
    await drop(`${name.normalize('NFD')} hỏng.txt`, '');
    await once();
    expect(await files(workspace.out)).toEqual([`${name}.json`, `${name}~2.json`]);
    expect(await files(join(workspace.done, '2026-11'))).toEqual([`${name}.txt`, `${name}~2.txt`]);
    expect(await files(workspace.failed)).toEqual([`${name} hỏng.error.txt`, `${name} hỏng.txt`]);
    expect(await retryFailed(workspace)).toEqual([`${name} hỏng.txt`]);
    expect(await files(workspace.failed)).toEqual([]);
  });

  test('waits until a file is completely written', async () => {
    const stop = new AbortController();
    const running = (await station({ settleSeconds: 0.6 })).run({ signal: stop.signal });
    const path = join(workspace.inbox, 'slow.txt');
    for (let i = 1; i <= 8; i++) {
      await writeFile(path, Array.from({ length: i }, (_, n) => `dòng ${n}`).join('\n'));
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    await expect.poll(() => of('done').length, SOON).toBe(1);
    expect(of('done')[0]?.pages).toBe(8);
    stop.abort();
    await running;
  });

  test('waits longer for a file that was just written and looks cut short', async () => {
    await drop('slow.txt', '');
    await utimes(join(workspace.inbox, 'slow.txt'), now.epochMilliseconds / 1000 - 10, now.epochMilliseconds / 1000 - 10);
    const stop = new AbortController();
    const running = (await station({ settleSeconds: 0.5 })).run({ signal: stop.signal });
    const store = await openStore(workspace.store);
    await expect.poll(async () => (await readDocument(store, EMPTY))?.state, SOON).toBe('failed');
    const [desk] = await readdir(workspace.work);
    await writeFile(join(workspace.work, desk as string, '1', 'file', 'slow.txt'), 'trang một');
    await expect.poll(() => of('done').length, SOON).toBe(1);
    expect(of('failed')).toEqual([]);
    stop.abort();
    await running;
  });

  test('takes a file anew that changed after it was taken', async () => {
    await drop('cv.txt', 'SLOW một\nhai');
    const stop = new AbortController();
    const running = (await station()).run({ signal: stop.signal });
    await expect.poll(() => of('known').length, SOON).toBe(1);
    const [desk] = await readdir(workspace.work);
    await writeFile(join(workspace.work, desk as string, '1', 'file', 'cv.txt'), 'SLOW một\nhai\nba');
    await expect.poll(() => of('done').length, SOON).toBe(1);
    expect(of('again')).toHaveLength(1);
    expect((await read('cv.json')).text).toBe('SLOW một\n\nhai\n\nba');
    stop.abort();
    await running;
  });

  test('bad input goes to failed with its reason, in Vietnamese first; the others go on; retry puts it back', async () => {
    await drop('sub/rỗng.pdf', '');
    await drop('cv.txt', 'một');
    await once();
    expect(await files(workspace.failed)).toEqual(['sub/rỗng.error.txt', 'sub/rỗng.pdf']);
    expect(await readFile(join(workspace.failed, 'sub/rỗng.error.txt'), 'utf8')).toMatch(/^Tệp rỗng.*The file is empty.*input-empty/su);
    expect(await files(workspace.out)).toEqual(['cv.json']);
    expect(await retryFailed(workspace)).toEqual(['sub/rỗng.pdf']);
    expect(await files(workspace.inbox)).toEqual(['sub/rỗng.pdf']);
    expect(await files(workspace.failed)).toEqual([]);
    await once();
    expect(await files(workspace.failed)).toEqual(['sub/rỗng.error.txt', 'sub/rỗng.pdf']);
  });

  test('two failures of one name are both kept, each with its reason', async () => {
    await drop('a.pdf', '');
    await once();
    await drop('a.tif', '');
    await once();
    expect(await files(workspace.failed)).toEqual(['a.error.txt', 'a.pdf', 'a~2.error.txt', 'a~2.tif']);
  });

  test('names as long as a drive allows are shortened where something is added', async () => {
    const long = 'ế'.repeat(83);
    await drop(`${long}.pdf`, '');
    await drop(`${long}.txt`, 'một');
    await once();
    expect(await files(workspace.failed)).toEqual([`${'ế'.repeat(81)}.error.txt`, `${long}.pdf`]);
    expect(await files(workspace.out)).toEqual([`${'ế'.repeat(83)}.json`]);
    expect(await retryFailed(workspace)).toEqual([`${long}.pdf`]);
    expect(await files(workspace.failed)).toEqual([]);
  });

  test('what stands in the way of one result does not keep the others waiting', async () => {
    await writeFile(join(workspace.out, 'sub'), 'một tệp, không phải thư mục');
    await drop('sub/cv.txt', 'một');
    await drop('cv.txt', 'hai');
    await once();
    expect(of('done').map((event) => event.file)).toEqual(['cv.txt']);
    expect(await files(workspace.failed)).toEqual(['sub/cv.error.txt', 'sub/cv.txt']);
  });

  test('a link is refused', async () => {
    await writeFile(join(root, 'secret.txt'), 'không được đọc');
    await symlink(join(root, 'secret.txt'), join(workspace.inbox, 'link.txt'));
    await once();
    expect(of('failed')).toMatchObject([{ file: 'link.txt', error: { code: 'input-link' } }]);
    expect(await files(workspace.out)).toEqual([]);
    expect(await readFile(join(root, 'secret.txt'), 'utf8')).toBe('không được đọc');
  });

  test('a page that failed is read again when the file is dropped again, and the record replaced', async () => {
    await drop('cv.txt', 'một\nBAD');
    await once();
    expect((await read('cv.json')).review).toEqual(['pages-missing']);
    await drop('cv.txt', 'một\nBAD');
    await once();
    expect((await readFile(join(root, 'runs.log'), 'utf8')).match(/^ocr cv.txt 2$/gmu)).toHaveLength(2);
    expect(await files(workspace.out)).toEqual(['cv.json']);
  });

  test('a full disk is told and waited for', async () => {
    await writeFile(join(root, 'full'), '');
    await drop('cv.txt', 'DISK một');
    const running = (await station()).run({ once: true });
    await expect.poll(() => of('problem'), SOON).toMatchObject([{ file: 'cv.txt', error: { code: 'disk-full' } }]);
    await rm(join(root, 'full'));
    await running;
    expect(of('done')).toHaveLength(1);
    expect(of('problem')).toHaveLength(1);
  });

  test.runIf(process.getuid?.() !== 0)('a file that may not be read fails; a folder that may not be read is told', async () => {
    await drop('cv.txt', 'một');
    await chmod(join(workspace.inbox, 'cv.txt'), 0);
    await mkdir(join(workspace.inbox, 'closed'), { mode: 0 });
    await once();
    await chmod(join(workspace.inbox, 'closed'), 0o755);
    expect(of('failed')).toMatchObject([{ error: { code: 'permission-denied' } }]);
    expect(of('problem')).toMatchObject([{ error: { code: 'permission-denied' } }]);
  });

  test('an inbox that goes away is told, and work goes on when it is back', async () => {
    const stop = new AbortController();
    const running = (await station({ polling: true })).run({ signal: stop.signal });
    await rename(workspace.inbox, join(root, 'away'));
    await expect.poll(() => of('problem')[0]?.error.code, SOON).toBe('folder-missing');
    await rename(join(root, 'away'), workspace.inbox);
    await drop('cv.txt', 'một');
    await expect.poll(() => of('done').length, SOON).toBe(1);
    stop.abort();
    await running;
  });
});

describe('several stations', () => {
  test('never take the same file', async () => {
    for (let i = 0; i < 40; i++) await drop(`cv-${i}.txt`, `văn bản ${i}`);
    await Promise.all([once(), once(), once()]);
    expect(
      of('taken')
        .map((event) => event.file)
        .sort(),
    ).toEqual(Array.from({ length: 40 }, (_, i) => `cv-${i}.txt`).sort());
    expect(await files(workspace.out)).toHaveLength(40);
    expect((await readFile(join(root, 'runs.log'), 'utf8')).match(/^ocr/gmu)).toHaveLength(40);
  });

  test('a file of a station that died is gone on with, under its old name', async () => {
    const desk = join(workspace.work, 'dead-1');
    await mkdir(join(desk, '1', 'file'), { recursive: true });
    await writeFile(join(desk, 'owner.json'), JSON.stringify({ ...thisHolder, pid: 4_194_304 }));
    await writeFile(join(desk, '1', 'job.json'), JSON.stringify({ relative: 'sub/cv.txt' }));
    await writeFile(join(desk, '1', 'file', 'cv.txt'), 'một');
    await mkdir(join(desk, '2', 'file'), { recursive: true });
    expect((await readStatus(workspace)).left).toBe(2);
    await once();
    expect(of('taken')).toMatchObject([{ file: 'sub/cv.txt', recovered: true }]);
    expect(await files(workspace.out)).toEqual(['sub/cv.json']);
    expect(await readdir(workspace.work)).toEqual([]);
  });

  test('a station that stops leaves its file to the next', async () => {
    await drop('cv.txt', Array.from({ length: 20 }, (_, i) => `SLOW ${i}`).join('\n'));
    const stop = new AbortController();
    const running = (await station()).run({ signal: stop.signal });
    await expect.poll(() => of('known').length, SOON).toBe(1);
    stop.abort();
    await running;
    expect(await files(workspace.inbox)).toEqual([]);
    const [desk] = await readdir(workspace.work);
    await writeFile(join(workspace.work, desk as string, 'owner.json'), JSON.stringify({ ...thisHolder, pid: 4_194_304 }));
    await once();
    expect(await files(workspace.out)).toEqual(['cv.json']);
  });
});
