// An old Word file, an OpenDocument text or RTF → the bytes of a DOCX, by LibreOffice where it is installed.
// Invariant: the document's bytes lie in a folder of their own that is removed afterwards; the profile is new each time, so that no document leaves
// anything to the next; one conversion at a time in each process; macros and links are off (profile.ts).
//   const docx = await convertToWord(bytes, 'application/msword', { program: null, seconds: 100 });
// DOCX and not PDF: it keeps automatic numbers as such, tables with their cells, and the names of fonts, by which old encodings are known.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { VanbanError } from '@vanban/contract';
import { makeScratchFolder } from '../scratch-folder.ts';
import { findLibreOffice } from './libreoffice.ts';
import { OLD_WORD, OPEN_TEXT, RTF } from './office-type.ts';
import { writeProfile } from './profile.ts';
import { runProgram } from './run-program.ts';

export interface ConvertOptions {
  /** The settings' LibreOffice; null: the machine's. */
  readonly program: string | null;
  readonly seconds: number;
}

const EXTENSIONS: { readonly [mediaType: string]: string } = { [OLD_WORD]: 'doc', [OPEN_TEXT]: 'odt', [RTF]: 'rtf' };

export const isConvertible = (mediaType: string): boolean => mediaType in EXTENSIONS;

/** Address space; LibreOffice itself maps about 1.5 GB, of which it uses a tenth. */
const MEGABYTES = 4096;
const FILTER = 'docx:MS Word 2007 XML';

let last: Promise<unknown> = Promise.resolve();

/** Throws `converter-missing`, `input-damaged`, `page-timeout`. */
export function convertToWord(bytes: Uint8Array, mediaType: string, options: ConvertOptions): Promise<Uint8Array> {
  const result = last.then(() => convert(bytes, mediaType, options));
  last = result.catch(() => {});
  return result;
}

async function convert(bytes: Uint8Array, mediaType: string, { program, seconds }: ConvertOptions): Promise<Uint8Array> {
  const found = await findLibreOffice(program);
  if (found === null) throw new VanbanError('converter-missing', program ?? '');
  const folder = await makeScratchFolder('office');
  try {
    const input = path.join(folder, `document.${EXTENSIONS[mediaType]}`);
    const [profile, out] = [path.join(folder, 'profile'), path.join(folder, 'out')];
    await mkdir(out);
    await writeProfile(profile);
    await writeFile(input, bytes);
    const args = [`-env:UserInstallation=${pathToFileURL(profile)}`, ...QUIET, '--convert-to', FILTER, '--outdir', out, input];
    const { code, words } = await runProgram(found, args, { seconds, megabytes: MEGABYTES, folder });
    if (code === null) throw new VanbanError('page-timeout', `LibreOffice: ${seconds} s`);
    return await resultIn(out, words);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const QUIET = ['--headless', '--norestore', '--nolockcheck', '--nodefault', '--nologo', '--nofirststartwizard'];

/** LibreOffice ends with code 0 also where it could not read the file. */
async function resultIn(out: string, words: string): Promise<Uint8Array> {
  const [name] = (await readdir(out)).filter((file) => file.endsWith('.docx'));
  if (name === undefined)
    throw new VanbanError('input-damaged', `LibreOffice could not read it; it may be damaged or have a password. ${words}`.trim());
  return readFile(path.join(out, name));
}
