// One letter: a record on its way to one endpoint, with what was tried so far.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readFileOrNull } from '@vanban/store';
import { z } from 'zod';
import { letterName } from './endpoint.ts';

export const Letter = z.strictObject({
  /** Standard Webhooks message id: the same on every try, so that a receiver can drop what it has had. */
  id: z.string(),
  type: z.enum(['record.created', 'record.updated']),
  recordId: z.string(),
  digest: z.string(),
  createdAt: z.iso.datetime(),
  attempts: z.int().min(0),
  notBefore: z.iso.datetime(),
  lastFault: z.string().nullable(),
  /** The body as it will be sent, byte for byte. */
  body: z.string(),
});
export type Letter = z.infer<typeof Letter>;

/** Numbers of the letters that wait in a folder, lowest first. */
export async function waitingNumbers(folder: string): Promise<number[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [] as string[];
    throw error;
  });
  return names.flatMap((name) => (/^\d{6,}\.json$/u.test(name) ? [Number.parseInt(name, 10)] : [])).sort((a, b) => a - b);
}

/** Null where the file is gone (delivered meanwhile). */
export async function readLetter(folder: string, number: number): Promise<Letter | null> {
  const bytes = await readFileOrNull(join(folder, letterName(number)));
  return bytes === null ? null : Letter.parse(JSON.parse(bytes.toString('utf8')));
}

interface Newest {
  readonly number: number;
  readonly digest: string;
  /** True where it is still to be sent. */
  readonly waits: boolean;
}

/** The last letter that was ever written about a document; null where there was none. */
export async function newestLetter(folder: string): Promise<Newest | null> {
  const text = await readFileOrNull(join(folder, 'last'));
  const last = text === null ? null : (JSON.parse(text.toString('utf8')) as Pick<Newest, 'number' | 'digest'>);
  const number = (await waitingNumbers(folder)).at(-1) ?? 0;
  if (last && number <= last.number) return { ...last, waits: number === last.number };
  if (number === 0) return null;
  const letter = await readLetter(folder, number);
  return { number, digest: letter?.digest ?? '', waits: letter !== null };
}
