// The source that this process read last, kept open: the pages of one document mostly come one after the other.
// Its bytes are checked against their digest when it is opened. One source at a time; jobs in one process never run side by side.
import { readFile } from 'node:fs/promises';
import { VanbanError } from '@vanban/contract';
import type { SourceDocument } from '@vanban/pages';
import { hashFile } from '@vanban/store';
import type { Job } from '../stage.ts';

let kept: { readonly documentId: string; readonly passwords: string; readonly source: SourceDocument } | null = null;

export async function openJob(job: Job): Promise<SourceDocument> {
  const passwords = await readPasswords(job.settings.passwordsFile);
  if (kept?.documentId === job.documentId && kept.passwords === passwords.join('\n')) return kept.source;
  await closeSource();
  await checkBytes(job);
  const { maxPages, maxBytes, maxPixels } = job.settings;
  const { openSource } = await import('@vanban/pages');
  const source = await openSource(job.path, { limits: { maxPages, maxBytes, maxPixels }, passwords });
  kept = { documentId: job.documentId, passwords: passwords.join('\n'), source };
  return source;
}

export async function closeSource(): Promise<void> {
  const last = kept;
  kept = null;
  await last?.source.close();
}

async function checkBytes({ path, documentId, bytes, settings }: Job): Promise<void> {
  if (bytes === 0) throw new VanbanError('input-empty');
  if (bytes > settings.maxBytes) throw new VanbanError('input-too-large', `${bytes} bytes, limit ${settings.maxBytes}`);
  const { id } = await hashFile(path);
  if (id !== documentId) throw new VanbanError('store-damaged', path);
}

/** Read anew each time, so that a password that was just written down counts at once. Without a file there are none. */
async function readPasswords(path: string | null): Promise<string[]> {
  if (path === null) return [];
  const text = await readFile(path, 'utf8').catch(() => '');
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter(Boolean);
}
