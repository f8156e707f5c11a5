// What could have been printed where this was read? For each form the syllables that engines are known to turn into it, and how often.
// Invariant: log chances are natural logs of p(form | syllable); a form that was never seen gives nothing.
//   chancesOf('cia') → của ≈ ln 0.27, cửa …
// Format: magic "VRD1", F forms, E entries, L bytes (u32 each); classes u16 · E; costs u8 · E in 1/16 nat; entries of each form u8 · F; the forms
// as UTF-8 lines. Little endian, packed by zlib.
import { Parts, readPacked } from './packed.ts';

const MAGIC = 0x31445256;
const UNIT = 1 / 16;

export interface Readings {
  /** Class → log chance; null where the form is not known. `form` in lower case. */
  chancesOf(form: string): ReadonlyMap<number, number> | null;
}

export async function readReadings(path: string): Promise<Readings> {
  return readingsOf(await readPacked(path), path);
}

/** `bytes` is the unpacked file. */
export function readingsOf(bytes: Uint8Array, path = 'readings.bin'): Readings {
  const parts = new Parts(bytes, path, MAGIC);
  const [F, E, L] = [parts.u32(), parts.u32(), parts.u32()];
  const classes = new Uint16Array(Uint8Array.from(parts.bytes(2 * E)).buffer);
  const [costs, counts, text] = [parts.bytes(E), parts.bytes(F), parts.bytes(L)];
  parts.end();
  const forms = new TextDecoder().decode(text).split('\n');
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
