import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeZip } from '@vanban/pages/make-zip';
import { createRunner, loadSettings, type Place, runHere, type Settings } from '@vanban/pipeline';
import { STAGES } from '@vanban/pipeline/fake-stages';
import { openStore, thisHolder } from '@vanban/store';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createStation, prepareWorkspace, type StationEvent, type Workspace } from './index.ts';
import { memberPlaces } from './member-place.ts';

/** A busy machine may need a while. */
const SOON = { timeout: 90_000 };

let root: string;
let workspace: Workspace;
let events: StationEvent[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'vanban-containers-'));
  workspace = await prepareWorkspace(root);
  events = [];
});
afterEach(() => rm(root, { recursive: true, force: true, maxRetries: 5 }));

async function station(flags: Partial<Settings> = {}) {
  const settings = loadSettings({ flags: { settleSeconds: 0.1, scanSeconds: 0.2, passwordsFile: join(workspace.inbox, 'passwords.txt'), ...flags } });
  const place: Place = { store: await openStore(workspace.store), settings, stages: STAGES };
  const executor = runHere(place);
  const runner = () => createRunner({ place, pages: executor, documents: executor });
  const clock = { now: () => '2026-11-21T08:00:00Z', month: () => '2026-11' };
  return createStation({ workspace, place, documents: 3, clock, runner, onEvent: (event) => events.push(event) });
}

const once = async (flags: Partial<Settings> = {}) => (await station(flags)).run({ once: true });
const drop = (name: string, bytes: Uint8Array | string) => writeFile(join(workspace.inbox, name), bytes);
const read = async (name: string) => JSON.parse(await readFile(join(workspace.out, name), 'utf8'));
const of = <T extends StationEvent['type']>(type: T) => events.filter((event): event is Extract<StationEvent, { type: T }> => event.type === type);
const runs = async (name: string) => ((await readFile(join(root, 'runs.log'), 'utf8')).match(new RegExp(`^ocr ${name}`, 'gmu')) ?? []).length;

