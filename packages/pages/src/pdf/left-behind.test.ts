import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const module = fileURLToPath(new URL('./left-behind.ts', import.meta.url));

/** Does a process go on that leaves behind a rejection of that name? */
function livesOn(name: string): boolean {
  const code = `await import(${JSON.stringify(module)}); Promise.reject(Object.assign(new Error('x'), { name: ${JSON.stringify(name)} })); setTimeout(() => console.log('alive'), 20);`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }).stdout.includes('alive');
}

it('lets a process live that pdf.js left a rejection of a damaged file in, and no other', () => {
  expect(livesOn('XRefEntryException')).toBe(true);
  expect(livesOn('TypeError')).toBe(false);
});
