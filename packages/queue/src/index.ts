export { checkRedis, type RedisComplaint } from './check-redis.ts';
export { connect, type RedisLink, type RedisState } from './connection.ts';
export { ARCHIVE_PRIORITY, STAGE_NAMES } from './names.ts';
export { type PrivateRedis, startRedis } from './private-redis.ts';
export type { StepEvent } from './process-step.ts';
export { createQueueRunner, openQueueRunner } from './queue-runner.ts';
export { type EnqueueOptions, openQueues, type Queues } from './queues.ts';
export { resume } from './resume.ts';
export { type StageWorker, startWorker, USUAL_TIMES, type WorkerOptions, type WorkerTimes } from './worker.ts';
