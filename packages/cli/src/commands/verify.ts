// vanban verify: checks every digest and every record of the store.
import { verify } from '@vanban/batch';
import { Command } from 'commander';
import pc from 'picocolors';
import { type MakeCommand, WORKSPACE_FLAG } from '../command.ts';
import { openPlace, type PlaceFlags } from '../place.ts';

/** Exit code where something is damaged: the surroundings. */
const DAMAGED = 4;

export const verifyCommand: MakeCommand = (setExit) =>
  new Command()
    .option('--store <folder>', 'kho / the store (default: WORKSPACE/store)')
    .option('--json', 'mỗi phát hiện một dòng JSON / one line of JSON for each finding')
    .option('--orphans', 'kể cả bản cũ không còn dùng / name orphans too (older versions)')
    .option(...WORKSPACE_FLAG)
    .addHelpText('after', '\nVí dụ / example:\n  vanban verify')
    .action(async (flags: PlaceFlags & { json?: boolean; orphans?: boolean }) => {
      const [counts, place] = [new Map<string, number>(), await openPlace(flags)];
      for await (const finding of verify(place)) {
        counts.set(finding.problem, (counts.get(finding.problem) ?? 0) + 1);
        if (finding.problem.endsWith('-orphan') && !flags.orphans) continue;
        process.stdout.write(
          flags.json ? `${JSON.stringify(finding)}\n` : `${pc.yellow(finding.problem)} ${finding.path} ${pc.dim(finding.detail)}\n`,
        );
      }
      const bad = [...counts].filter(([problem]) => !problem.endsWith('-orphan')).reduce((sum, [, count]) => sum + count, 0);
      if (!flags.json)
        process.stdout.write(`${[...counts].map(([problem, count]) => `${problem}: ${count}`).join(', ') || 'không có gì sai / nothing wrong'}\n`);
      setExit(bad > 0 ? DAMAGED : 0);
    });
