// The files attached to a PDF: those of the document, and those that a page shows as a paper clip. A portfolio is a PDF that is nothing else.
//   const { entries, portfolio } = await openAttachments(bytes, { passwords, maxPixels, budget }); … await close();
import { reasonOf, VanbanError } from '@vanban/contract';
import { attachmentsOf } from '../pdf/attached.ts';
import { openFile, type PdfFile } from '../pdf/library.ts';
import type { Budget } from './budget.ts';
import type { Entry, Opened } from './found.ts';

interface AttachmentOptions {
  readonly passwords: readonly string[];
  readonly maxPixels: number;
  readonly budget: Budget;
}

interface Attachments extends Opened {
  /** Its own page only says that a newer reader is needed. */
  readonly portfolio: boolean;
  close(): Promise<void>;
}

export async function openAttachments(bytes: Uint8Array, { passwords, maxPixels, budget }: AttachmentOptions): Promise<Attachments> {
  const file = await openFile(bytes, { passwords, maxPixels });
  const facts = await file.document.getMetadata().catch(() => null);
  const portfolio = (facts?.info as { IsCollectionPresent?: boolean } | undefined)?.IsCollectionPresent === true;
  return { entries: entriesOf(file, budget), message: null, instead: null, portfolio, close: file.close };
}

async function* entriesOf(file: PdfFile, budget: Budget): AsyncGenerator<Entry> {
  const ids = new Set<string>();
  for (const { id, name } of await attachmentsOf(file)) {
    if (ids.has(id)) continue;
    ids.add(id);
    yield { name: name.normalize('NFC'), read: () => read(file, id, budget) };
  }
}

async function read(file: PdfFile, id: string, budget: Budget): Promise<Uint8Array> {
  const content = await file.document.getAttachmentContent(id).catch((cause: unknown) => {
    throw new VanbanError('input-damaged', reasonOf(cause), { cause });
  });
  if (!content) throw new VanbanError('input-damaged', 'The attachment has no content.');
  budget.expect(content.length);
  budget.bytes(content.length);
  return content;
}
