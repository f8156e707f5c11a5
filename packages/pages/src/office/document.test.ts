import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PageReading } from '@vanban/contract';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSource } from '../open.ts';
import { DEFAULT_LIMITS, type OfficeOptions, type SourceDocument } from '../source.ts';
import { findLibreOffice } from './libreoffice.ts';

const LIBREOFFICE = await findLibreOffice(null);
const sample = (name: string): string => join(import.meta.dirname, '../testing', name);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'office-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const open = (path: string, office: OfficeOptions = {}): Promise<SourceDocument> => openSource(path, { limits: DEFAULT_LIMITS, office });

function linesOf({ blocks }: PageReading): string[] {
  const lines = blocks.flatMap((block) => (block.kind === 'text' ? block.lines : []));
  return lines.map((line) => line.words.map((word) => word.text).join(' '));
}

async function textOf(source: SourceDocument): Promise<string[]> {
  const page = await source.page(1);
  return page.kind === 'read' ? linesOf(page.reading) : [];
}

/** A program in LibreOffice's place: it is called with the same arguments. */
async function program(name: string, script: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\nfor last; do :; done\nout="$(dirname "$last")/out"\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

const body = (text: string): string =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;
const docx = (text: string): Uint8Array => zipSync({ 'word/document.xml': Buffer.from(body(text)) });

describe.skipIf(LIBREOFFICE === null)('with LibreOffice', () => {
  it.each([
    ['letter.rtf', 'application/rtf'],
    ['letter.doc', 'application/msword'],
    ['letter.odt', 'application/vnd.oasis.opendocument.text'],
  ])('%s keeps its automatic numbers and its old code', async (name, mediaType) => {
    const source = await open(sample(name));
    expect(source.mediaType).toBe(mediaType);
    expect(await textOf(source)).toEqual([
      'Kính gửi: Sở Tài chính',
      '1. Sở Tài chính báo cáo trước ngày 31/01/2025.',
      'a) Rà soát danh mục.',
      'b) Tổng hợp kết quả.',
      '2. Sở Y tế phối hợp.',
    ]);
  });

  it('fetches nothing that a document links to', async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked++;
      response.end();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const link = `http://127.0.0.1:${port}/x`;
    const path = join(folder, 'links.rtf');
    await writeFile(
      path,
      `{\\rtf1\\ansi{\\field{\\*\\fldinst INCLUDEPICTURE "${link}.png" \\\\d}{\\fldrslt}}{\\field{\\*\\fldinst INCLUDETEXT "${link}.rtf"}{\\fldrslt}}\\par Xong.\\par}`,
    );
    expect((await textOf(await open(path))).join(' ')).toContain('Xong.');
    server.close();
    expect(asked).toBe(0);
  });
});

describe.skipIf(process.platform === 'win32')('with a program in its place', () => {
  it('converts once, keeps the result, and leaves nothing behind', async () => {
    const kept = join(folder, 'converted', 'a.docx');
    await writeFile(join(folder, 'made.docx'), docx('Kính gửi: Sở Y tế'));
    const once = await program('once', `cp "${folder}/made.docx" "$out/document.docx"; dirname "$last" > "${folder}/where"`);
    expect(await textOf(await open(sample('letter.doc'), { program: once, convertedFile: kept }))).toEqual(['Kính gửi: Sở Y tế']);
    const where = (await readFile(join(folder, 'where'), 'utf8')).trim();
    await expect(stat(where)).rejects.toMatchObject({ code: 'ENOENT' });
    const never = await program('never', 'exit 1');
    expect(await textOf(await open(sample('letter.doc'), { program: never, convertedFile: kept }))).toEqual(['Kính gửi: Sở Y tế']);
    await writeFile(kept, 'damaged');
    expect(await textOf(await open(sample('letter.doc'), { program: once, convertedFile: kept }))).toEqual(['Kính gửi: Sở Y tế']);
    expect(await readdir(join(folder, 'converted'))).toEqual(['a.docx']);
  });

  it('stops it with all its children when its time is over', async () => {
    const slow = await program('slow', `sleep 600 & echo $! > "${folder}/child"; wait`);
    await expect(open(sample('letter.doc'), { program: slow, seconds: 1 })).rejects.toMatchObject({ code: 'page-timeout' });
    const child = Number(await readFile(join(folder, 'child'), 'utf8'));
    await expect.poll(() => isRunning(child), { timeout: 10_000 }).toBe(false);
  });

  it('says that the document is damaged where nothing comes out', async () => {
    const silent = await program('silent', 'echo "Error: source file could not be loaded"');
    await expect(open(sample('letter.odt'), { program: silent })).rejects.toMatchObject({ code: 'input-damaged', detail: /could not be loaded/u });
  });

  it('says what to install where there is none', async () => {
    await expect(open(sample('letter.rtf'), { program: join(folder, 'nowhere') })).rejects.toMatchObject({ code: 'converter-missing' });
  });
});

describe('office documents under a password', () => {
  const unlock = (name: string, passwords: readonly string[]): Promise<SourceDocument> =>
    openSource(sample(name), { limits: DEFAULT_LIMITS, passwords });

  it.each([
    ['locked-agile.docx', 'mat khau'],
    ['locked-standard.docx', 'mật khẩu'],
  ])('%s opens with the right one of the passwords', async (name, password) => {
    const source = await unlock(name, ['sai', password]);
    expect(source.mediaType).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    expect((await textOf(source)).slice(0, 2)).toEqual(['Kính gửi: Sở Tài chính', '1. Sở Tài chính báo cáo trước ngày 31/01/2025.']);
    await expect(unlock(name, ['sai'])).rejects.toMatchObject({ code: 'input-office-password', detail: 'None of the given passwords opens it.' });
    await expect(unlock(name, [])).rejects.toMatchObject({ code: 'input-office-password' });
  });

  it('a new Word file whose encryption is broken is told as damaged', async () => {
    const path = join(folder, 'broken');
    const bytes = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]);
    await writeFile(path, bytes);
    await expect(open(path)).rejects.toMatchObject({ code: 'input-damaged' });
  });

  it.each(['locked.doc', 'locked.odt', 'locked-blowfish.odt'])('%s is told as such, and opens with the right one of the passwords', async (name) => {
    await expect(unlock(name, [])).rejects.toMatchObject({ code: 'input-office-password' });
    await expect(unlock(name, ['sai'])).rejects.toMatchObject({ code: 'input-office-password', detail: 'None of the given passwords opens it.' });
    if (LIBREOFFICE === null) await expect(unlock(name, ['mật khẩu'])).rejects.toMatchObject({ code: 'converter-missing' });
    else expect((await textOf(await unlock(name, ['sai', 'mật khẩu'])))[1]).toBe('1. Sở Tài chính báo cáo trước ngày 31/01/2025.');
  });
});

/** False for a process that has ended and was only not yet fetched by its parent. */
async function isRunning(pid: number): Promise<boolean> {
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (state !== null) return !/\) [ZX] /u.test(state);
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux';
  } catch {
    return false;
  }
}
