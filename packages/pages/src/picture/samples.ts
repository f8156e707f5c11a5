// Samples in the forms that decoders hand out → PageImage.
// Invariant: what was grey comes out with one channel, what was black or white only comes out `bilevel`.
//   fromBits({ width: 8, height: 1, data: Uint8Array.of(0b10101010) }, 200).data → 255, 0, 255, 0 …
// Transparent parts are shown on white paper.
import type { PageImage } from '../image.ts';

interface Packed {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** One bit a pixel, rows padded to whole bytes, 1 is white. */
export function fromBits({ width, height, data }: Packed, dpi: number): PageImage {
  const out = new Uint8Array(width * height).fill(255);
  const stride = (width + 7) >> 3;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let at = 0; at < stride; at++) {
      const byte = data[y * stride + at] ?? 0;
      // Most bytes of a page are white.
      if (byte === 255) continue;
      for (let bit = 0, x = at * 8; bit < 8 && x < width; bit++, x++) if (((byte << bit) & 128) === 0) out[row + x] = 0;
    }
  }
  return { width, height, dpi, channels: 1, data: out, bilevel: true };
}

/** Three bytes a pixel, which are kept, not copied. */
export function fromRgb({ width, height, data }: Packed, dpi: number): PageImage {
  const bytes = new Uint8Array(data.buffer, data.byteOffset, width * height * 3);
  return isGrey(bytes, 3) ? grey(bytes, 3, width, height, dpi) : { width, height, dpi, channels: 3, data: bytes, bilevel: false };
}

/** Four bytes a pixel, the last one opacity. */
export function fromRgba({ width, height, data }: Packed, dpi: number): PageImage {
  const out = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; to < out.length; from += 4) {
    const alpha = data[from + 3] as number;
    for (let c = 0; c < 3; c++)
      out[to++] = alpha === 255 ? (data[from + c] as number) : Math.round(255 + (((data[from + c] as number) - 255) * alpha) / 255);
  }
  return isGrey(out, 3) ? grey(out, 3, width, height, dpi) : { width, height, dpi, channels: 3, data: out, bilevel: false };
}

/** One byte a pixel; notices pictures that are black and white only. */
export function fromGrey({ width, height, data }: Packed, dpi: number): PageImage {
  return grey(new Uint8Array(data.buffer, data.byteOffset, width * height), 1, width, height, dpi);
}

function isGrey(data: Uint8Array, step: number): boolean {
  for (let i = 0; i < data.length; i += step) {
    if (data[i] !== data[i + 1] || data[i] !== data[i + 2]) return false;
  }
  return true;
}

function grey(data: Uint8Array, step: number, width: number, height: number, dpi: number): PageImage {
  const out = new Uint8Array(width * height);
  let bilevel = true;
  for (let from = 0, to = 0; to < out.length; from += step, to++) {
    const value = data[from] as number;
    out[to] = value;
    if (value !== 0 && value !== 255) bilevel = false;
  }
  return { width, height, dpi, channels: 1, data: out, bilevel };
}
