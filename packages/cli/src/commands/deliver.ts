// vanban deliver: sends what waits in the outbox to the trackers; shows and revives what was given up.
import { join } from 'node:path';
import { deadLetters, deliver, openOutbox, sendAgain } from '@vanban/outbox';
import { Command } from 'commander';
import { CLOCK } from '../clock.ts';
import { type MakeCommand, WORKSPACE_FLAG } from '../command.ts';
import { ENDPOINTS_FILE } from '../delivery.ts';
import { openPlace, type PlaceFlags, workspaceFolder } from '../place.ts';

export const deliverCommand: MakeCommand = (setExit) =>
  new Command()
    .option('--dead', 'liệt kê những gì đã thôi gửi / list what was given up')
    .option('--again', 'gửi lại những gì đã thôi gửi / send again what was given up')
    .option('--store <folder>', 'kho / the store (default: WORKSPACE/store)')
    .option(...WORKSPACE_FLAG)
    .addHelpText(
      'after',
      '\nTrạm tự gửi khi đang chạy; lệnh này chỉ cần khi trạm tắt / the station delivers by itself while it runs.\n\nVí dụ / example:\n  vanban deliver --again',
    )
    .action(async (flags: PlaceFlags & { dead?: boolean; again?: boolean }) => {
      const { store } = await openPlace(flags);
      const outbox = await openOutbox(store, join(workspaceFolder(flags), ENDPOINTS_FILE));
      if (flags.dead) {
        for (const { url, recordId, attempts, fault } of await deadLetters(outbox))
          process.stdout.write(`${recordId}  ${url}  ${attempts} × ${fault}\n`);
        return;
      }
      if (flags.again) process.stdout.write(`${await sendAgain(outbox, CLOCK.now())} trở lại hàng chờ / back in the queue\n`);
      const { delivered, postponed, dead } = await deliver(outbox, { now: CLOCK.now(), everything: true });
      process.stdout.write(`${delivered} đã gửi / delivered, ${postponed} hoãn / postponed, ${dead} thôi gửi / given up\n`);
      setExit(dead > 0 ? 4 : 0);
    });
