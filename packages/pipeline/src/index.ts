export { workersFor } from './capacity.ts';
export { type Executor, type RunOptions, runHere } from './executor.ts';
export { isPageFailure, setPageAside } from './page-failure.ts';
export { createPool, type PoolOptions } from './pool.ts';
export { forgetFailures } from './retry.ts';
export { createRunner, type Outcome, type ProcessOptions, type ProgressEvent, type Runner, type RunnerOptions } from './runner.ts';
export { loadSettings, readSettingsFile, Settings } from './settings.ts';
export { type Artefacts, defineStage, type Inputs, type Inspection, type Job, type Stage, type StageName, type Stages } from './stage.ts';
export { findStep, loadResult, type Place, runStage, type Step, type StepResult } from './step.ts';
