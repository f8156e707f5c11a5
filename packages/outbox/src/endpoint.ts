// Who gets the records, and where waiting letters lie. One folder for each endpoint and document, one numbered file for each letter:
//   outbox/ENDPOINT/ab/RECORD-ID/000001.json      waiting; the lowest number goes first
//   outbox/ENDPOINT/ab/RECORD-ID/last             digest and number of the newest letter, so that an unchanged record is not sent twice
//   outbox/ENDPOINT/waiting/RECORD-ID             there are letters; its time says when to look
//   outbox/ENDPOINT/dead/RECORD-ID.000001.json    given up after the last try
// It sends nothing: that is deliver.ts.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VanbanError } from '@vanban/contract';
import type { Store } from '@vanban/store';
import { z } from 'zod';

const Secret = z.string().regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/u, 'must be whsec_ and 24 to 64 bytes in base64');

/**
 * An HTTPS address that takes records, with the secret that signs them (Standard Webhooks: `whsec_` and base64, 24 to 64 bytes). While a secret is being
 * exchanged both are named, the new one first. Plain HTTP only where `allowHttp` says so: a record is no secret less than its source.
 */
export const Endpoint = z
  .strictObject({
    url: z.url({ protocol: /^https?$/u }),
    secret: z.union([Secret, z.array(Secret).min(1).max(5)]),
    allowHttp: z.boolean().optional(),
  })
  .refine(({ url, allowHttp }) => allowHttp || url.startsWith('https:'), { path: ['url'], message: 'must be https, or say "allowHttp": true' });
export type Endpoint = z.infer<typeof Endpoint>;

export const secretsOf = ({ secret }: Endpoint): readonly string[] => (typeof secret === 'string' ? [secret] : secret);

export interface Outbox {
  readonly store: Store;
  readonly endpoints: readonly Endpoint[];
}

/** Reads the endpoints from a JSON file `[{ "url": …, "secret": … }]`, each address once; none where the file is missing. Throws `settings-invalid`. */
export async function openOutbox(store: Store, endpointsFile: string): Promise<Outbox> {
  const text = await readFile(endpointsFile, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]';
    throw error;
  });
  const parsed = z.array(Endpoint).safeParse(parseJson(text, endpointsFile));
  if (!parsed.success)
    throw new VanbanError(
      'settings-invalid',
      `${endpointsFile}: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`,
    );
  const urls = parsed.data.map(({ url }) => url);
  const twice = urls.find((url, index) => urls.indexOf(url) !== index);
  if (twice) throw new VanbanError('settings-invalid', `${endpointsFile}: ${twice} stands there twice; several secrets go into one entry`);
  return { store, endpoints: parsed.data };
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new VanbanError('settings-invalid', `${path} is not JSON`, { cause });
  }
}

/** The endpoint's folder is named after its address, so that a changed secret does not lose what waits. */
export function endpointFolder(outbox: Outbox, endpoint: Endpoint): string {
  return join(outbox.store.folder, 'outbox', createHash('sha256').update(endpoint.url).digest('hex').slice(0, 16));
}

export const letterFolder = (outbox: Outbox, endpoint: Endpoint, recordId: string): string =>
  join(endpointFolder(outbox, endpoint), recordId.slice(0, 2), recordId);

export const letterName = (number: number): string => `${String(number).padStart(6, '0')}.json`;
