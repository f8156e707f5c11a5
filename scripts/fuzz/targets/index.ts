import type { Target } from '../target.ts';
import { containers } from './containers.ts';
import { deadlines } from './deadlines.ts';
import { encodings } from './encodings.ts';
import { FILE_TARGETS } from './files.ts';
import { letter } from './letter.ts';
import { records } from './records.ts';

export const TARGETS: readonly Target[] = [...FILE_TARGETS, containers, encodings, letter, deadlines, records];
