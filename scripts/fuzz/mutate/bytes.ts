// Damage that knows nothing of a format: bits, lengths, pieces lost, doubled or taken from elsewhere.
// Invariant: the result is at most SIZE bytes; the input is not changed.
import type { Random } from '../random.ts';

const SIZE = 4 * 2 ** 20;
/** Borders of 8, 16 and 32 bits, where lengths and sides overflow. */
const BORDERS = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

export function mutateBytes(bytes: Uint8Array, random: Random, other: Uint8Array = bytes): Uint8Array {
  let result = Uint8Array.from(bytes);
  for (let left = 1 + random.int(6); left > 0; left--) result = once(result, random, other);
  return result.subarray(0, SIZE);
}

function once(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const at = placeIn(bytes, random);
  const size = 1 + random.int(random.pick([4, 64, 4096]));
  const before = bytes.subarray(0, at);
  switch (random.int(7)) {
    case 0:
      return withByte(bytes, at, (bytes[at] ?? 0) ^ (1 << random.int(8)));
    case 1:
      return withByte(bytes, at, random.int(256));
    case 2:
      return withBorder(bytes, at, random);
    case 3:
      return joined(before, bytes.subarray(at + size));
    case 4:
      return joined(before, bytes.subarray(at, at + size), bytes.subarray(at));
    case 5: {
      const from = random.int(other.length);
      return joined(before, other.subarray(from, from + size), bytes.subarray(at + (random.once(2) ? size : 0)));
    }
    default:
      return random.once(4) ? joined(before) : withByte(bytes, at, 0);
  }
}

/** Half of the damage hits the first bytes, where headers are. */
const placeIn = (bytes: Uint8Array, random: Random): number => random.int(random.once(2) ? Math.min(256, bytes.length) : bytes.length);

function withByte(bytes: Uint8Array, at: number, value: number): Uint8Array<ArrayBuffer> {
  const copy = Uint8Array.from(bytes);
  if (at < copy.length) copy[at] = value;
  return copy;
}

function withBorder(bytes: Uint8Array, at: number, random: Random): Uint8Array<ArrayBuffer> {
  const copy = Uint8Array.from(bytes);
  if (at + 4 > copy.length) return copy;
  const view = new DataView(copy.buffer);
  const value = random.pick(BORDERS);
  if (random.once(2)) view.setUint32(at, value, random.once(2));
  else view.setUint16(at, value & 0xffff, random.once(2));
  return copy;
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.concat(parts));
