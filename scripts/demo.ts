// npm run demo: the station on the sample scans that come with the product; prints their tasks and leaves the records to look at.
// Works in data/workspace/demo, so that the operators' own inbox is not touched. Running it again starts afresh.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const SAMPLES = join(ROOT, 'data', 'samples');
const WORKSPACE = join(ROOT, 'data', 'workspace', 'demo');
const CLI = join(ROOT, 'packages', 'cli', 'src', 'main.ts');

function vanban(...args: string[]): void {
  const { status } = spawnSync(process.execPath, [CLI, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

rmSync(WORKSPACE, { recursive: true, force: true });
const inbox = join(WORKSPACE, 'inbox');
mkdirSync(inbox, { recursive: true });
for (const name of readdirSync(SAMPLES).filter((file) => file.endsWith('.pdf'))) copyFileSync(join(SAMPLES, name), join(inbox, name));

console.log('Thả các bản quét mẫu vào hộp đến … / Dropping the sample scans into the inbox …\n');
vanban('watch', '--once', '--workspace', WORKSPACE);

const out = join(WORKSPACE, 'out');
const records = readdirSync(out)
  .filter((name) => name.endsWith('.json'))
  .map((name) => join(out, name));
for (const record of records) {
  console.log(`\n━━━ ${relative(process.cwd(), record)}\n`);
  vanban('show', record);
}
console.log(`\nBản ghi / records: ${relative(process.cwd(), out)}/*.json`);
console.log(
  `Vì sao, ở đâu / why and where: npx pnpm vanban explain ${relative(process.cwd(), records[0] ?? out)} --workspace ${relative(process.cwd(), WORKSPACE)} --out ${relative(process.cwd(), WORKSPACE)}`,
);
