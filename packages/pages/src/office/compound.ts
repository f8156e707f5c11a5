// Do the chains of a compound file (OLE: mails of Outlook, locked and old office files) end? Asked before a library follows them without counting.
// Invariant: when checkCompound returns, every chain of sectors and the tree of names end within the file; the work is linear in its size.
//   checkCompound(bytes)   throws VanbanError: input-damaged where a chain runs in a ring, into another one, or out of the file
// Source: [MS-CFB] 2.1–2.6. What the streams hold is not looked at.
import { VanbanError } from '@vanban/contract';

/** Larger values are no sectors: the end of a chain, a free one, one of the table itself. */
const LAST_SECTOR = 0xfffffffa;
/** Shorter streams lie in small sectors within the root's stream. */
const SMALL_STREAM = 4096;
const [HEADER_ENTRIES, ENTRY] = [109, 128];

export function checkCompound(bytes: Uint8Array): void {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.length < 512) throw broken('shorter than its header');
  const sector = 1 << view.readUInt16LE(30);
  if (sector !== 512 && sector !== 4096) throw broken(`sectors of ${sector} bytes`);
  const sectors = tableOf(view, sector);
  const small = chainBytes(view, sector, sectors.walk(view.readUInt32LE(60)));
  const entries = entriesOf(chainBytes(view, sector, sectors.walk(view.readUInt32LE(48))));
  const smallSectors = walker(small);
  for (const { isRoot, start, size } of entries.filter((entry) => entry.size > 0)) {
    if (isRoot || size >= SMALL_STREAM) sectors.walk(start);
    else smallSectors.walk(start);
  }
  checkTree(entries);
}

const broken = (what: string): VanbanError => new VanbanError('input-damaged', `The compound file is broken: ${what}.`);

interface Walker {
  /** The sectors of the chain that begins there. A sector belongs to one chain at most. */
  walk(start: number): number[];
}

/** `table` says for each sector which one follows, 32 bits each. */
function walker(table: Buffer): Walker {
  const seen = new Set<number>();
  return {
    walk(start) {
      const chain: number[] = [];
      for (let at = start; at < LAST_SECTOR; at = table.readUInt32LE(at * 4)) {
        if (at * 4 + 4 > table.length) throw broken('a chain leads out of it');
        if (seen.has(at)) throw broken('a chain meets itself or another one');
        seen.add(at);
        chain.push(at);
      }
      return chain;
    },
  };
}

/** The table's own sectors stand in the header and, in large files, in a chain of sectors whose last value leads to the next. */
function tableOf(view: Buffer, sector: number): Walker {
  const places = Array.from({ length: HEADER_ENTRIES }, (_, index) => view.readUInt32LE(76 + index * 4));
  const seen = new Set<number>();
  for (let at = view.readUInt32LE(68); at < LAST_SECTOR; ) {
    if (seen.has(at)) throw broken('its table runs in a ring');
    seen.add(at);
    const more = chainBytes(view, sector, [at]);
    if (more.length < sector) throw broken('its table leads out of it');
    for (let index = 0; index < sector - 4; index += 4) places.push(more.readUInt32LE(index));
    at = more.readUInt32LE(sector - 4);
  }
  const used = places.filter((place) => place < LAST_SECTOR);
  if (used.length > view.length / sector) throw broken('its table is larger than itself');
  return walker(chainBytes(view, sector, used));
}

/** The first sector lies behind the header, which takes one. */
const chainBytes = (view: Buffer, sector: number, chain: readonly number[]): Buffer =>
  Buffer.concat(chain.map((at) => view.subarray((at + 1) * sector, (at + 2) * sector)));

interface Name {
  readonly isRoot: boolean;
  readonly start: number;
  readonly size: number;
  /** Left, right and child. */
  readonly links: readonly number[];
}

const entriesOf = (directory: Buffer): Name[] =>
  Array.from({ length: Math.floor(directory.length / ENTRY) }, (_, index) => {
    const entry = directory.subarray(index * ENTRY, (index + 1) * ENTRY);
    const type = entry[66];
    const isUsed = type === 1 || type === 2 || type === 5;
    return {
      isRoot: type === 5,
      start: entry.readUInt32LE(116),
      size: type === 2 || type === 5 ? entry.readUInt32LE(120) : 0,
      links: isUsed ? [68, 72, 76].map((at) => entry.readUInt32LE(at)).filter((id) => id < LAST_SECTOR) : [],
    };
  });

/** Each name hangs on one other at most, and the root on none: so there is no ring. */
function checkTree(entries: readonly Name[]): void {
  const hung = new Set([0]);
  for (const id of entries.flatMap(({ links }) => links)) {
    if (id >= entries.length) throw broken('a name leads out of it');
    if (hung.has(id)) throw broken('its names run in a ring');
    hung.add(id);
  }
}
