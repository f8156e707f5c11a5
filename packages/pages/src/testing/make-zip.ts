// ZIP archives written by hand, so that each can be wrong in one way: names that zip programs refuse, links, ciphers, overlapping files, false sizes.
//   makeZip([{ name: 'a/cv.txt', data: Buffer.from('…') }])
import { crc32, deflateRawSync } from 'node:zlib';

interface TestMember {
  /** As text it is written in UTF-8 and says so; as bytes it says nothing. */
  readonly name: string | Uint8Array;
  readonly data: Uint8Array;
  /** Of Unix, with the file's kind: 0o120777 is a link. */
  readonly mode?: number;
  /** What the directory says instead of the true size. */
  readonly claims?: number;
  /** What stands for the check sum. */
  readonly crc?: number;
  /** The password of the old cipher. */
  readonly password?: string;
}

export function makeZip(members: readonly TestMember[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const { local, central } = records(member, offset);
    parts.push(local);
    directory.push(central);
    offset += local.length;
  }
  const size = directory.reduce((sum, record) => sum + record.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

function records({ name, data, mode = 0o100644, claims = data.length, crc = crc32(data), password }: TestMember, offset: number) {
  const title = Buffer.from(name as string);
  const packed = password === undefined ? deflateRawSync(data) : encrypt(deflateRawSync(data), password, crc);
  const flags = (typeof name === 'string' ? 0x800 : 0) | (password === undefined ? 0 : 1);
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(flags, 2);
  facts.writeUInt16LE(8, 4);
  facts.writeUInt32LE(0x5a210000, 6);
  facts.writeUInt32LE(crc, 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(claims, 18);
  facts.writeUInt16LE(title.length, 22);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(mode * 0x10000, 6);
  tail.writeUInt32LE(offset, 10);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), facts, title, packed]);
  return { local, central: Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0003', 'latin1'), facts, tail, title]) };
}

/** The cipher of the first ZIP programs: three keys that every byte moves on; the last of 12 bytes before the data is the check sum's highest. */
function encrypt(data: Buffer, password: string, crc: number): Buffer {
  const keys: [number, number, number] = [0x12345678, 0x23456789, 0x34567890];
  const step = (old: number, byte: number): number => ~crc32(Buffer.of(byte), ~old >>> 0) >>> 0;
  const move = (byte: number): void => {
    keys[0] = step(keys[0], byte);
    keys[1] = (Math.imul((keys[1] + (keys[0] & 255)) >>> 0, 134775813) + 1) >>> 0;
    keys[2] = step(keys[2], keys[1] >>> 24);
  };
  for (const byte of Buffer.from(password)) move(byte);
  const plain = Buffer.concat([Buffer.alloc(11, 7), Buffer.of(crc >>> 24), data]);
  return Buffer.from(
    plain.map((byte) => {
      const mask = (keys[2] | 2) & 0xffff;
      const out = byte ^ ((Math.imul(mask, mask ^ 1) >>> 8) & 255);
      move(byte);
      return out;
    }),
  );
}
