import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { COMPILED } from '@vanban/pipeline/compiled';
import { expect, test } from 'vitest';

test('what Node made of the program is kept for the next start', () => {
  const { NODE_COMPILE_CACHE: _, ...env } = process.env;
  const said = execFileSync(process.execPath, [fileURLToPath(new URL('./main.ts', import.meta.url)), '--help'], { env, encoding: 'utf8' });
  expect(said).toContain('vanban');
  expect(readdirSync(COMPILED)).not.toEqual([]);
});
