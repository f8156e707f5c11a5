export { openPost } from './delivery.ts';
export { runCommand } from './program.ts';
