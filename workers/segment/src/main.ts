// The worker that finds blocks and clauses in the frozen text.
//   REDIS_URL=redis://… VANBAN_STORE=/srv/vanban/store node workers/segment/src/main.ts
import { runStageProcess } from '@vanban/queue/process';

process.exitCode = await runStageProcess({ name: 'segment', stages: ['segment'], env: process.env });
process.exit();
