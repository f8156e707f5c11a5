import { expect, test } from 'vitest';
import type { PageImage } from '../image.ts';
import { findComponents } from './components.ts';
import { toGrey } from './grey.ts';
import { scaleFor, scaleGrey } from './scale.ts';
import { quarterTurn, straighten } from './turn.ts';

const grey = (width: number, height: number, data: readonly number[]): PageImage => ({
  width,
  height,
  dpi: 200,
  channels: 1,
  data: Uint8Array.from(data),
  bilevel: false,
});

test('components: diagonal neighbours hang together, separate pieces do not', () => {
  const ink = Uint8Array.from([1, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 1]);
  const { count, boxes, areas } = findComponents(ink, 4, 3);
  expect(count).toBe(3);
  expect([...areas]).toEqual([2, 1, 1]);
  expect([...boxes.subarray(0, 4)]).toEqual([0, 0, 2, 2]);
});

test('components: two arms that meet below are one piece', () => {
  const ink = Uint8Array.from([1, 0, 1, 1, 0, 1, 1, 1, 1]);
  expect(findComponents(ink, 3, 3).count).toBe(1);
});

test('scaling down averages areas, so the mean grey stays', () => {
  const image = grey(
    6,
    6,
    Array.from({ length: 36 }, (_, i) => (i * 37) % 256),
  );
  const small = scaleGrey(image, 0.5);
  const mean = (data: Uint8Array): number => data.reduce((sum, value) => sum + value, 0) / data.length;
  expect([small.width, small.height, small.dpi]).toEqual([3, 3, 100]);
  expect(Math.abs(mean(small.data) - mean(image.data))).toBeLessThan(1);
});

test('resolutions: 200 stays, 300 shrinks, a fax of 72 grows, 150 stays', () => {
  expect([200, 300, 150].map(scaleFor)).toEqual([1, 2 / 3, 1]);
  expect(scaleFor(72)).toBeGreaterThan(1.9);
});

test('quarter turns move pixels clockwise and four of them change nothing', () => {
  const image = grey(2, 1, [1, 2]);
  expect(quarterTurn(image, 90)).toMatchObject({ width: 1, height: 2, data: Uint8Array.of(1, 2) });
  expect(quarterTurn(image, 180).data).toEqual(Uint8Array.of(2, 1));
  expect(quarterTurn(image, 270).data).toEqual(Uint8Array.of(2, 1));
  let turned = image;
  for (let i = 0; i < 4; i++) turned = quarterTurn(turned, 90);
  expect(turned).toEqual(image);
});

test('straightening by nothing is free; corners are filled with white', () => {
  const image = grey(20, 20, Array(400).fill(0));
  expect(straighten(image, 0)).toBe(image);
  expect(straighten(image, 10).data[0]).toBe(255);
});

test('black print under colour stays dark, colour alone fades, grey stays', () => {
  const colours = [
    [220, 40, 50],
    [60, 20, 25],
    [90, 90, 90],
  ];
  // Wide fields, so that each colour has blocks of its own, among a page of white.
  const width = 200;
  const data = new Uint8Array(width * 40 * 3).fill(255);
  colours.forEach((colour, k) => {
    for (let y = 10; y < 30; y++) for (let x = 10 + k * 40; x < 30 + k * 40; x++) data.set(colour, (y * width + x) * 3);
  });
  const out = toGrey({ width, height: 40, dpi: 200, channels: 3, data, bilevel: false });
  const at = (k: number): number => out.data[20 * width + 20 + k * 40] as number;
  expect(at(0)).toBe(255);
  expect(at(1)).toBeLessThan(100);
  expect(at(2)).toBe(90);
});
