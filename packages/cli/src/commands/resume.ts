// vanban resume: queues every document of the store that is not brought to its end, after Redis was emptied or workers were away for long.
import { VanbanError } from '@vanban/contract';
import { Command } from 'commander';
import { type MakeCommand, WORKSPACE_FLAG } from '../command.ts';
import { openPlace, type PlaceFlags } from '../place.ts';

export const resumeCommand: MakeCommand = (setExit) =>
  new Command()
    .option('--store <folder>', 'kho / the store (default: WORKSPACE/store)')
    .option(...WORKSPACE_FLAG)
    .addHelpText(
      'after',
      '\nChỉ cần khi dùng Redis; trạm một máy tự làm tiếp khi khởi động.\nOnly with Redis; the station on one machine goes on by itself.\n\nVí dụ / example:\n  REDIS_URL=redis://127.0.0.1:6379 vanban resume',
    )
    .action(async (flags: PlaceFlags) => {
      const url = process.env.REDIS_URL;
      if (!url) throw new VanbanError('usage', 'REDIS_URL is not set: without a queue nothing has to be resumed');
      const { connect, openQueues, resume } = await import('@vanban/queue');
      const link = connect(url, ({ state }) => state === 'away' && process.stderr.write('Đang chờ Redis … / waiting for Redis …\n'));
      await link.ready();
      const place = await openPlace(flags);
      const queues = openQueues(link, place);
      const queued = await resume(place, queues);
      process.stdout.write(`${queued} văn bản được xếp hàng / documents queued\n`);
      await queues.close();
      link.close();
      setExit(0);
    });
