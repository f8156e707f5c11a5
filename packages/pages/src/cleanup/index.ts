// Clean-up of a page's picture before it is read, and the pixel tools that layout shares with it.
export type { CleanPage, CleanUpOptions, CleanUpStep } from './clean-up.ts';
export { cleanUp } from './clean-up.ts';
export type { Components } from './components.ts';
export { findComponents } from './components.ts';
export { inkOf, inkThreshold } from './ink.ts';
export { scaleGrey } from './scale.ts';
export { sharpen } from './sharpen.ts';
export type { Quarter } from './turn.ts';
export { quarterTurn } from './turn.ts';
