// The station as a process: `npm start`. All stages in one place, no queue needed; the command `vanban watch` under its own name.
import { runCommand } from '@vanban/cli';

process.exitCode = await runCommand(['watch', ...process.argv.slice(2)]);
