// The parts of an office file, which is a ZIP archive.
// Invariant: only parts that are asked for are unpacked, each at most LIMIT bytes; names are looked up, never used as paths.
//   const archive = openArchive(bytes); archive.part('word/document.xml')
import { reasonOf, VanbanError } from '@vanban/contract';
import { unzipSync } from 'fflate';

/** Bytes of one unpacked part: some 5,000 pages of text, which become ten times as much memory as a tree. */
const LIMIT = 32 * 2 ** 20;

export interface Archive {
  readonly names: readonly string[];
  /** Null where there is no such part. */
  part(name: string): Uint8Array | null;
}

export function openArchive(bytes: Uint8Array): Archive {
  const sizes = new Map<string, number>();
  read(bytes, ({ name, originalSize }) => {
    sizes.set(name, originalSize);
    return false;
  });
  return {
    names: [...sizes.keys()],
    part: (name) => {
      const size = sizes.get(name);
      if (size === undefined) return null;
      if (size > LIMIT) throw new VanbanError('input-too-large', `${name} unpacks to ${size} bytes.`);
      return read(bytes, (file) => file.name === name)[name] ?? null;
    },
  };
}

function read(bytes: Uint8Array, filter: (file: { name: string; originalSize: number }) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (cause) {
    throw new VanbanError('input-damaged', reasonOf(cause), { cause });
  }
}
