// Blowfish in cipher feedback mode, by which OpenOffice locks its texts to this day; OpenSSL has put it away.
//   blowfish(key)(vector, bytes)   → as many bytes
// Its tables are the digits of π behind the point; they are computed at the first use.
// Source: B. Schneier, "Description of a New Variable-Length Key, 64-Bit Block Cipher" (1993).

const BLOCK = 8;
const ROUNDS = 16;
const [SUBKEYS, BOX, BOXES] = [ROUNDS + 2, 256, 4];

type Decrypt = (vector: Uint8Array, bytes: Uint8Array) => Buffer;

/** `key`: 1 to 56 bytes; the vector has 8. */
export function blowfish(key: Uint8Array): Decrypt {
  const encrypt = scheduled(key);
  return (vector, bytes) => {
    const out = Buffer.alloc(bytes.length);
    const stream = Buffer.from(vector);
    for (let at = 0; at < bytes.length; at += BLOCK) {
      encrypt(stream);
      for (let n = at; n < Math.min(at + BLOCK, bytes.length); n++) out[n] = (bytes[n] as number) ^ (stream[n - at] as number);
      stream.set(bytes.subarray(at, at + BLOCK));
    }
    return out;
  };
}

/** Encrypts a block where it stands. */
type Encrypt = (block: Buffer) => void;

function scheduled(key: Uint8Array): Encrypt {
  const table = Uint32Array.from(digitsOfPi());
  for (let n = 0; n < SUBKEYS; n++) {
    for (let byte = 0; byte < 4; byte++) table[n] = (table[n] as number) ^ ((key[(n * 4 + byte) % key.length] as number) << (24 - byte * 8));
  }
  const encrypt = encryptWith(table);
  const block = Buffer.alloc(BLOCK);
  for (let n = 0; n < table.length; n += 2) {
    encrypt(block);
    table[n] = block.readUInt32BE(0);
    table[n + 1] = block.readUInt32BE(4);
  }
  return encrypt;
}

const encryptWith = (table: Uint32Array): Encrypt => {
  const at = (box: number, byte: number): number => table[SUBKEYS + box * BOX + (byte & 0xff)] as number;
  const mixed = (half: number): number => ((((at(0, half >>> 24) + at(1, half >>> 16)) | 0) ^ at(2, half >>> 8)) + at(3, half)) | 0;
  return (block) => {
    let [left, right] = [block.readUInt32BE(0), block.readUInt32BE(4)];
    for (let round = 0; round < ROUNDS; round++) {
      left ^= table[round] as number;
      [left, right] = [right ^ mixed(left), left];
    }
    block.writeUInt32BE((right ^ (table[ROUNDS + 1] as number)) >>> 0, 0);
    block.writeUInt32BE((left ^ (table[ROUNDS] as number)) >>> 0, 4);
  };
};

let digits: Uint32Array | null = null;

/** Words of 32 bits. Machin's formula: π = 16 arctan ⅕ − 4 arctan 1/239, with some bits more than are used. */
function digitsOfPi(): Uint32Array {
  if (digits) return digits;
  const [words, spare] = [SUBKEYS + BOXES * BOX, 64];
  const one = 1n << BigInt(words * 32 + spare);
  const pi = 16n * arctanOfInverse(5n, one) - 4n * arctanOfInverse(239n, one);
  const hex = ((pi - 3n * one) >> BigInt(spare)).toString(16).padStart(words * 8, '0');
  digits = Uint32Array.from({ length: words }, (_, n) => Number.parseInt(hex.slice(n * 8, n * 8 + 8), 16));
  return digits;
}

/** arctan(1/x), in parts of `one`. */
function arctanOfInverse(x: bigint, one: bigint): bigint {
  let [sum, power, n] = [0n, one / x, 1n];
  while (power > 0n) {
    sum += (n & 2n) === 0n ? power / n : -(power / n);
    power /= x * x;
    n += 2n;
  }
  return sum;
}
