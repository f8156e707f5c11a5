export { type Env, openShell, type Shell } from './shell.ts';
export { keepQueued, runProcess, runStageProcess } from './stage-process.ts';
