// RC4, by which Word 97 to 2003 encrypts; the cipher libraries of today leave it out, since it protects nothing any more.
//   const cipher = rc4(Buffer.from('Key')); cipher(Buffer.from('Plaintext')).toString('hex') → 'bbf316e8d940af0ad3'
// Invariant: calls go on in one key stream; encrypting and decrypting are the same.

export function rc4(key: Uint8Array): (bytes: Uint8Array) => Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number): void => {
    [state[a], state[b]] = [state[b] as number, state[a] as number];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] as number) + (key[i % key.length] as number)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return (bytes) =>
    Buffer.from(bytes).map((byte) => {
      i = (i + 1) & 255;
      j = (j + (state[i] as number)) & 255;
      swap(i, j);
      return byte ^ (state[((state[i] as number) + (state[j] as number)) & 255] as number);
    }) as Buffer;
}
