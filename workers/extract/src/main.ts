// The worker that finds the document's fields and its tasks with owners and deadlines.
//   REDIS_URL=redis://… VANBAN_STORE=/srv/vanban/store node workers/extract/src/main.ts
import { runStageProcess } from '@vanban/queue/process';

process.exitCode = await runStageProcess({ name: 'extract', stages: ['extract'], env: process.env });
process.exit();
