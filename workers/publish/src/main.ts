// The worker at the root of every document's flow: it asks for what is missing, puts the record together, checks it, and writes the document's end.
//   REDIS_URL=redis://… VANBAN_STORE=/srv/vanban/store node workers/publish/src/main.ts
import { runStageProcess } from '@vanban/queue/process';

process.exitCode = await runStageProcess({ name: 'publish', stages: ['publish'], env: process.env });
process.exit();
