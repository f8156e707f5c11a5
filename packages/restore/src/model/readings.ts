// What could have been printed where this was read? For each form the syllables that engines are known to turn into it, and how often.
// Invariant: log chances are natural logs of p(form | syllable); a form that was never seen gives nothing.
//   chancesOf('cia') → của ≈ ln 0.27, cửa …
// Format: magic "VRD1", F forms, E entries, L bytes (u32 each); classes u16 · E; costs u8 · E in 1/16 nat; entries of each form u8 · F; the forms
// as UTF-8 lines. Little endian.
import { readFile } from 'node:fs/promises';
import { VanbanError } from '@vanban/contract';

const MAGIC = 0x31445256;
const UNIT = 1 / 16;

export interface Readings {
  /** Class → log chance; null where the form is not known. `form` in lower case. */
  chancesOf(form: string): ReadonlyMap<number, number> | null;
}

export async function readReadings(path: string): Promise<Readings> {
  const file = await readFile(path);
  return readingsOf(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer, path);
}

export function readingsOf(buffer: ArrayBuffer, path = 'readings.bin'): Readings {
  const [magic, F, E, L] = new Uint32Array(buffer, 0, 4) as unknown as [number, number, number, number];
  if (magic !== MAGIC || buffer.byteLength !== 16 + 3 * E + F + L)
    throw new VanbanError('engine-missing', `${path} is no table of readings of this version`);
  const classes = new Uint16Array(buffer, 16, E);
  const costs = new Uint8Array(buffer, 16 + 2 * E, E);
  const counts = new Uint8Array(buffer, 16 + 3 * E, F);
  const forms = new TextDecoder().decode(new Uint8Array(buffer, 16 + 3 * E + F, L)).split('\n');
  const starts = new Map<string, { readonly from: number; readonly to: number }>();
  let from = 0;
  forms.forEach((form, i) => {
    const to = from + (counts[i] as number);
    starts.set(form, { from, to });
    from = to;
  });
  return {
    chancesOf: (form) => {
      const part = starts.get(form);
      if (part === undefined) return null;
      const chances = new Map<number, number>();
      for (let i = part.from; i < part.to; i++) chances.set(classes[i] as number, -(costs[i] as number) * UNIT);
      return chances;
    },
  };
}
