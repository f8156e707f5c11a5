// What may an operator set? One object, parsed once and frozen: defaults ← vanban.config.json in the workspace ← VANBAN_* ← flags.
//   loadSettings({ file: { maxPages: 500 }, env: { VANBAN_PAGE_SECONDS: '60' }, flags: { workers: 2 } })
// maxPages is VANBAN_MAX_PAGES in the environment. Unknown names in the file or the flags, and values out of range, throw `settings-invalid` with the name.
// It does not say where the workspace is: that is decided before the settings are read.
import { readFile } from 'node:fs/promises';
import { VanbanError } from '@vanban/contract';
import { z } from 'zod';

const count = (fallback: number, most: number) => z.coerce.number().int().min(1).max(most).default(fallback);
const orAuto = (most: number) => z.coerce.number().int().min(0).max(most).default(0);
const path = z.string().min(1).nullable().default(null);
const lines = z.preprocess((value) => (typeof value === 'string' ? value.split('\n').filter(Boolean) : value), z.array(z.string()).default([]));
const yesNo = z.union([z.boolean(), z.enum(['1', '0', 'true', 'false']).transform((word) => word === '1' || word === 'true')]);

export const Settings = z.strictObject({
  maxPages: count(2000, 100_000).describe('Pages that one document may have'),
  maxBytes: count(512 * 2 ** 20, 2 ** 40).describe('Bytes that one file may have'),
  maxPixels: count(100_000_000, 2 ** 31).describe('Pixels of one page image'),
  pageSeconds: count(120, 3600).describe('Seconds for one page before it is stopped'),
  documentSeconds: count(600, 36_000).describe('Seconds for one step on a whole document before it is stopped'),
  attempts: count(2, 10).describe('How often a page is tried whose process died or took too long'),
  workers: orAuto(512).describe('Processes that read pages; 0: by cores and free memory'),
  documentWorkers: orAuto(128).describe('Processes for restoring and extracting; 0: one for every four that read pages'),
  workerMegabytes: count(1500, 65_536).describe('Memory of one such process before it is stopped'),
  idleSeconds: count(60, 86_400).describe('Seconds without work after which such a process ends'),
  engine: z
    .enum(['wasm', 'native'])
    .default('wasm')
    .describe('What recognises pages: tesseract.js, or the tesseract command of the machine (faster)'),
  rereading: yesNo.default(true).describe('Whether doubtful lines are read again in other versions: fewer errors, more time'),
  tessdata: path.describe('Folder with another vie.traineddata'),
  modelFolder: path.describe('Folder of the restoring model; none: the shipped one, where there is one'),
  passwords: lines.describe('Tried on files that ask for one, before those of the passwordsFile; in the environment one a line'),
  passwordsFile: path.describe('One password a line, tried on files that ask for one'),
  officeProgram: path.describe('The program soffice of LibreOffice, for DOC, ODT and RTF; none: the one that the machine has'),
  settleSeconds: z.coerce.number().min(0.05).max(3600).default(2).describe('Seconds that a file must stay unchanged before it is taken'),
  scanSeconds: z.coerce.number().min(0.1).max(3600).default(10).describe('Seconds between two looks through the whole inbox'),
  polling: yesNo.default(false).describe('Look instead of waiting for events: for network drives'),
});
export type Settings = Readonly<z.infer<typeof Settings>>;

interface SettingsFrom {
  readonly file?: unknown;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly flags?: Readonly<Record<string, unknown>>;
}

export function loadSettings({ file = {}, env = {}, flags = {} }: SettingsFrom = {}): Settings {
  if (file === null || typeof file !== 'object') throw new VanbanError('settings-invalid', 'vanban.config.json must hold an object');
  const parsed = Settings.safeParse({ ...file, ...fromEnv(env), ...defined(flags) });
  if (parsed.success) return Object.freeze(parsed.data);
  throw new VanbanError('settings-invalid', parsed.error.issues.map(sayIssue).join('; '));
}

/** The content of a settings file; `{}` where there is none. Throws `settings-invalid` where it is no JSON. */
export async function readSettingsFile(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new VanbanError('settings-invalid', `${path}: ${(error as Error).message}`, { cause: error });
  }
}

function fromEnv(env: Readonly<Record<string, string | undefined>>): { [name: string]: string } {
  const found: { [name: string]: string } = {};
  for (const name of Object.keys(Settings.shape)) {
    const value = env[`VANBAN_${name.replace(/[A-Z]/gu, '_$&').toUpperCase()}`];
    if (value !== undefined && value !== '') found[name] = value;
  }
  return found;
}

const defined = (flags: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));

const sayIssue = (issue: { readonly path: readonly PropertyKey[]; readonly message: string }): string =>
  [issue.path.join('.'), issue.message].filter(Boolean).join(': ');
