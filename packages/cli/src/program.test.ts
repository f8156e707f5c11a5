import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VanbanError } from '@vanban/contract';
import { prepareWorkspace } from '@vanban/intake';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listInputs } from './ingest-inputs.ts';
import { runCommand } from './program.ts';
import { stationLines } from './station-lines.ts';
import { sayEvent } from './station-screen.ts';

let folder: string;
let [out, err]: [string, string] = ['', ''];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vanban-cli-'));
  [out, err] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

const record = {
  schemaVersion: '1.0',
  id: 'a'.repeat(64),
  source: { fileName: 'cv.pdf', mediaType: 'application/pdf', bytes: 9, pageCount: 1, receivedAt: '2026-11-21T08:00:00Z' },
  document: {
    number: '266/BXD-KHCN',
    type: { code: 'CV', name: 'Công văn' },
    subject: 'xây dựng kế hoạch',
    issuer: { name: 'Bộ Xây dựng', parent: null },
    place: 'Hà Nội',
    issuedOn: '2025-01-15',
    addressees: ['Các đơn vị'],
    copiedTo: [],
    signatory: null,
    references: [],
  },
  pages: [{ number: 1, width: 100, height: 100, origin: 'ocr', rotation: 0, confidence: 0.9 }],
  text: 'Sở Tài chính lập dự toán trước ngày 30/6/2025.',
  clauses: [],
  tasks: [
    {
      id: '#1',
      clauseId: '',
      action: 'lập dự toán',
      span: { start: 0, end: 46 },
      anchors: [{ page: 1, box: [10, 20, 90, 30] }],
      owners: [{ role: 'lead', name: 'Sở Tài chính', inheritedFrom: null }],
      deadline: { kind: 'date', bound: 'before', date: '2025-06-30', text: 'trước ngày 30/6/2025', inheritedFrom: null },
      confidence: 0.91,
      review: ['low-ocr-confidence'],
    },
  ],
  repairs: [],
  review: [],
  pipeline: { version: '0.1.0', stages: {}, warnings: [{ code: 'page-failed', message: 'x', page: 2 }] },
};

