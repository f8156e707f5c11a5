// Starts the product with nothing but the machine's own Node (18 or newer) and npm: installs the workspace where it is
// missing or older than the lock file, then runs the given file with the pinned Node from the workspace.
//   node scripts/with-node.mjs FILE.ts [ARG…]      run a file
//   node scripts/with-node.mjs --pnpm SCRIPT       run a pnpm script
// It does not build anything: TypeScript runs as it is.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const windows = process.platform === 'win32';
const stamp = join(root, 'node_modules', '.installed-lock');
const lock = createHash('sha256')
  .update(readFileSync(join(root, 'pnpm-lock.yaml')))
  .digest('hex');

function installed() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lock;
}

function install() {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  console.error('vanban: installing what is missing (once; a few minutes) … / đang cài đặt (chỉ một lần, vài phút) …');
  const done = spawnSync('npx', ['--yes', packageManager, 'install', '--frozen-lockfile'], { cwd: root, stdio: ['ignore', 2, 2], shell: windows });
  if (done.status === 0) return writeFileSync(stamp, lock);
  console.error('vanban: the installation failed; see the lines above. Is the npm registry reachable and the disk not full?');
  console.error('vanban: cài đặt không thành công; xem các dòng trên. Hãy kiểm tra mạng và dung lượng đĩa.');
  process.exit(done.status ?? 1);
}

if (!installed()) install();
const [first, ...rest] = process.argv.slice(2);
const bin = join(root, 'node_modules', '.bin');
// The binary itself, not the script in .bin: a shell in between would die of a signal and leave Node running.
const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
const command = first === '--pnpm' ? [join(bin, 'pnpm'), ['run', ...rest]] : [node, [first, ...rest]];
const env = { ...process.env, PATH: `${bin}${windows ? ';' : ':'}${process.env.PATH}` };
const child = spawn(command[0], command[1], { cwd: first === '--pnpm' ? root : process.cwd(), env, stdio: 'inherit', shell: windows });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
