// Opens any file: looks what it is, refuses what cannot be read with a typed reason, and hands out its pages.
// Invariant: a limit is checked before the work that it limits; the file is read once, whole, and never written.
//   const source = await openSource('inbox/cv-266.pdf', { limits: DEFAULT_LIMITS, passwords: [] });
// Symbolic links and half-written files are the caller's to refuse.
import { readFile, stat } from 'node:fs/promises';
import { asVanbanError, VanbanError } from '@vanban/contract';
import { decodeText, MAIL, mediaTypeOf } from './media-type.ts';
import { isConvertible } from './office/convert.ts';
import { openConverted } from './office/document.ts';
import { LOCKED_OFFICE, OTHER_OFFICE, OUTLOOK, WORD, ZIP } from './office/office-type.ts';
import { openPdf } from './pdf/document.ts';
import { openPicture } from './picture/document.ts';
import { openHeic } from './picture/heic.ts';
import { sourceOf } from './read-source.ts';
import type { SourceDocument, SourceOptions } from './source.ts';
import { readOldLetters } from './text/old-text.ts';
import { readingOfText } from './text/plain.ts';
import { openWord } from './word/document.ts';

/** Throws VanbanError: input-* and permission-denied. */
export async function openSource(path: string, options: SourceOptions): Promise<SourceDocument> {
  const bytes = await readWithin(path, options.limits.maxBytes);
  return openBytes(mediaTypeOf(bytes) === LOCKED_OFFICE ? await unlocked(bytes, options) : bytes, path, options);
}

/** Loaded at the first such file: hardly any office locks its letters. */
const unlocked = async (bytes: Uint8Array, { passwords = [] }: SourceOptions): Promise<Uint8Array> =>
  (await import('./office/locked.ts')).unlock(bytes, passwords);

function openBytes(bytes: Uint8Array, path: string, options: SourceOptions): Promise<SourceDocument> | SourceDocument {
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === null) throw new VanbanError('input-unsupported', kindByStart(bytes));
  const other = NO_DOCUMENTS[mediaType];
  if (other) throw new VanbanError('input-unsupported', other);
  if (mediaType === 'application/pdf') return openPdf(bytes, options);
  if (mediaType === WORD) return openWord(bytes, options);
  if (isConvertible(mediaType)) return openConverted(bytes, mediaType, options);
  if (mediaType === 'image/heic') return openHeic(bytes, options);
  if (mediaType.startsWith('image/')) return openPicture(bytes, mediaType, options);
  return openText(bytes, path, options);
}

async function readWithin(path: string, maxBytes: number): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size === 0) throw new VanbanError('input-empty');
    if (size > maxBytes) throw new VanbanError('input-too-large', `${size} bytes, at most ${maxBytes} are allowed.`);
    return await readFile(path);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') throw new VanbanError('input-vanished', path, { cause: thrown });
    throw asVanbanError(thrown, 'input-damaged');
  }
}

/** Known kinds that are no documents themselves. What lies in archives and e-mails is taken out of them before (../container). */
const NO_DOCUMENTS: { readonly [mediaType: string]: string } = {
  [OTHER_OFFICE]: 'The file is a spreadsheet or a presentation; export it to PDF.',
  [ZIP]: 'The file is a ZIP archive.',
  [MAIL]: 'The file is an e-mail.',
  [OUTLOOK]: 'The file is an e-mail of Outlook.',
};

/** Says in the error what the file seems to be, so that the operator knows what to do. */
function kindByStart(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  if (/^\s*(?:<!doctype html|<html|<head)/iu.test(start)) return 'The file is a web page; its name may say otherwise (a download that failed?).';
  if (start.startsWith('\xd0\xcf\x11\xe0')) return 'The file is an old office document of an unknown kind.';
  if (start.startsWith('%!PS')) return 'The file is a PostScript program.';
  if (start.startsWith('Rar!') || start.startsWith("7z\xbc\xaf'\x1c")) return 'The file is a RAR or 7z archive; unpack it, or pack it as ZIP.';
  return '';
}

function openText(bytes: Uint8Array, path: string, { limits }: SourceOptions): SourceDocument {
  const text = decodeText(bytes);
  if (text === null) throw new VanbanError('input-damaged', 'The text is not valid UTF-8 or UTF-16.');
  const markdown = /\.(?:md|markdown)$/iu.test(path);
  return sourceOf(markdown ? 'text/markdown' : 'text/plain', readingOfText(readOldLetters(text), { markdown }), limits);
}