describe('vanban', () => {
  test('help comes without a package of the product being loaded, but for the one file that tells where compiled files lie', () => {
    const hook = `import { registerHooks } from 'node:module'; registerHooks({ resolve(name, context, next) {
      if (name.startsWith('@vanban/') && name !== '@vanban/pipeline/compiled') throw new Error(name);
      return next(name, context);
    } });`;
    const main = fileURLToPath(new URL('./main.ts', import.meta.url));
    const { status, stderr } = spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(hook)}`, main, '--help']);
    expect([status, stderr.toString()]).toEqual([0, '']);
  });

  test('every command helps, with examples', async () => {
    expect(await runCommand(['--help'])).toBe(0);
    const names = [...out.matchAll(/^ {2}([a-z]+) {2,}\S/gmu)].map((match) => match[1] as string);
    expect(names).toEqual(expect.arrayContaining(['ingest', 'watch', 'status', 'retry', 'show', 'doctor']));
    for (const name of names) {
      out = '';
      expect(await runCommand([name, '--help'])).toBe(0);
      expect(out, name).toMatch(/Ví dụ \/ examples?:\s+.*vanban/u);
    }
  });

  test.each([[['fly']], [['ingest']], [['show']], [['ingest', 'a.pdf', '--what']]])('%j is wrong use', async (args) => {
    expect(await runCommand(args)).toBe(2);
    expect(err).not.toBe('');
  });

  test('wrong settings are named', async () => {
    await writeFile(join(folder, 'vanban.config.json'), '{ "maxPage": 3 }');
    expect(await runCommand(['ingest', 'a.pdf', '--workspace', folder])).toBe(2);
    expect(err).toMatch(/Cấu hình không hợp lệ.*maxPage/su);
  });
});

describe('vanban show', () => {
  test('prints the document and its tasks with their places', async () => {
    const path = join(folder, 'cv.json');
    await writeFile(path, JSON.stringify(record));
    expect(await runCommand(['show', path])).toBe(0);
    expect(out).toContain('266/BXD-KHCN');
    expect(out).toContain('page-failed (tr.2)');
    expect(out).toMatch(/#1\s+lập dự toán\s+Sở Tài chính\s+trước 2025-06-30\s+tr\.1 10,20\s+91 %/u);
  });

  test('says what is wrong with a file', async () => {
    expect(await runCommand(['show', join(folder, 'none.json')])).toBe(2);
    expect(await runCommand(['show', folder])).toBe(2);
    expect(err).toContain('a folder, name a file');
    await writeFile(join(folder, 'cv.pdf'), '%PDF-1.7');
    expect(await runCommand(['show', join(folder, 'cv.pdf')])).toBe(2);
    expect(err).toContain('no record; name a .json file');
    await writeFile(join(folder, 'package.json'), '{ "name": "x" }');
    expect(await runCommand(['show', join(folder, 'package.json')])).toBe(2);
    await writeFile(join(folder, 'a.json'), '{');
    expect(await runCommand(['show', join(folder, 'a.json')])).toBe(3);
    await writeFile(join(folder, 'b.json'), JSON.stringify({ ...record, id: 'x' }));
    expect(await runCommand(['show', join(folder, 'b.json')])).toBe(5);
  });
});

describe('vanban status and retry', () => {
  test('count what is in the folders, and put back what failed', async () => {
    const workspace = await prepareWorkspace(join(folder, 'ws'));
    await writeFile(join(workspace.inbox, 'a.pdf'), 'x');
    await mkdir(join(workspace.failed, 'sub'));
    await writeFile(join(workspace.failed, 'sub', 'b.pdf'), 'y');
    await writeFile(join(workspace.failed, 'sub', 'b.error.txt'), 'vì sao');
    expect(await runCommand(['status', '--json', '--workspace', workspace.root])).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ waiting: 1, working: [], done: 0, failed: 1, stations: 0 });
    expect(await runCommand(['retry', 'c.pdf', '--workspace', workspace.root])).toBe(2);
    expect(err).toContain('not in failed: c.pdf');
    expect(await runCommand(['retry', '--workspace', workspace.root])).toBe(0);
    expect(await readFile(join(workspace.inbox, 'sub', 'b.pdf'), 'utf8')).toBe('y');
    out = '';
    await runCommand(['status', '--workspace', workspace.root]);
    expect(out).toMatch(/2 {2}chờ \/ waiting.*0 {2}lỗi \/ failed.*Không có trạm nào chạy/su);
  });
});

describe('vanban retry NAME', () => {
  test.each([
    ['its path', (failed: string) => join(failed, 'sub', 'công văn.pdf')],
    ['its place in failed', () => join('sub', 'công văn.pdf')],
    ['its name', () => 'công văn.pdf'],
    ['its name decomposed', () => 'công văn.pdf'.normalize('NFD')],
    ['its name without the ending', () => 'công văn'],
  ])('finds a file by %s', async (_, nameOf) => {
    const workspace = await prepareWorkspace(join(folder, 'ws'));
    await mkdir(join(workspace.failed, 'sub'));
    await writeFile(join(workspace.failed, 'sub', 'công văn.pdf'), 'y');
    await writeFile(join(workspace.failed, 'other.pdf'), 'z');
    expect(await runCommand(['retry', nameOf(workspace.failed), '--workspace', workspace.root])).toBe(0);
    expect(out).toContain('1 tệp trở lại hộp đến');
    expect(await readFile(join(workspace.inbox, 'sub', 'công văn.pdf'), 'utf8')).toBe('y');
  });
});

describe('vanban export', () => {
  test('makes its folder, and gives records of one name from several folders names of their own', async () => {
    for (const [name, number] of [
      ['a', '1/UBND'],
      ['b', '2/UBND'],
    ] as const) {
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, 'cv.json'), JSON.stringify({ ...record, document: { ...record.document, number } }));
    }
    const out = join(folder, 'new', 'csv');
    expect(await runCommand(['export', join(folder, 'a', 'cv.json'), join(folder, 'b', 'cv.json'), '--out', out])).toBe(0);
    expect(await readFile(join(out, 'cv.csv'), 'utf8')).toContain('1/UBND');
    expect(await readFile(join(out, 'cv~2.csv'), 'utf8')).toContain('2/UBND');
  });

  test('of the store refuses what is no day', async () => {
    for (const flag of ['--from', '--to']) expect(await runCommand(['export', flag, '2026-13-40', '--workspace', join(folder, 'ws')])).toBe(2);
    expect(err).toContain('--to 2026-13-40: YYYY-MM-DD');
  });
});

test('vanban --version is the version that records name', async () => {
  expect(await runCommand(['--version'])).toBe(0);
  const { version } = JSON.parse(await readFile(new URL('../../pipeline/package.json', import.meta.url), 'utf8'));
  expect(out).toBe(`${version}\n`);
});

test.each([['ingest'], ['backfill'], ['export'], ['explain']])('%s --out that is a file is wrong use', async (name) => {
  await writeFile(join(folder, 'a.json'), JSON.stringify(record));
  for (const file of ['a.json', join('a.json', 'below')]) {
    expect(await runCommand([name, join(folder, 'a.json'), '--out', join(folder, file), '--workspace', join(folder, 'ws')])).toBe(2);
    expect(err).toContain('a file, not a folder');
  }
});

describe('inputs', () => {
  test('files are themselves, folders everything in them, missing ones are kept to be told', async () => {
    await mkdir(join(folder, 'scans', 'x'), { recursive: true });
    for (const name of ['scans/b.pdf', 'scans/x/a.pdf', 'scans/.hidden', 'one.txt']) await writeFile(join(folder, name), 'x');
    const inputs = await listInputs([join(folder, 'one.txt'), join(folder, 'scans'), join(folder, 'none.pdf')], () => {});
    expect(inputs.map((input) => input.relative)).toEqual(['one.txt', 'b.pdf', join('x', 'a.pdf'), 'none.pdf']);
    const twins = await listInputs([join(folder, 'scans', 'b.pdf'), join(folder, 'scans'), join(folder, 'b.txt')], () => {});
    expect(twins.map((input) => input.relative)).toEqual(['b.pdf', join('x', 'a.pdf'), 'b~2.txt']);
  });
});

test('what an earlier run wrote into the folder is no input', async () => {
  for (const name of ['cv.pdf', 'cv.searchable.pdf', 'other.searchable.pdf', 'list.json']) await writeFile(join(folder, name), 'x');
  await mkdir(join(folder, 'out'));
  for (const name of ['cv.json', join('out', 'cv.json')]) await writeFile(join(folder, name), JSON.stringify(record));
  const inputs = await listInputs([folder], () => {});
  expect(inputs.map((input) => input.relative)).toEqual(['cv.pdf', 'list.json', 'other.searchable.pdf']);
});

describe('the station’s screen', () => {
  test('shows counts, what is in work with its page, and what to do', () => {
    const working = [{ file: 'cv-266.pdf', page: 1, pages: 5, stage: null }];
    const lines = stationLines({ inbox: '/in', waiting: 3, working, done: 12, failed: 1, left: '~20 gi', problem: null }).join('\n');
    expect(lines).toMatch(/cv-266\.pdf +trang \/ page 2\/5 {2}████░/u);
    expect(lines).toContain('Chờ / waiting 3 · đang làm / in work 1 · xong / done 12 · lỗi / failed 1 · còn / left ~20 gi');
  });

  test('says results and failures in both languages', () => {
    const error = new VanbanError('input-empty');
    expect(sayEvent({ type: 'failed', file: 'a.pdf', error, reason: 'failed/a.error.txt' })).toMatch(
      /Tệp rỗng.*The file is empty.*failed\/a\.error\.txt/u,
    );
    expect(sayEvent({ type: 'waiting', count: 3 })).toBeNull();
  });
});
