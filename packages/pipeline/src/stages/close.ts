// Frees what stages kept between runs. Errors while closing are of no use to anybody: the work was done.
import type { Stages } from '../stage.ts';

export async function closeStages(stages: Stages): Promise<void> {
  await Promise.allSettled(Object.values(stages).map((stage) => stage.close?.()));
}
