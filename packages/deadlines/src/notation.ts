// A deadline in one short line, for tests, logs and explanations: 'before:2025-01-31', 'within:2025-04-01/2025-06-30', 'every:FREQ=MONTHLY;BYMONTHDAY=20',
// 'after:P15D/signing', 'continuous'.
import type { When } from './found.ts';

export function notationOf(when: When): string {
  switch (when.kind) {
    case 'date':
      return `${when.bound}:${when.date}${when.time ? `T${when.time}` : ''}`;
    case 'period':
      return `within:${when.start}/${when.end}`;
    case 'recurring':
      return `every:${when.rrule}`;
    case 'relative':
      return `after:${when.duration}${when.workingDays ? 'w' : ''}/${when.from}`;
    case 'continuous':
      return 'continuous';
  }
}
