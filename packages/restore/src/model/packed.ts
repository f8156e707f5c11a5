// Opens the compressed tables of the model and takes their parts out in order.
// Invariant: a file that is cut short or of another kind is an error that names it; numbers come back as scripts/train-restorer wrote them.
//   Bytes 5, 192, 7 for two numbers → 5, 199: from 192 on a byte holds the high part, and the low byte stands behind all of them.
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { VanbanError } from '@vanban/contract';

const ESCAPE = 192;
const ROOM = 65536;

/** A zlib file's content. */
export async function readPacked(path: string): Promise<Uint8Array> {
  const file = await readFile(path);
  // One piece large enough for all of it: by default it comes in a thousand pieces, which are then copied together.
  return promisify(inflate)(file, { chunkSize: 2 * file.length + ROOM }).catch((cause: unknown) => {
    throw new VanbanError('engine-missing', `${path} is damaged`, { cause });
  });
}

export class Parts {
  readonly #bytes: Uint8Array;
  readonly #name: string;
  #at = 0;

  /** `magic` is the first u32, little endian. */
  constructor(bytes: Uint8Array, name: string, magic: number) {
    this.#bytes = bytes;
    this.#name = name;
    if (bytes.length < 4 || this.u32() !== magic) throw this.#damaged();
  }

  u32(): number {
    const part = this.bytes(4);
    return new DataView(part.buffer, part.byteOffset, 4).getUint32(0, true);
  }

  /** The next `count` bytes as they stand. */
  bytes(count: number): Uint8Array {
    const from = this.#at;
    this.#at += count;
    if (this.#at > this.#bytes.length) throw this.#damaged();
    return this.#bytes.subarray(from, this.#at);
  }

  numbers(count: number): Uint16Array {
    const bytes = this.bytes(count);
    let long = 0;
    for (let i = 0; i < count; i++) if ((bytes[i] as number) >= ESCAPE) long++;
    const low = this.bytes(long);
    const numbers = new Uint16Array(count);
    for (let i = 0, next = 0; i < count; i++) {
      const high = bytes[i] as number;
      numbers[i] = high < ESCAPE ? high : ESCAPE + (high - ESCAPE) * 256 + (low[next++] as number);
    }
    return numbers;
  }

  /** All must have been taken. */
  end(): void {
    if (this.#at !== this.#bytes.length) throw this.#damaged();
  }

  #damaged(): VanbanError {
    return new VanbanError('engine-missing', `${this.#name} is damaged or not of this version`);
  }
}
