// vanban status: what is waiting, in work, done and failed, in this workspace.
import { prepareWorkspace, readStatus, type WorkspaceStatus } from '@vanban/intake';
import { Command } from 'commander';
import pc from 'picocolors';
import { type MakeCommand, WORKSPACE_FLAG } from '../command.ts';
import { workspaceFolder } from '../place.ts';
import { sayWorking } from '../station-lines.ts';

export const statusCommand: MakeCommand = () =>
  new Command()
    .option('--json', 'cho máy đọc / for machines')
    .option(...WORKSPACE_FLAG)
    .addHelpText('after', '\nVí dụ / examples:\n  vanban status\n  vanban status --json')
    .action(async (flags: { json?: boolean; workspace?: string }) => {
      const workspace = await prepareWorkspace(workspaceFolder(flags));
      const status = await readStatus(workspace);
      process.stdout.write(flags.json ? `${JSON.stringify(status)}\n` : `${workspace.root}\n${sayStatus(status).join('\n')}\n`);
    });

function sayStatus(status: WorkspaceStatus): string[] {
  const row = (name: string, value: number, more = '') => `  ${String(value).padStart(7)}  ${name}${more}`;
  return [
    row('chờ / waiting', status.waiting),
    row('đang làm / in work', status.working.length),
    ...status.working.map((file) => `           · ${sayWorking(file)}`),
    row('xong / done', status.done, status.partial > 0 ? ` (${status.partial} thiếu trang / lack pages)` : ''),
    row('lỗi / failed', status.failed, status.failed > 0 ? '  → failed/*.error.txt, vanban retry' : ''),
    ...(status.left > 0 ? [row('dở dang, trạm sau sẽ làm tiếp / left over, the next station goes on', status.left)] : []),
    ...status.problems.map((problem) => pc.red(`  ! ${problem}`)),
    status.stations > 0 ? `  ${status.stations} trạm đang chạy / stations running` : '  Không có trạm nào chạy / no station is running  → npm start',
  ];
}
