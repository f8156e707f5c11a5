// Files of each kind → pages, and from pages that could be read on to a record.
import { writeFileSync } from 'node:fs';
import { DEFAULT_LIMITS, openSource, type PageContent, type PageImage, type SourceDocument } from '@vanban/pages';
import { mutateArchive } from '../mutate/archive.ts';
import { mutateBytes } from '../mutate/bytes.ts';
import { mutateAttributes, mutateCompound, mutateZip } from '../mutate/fields.ts';
import { mutatePdf } from '../mutate/pdf.ts';
import { checkReading, checkRecord } from '../properties.ts';
import type { Random } from '../random.ts';
import { inFolder } from '../seeds/folder.ts';
import { lockedFiles, wordFiles } from '../seeds/letters.ts';
import { allPdfFiles } from '../seeds/pdfs.ts';
import { pictureFiles } from '../seeds/pictures.ts';
import { holds, type Target } from '../target.ts';
import { recordOf } from './letter.ts';

/** As the product's, but small enough that a case costs seconds at most. */
export const LIMITS = { ...DEFAULT_LIMITS, maxPages: 50, maxPixels: 20_000_000 };
const PAGES = 3;
/** Never started: what needs LibreOffice ends in `converter-missing`. */
export const OFFICE = { program: '/nowhere/soffice' };
/** Of the locked files: see packages/pages/src/testing. */
const PASSWORDS = ['mat khau', 'mật khẩu'];

const ZIP_START = 0x50;

/** Mostly what the file says of its encryption. */
function mutateLocked(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  if (random.once(6)) return mutateBytes(bytes, random);
  if (bytes[0] !== ZIP_START) return random.once(2) ? mutateCompound(bytes, random) : mutateAttributes(bytes, random);
  return random.once(4) ? mutateZip(bytes, random) : mutateArchive(bytes, random, other);
}

type Mutate = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

function target(name: string, what: string, seeds: () => Promise<Uint8Array[]>, mutate: Mutate): Target {
  return {
    name,
    what,
    async start() {
      const files = await seeds();
      const path = await inFolder('input');
      return {
        make: (random) => mutate(random.pick(files), random, random.pick(files)),
        check: async (input) => {
          writeFileSync(path, input);
          return readAll(await openSource(path, { limits: LIMITS, passwords: PASSWORDS, office: OFFICE }));
        },
      };
    },
  };
}

/** The first pages, and a record of those that could be read. */
export async function readAll(source: SourceDocument, also: (page: PageContent) => void = () => {}): Promise<string> {
  try {
    holds(source.pageCount >= 0 && Number.isInteger(source.pageCount), `${source.pageCount} pages`);
    const pages: PageContent[] = [];
    for (let number = 1; number <= Math.min(PAGES, source.pageCount); number++) pages.push(await source.page(number));
    for (const page of pages) {
      checkPage(page);
      also(page);
    }
    const readings = pages.flatMap((page) => (page.kind === 'read' ? [page.reading] : []));
    if (readings.length === 0) return 'picture';
    checkRecord(await recordOf(readings, source.mediaType));
    return 'record';
  } finally {
    await source.close();
  }
}

function checkPage(page: PageContent): void {
  if (page.kind === 'read') checkReading(page.reading);
  else checkPicture(page.image);
}

function checkPicture({ width, height, channels, data }: PageImage): void {
  holds(width * height <= LIMITS.maxPixels, `a picture of ${width} × ${height}`);
  holds(width > 0 && height > 0 && data.length === width * height * channels, `${data.length} bytes for ${width} × ${height} × ${channels}`);
}

export const FILE_TARGETS: readonly Target[] = [
  target('pdf', 'PDF files → pages, layers, records', allPdfFiles, mutatePdf),
  target('word', 'Word files → pages, records', async () => wordFiles(), mutateArchive),
  target('locked', 'Word files under a password → pages', async () => lockedFiles(), mutateLocked),
  target('pictures', 'PNG, JPEG, WebP, TIFF → pictures', async () => pictureFiles(), mutateBytes),
];
