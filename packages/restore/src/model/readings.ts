// What could have been printed where this was read? For each form the syllables that engines are known to turn into it, and how often.
// Invariant: log chances are natural logs of p(form | syllable); a form that was never seen gives nothing.
//   chancesOf('cia') → của ≈ ln 0.27, cửa …
// Format: magic "VRD1", F forms, E entries, L bytes (u32 each); classes u16 · E; costs u8 · E in 1/16 nat; entries of each form u8 · F; the forms
// as UTF-8 lines. Little endian, packed by zlib.
import { Parts, readPacked } from './packed.ts';

const MAGIC = 0x31445256;
const UNIT = 1 / 16;
const NEW_LINE = 10;

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
  const forms = new Forms(text, F);
  const starts = new Uint32Array(F + 1);
  for (let i = 0; i < F; i++) starts[i + 1] = (starts[i] as number) + (counts[i] as number);
  return {
    chancesOf: (form) => {
      const found = forms.find(form);
      if (found < 0) return null;
      const chances = new Map<number, number>();
      for (let i = starts[found] as number; i < (starts[found + 1] as number); i++) chances.set(classes[i] as number, -(costs[i] as number) * UNIT);
      return chances;
    },
  };
}

/** Lines in the order of their bytes, found by halving: a table of 60,000 strings would take longer to make than most documents need it. */
class Forms {
  readonly #text: Uint8Array;
  /** Where each line begins; one more for behind the last. */
  readonly #starts: Uint32Array;
  readonly #sought = new Uint8Array(256);
  readonly #encoder = new TextEncoder();

  constructor(text: Uint8Array, count: number) {
    this.#text = text;
    this.#starts = new Uint32Array(count + 1);
    for (let i = 1, at = 0; i < count; i++) this.#starts[i] = at = text.indexOf(NEW_LINE, at) + 1;
    this.#starts[count] = text.length + 1;
  }

  /** Index of the line, -1 where it is none. */
  find(form: string): number {
    const { read, written } = this.#encoder.encodeInto(form, this.#sought);
    if (read < form.length) return -1;
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = this.#compare(middle, written);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return -1;
  }

  /** Below 0 where the line stands before the sought bytes, above 0 where behind. */
  #compare(line: number, length: number): number {
    const from = this.#starts[line] as number;
    const size = (this.#starts[line + 1] as number) - 1 - from;
    for (let i = 0; i < size && i < length; i++) {
      const apart = (this.#text[from + i] as number) - (this.#sought[i] as number);
      if (apart !== 0) return apart;
    }
    return size - length;
  }
}
