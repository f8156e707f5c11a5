// Makes a clean page look scanned: turned by a fraction of a degree, unevenly lit, noisy, stamped with a red seal, blurred by JPEG.
// Deterministic: the same page and settings give the same pixels. It never removes words.
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';

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

/** A small linear congruential generator (Numerical Recipes): uniform in [0, 1). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function turned(page: Canvas, degrees: number): Canvas {
  const canvas = createCanvas(page.width, page.height);
  const ink = canvas.getContext('2d');
  ink.fillStyle = 'white';
  ink.fillRect(0, 0, page.width, page.height);
  ink.save();
  ink.translate(page.width / 2, page.height / 2);
  ink.rotate((degrees * Math.PI) / 180);
  ink.drawImage(page, -page.width / 2, -page.height / 2);
  ink.restore();
  return canvas;
}

function drawSeal(ink: SKRSContext2D, x: number, y: number): void {
  ink.save();
  ink.globalAlpha = 0.75;
  ink.strokeStyle = '#c8232c';
  ink.fillStyle = '#c8232c';
  for (const [radius, width] of [
    [140, 7],
    [126, 3],
    [82, 3],
  ] as const) {
    ink.lineWidth = width;
    ink.beginPath();
    ink.arc(x, y, radius, 0, 2 * Math.PI);
    ink.stroke();
  }
  ink.beginPath();
  for (let i = 0; i < 10; i++) {
    const [angle, radius] = [(i * Math.PI) / 5 - Math.PI / 2, i % 2 === 0 ? 56 : 22];
    ink.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  ink.fill();
  ink.restore();
}

/** The damaged page as a new canvas. `seal` is the centre of a round red seal in pixels, null for none. */
export function damage(page: Canvas, settings: Damage, seal: readonly [number, number] | null, seed: number): Canvas {
  const canvas = turned(page, settings.skew);
  const ink = canvas.getContext('2d');
  if (seal) drawSeal(ink, seal[0], seal[1]);
  const image = ink.getImageData(0, 0, canvas.width, canvas.height);
  const random = generator(seed);
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
