// Files and folders of a test: a workspace that is removed afterwards, sources with a fixed time, records by name.
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Record } from '@vanban/contract';
import { prepareWorkspace, type Workspace } from '@vanban/intake';
import { onTestFinished } from 'vitest';

export const SAMPLES = fileURLToPath(new URL('../../data/samples', import.meta.url));

/** A fixed moment: records name when a file was last written. */
const WRITTEN = 1_760_000_000;

export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vanban-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

export const newWorkspace = async (): Promise<Workspace> => prepareWorkspace(await newFolder());

export async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  await utimes(path, WRITTEN, WRITTEN);
}

export async function putSample(name: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await copyFile(join(SAMPLES, name), path);
  await utimes(path, WRITTEN, WRITTEN);
}

/** All files below a folder, by their path in it, sorted. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

export async function readRecord(path: string): Promise<Record> {
  return Record.parse(JSON.parse(await readFile(path, 'utf8')));
}

/** Text of each record in a folder by its path. */
export async function recordTexts(folder: string): Promise<{ [name: string]: string }> {
  const found: { [name: string]: string } = {};
  for (const name of await filesIn(folder)) found[name] = await readFile(join(folder, name), 'utf8');
  return found;
}

/** A short letter, different for each number. */
export const letter = (number: number): string => `UBND TỈNH ĐẮK LẮK
SỞ TÀI CHÍNH
Số: ${number}/STC-VP
Đắk Lắk, ngày 15 tháng 01 năm 2025

Kính gửi: Các phòng thuộc Sở

Sở Tài chính yêu cầu các phòng thực hiện các nội dung sau:

1. Phòng Ngân sách chủ trì, phối hợp với Văn phòng Sở xây dựng kế hoạch số ${number}, hoàn thành trước ngày 30/6/2025.

2. Văn phòng Sở tổng hợp, báo cáo Giám đốc Sở trong quý II/2025.
`;
