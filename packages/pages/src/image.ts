// The picture of one page, decoded: what OCR and clean-up work on.
// Invariant: row-major, 8 bits a sample, origin top left, 0 is black and 255 is white; `data.length === width * height * channels`.
//   { width: 1654, height: 2339, dpi: 200, channels: 1, data, bilevel: true }   an A4 page from a 1-bit scan
// It knows no file formats; raster.ts decodes those, pdf/ makes pictures of PDF pages.

export interface PageImage {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels an inch: what the source says, else guessed from the size of a sheet. */
  readonly dpi: number;
  /** 1: grey. 3: red, green, blue. */
  readonly channels: 1 | 3;
  readonly data: Uint8Array;
  /** True where the source held one bit a pixel: every sample is 0 or 255. */
  readonly bilevel: boolean;
}

/** A4 is 8.27 inches wide: what a page's resolution must be if the file does not say. Landscape pages count by their shorter side. */
export function guessDpi(width: number, height: number): number {
  return Math.min(1200, Math.max(72, Math.round(Math.min(width, height) / 8.27)));
}
