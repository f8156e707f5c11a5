import { describe, expect, it } from 'vitest';
import { drawPlaces } from './places.ts';

/** A white page with one black pixel column at the left edge. */
function picture(width: number, height: number): { width: number; height: number; channels: 1; data: Uint8Array } {
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y++) data[y * width] = 0;
  return { width, height, channels: 1, data };
}

const pixel = (canvas: ReturnType<typeof drawPlaces>, x: number, y: number): number[] => [
  ...canvas.getContext('2d').getImageData(x, y, 1, 1).data.slice(0, 3),
];

describe('drawPlaces', () => {
  it('frames the box in its colour and leaves the rest alone', () => {
    const canvas = drawPlaces({ image: picture(200, 300), turn: 0, width: 200 }, [{ box: [50, 100, 150, 120], colour: '#ff0000', label: '' }]);
    expect(pixel(canvas, 47, 110)).toEqual([255, 0, 0]);
    expect(pixel(canvas, 100, 200)).toEqual([255, 255, 255]);
    expect(pixel(canvas, 0, 200)).toEqual([0, 0, 0]);
  });

  it('turns the page upright first: what was left is on top after a quarter turn', () => {
    const canvas = drawPlaces({ image: picture(200, 300), turn: 90, width: 300 }, []);
    expect([canvas.width, canvas.height]).toEqual([300, 200]);
    expect(pixel(canvas, 150, 0)).toEqual([0, 0, 0]);
    expect(pixel(canvas, 0, 100)).toEqual([255, 255, 255]);
  });

  it('scales boxes with the picture', () => {
    const canvas = drawPlaces({ image: picture(400, 600), turn: 0, width: 800 }, [{ box: [400, 400, 600, 440], colour: '#00ff00', label: '' }], 200);
    expect(canvas.width).toBe(200);
    expect(pixel(canvas, 100 - 3, 105)[1]).toBeGreaterThan(200);
    expect(pixel(canvas, 100 - 3, 105)[0]).toBeLessThan(120);
  });
});
