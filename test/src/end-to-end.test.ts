// The main job on shipped samples: scans and texts in, records out; and what every record must keep.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { run, start } from './command.ts';
import { filesIn, letter, newFolder, newWorkspace, put, putSample, readRecord, SAMPLES } from './folders.ts';
import { keepsItsWord } from './keeps-its-word.ts';

// Whole processes on a machine that may be busy with others.
vi.setConfig({ testTimeout: 600_000 });

const squeeze = (text: string): string => text.replace(/\s+/gu, ' ').trim();

describe('ingest', () => {
  test('a text becomes a record with its clauses, tasks, owners and deadlines', async () => {
    const folder = await newFolder();
    await put(join(folder, 'thu.txt'), letter(266));
    const { exit, output } = await run(['ingest', join(folder, 'thu.txt'), '--pdf', '--out', join(folder, 'out'), '--workspace', folder]);
    expect(exit).toBe(0);
    expect(output).toMatch(/no searchable copy \[input-unsupported: thu\.txt/u);
    const record = await readRecord(join(folder, 'out', 'thu.json'));
    expect(record).toMatchObject({
      source: { fileName: 'thu.txt', mediaType: 'text/plain', pageCount: 1 },
      document: { number: '266/STC-VP', issuedOn: '2025-01-15' },
    });
    expect(record.clauses.map((clause) => clause.id)).toEqual(['1', '2']);
    expect(record.tasks[0]).toMatchObject({
      clauseId: '1',
      owners: [
        { role: 'lead', name: 'Phòng Ngân sách' },
        { role: 'support', name: 'Văn phòng Sở' },
      ],
      deadline: { kind: 'date', bound: 'before', date: '2025-06-30' },
    });
    expect(output).toMatch(/Phòng Ngân sách.*trước 2025-06-30/su);
    keepsItsWord(record);
  });

  test('the same file gives the same bytes, in another store as well; a second time nothing is done', async () => {
    const folder = await newFolder();
    await put(join(folder, 'thu.txt'), letter(1));
    const ingest = (out: string, store: string) =>
      run(['ingest', join(folder, 'thu.txt'), '--out', join(folder, out), '--store', join(folder, store), '--workspace', folder]);
    await ingest('a', 'store-1');
    expect((await ingest('b', 'store-1')).output).toContain('đã có trong kho');
    await ingest('c', 'store-2');
    const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((out) => readFile(join(folder, out, 'thu.json'), 'utf8')));
    expect(b).toBe(a);
    expect(c).toBe(a);
  });
});

describe('the station', () => {
  test('turns shipped scans into records that keep their word', async () => {
    const workspace = await newWorkspace();
    for (const name of ['bxd-266.pdf', 'vpcp-3598.pdf']) await putSample(name, join(workspace.inbox, name));
    await putSample('bxd-266.txt', join(workspace.inbox, 'văn bản', 'bxd-266.txt'));
    const { exit, output } = await run(['watch', '--once', '--workspace', workspace.root]);
    expect(exit, output).toBe(0);
    expect(await filesIn(workspace.out)).toEqual(['bxd-266.json', 'vpcp-3598.json', 'văn bản/bxd-266.json']);
    for (const name of await filesIn(workspace.out)) keepsItsWord(await readRecord(join(workspace.out, name)));
    const scan = await readRecord(join(workspace.out, 'bxd-266.json'));
    expect(scan.pages.map((page) => page.origin)).toContain('ocr');
    expect(scan.tasks.length).toBeGreaterThan(0);
    expect(shareOfWordsFound(scan.text, await readFile(join(SAMPLES, 'bxd-266.txt'), 'utf8'))).toBeGreaterThan(0.9);
    const copies = await run([
      'export',
      join(workspace.out, 'bxd-266.json'),
      '--format',
      'pdf',
      '--out',
      workspace.root,
      '--workspace',
      workspace.root,
    ]);
    expect(copies.output).toContain('bxd-266.searchable.pdf (PDF/A-2b)');
    expect((await readFile(join(workspace.root, 'bxd-266.searchable.pdf'))).subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
  });

  test('tells what it does, and stops on Ctrl-C with nothing lost', async () => {
    const workspace = await newWorkspace();
    const station = start(['watch', '--workspace', workspace.root]);
    await station.says(/vanban: .*inbox/u);
    await put(join(workspace.inbox, 'thu.txt'), letter(7));
    await station.says(/✓ thu\.txt: 1 trang \/ pages, \d+ việc \/ tasks → .*thu\.json/u);
    const status = await run(['status', '--json', '--workspace', workspace.root]);
    expect(JSON.parse(status.output)).toMatchObject({ waiting: 0, done: 1, failed: 0, stations: 1 });
    await put(join(workspace.inbox, 'sao.txt'), letter(7));
    await station.says(/✓ sao\.txt.*same as thu\.txt/u);
    station.kill('SIGINT');
    expect(await station.ended).toBe(0);
    expect(JSON.parse((await run(['status', '--json', '--workspace', workspace.root])).output)).toMatchObject({ stations: 0, left: 0, done: 1 });
    expect(await filesIn(workspace.work)).toEqual([]);
  });
});

/** Of the words of `truth`, how many stand in `text` (as often)? */
function shareOfWordsFound(text: string, truth: string): number {
  const have = new Map<string, number>();
  for (const word of squeeze(text).split(' ')) have.set(word, (have.get(word) ?? 0) + 1);
  const words = squeeze(truth).split(' ');
  const found = words.filter((word) => {
    const count = have.get(word) ?? 0;
    have.set(word, count - 1);
    return count > 0;
  });
  return found.length / words.length;
}
