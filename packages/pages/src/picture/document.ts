// A file that is a picture (PNG, JPEG, WebP, TIFF with one or many pages) as a source.
// Invariant: the size is looked at before anything is decoded; photographs are turned as their EXIF says; transparent parts are white.
//   const source = await openPicture(bytes, 'image/tiff', { limits });
import type { Warning } from '@vanban/contract';
import { reasonOf, VanbanError } from '@vanban/contract';
import sharp, { type Metadata, type Sharp } from 'sharp';
import type { PageImage } from '../image.ts';
import { guessDpi } from '../image.ts';
import type { Limits, PageContent, SourceDocument, SourceOptions } from '../source.ts';
import { fromGrey, fromRgb } from './samples.ts';

export async function openPicture(bytes: Uint8Array, mediaType: string, { limits }: SourceOptions): Promise<SourceDocument> {
  const facts = await inspect(bytes, limits);
  const pageCount = mediaType === 'image/tiff' ? (facts.pages ?? 1) : 1;
  if (pageCount > limits.maxPages) throw new VanbanError('input-too-many-pages', `${pageCount} pages, at most ${limits.maxPages} are allowed.`);
  return {
    mediaType,
    pageCount,
    warnings: [],
    page: (number) => pageOf(bytes, number, limits),
    view: async (number) => (await imageOf(bytes, number, limits)).image,
    close: async () => {},
  };
}

async function inspect(bytes: Uint8Array, limits: Limits, page = 0): Promise<Metadata> {
  const facts = await reader(bytes, page)
    .metadata()
    .catch((cause: unknown) => {
      throw new VanbanError('input-damaged', reasonOf(cause), { cause });
    });
  const pixels = facts.width * facts.height;
  if (pixels > limits.maxPixels) {
    throw new VanbanError('input-too-many-pixels', `${facts.width} × ${facts.height} pixels, at most ${limits.maxPixels} are allowed.`, {
      page: page + 1,
    });
  }
  return facts;
}

type Care = 'error' | 'none';

const reader = (bytes: Uint8Array, page: number, failOn: Care = 'none'): Sharp =>
  sharp(bytes, { page, limitInputPixels: false, failOn, sequentialRead: true });

async function pageOf(bytes: Uint8Array, number: number, limits: Limits): Promise<PageContent> {
  const { image, warnings } = await imageOf(bytes, number, limits);
  return { kind: 'image', number, image, notes: [], warnings };
}

/** A picture cut short still shows its upper part: it is read as far as it goes, with a warning. */
async function imageOf(bytes: Uint8Array, number: number, limits: Limits): Promise<{ image: PageImage; warnings: Warning[] }> {
  const facts = await inspect(bytes, limits, number - 1);
  try {
    return { image: await decode(bytes, number, facts, 'error'), warnings: [] };
  } catch (first) {
    const message = `The picture is damaged and was read as far as it goes. ${first instanceof Error ? first.message : ''}`.trim();
    const image = await decode(bytes, number, facts, 'none').catch((cause: unknown) => {
      throw new VanbanError('input-damaged', reasonOf(cause), { cause, page: number });
    });
    return { image, warnings: [{ code: 'source-repaired', message, page: number }] };
  }
}

async function decode(bytes: Uint8Array, number: number, facts: Metadata, care: Care): Promise<PageImage> {
  const grey = facts.channels === 1 || facts.space === 'b-w' || facts.space === 'grey16';
  const pipeline = reader(bytes, number - 1, care)
    .autoOrient()
    .flatten({ background: 'white' });
  const { data, info } = await (grey ? pipeline.toColourspace('b-w') : pipeline.toColourspace('srgb'))
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const packed = { width: info.width, height: info.height, data };
  const dpi = dpiOf(facts, info.width, info.height);
  return info.channels === 1 ? fromGrey(packed, dpi) : fromRgb(packed, dpi);
}

/** What the file says, if a sheet of that size could lie on a scanner (shorter side 3 to 17 inches); cameras write 72 whatever they took. */
function dpiOf(facts: Metadata, width: number, height: number): number {
  const said = facts.density ?? 0;
  const inches = Math.min(width, height) / said;
  return said > 50 && inches >= 3 && inches <= 17 && !(said === 72 && inches > 9) ? Math.round(said) : guessDpi(width, height);
}
