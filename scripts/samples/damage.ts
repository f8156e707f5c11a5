// Makes a clean page look scanned: turned by a fraction of a degree, unevenly lit, noisy, stamped with a red seal, blurred by JPEG.
// Deterministic: the same page and settings give the same pixels. It never removes words.
import type { Canvas } from '@napi-rs/canvas';
import { seeded } from './random.ts';
import { turned } from './wear/geometry.ts';
import { drawSeal } from './wear/marks.ts';

export interface Damage {
  /** Degrees clockwise. */
  readonly skew: number;
  /** Standard deviation of the grey noise, 0…255. */
  readonly noise: number;
  /** How much darker the paper gets towards one corner, 0…1. */
  readonly shade: number;
  /** Share of pixels that become dark specks. */
  readonly specks: number;
}

/** The damaged page as a new canvas. `seal` is the centre of a round red seal in pixels, null for none. */
export function damage(page: Canvas, settings: Damage, seal: readonly [number, number] | null, seed: number): Canvas {
  const canvas = turned(page, settings.skew);
  const ink = canvas.getContext('2d');
  if (seal) drawSeal(ink, seal[0], seal[1]);
  const image = ink.getImageData(0, 0, canvas.width, canvas.height);
  const random = seeded(seed).next;
  for (let i = 0; i < image.data.length; i += 4) {
    const [x, y] = [(i / 4) % canvas.width, Math.floor(i / 4 / canvas.width)];
    const light = 1 - settings.shade * (x / canvas.width) * (y / canvas.height);
    const speck = random() < settings.specks ? 0.35 : 1;
    const grain = (random() + random() + random() - 1.5) * 2 * settings.noise;
    for (let c = 0; c < 3; c++) image.data[i + c] = Math.max(0, Math.min(255, ((image.data[i + c] ?? 255) * 0.93 + 10) * light * speck + grain));
  }
  ink.putImageData(image, 0, 0);
  return canvas;
}
