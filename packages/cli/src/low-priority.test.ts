import { getPriority, setPriority } from 'node:os';
import { afterEach, expect, test, vi } from 'vitest';
import { giveWay } from './low-priority.ts';

vi.mock('node:os', async (original) => ({ ...(await original<typeof import('node:os')>()), getPriority: vi.fn(), setPriority: vi.fn() }));
afterEach(() => vi.clearAllMocks());

test.each([
  [0, [[10]]],
  [-5, [[10]]],
  [10, []],
  [19, []],
])('a process of priority %i is set to %j', (priority, calls) => {
  vi.mocked(getPriority).mockReturnValue(priority);
  giveWay();
  expect(vi.mocked(setPriority).mock.calls).toEqual(calls);
});
