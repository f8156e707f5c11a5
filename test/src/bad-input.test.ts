// Bad input ends in seconds in a typed error that says what to do, with the other files going on and nothing lost.
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, open, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { run, start } from './command.ts';
import { filesIn, letter, newFolder, newWorkspace, put } from './folders.ts';
import { ODD_INPUTS } from './odd-inputs.ts';

// Whole processes on a machine that may be busy with others.
vi.setConfig({ testTimeout: 600_000 });

describe('a bad file', () => {
  test.each(ODD_INPUTS)('$name ($purpose): $code', async ({ name, bytes, code, env }) => {
    const folder = await newFolder();
    await put(join(folder, name), bytes());
    const { exit, output } = await run(['ingest', join(folder, name), '--out', join(folder, 'out'), '--workspace', folder, '--json'], env);
    expect(JSON.parse(output)).toMatchObject({ state: 'failed', error: { code } });
    expect(exit).toBe(3);
    expect(await filesIn(folder)).not.toContain('out');
  });

  test('among good ones: each failure has its reason beside it, the good go on', async () => {
    const workspace = await newWorkspace();
    const bad = ODD_INPUTS.filter((input) => !input.env);
    for (const { name, bytes } of bad) await put(join(workspace.inbox, name), bytes());
    for (let i = 1; i <= 5; i++) await put(join(workspace.inbox, `thu-${i}.txt`), letter(i));
    await writeFile(join(workspace.root, 'elsewhere.txt'), letter(9));
    await symlink(join(workspace.root, 'elsewhere.txt'), join(workspace.inbox, 'link.txt'));
    const { exit, output } = await run(['watch', '--once', '--workspace', workspace.root]);
    expect(exit, output).toBe(0);
    expect((await filesIn(workspace.out)).length).toBe(5);
    const failed = [...bad.map(({ name }) => name), 'link.txt'];
    const reasons = failed.map((name) => name.replace(/\.\w+$/u, '.error.txt'));
    expect(await filesIn(workspace.failed)).toEqual([...failed, ...reasons].sort());
    for (const { name, code } of bad) {
      const reason = await readFile(join(workspace.failed, name.replace(/\.\w+$/u, '.error.txt')), 'utf8');
      expect(reason).toContain(`Mã lỗi / code: ${code}`);
    }
    const back = await run(['retry', '--workspace', workspace.root]);
    expect(back.output).toContain(`${failed.length} tệp trở lại hộp đến`);
    expect(await filesIn(workspace.failed)).toEqual([]);
  });

  test('a path that is not there', async () => {
    const folder = await newFolder();
    const { exit, output } = await run(['ingest', join(folder, 'none.pdf'), '--workspace', folder, '--out', join(folder, 'out')]);
    expect(exit).toBe(3);
    expect(output).toMatch(/✗ .*none\.pdf.*input-vanished/su);
  });

  test('some of several: exit code 6', async () => {
    const folder = await newFolder();
    await put(join(folder, 'a.txt'), letter(1));
    await put(join(folder, 'b.pdf'), '');
    const { exit } = await run(['ingest', join(folder, 'a.txt'), join(folder, 'b.pdf'), '--out', join(folder, 'out'), '--workspace', folder]);
    expect(exit).toBe(6);
    expect(await filesIn(join(folder, 'out'))).toEqual(['a.json']);
  });
});

describe('a file with a password', () => {
  test('fails, and is read once the password is in passwords.txt', async () => {
    const workspace = await newWorkspace();
    const document = await PDFDocument.create();
    document.addPage();
    document.encrypt({ userPassword: 'hop-thu-2025' });
    await put(join(workspace.inbox, 'mật.pdf'), await document.save());
    const once = () => run(['watch', '--once', '--workspace', workspace.root]);
    await once();
    expect(await readFile(join(workspace.failed, 'mật.error.txt'), 'utf8')).toContain('Mã lỗi / code: input-password');
    await writeFile(join(workspace.inbox, 'passwords.txt'), 'sai\nhop-thu-2025\n');
    await run(['retry', '--workspace', workspace.root]);
    const { output } = await once();
    expect(await filesIn(workspace.out), output).toEqual(['mật.json']);
    expect(await filesIn(workspace.inbox)).toEqual(['passwords.txt']);
  });
});

describe('the surroundings', () => {
  test.runIf(canMount())('a full disk is told and waited for; then work goes on by itself', async () => {
    const folder = await newFolder();
    const root = join(folder, 'small');
    await mkdir(root);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', root]);
    onTestFinished(() => void execFileSync('umount', ['-l', root]));
    const station = start(['watch', '--workspace', root], { VANBAN_SETTLE_SECONDS: '3' });
    await station.says(/vanban: /u);
    await put(join(root, 'inbox', 'thu.txt'), letter(3));
    await fill(root);
    await station.says(/Ổ đĩa đã đầy/u);
    expect(await filesIn(join(root, 'out'))).toEqual([]);
    await rm(join(root, 'filler'));
    await station.says(/✓ thu\.txt/u);
    expect(await filesIn(join(root, 'out'))).toEqual(['thu.json']);
    station.kill('SIGTERM');
    await station.ended;
  });

  test.runIf(process.getuid?.() !== 0)('a workspace without permission', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, 'closed'));
    await chmod(join(folder, 'closed'), 0o500);
    const { exit, output } = await run(['watch', '--once', '--workspace', join(folder, 'closed')]);
    expect(exit).toBe(4);
    expect(output).toContain('permission-denied');
  });
});

/** Writes until nothing fits any more. */
async function fill(root: string): Promise<void> {
  const file = await open(join(root, 'filler'), 'w');
  const block = Buffer.alloc(4096);
  try {
    for (;;) await file.write(block);
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
  } finally {
    await file.close();
  }
}

/** Only root on Linux, outside containers that forbid it. */
function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('unshare', ['-m', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
