// A photograph in HEIC (HEVC inside HEIF), as iPhones make them, as a source; several pictures in one file are its pages.
// Invariant: sizes are read from the file's boxes and checked before anything is decoded. The file's own turning (irot, imir) is applied by the
// decoder; EXIF repeats it there and is not applied again.
//   const source = await openHeic(bytes, { limits });
// libheif with libde265 in WebAssembly (LGPL-3.0) is loaded when the first such file comes: it costs a second and 30 MB.
import { createRequire } from 'node:module';
import { reasonOf, VanbanError } from '@vanban/contract';
import { guessDpi, type PageImage } from '../image.ts';
import type { Limits, SourceDocument, SourceOptions } from '../source.ts';
import { fromRgba } from './samples.ts';

interface Rgba {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

interface HeifImage {
  get_width(): number;
  get_height(): number;
  /** Calls back with null where it cannot be decoded. */
  display(into: Rgba, done: (image: Rgba | null) => void): void;
  free(): void;
}

interface Libheif {
  readonly ready: Promise<unknown>;
  readonly HeifDecoder: new () => { readonly decoder: { delete(): void } | null; decode(bytes: Uint8Array): HeifImage[] };
}

export async function openHeic(bytes: Uint8Array, { limits }: SourceOptions): Promise<SourceDocument> {
  const pageCount = await withImages(bytes, limits, async (images) => images.length);
  const imageOf = (number: number): Promise<PageImage> => withImages(bytes, limits, (images) => decode(images[number - 1], number));
  return {
    mediaType: 'image/heic',
    pageCount,
    warnings: [],
    page: async (number) => ({ kind: 'image', number, image: await imageOf(number), notes: [], warnings: [] }),
    view: imageOf,
    close: async () => {},
  };
}

/** The pictures are gone when `work` has ended. */
async function withImages<T>(bytes: Uint8Array, limits: Limits, work: (images: readonly HeifImage[]) => Promise<T>): Promise<T> {
  const libheif = await load();
  const decoder = new libheif.HeifDecoder();
  const images = parse(decoder, bytes);
  try {
    if (images.length === 0) throw new VanbanError('input-damaged', 'The HEIC file holds no picture that can be found.');
    if (images.length > limits.maxPages) throw new VanbanError('input-too-many-pages', `${images.length} pictures, at most ${limits.maxPages}.`);
    for (const [index, image] of images.entries()) checkSize(image, index + 1, limits);
    return await work(images);
  } finally {
    for (const image of images) image.free();
    decoder.decoder?.delete();
  }
}

function parse(decoder: { decode(bytes: Uint8Array): HeifImage[] }, bytes: Uint8Array): HeifImage[] {
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new VanbanError('input-damaged', reasonOf(cause), { cause });
  }
}

function checkSize(image: HeifImage, page: number, { maxPixels }: Limits): void {
  const [width, height] = [image.get_width(), image.get_height()];
  if (width * height > maxPixels)
    throw new VanbanError('input-too-many-pixels', `${width} × ${height} pixels, at most ${maxPixels} are allowed.`, { page });
}

async function decode(image: HeifImage | undefined, page: number): Promise<PageImage> {
  if (!image) throw new VanbanError('page-failed', `There is no page ${page}.`, { page });
  const [width, height] = [image.get_width(), image.get_height()];
  const into = { data: new Uint8ClampedArray(width * height * 4), width, height };
  const shown = await new Promise<Rgba | null>((resolve) => image.display(into, resolve));
  if (!shown) throw new VanbanError('input-damaged', 'The HEIC picture cannot be decoded.', { page });
  return fromRgba(shown, guessDpi(width, height));
}

let loaded: Libheif | null = null;

async function load(): Promise<Libheif> {
  loaded ??= createRequire(import.meta.url)('libheif-js/wasm-bundle') as Libheif;
  await loaded.ready;
  return loaded;
}
