// Prints the table of odd files with what each costs: `node test/odd/measure.ts [name…]`. Nothing is asserted; the test does that.
// Time is CPU time, memory is the peak of the process that opened the file; recognition is left out.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ODD_FILES } from './odd-files.ts';

const CHILD = fileURLToPath(new URL('./measure-one.ts', import.meta.url));
const SECONDS = 300;

interface Measured {
  readonly outcome: string;
  readonly seconds: number;
  readonly megabytes: number;
}

function measure(path: string): Promise<Measured | null> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--max-old-space-size=1500', CHILD, path], { timeout: SECONDS * 1000, killSignal: 'SIGKILL' }, (_error, said) => {
      const at = said.lastIndexOf('{');
      resolve(at < 0 ? null : (JSON.parse(said.slice(at)) as Measured));
    });
  });
}

const folder = await mkdtemp(join(tmpdir(), 'vanban-odd-measure-'));
const names = process.argv.slice(2);
process.stdout.write('| file | bytes | ends as | CPU s | peak MB |\n| --- | --- | --- | --- | --- |\n');
for (const { name, make } of ODD_FILES.filter((file) => names.length === 0 || names.includes(file.name))) {
  const bytes = await make();
  const path = join(folder, name);
  await writeFile(path, bytes);
  const found = await measure(path);
  process.stdout.write(
    `| \`${name}\` | ${bytes.length} | ${found ? `${found.outcome} | ${found.seconds.toFixed(1)} | ${found.megabytes}` : 'killed | – | –'} |\n`,
  );
}
await rm(folder, { recursive: true, force: true });
