import type { Target } from '../target.ts';
import { containers } from './containers.ts';
import { deadlines } from './deadlines.ts';
import { encodings } from './encodings.ts';
import { FILE_TARGETS } from './files.ts';
import { inspect } from './inspect.ts';
import { layers } from './layers.ts';
import { letter } from './letter.ts';
import { records } from './records.ts';
import { steps } from './steps.ts';

export const TARGETS: readonly Target[] = [...FILE_TARGETS, layers, inspect, containers, encodings, letter, deadlines, records, steps];
