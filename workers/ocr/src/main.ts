// The worker that opens sources and reads pages: as many of these, on as many machines, as there are pages to read.
//   REDIS_URL=redis://… VANBAN_STORE=/srv/vanban/store node workers/ocr/src/main.ts
import { runStageProcess } from '@vanban/queue/process';

process.exitCode = await runStageProcess({ name: 'ocr', stages: ['inspect', 'ocr'], env: process.env });
process.exit();
