// The source that this process read last, kept open: the pages of one document mostly come one after the other.
// Its bytes are checked against their digest when it is opened. One source at a time; jobs in one process never run side by side.
import { VanbanError } from '@vanban/contract';
import type { SourceDocument } from '@vanban/pages';
import { hashFile } from '@vanban/store';
import { readPasswords } from '../passwords.ts';
import type { Job } from '../stage.ts';

let kept: { readonly documentId: string; readonly passwords: string; readonly source: SourceDocument } | null = null;

/** Of a page's time: LibreOffice ends before the step that waits for it. */
const OFFICE_SHARE = 0.9;

export async function openJob(job: Job): Promise<SourceDocument> {
  const passwords = await readPasswords(job.settings);
  if (kept?.documentId === job.documentId && kept.passwords === passwords.join('\n')) return kept.source;
  await closeSource();
  await checkBytes(job);
  const { maxPages, maxBytes, maxPixels, officeProgram, pageSeconds } = job.settings;
  const office = { program: officeProgram, seconds: pageSeconds * OFFICE_SHARE, convertedFile: job.convertedFile ?? null };
  const { openSource } = await import('@vanban/pages');
  const source = await openSource(job.path, { limits: { maxPages, maxBytes, maxPixels }, passwords, office });
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
