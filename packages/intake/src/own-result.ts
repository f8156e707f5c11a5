// Which files did this program write itself? A folder that is taken whole may hold the results of an earlier run; they are no documents.
//   await isOwnResult('scans/out/cv.json')            → true: a record
//   await isOwnResult('scans/cv.searchable.pdf')      → true where the record cv.json lies beside it
import { open } from 'node:fs/promises';

const RECORD = '.json';
const COPY = '.searchable.pdf';

/** By its name and first bytes. False for what cannot be read. */
export async function isOwnResult(path: string): Promise<boolean> {
  const record = path.endsWith(COPY) ? path.slice(0, -COPY.length) + RECORD : path;
  return record.endsWith(RECORD) && (await idInFile(record).catch(() => null)) !== null;
}

const HEAD_BYTES = 512;

/** The record's id from the first bytes of its file; null for any other file. */
export async function idInFile(path: string): Promise<string | null> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    // `"id": "9f2c…"`; not `"clauseId": …` or a shorter id.
    return /"id":\s*"([0-9a-f]{64})"/u.exec(buffer.toString('utf8', 0, bytesRead))?.[1] ?? null;
  } finally {
    await file.close();
  }
}