async function files(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

const zipOf = (members: { readonly [name: string]: string }, password?: string): Buffer =>
  makeZip(Object.entries(members).map(([name, text]) => ({ name, data: Buffer.from(text), ...(password ? { password } : {}) })));

const MAIL = `From: Sở Y tế <so@y.vn>
Subject: Gửi kèm
Date: Mon, 2 Feb 2026 08:00:00 +0700
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/plain; charset=utf-8

Xin gửi kèm.
--x
Content-Type: application/octet-stream; name=cv.txt
Content-Disposition: attachment; filename=cv.txt

trang một
--x--
`;

describe('a container in the inbox', () => {
  test('gives a record for each document in it, and moves to done', async () => {
    await drop('hồ sơ.zip', zipOf({ 'a/cv.txt': 'một', 'a/cv.md': 'hai', 'b.txt': 'ba', '__MACOSX/._b.txt': 'x' }));
    await drop('thư.eml', MAIL);
    await once();
    expect(await files(workspace.out)).toEqual(['hồ sơ.zip/a/cv.json', 'hồ sơ.zip/a/cv~2.json', 'hồ sơ.zip/b.json', 'thư.eml/cv.json']);
    expect(await files(workspace.done)).toEqual(['2026-11/hồ sơ.zip', '2026-11/thư.eml']);
    expect(await readdir(workspace.work)).toEqual([]);
    expect((await read('hồ sơ.zip/a/cv~2.json')).source).toMatchObject({
      fileName: 'cv.md',
      container: { fileName: 'hồ sơ.zip', mediaType: 'application/zip', member: 'a/cv.md', message: null },
    });
    const message = { from: 'Sở Y tế <so@y.vn>', sentAt: '2026-02-02T01:00:00.000Z', subject: 'Gửi kèm', text: 'Xin gửi kèm.' };
    expect((await read('thư.eml/cv.json')).source.container).toMatchObject({ mediaType: 'message/rfc822', member: 'cv.txt', message });
    expect(
      of('unpacked')
        .map(({ file, members }) => [file, members])
        .sort(),
    ).toEqual([
      ['hồ sơ.zip', 3],
      ['thư.eml', 1],
    ]);
    expect(of('done').map(({ member }) => member)).toHaveLength(4);
  });

  test('fails with the names of what could not be read; the rest has its records', async () => {
    await drop('a.zip', zipOf({ 'tốt.txt': 'một', '../../rỗng.txt': '' }));
    await once();
    expect(await files(workspace.out)).toEqual(['a.zip/tốt.json']);
    expect(await files(workspace.failed)).toEqual(['a.error.txt', 'a.zip']);
    expect(await readFile(join(workspace.failed, 'a.error.txt'), 'utf8')).toMatch(/1\/2\n\.\.\/\.\.\/rỗng\.txt: input-empty/u);
    expect(await files(root)).not.toContain('rỗng.json');
  });

  test('is set aside as a whole where it is locked or a bomb, and read once the password is there', async () => {
    await drop('khóa.zip', zipOf({ 'cv.txt': 'một' }, 'bí mật'));
    await drop('bom.zip', makeZip([{ name: 'a', data: Buffer.alloc(101 * 2 ** 20) }]));
    await once();
    expect(
      of('failed')
        .map(({ file, error }) => [file, error.code])
        .sort(),
    ).toEqual([
      ['bom.zip', 'archive-limit'],
      ['khóa.zip', 'input-password'],
    ]);
    await drop('passwords.txt', 'sai\nbí mật\n');
    await drop('khóa.zip', zipOf({ 'cv.txt': 'một' }, 'bí mật'));
    await once();
    expect(await files(workspace.out)).toEqual(['khóa.zip/cv.json']);
  });

  test('dropped again is done again without reading anything twice', async () => {
    const zip = zipOf({ 'cv.txt': 'một', 'bản sao.txt': 'một', 'b.txt': 'hai' });
    await drop('a.zip', zip);
    await once();
    await drop('a.zip', zip);
    await once();
    expect(await files(workspace.out)).toEqual(['a.zip/b.json', 'a.zip/bản sao.json', 'a.zip/cv.json']);
    expect(await files(workspace.done)).toEqual(['2026-11/a.zip']);
    expect(await runs('')).toBe(2);
  });

  test('left in the middle, is gone on with: nothing lost, nothing twice', async () => {
    const slow = (name: string): string => Array.from({ length: 15 }, (_, line) => `SLOW ${name} ${line}`).join('\n');
    await drop('a.zip', zipOf({ 'a.txt': 'một', 'b.txt': slow('b'), 'c.txt': slow('c'), 'd.txt': slow('d'), 'e.txt': 'năm' }));
    const stop = new AbortController();
    const running = (await station()).run({ signal: stop.signal });
    await expect.poll(() => of('done').length, SOON).toBeGreaterThan(0);
    stop.abort();
    await running;
    const [desk] = await readdir(workspace.work);
    await writeFile(join(workspace.work, desk as string, 'owner.json'), JSON.stringify({ ...thisHolder, pid: 4_194_304 }));
    await once();
    expect(await files(workspace.out)).toEqual(['a', 'b', 'c', 'd', 'e'].map((name) => `a.zip/${name}.json`));
    expect(await files(workspace.done)).toEqual(['2026-11/a.zip']);
    for (const [name, pages] of Object.entries({ a: 1, b: 15, c: 15, d: 15, e: 1 })) expect(await runs(`${name}.txt`)).toBe(pages);
  });
});

test('places of members lie below the container, and are names that every system allows', () => {
  const paths = [
    ['../../etc/passwd'],
    ['/tuyệt đối.pdf'],
    ['C:\\Windows\\x.pdf'],
    ['con.pdf'],
    ['a/b.pdf'],
    ['A/B.docx'],
    ['hoso.zip', 'cv\u202efdp.exe'],
    ['dòng\nmới?.txt'],
    ['..'],
    [`${'ế'.repeat(300)}.pdf`],
    ['1/2/3/4/5/6/7/8.pdf'],
  ];
  expect(memberPlaces('x.zip', paths)).toEqual([
    'x.zip/etc/passwd',
    'x.zip/tuyệt đối.pdf',
    'x.zip/Windows/x.pdf',
    'x.zip/_con.pdf',
    'x.zip/a/b.pdf',
    'x.zip/A/B~2.docx',
    'x.zip/hoso.zip/cv_fdp.exe',
    'x.zip/dòng_mới_.txt',
    'x.zip/_',
    `x.zip/${'ế'.repeat(38)}.pdf`,
    'x.zip/3/4/5/6/7/8.pdf',
  ]);
});
