// What a source is once it is open: a count of pages and a way to get each. Every kind of file ends in this one form.
// Invariant: pages are independent of each other and of the order in which they are asked for; nothing of a page is kept after it was handed out.
//   const source = await openSource('cv-266.pdf', { limits: DEFAULT_LIMITS });
//   for (let n = 1; n <= source.pageCount; n++) await source.page(n);
// Opening and the kinds of files are in open.ts.
import type { Box, PageReading, TextBlock, Warning, Word } from '@vanban/contract';
import type { PageImage } from './image.ts';

/** What an input may cost at most. */
export interface Limits {
  readonly maxPages: number;
  readonly maxBytes: number;
  /** Of one page's picture, as stored and as rendered. */
  readonly maxPixels: number;
}

/** A 600 dpi A3 page has 70 million pixels. */
export const DEFAULT_LIMITS: Limits = { maxPages: 2000, maxBytes: 512 * 2 ** 20, maxPixels: 100_000_000 };

/** A page that could be read as it is (a sound text layer, plain text), or a picture that needs recognition. */
export type PageContent = ReadPage | ImagePage;

export interface ReadPage {
  readonly kind: 'read';
  readonly reading: PageReading;
  /** Pictures between the text, which may hold text of their own: see readPictures. */
  readonly pictures?: readonly EmbeddedPicture[];
}

export interface EmbeddedPicture {
  readonly image: PageImage;
  /** Where it stands, in pixels of the reading. */
  readonly box: Box;
}

export interface ImagePage {
  readonly kind: 'image';
  /** 1-based. */
  readonly number: number;
  /** Turned by the file's own rotation (the PDF's /Rotate, a photograph's EXIF), not yet by what the eye sees. */
  readonly image: PageImage;
  /** Typed text that lies over the picture (a signature's caption, a note), in the picture's pixels. */
  readonly notes: readonly TextBlock[];
  /** What an older text layer says of the picture: see mergeLayer. Its words' confidence is the share of Vietnamese syllables among them. */
  readonly layer?: readonly Word[];
  readonly warnings: readonly Warning[];
}

export interface SourceDocument {
  /** By content, never by name: `application/pdf`, `image/tiff` … */
  readonly mediaType: string;
  readonly pageCount: number;
  /** About the whole document: repaired structure, parts left out. */
  readonly warnings: readonly Warning[];
  /** `number` is 1-based. Throws VanbanError: page-failed, input-too-many-pixels, input-damaged. */
  page(number: number): Promise<PageContent>;
  /** The page as a person sees it (annotations painted), not turned further; null for plain text. For pictures that explain, not for reading. */
  view(number: number, dpi: number): Promise<PageImage | null>;
  close(): Promise<void>;
}

export interface SourceOptions {
  readonly limits: Limits;
  /** Tried in order when a document asks for one. */
  readonly passwords?: readonly string[];
  readonly office?: OfficeOptions;
}

/** How documents are read that need LibreOffice. */
export interface OfficeOptions {
  /** Its program; null: the one that the machine has. */
  readonly program?: string | null;
  readonly seconds?: number;
  /** Where the converted document is kept, so that it is converted once; null: nowhere. */
  readonly convertedFile?: string | null;
}
