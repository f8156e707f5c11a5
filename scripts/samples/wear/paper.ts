// What paper, copier and scanner do to a page's pixels. Each changes the picture in place; brightness counts from 0 (black) to 255.
import type { Random } from '../random.ts';

/** Four samples a pixel: red, green, blue, opacity; values out of range are cut off when they are set. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: { readonly length: number; [index: number]: number; fill(value: number, start: number, end: number): unknown };
}

/** Every sample of the picture anew, from its value and its pixel's place. */
function eachSample(image: Pixels, change: (value: number, x: number, y: number, pixel: number) => number): void {
  const { data, width } = image;
  for (let i = 0; i < data.length; i += 4) {
    const pixel = i / 4;
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    for (let c = 0; c < 3; c++) data[i + c] = change(data[i + c] as number, x, y, pixel);
  }
}

/** Grain of the sensor, alike in the three colours. `deviation`: of the grey noise. */
export function addGrain(image: Pixels, deviation: number, random: Random): void {
  const grain = Float32Array.from(
    { length: image.width * image.height },
    () => (random.next() + random.next() + random.next() - 1.5) * 2 * deviation,
  );
  eachSample(image, (value, _x, _y, pixel) => value + (grain[pixel] as number));
}

/** The back of the sheet shining through: `back` is mirrored, `strength` 0…1. Both pictures have the same size. */
export function shineThrough(image: Pixels, back: Pixels, strength: number): void {
  const { width } = image;
  const copy = Uint8ClampedArray.from(back.data);
  eachSample(image, (value, x, y) => value * (1 - strength * (1 - (copy[4 * (y * width + (width - 1 - x))] as number) / 255)));
}

/** Toner running out: ink gets as light as `lightest`, paper as grey as `paper`. */
export function fade(image: Pixels, lightest: number, paper: number): void {
  eachSample(image, (value) => lightest + (value / 255) * (paper - lightest));
}

/** Light falling off towards one corner by `share`, and a dark band of a fold at half the height. */
export function shade(image: Pixels, share: number): void {
  const { width, height } = image;
  eachSample(image, (value, x, y) => {
    const fold = 1 - 0.25 * Math.exp(-(((y - height / 2) / 25) ** 2));
    return value * (1 - share * (x / width) * (y / height)) * fold;
  });
}

/** Thin lines down the whole page, as dirt on the glass of a sheet feeder draws them. */
export function addStreaks(image: Pixels, count: number, random: Random): void {
  const dark = new Float32Array(image.width).fill(1);
  for (let i = 0; i < count; i++) dark[random.whole(0, image.width - 1)] = random.between(0.3, 0.85);
  eachSample(image, (value, x) => value * (dark[x] as number));
}

/** Dots of one to four pixels, dark on paper and light on ink. `share`: of all pixels. */
export function addSpecks(image: Pixels, share: number, random: Random): void {
  const { width, height, data } = image;
  for (let n = Math.round(share * width * height); n > 0; n--) {
    const [x, y, value] = [random.whole(0, width - 3), random.whole(0, height - 3), random.next() < 0.8 ? 20 : 250];
    for (const [dx, dy] of random.some(
      [
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
      ] as const,
      random.whole(1, 4),
    )) {
      data.fill(value, 4 * ((y + dy) * width + x + dx), 4 * ((y + dy) * width + x + dx) + 3);
    }
  }
}
