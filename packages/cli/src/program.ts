// The command `vanban`: its parts, and the one place where an error becomes words and an exit code.
//   await runCommand(['show', 'out/cv.json'])   → 0
// Exit codes: 0 all well · 2 wrong use · 3 bad input · 4 the surroundings (disk, permissions) · 5 a fault of the program · 6 some of several
// files failed · 130 stopped by Ctrl-C. Each command has its own file in commands/.
import { asVanbanError, describe } from '@vanban/contract';
import { Command, CommanderError } from 'commander';
import { backfillCommand } from './commands/backfill.ts';
import { deliverCommand } from './commands/deliver.ts';
import { doctorCommand } from './commands/doctor.ts';
import { explainCommand } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { ingestCommand } from './commands/ingest.ts';
import { reprocessCommand } from './commands/reprocess.ts';
import { restoreCommand } from './commands/restore.ts';
import { resumeCommand } from './commands/resume.ts';
import { retryCommand } from './commands/retry.ts';
import { showCommand } from './commands/show.ts';
import { statusCommand } from './commands/status.ts';
import { verifyCommand } from './commands/verify.ts';
import { watchCommand } from './commands/watch.ts';

const COMMANDS = [
  ingestCommand,
  watchCommand,
  statusCommand,
  retryCommand,
  resumeCommand,
  showCommand,
  explainCommand,
  restoreCommand,
  exportCommand,
  deliverCommand,
  reprocessCommand,
  backfillCommand,
  verifyCommand,
  doctorCommand,
];

const USAGE_EXIT = 2;

export async function runCommand(args: readonly string[]): Promise<number> {
  let exit = 0;
  const program = new Command('vanban')
    .description('Từ văn bản quét đến bảng việc: ai làm gì, khi nào.\nScanned Vietnamese directives in, who must do what by when out.')
    .helpCommand(false)
    .showHelpAfterError('(--help: cách dùng / usage)')
    .exitOverride()
    .addHelpText('after', EXAMPLES);
  for (const make of COMMANDS) {
    program.addCommand(
      make((code) => {
        exit = code;
      }).exitOverride(),
    );
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return exit;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : USAGE_EXIT;
    const error = asVanbanError(thrown);
    process.stderr.write(describe(error));
    return error.exit;
  }
}

const EXAMPLES = `
Ví dụ / examples:
  vanban ingest cv.pdf --out ket-qua       một tệp / one file
  vanban ingest ~/scans --out ket-qua      cả thư mục / a folder
  vanban watch                             trạm: theo dõi hộp đến / the station
  vanban status                            tình hình / how it stands
  vanban show ket-qua/cv.json              bảng việc / the tasks

Mã thoát / exit codes:
  0 tốt / all well                         4 ổ đĩa, quyền / disk, permissions
  2 lệnh, cấu hình sai / wrong use         5 lỗi chương trình / fault of the program
  3 tệp vào hỏng / bad input               6 một số tệp không đọc được / some files failed
  130 dừng bằng Ctrl-C / stopped`;
