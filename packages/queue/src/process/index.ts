export { keepWatch } from './keep-watch.ts';
export { saidOf } from './said-of.ts';
export { type Env, openShell, type Shell } from './shell.ts';
export { runProcess, runStageProcess } from './stage-process.ts';
