// The command `vanban`. Everything is in program.ts.
import { enableCompileCache } from 'node:module';
import { COMPILED } from '@vanban/pipeline/compiled';

enableCompileCache(COMPILED);
const { runCommand } = await import('./program.ts');

// `vanban show … | head`: a reader that had enough is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 5));

process.exitCode = await runCommand(process.argv.slice(2));
