// Which passwords are tried on a file that asks for one? Those given with the command, then those written down in the inbox.
//   await readPasswords(settings)   → ['secret', 'mật khẩu']
import { readFile } from 'node:fs/promises';
import type { Settings } from './settings.ts';

/** Read anew each time, so that a password that was just written down counts at once. Without a file there are none. */
export async function readPasswords({ passwords, passwordsFile }: Pick<Settings, 'passwords' | 'passwordsFile'>): Promise<string[]> {
  const text = passwordsFile === null ? '' : await readFile(passwordsFile, 'utf8').catch(() => '');
  const written = text.replace(/^\ufeff/u, '').split(/\r?\n/u);
  return [...new Set([...passwords, ...written.map((line) => line.trim()).filter(Boolean)])];
}
