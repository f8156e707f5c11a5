// vanban doctor: is everything there that the program needs? Says what is missing and what to do, and reads a test page.
import { Command } from 'commander';
import pc from 'picocolors';
import { type MakeCommand, WORKSPACE_FLAG } from '../command.ts';
import { type Check, runChecks } from '../doctor-checks.ts';
import type { PlaceFlags } from '../place.ts';

/** Exit code where something is missing: the surroundings. */
const MISSING = 4;

export const doctorCommand: MakeCommand = (setExit) =>
  new Command()
    .option('--json', 'cho máy đọc / for machines')
    .option(...WORKSPACE_FLAG)
    .addHelpText('after', '\nVí dụ / example:\n  vanban doctor')
    .action(async (flags: PlaceFlags & { json?: boolean }) => {
      let bad = false;
      for await (const check of runChecks(flags)) {
        bad ||= check.state === 'bad';
        process.stdout.write(flags.json ? `${JSON.stringify(check)}\n` : `${sayCheck(check)}\n`);
      }
      setExit(bad ? MISSING : 0);
    });

function sayCheck({ state, what, found, todo }: Check): string {
  const mark = { good: pc.green('✓'), warn: pc.yellow('!'), bad: pc.red('✗') }[state];
  return `${mark} ${what}: ${found}${todo ? `\n    → ${todo}` : ''}`;
}
