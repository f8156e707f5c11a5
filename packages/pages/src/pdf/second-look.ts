// What did pdf.js leave out of a page without a word? It skips what it cannot interpret, so a scan it could not take would look like a blank page.
// Invariant: asked only about pages that look empty; the file is opened a second time, strictly, at most once.
//   await secondLook(bytes, options).lost(3, 12) → { code: 'page-failed', … }, or null for a page that is really empty
// It mends nothing. A strict reading stops at the first thing that it cannot interpret without saying what it was, so its list of operators is shorter.
import { openFile, type PdfFile } from './library.ts';

interface Lost {
  readonly code: 'page-failed' | 'input-too-many-pixels';
  readonly message: string;
}

export interface SecondLook {
  /** `operators`: how many the tolerant reading found on the page. */
  lost(number: number, operators: number): Promise<Lost | null>;
  close(): Promise<void>;
}

interface LookOptions {
  readonly passwords: readonly string[];
  readonly maxPixels: number;
}

export function secondLook(bytes: Uint8Array, options: LookOptions): SecondLook {
  let strict: Promise<PdfFile> | null = null;
  return {
    lost: async (number, operators) => {
      strict ??= openFile(bytes, { ...options, strict: true });
      if ((await countOf(strict, number)) >= operators) return null;
      const code = hasHugeImage(bytes, options.maxPixels) ? 'input-too-many-pixels' : 'page-failed';
      return { code, message: 'Something on this page could not be interpreted and is missing.' };
    },
    close: async () => {
      await strict?.then(
        (file) => file.close(),
        () => {},
      );
    },
  };
}

/** Operators until the first that cannot be interpreted; 0 where the page cannot be had at all. */
async function countOf(strict: Promise<PdfFile>, number: number): Promise<number> {
  try {
    const page = await (await strict).document.getPage(number);
    const { fnArray } = await page.getOperatorList();
    page.cleanup();
    return fnArray.length;
  } catch {
    return 0;
  }
}

/** Dictionaries of pictures stand plainly in the file, also in an encrypted one. */
function hasHugeImage(bytes: Uint8Array, maxPixels: number): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return text.matchAll(/\/Width\s+(\d+)/gu).some((match) => {
    const around = text.slice(Math.max(0, match.index - 400), match.index + 400);
    const height = /\/Height\s+(\d+)/u.exec(around);
    return Number(match[1]) * Number(height?.[1] ?? 0) > maxPixels;
  });
}
