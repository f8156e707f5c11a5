// vanban watch: the station. Watches the inbox for as long as it runs; `npm start` is this command.
import { createStation, prepareWorkspace } from '@vanban/intake';
import { Command } from 'commander';
import { CLOCK } from '../clock.ts';
import { type MakeCommand, PASSWORD_FLAG, WORKSPACE_FLAG } from '../command.ts';
import { openPost } from '../delivery.ts';
import { documentsAtOnce, openPlace, openRunner, type PlaceFlags, workspaceFolder } from '../place.ts';
import { createStationScreen } from '../station-screen.ts';
import { stopOnSignals } from '../stop.ts';

export const watchCommand: MakeCommand = (setExit) =>
  new Command()
    .option('--once', 'dừng khi hộp đến đã hết / end when the inbox is empty')
    .option('--workers <n>', 'số tiến trình đọc trang / processes that read pages')
    .option(...PASSWORD_FLAG)
    .option(...WORKSPACE_FLAG)
    .addHelpText('after', '\nVí dụ / examples:\n  vanban watch\n  vanban watch --workspace /srv/vanban --workers 4')
    .action(async (flags: PlaceFlags & { once?: boolean }) => {
      const workspace = await prepareWorkspace(workspaceFolder(flags));
      const screen = createStationScreen(process.stdout);
      const place = await openPlace({ ...flags, workspace: workspace.root }, ({ path }) => screen.say(`! store-damaged: ${path}`));
      const post = await openPost(place, workspace.root, (words) => screen.say(words));
      const stop = stopOnSignals((words) => screen.say(words));
      const station = createStation({
        workspace,
        place,
        clock: CLOCK,
        documents: documentsAtOnce(place.settings),
        runner: (onEvent) => openRunner(place, onEvent),
        onEvent: (event) => screen.show(event),
        publish: post.publish,
      });
      await station.run({ signal: stop.signal, once: flags.once ?? false });
      await post.end();
      screen.end();
      stop.remove();
      setExit(flags.once ? stop.exitCode() : 0);
    });
