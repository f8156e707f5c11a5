// A document that LibreOffice must read (DOC, ODT, RTF) as a source: converted once, then read as the Word file that came out.
//   const source = await openConverted(bytes, 'application/msword', { limits, office: { convertedFile: 'store/converted/9f/9f2c….docx' } });
// What comes out is kept where the caller says; a kept file that cannot be read is made anew.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SourceDocument, SourceOptions } from '../source.ts';
import { openWord } from '../word/document.ts';
import { convertToWord } from './convert.ts';
import { OLD_WORD, OPEN_TEXT } from './office-type.ts';

/** Seconds, where the caller sets none. */
const USUAL_SECONDS = 110;

export async function openConverted(bytes: Uint8Array, mediaType: string, options: SourceOptions): Promise<SourceDocument> {
  const { program = null, seconds = USUAL_SECONDS, convertedFile = null } = options.office ?? {};
  const kept = await openKept(convertedFile, options);
  if (kept) return { ...kept, mediaType };
  const word = await convertToWord(await unlocked(bytes, mediaType, options), mediaType, { program, seconds });
  const source = openWord(word, options);
  if (convertedFile !== null) await keep(convertedFile, word);
  return { ...source, mediaType };
}

async function openKept(file: string | null, options: SourceOptions): Promise<SourceDocument | null> {
  if (file === null) return null;
  try {
    return openWord(await readFile(file), options);
  } catch {
    return null;
  }
}

/** Loaded where it is needed: hardly any office locks its letters. */
async function unlocked(bytes: Uint8Array, mediaType: string, { passwords = [] }: SourceOptions): Promise<Uint8Array> {
  if (mediaType === OPEN_TEXT) return (await import('./locked-text.ts')).unlockText(bytes, passwords);
  return mediaType === OLD_WORD && isLockedWord(bytes) ? (await import('./locked-word.ts')).unlockWord(bytes, passwords) : bytes;
}

/** The file information block begins a sector of the file, in short files a small one; a bit of it says that the rest is encrypted ([MS-DOC] 2.5.2). */
function isLockedWord(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 512; at + 12 <= view.length; at += SECTOR) {
    if (view.readUInt16LE(at) === WORD_FILE) return (view.readUInt16LE(at + 10) & ENCRYPTED) !== 0;
  }
  return false;
}

const [SECTOR, WORD_FILE, ENCRYPTED] = [64, 0xa5ec, 0x100];

/** Whole or not at all; a drive that is full costs only the next conversion. */
async function keep(file: string, word: Uint8Array): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(temporary, word);
    await rename(temporary, file);
  } catch {
    await rm(temporary, { force: true }).catch(() => {});
  }
}
