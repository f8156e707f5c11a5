// Whatever is killed, at whatever moment: the next start goes on from the last finished step, and the records are those of an undisturbed run.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Workspace } from '@vanban/intake';
import { makeZip } from '@vanban/pages/make-zip';
import { describe, expect, test, vi } from 'vitest';
import { run, start } from './command.ts';
import { filesIn, letter, newWorkspace, put, putSample, recordTexts } from './folders.ts';

// Whole processes on a machine that may be busy with others.
vi.setConfig({ testTimeout: 600_000 });

/** Milliseconds that one page may take on a busy machine. */
const PAGE_TIME = 300_000;

const once = (root: string) => run(['watch', '--once', '--workspace', root]);

/** Runs the undisturbed one now, and compares what came out of both, byte for byte. */
async function sameAs(disturbed: Workspace, undisturbed: Workspace): Promise<void> {
  const { exit, output } = await once(undisturbed.root);
  expect(exit, output).toBe(0);
  const records = await recordTexts(undisturbed.out);
  expect(Object.keys(records), output).not.toEqual([]);
  expect(await recordTexts(disturbed.out)).toEqual(records);
  expect(await filesIn(disturbed.done)).toEqual(await filesIn(undisturbed.done));
}

describe('kill -9', () => {
  test(
    'in the middle of a scan: its pages that were read are not read again',
    async () => {
      const fill = (inbox: string) => putSample('dakglei-report.pdf', join(inbox, 'báo cáo.pdf'));
      const [disturbed, undisturbed] = [await newWorkspace(), await newWorkspace()];
      for (const { inbox } of [disturbed, undisturbed]) await fill(inbox);

      const pages = join(disturbed.store, 'artefacts', 'ocr');
      const station = start(['watch', '--workspace', disturbed.root], { VANBAN_WORKERS: '1' });
      await expect.poll(() => filesIn(pages).catch(() => []), { timeout: PAGE_TIME, interval: 20 }).toHaveLength(1);
      station.kill('SIGKILL');
      expect(await station.ended).toBe('SIGKILL');
      expect(await filesIn(disturbed.out)).toEqual([]);
      expect(await filesIn(disturbed.inbox)).toEqual([]);
      const first = (await filesIn(pages))[0] as string;
      const written = await stat(join(pages, first));

      const { exit, output } = await once(disturbed.root);
      expect(exit, output).toBe(0);
      expect(output).toContain('↻ báo cáo.pdf');
      expect(await stat(join(pages, first))).toMatchObject({ ino: written.ino, mtimeMs: written.mtimeMs });
      await sameAs(disturbed, undisturbed);
      expect(await filesIn(disturbed.work)).toEqual([]);
    },
    6 * PAGE_TIME,
  );

  test('again and again, at other moments each time: every document has its one record', async () => {
    const [disturbed, undisturbed] = [await newWorkspace(), await newWorkspace()];
    for (const { inbox } of [disturbed, undisturbed])
      for (let i = 1; i <= 40; i++) await put(join(inbox, `nhóm ${i % 3}`, `thu-${i}.txt`), letter(i));
    for (const delay of [50, 250, 450, 700, 1000]) {
      const station = start(['watch', '--workspace', disturbed.root]);
      await station.says(/vanban: /u);
      await sleep(delay);
      station.kill('SIGKILL');
      await station.ended;
    }
    const { exit, output } = await once(disturbed.root);
    expect(exit, output).toBe(0);
    await sameAs(disturbed, undisturbed);
    expect([...(await filesIn(disturbed.inbox)), ...(await filesIn(disturbed.work)), ...(await filesIn(disturbed.failed))]).toEqual([]);
  });

  test('while an archive and a mail are taken apart and read: each file in them has its one record', async () => {
    const [disturbed, undisturbed] = [await newWorkspace(), await newWorkspace()];
    for (const { inbox } of [disturbed, undisturbed]) {
      await put(join(inbox, 'hồ sơ.zip'), archive(12));
      await put(join(inbox, 'thư.eml'), mail(4));
    }
    const moments = [
      async () => (await filesIn(disturbed.inbox)).length === 0,
      async () => (await filesIn(join(disturbed.store, 'documents')).catch(() => [])).length > 0,
      async () => (await filesIn(disturbed.out)).length > 2,
      async () => (await filesIn(disturbed.out)).length > 8,
    ];
    for (const moment of moments) {
      const station = start(['watch', '--workspace', disturbed.root]);
      await expect.poll(moment, { timeout: PAGE_TIME, interval: 5 }).toBe(true);
      station.kill('SIGKILL');
      expect(await station.ended).toBe('SIGKILL');
    }
    expect((await filesIn(disturbed.done)).length, 'killed in time').toBeLessThan(2);
    const { exit, output } = await once(disturbed.root);
    expect(exit, output).toBe(0);
    await sameAs(disturbed, undisturbed);
    expect(await filesIn(disturbed.out)).toHaveLength(16);
    expect([...(await filesIn(disturbed.inbox)), ...(await filesIn(disturbed.work)), ...(await filesIn(disturbed.failed))]).toEqual([]);
  });
});

const archive = (count: number): Buffer =>
  makeZip(Array.from({ length: count }, (_, index) => ({ name: `nhóm ${index % 3}/thu-${index}.txt`, data: Buffer.from(letter(index)) })));

function mail(count: number): string {
  const parts = Array.from(
    { length: count },
    (_, index) =>
      `--x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=kem-${index}.txt\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(letter(100 + index)).toString('base64')}\r\n`,
  );
  return `From: a@y.vn\r\nSubject: Kem theo\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n${parts.join('')}--x--\r\n`;
}
