// The command `vanban`: its parts, and the one place where an error becomes words and an exit code.
//   await runCommand(['show', 'out/cv.json'])   → 0
// Exit codes: 0 all well · 2 wrong use · 3 bad input · 4 the surroundings (disk, permissions) · 5 a fault of the program · 6 some of several
// files failed · 130, 143 stopped by Ctrl-C, TERM. Each command has its own file in commands/, loaded only when it is called, so that help comes at once.
import { Command, CommanderError } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { COMMANDS, type ListedCommand } from './commands.ts';

const USAGE_EXIT = 2;

export async function runCommand(args: readonly string[]): Promise<number> {
  let exit = 0;
  const program = new Command('vanban')
    .description('Từ văn bản quét đến bảng việc: ai làm gì, khi nào.\nScanned Vietnamese directives in, who must do what by when out.')
    .helpCommand(false)
    .version(manifest.version, '--version', 'phiên bản / the version')
    .showHelpAfterError('(--help: cách dùng / usage)')
    .exitOverride()
    .addHelpText('after', EXAMPLES);
  const called = COMMANDS.find(({ name }) => name === args[0]);
  const setExit = (code: number) => {
    exit = code;
  };
  try {
    for (const listed of COMMANDS) program.addCommand((listed === called ? await open(listed, setExit) : named(listed)).exitOverride());
    await program.parseAsync(args, { from: 'user' });
    return exit;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : USAGE_EXIT;
    const { asVanbanError, describe } = await import('@vanban/contract');
    const error = asVanbanError(thrown);
    process.stderr.write(describe(error));
    return error.exit;
  }
}

const named = ({ name, description }: ListedCommand): Command => new Command(name).description(description);

const open = async ({ name, description, load }: ListedCommand, setExit: (code: number) => void): Promise<Command> =>
  (await load())(setExit).name(name).description(description);

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
  130, 143 dừng bằng Ctrl-C, TERM / stopped`;
