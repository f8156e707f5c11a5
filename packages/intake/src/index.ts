export { type FoundFile, findFiles } from './find-files.ts';
export { isIgnored } from './ignored.ts';
export { moveSource, writeResult } from './place-results.ts';
export { retryFailed } from './retry-failed.ts';
export { type Clock, createStation, type Station, type StationEvent, type StationOptions } from './station.ts';
export { readStatus, type StationStatus, type WorkingFile, type WorkspaceStatus } from './status.ts';
export { takeIn } from './take-in.ts';
export { advance } from './track-status.ts';
export { prepareWorkspace, type Workspace, workspaceAt } from './workspace.ts';
