// The searchable copy of a record's PDF: made from the stored source and the repaired text, written beside other results, never over a source.
//   const { path, obstacles } = await writeSearchableCopy(place, record, join('out', 'cv-266')) → out/cv-266.searchable.pdf
import { readFile } from 'node:fs/promises';
import { type Record, VanbanError } from '@vanban/contract';
import { loadResult, type Place } from '@vanban/pipeline';
import { sourcePath, writeFileWhole } from '@vanban/store';

export interface WrittenCopy {
  readonly path: string;
  /** What keeps it from being PDF/A-2b; empty where it is. */
  readonly obstacles: readonly string[];
}

/** `stem`: path without ending. Throws VanbanError: input-unsupported for sources that are no PDF, input-password, input-damaged. */
export async function writeSearchableCopy(place: Place, record: Record, stem: string): Promise<WrittenCopy> {
  if (record.source.mediaType !== 'application/pdf')
    throw new VanbanError('input-unsupported', `${record.source.fileName}: a searchable copy is made of PDF files only`);
  const { value } = await loadResult(place, { documentId: record.id, stage: 'restore', page: 0 });
  const { addTextLayer } = await import('@vanban/export/pdf');
  const { pdf, obstacles } = await addTextLayer(await readFile(sourcePath(place.store, record.id)), value, titleOf(record));
  const path = `${stem}.searchable.pdf`;
  await writeFileWhole(path, pdf);
  return { path, obstacles };
}

export const sayCopy = ({ path, obstacles }: WrittenCopy): string =>
  `${path} (${obstacles.length === 0 ? 'PDF/A-2b' : `không phải / not PDF/A: ${obstacles.join(', ')}`})`;

/** "Công văn 266/BXD-QLN: V/v …", as far as it was read. */
function titleOf({ document, source }: Record): string {
  const name = [document.type?.name, document.number].filter(Boolean).join(' ');
  return [name, document.subject].filter(Boolean).join(': ') || source.fileName;
}
