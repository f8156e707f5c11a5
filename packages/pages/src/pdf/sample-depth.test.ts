import { expect, it } from 'vitest';
import { limitDepths } from './sample-depth.ts';

function limited(text: string): string {
  const bytes = Buffer.from(text, 'latin1');
  limitDepths(bytes);
  return bytes.toString('latin1');
}

it.each([
  ['/BitsPerComponent 2147483647 /W', '/BitsPerComponent 8          /W'],
  ['/BitsPerComponent\n99>>', '/BitsPerComponent\n8 >>'],
  ['/BitsPerSample 64/X', '/BitsPerSample 8 /X'],
  ['/BitsPerCoordinate 33 /BitsPerFlag 9', '/BitsPerCoordinate 8  /BitsPerFlag 8'],
])('%j: a claim that nothing has is cut down in place', (text, expected) => expect(limited(text)).toBe(expected));

it.each([
  '/BitsPerComponent 16',
  '/BitsPerComponent 1/W 99',
  '/BitsPerSample 32',
  '/BitsPerComponent 12 0 R',
  '/BitsPerComponent',
  '/BitsPerComponent -9999',
  'BitsPerComponent 99',
])('%j stays as it is', (text) => expect(limited(text)).toBe(text));
