// The worker that repairs letters and puts lost diacritics back: its child processes hold the restoring model.
//   REDIS_URL=redis://… VANBAN_STORE=/srv/vanban/store node workers/restore/src/main.ts
import { runStageProcess } from '@vanban/queue/process';

process.exitCode = await runStageProcess({ name: 'restore', stages: ['restore'], env: process.env });
process.exit();
