export { keepWatch } from './keep-watch.ts';
export { type Env, openShell, type Shell } from './shell.ts';
export { runProcess, runStageProcess } from './stage-process.ts';
