// pdf.js, opened in the one way this program uses it: from bytes in memory, with its own decoders and fonts from its own folder.
// Invariant: nothing is fetched, no script of a document runs; the caller's bytes stay the caller's.
//   const file = await openFile(bytes, { password: 'secret', maxPixels: 100_000_000 }); … await file.close();
// Without `wasmUrl` pages in JBIG2 and JPEG 2000 would come out blank without an error.
import { createRequire } from 'node:module';
import path from 'node:path';
import { reasonOf, VanbanError } from '@vanban/contract';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import './left-behind.ts';
import { limitDepths } from './sample-depth.ts';

type PdfDocument = pdfjs.PDFDocumentProxy;
export type PdfPage = pdfjs.PDFPageProxy;
export { pdfjs };

interface FileOptions {
  readonly passwords: readonly string[];
  readonly maxPixels: number;
  /** Stop at the first thing that cannot be interpreted, instead of leaving it out. */
  readonly strict?: boolean;
  /** Lay out forms of the XFA kind that have no pages of their own. */
  readonly layForms?: boolean;
}

export interface PdfFile {
  readonly document: PdfDocument;
  close(): Promise<void>;
}

const root = `${path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))}/`;

/** Throws VanbanError: input-password, input-damaged. The passwords are tried in their order, the empty one first. */
export async function openFile(bytes: Uint8Array, options: FileOptions): Promise<PdfFile> {
  const data = new Uint8Array(bytes);
  limitDepths(data);
  const task = pdfjs.getDocument({
    data,
    verbosity: 0,
    wasmUrl: `${root}wasm/`,
    cMapUrl: `${root}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${root}standard_fonts/`,
    iccUrl: `${root}iccs/`,
    enableXfa: options.layForms ?? false,
    disableAutoFetch: true,
    useSystemFonts: false,
    fontExtraProperties: true,
    stopAtErrors: options.strict ?? false,
    maxImageSize: options.maxPixels,
  });
  const left = [...options.passwords];
  task.onPassword = (answer: (password: string | Error) => void): void => {
    answer(left.shift() ?? locked(options));
  };
  try {
    return { document: await task.promise, close: () => task.destroy() };
  } catch (thrown) {
    await task.destroy();
    if (thrown instanceof VanbanError) throw thrown;
    if (thrown instanceof pdfjs.PasswordException) throw locked(options);
    throw new VanbanError('input-damaged', reasonOf(thrown), { cause: thrown });
  }
}

const locked = ({ passwords }: FileOptions): VanbanError =>
  new VanbanError('input-password', passwords.length > 0 ? 'None of the given passwords opens it.' : '');
