// How many processes may read pages at once? As many as there are cores, but no more than the free memory holds.
// 600 MB is what one reader needs at its peak (page image, pdf.js, one Tesseract), with room for the rest of the machine.
import { availableParallelism } from 'node:os';
import type { Settings } from './settings.ts';

const MEGABYTES_EACH = 600;

export interface Capacity {
  readonly cores: number;
  /** Megabytes. */
  readonly memory: number;
}

const thisMachine = (): Capacity => ({ cores: availableParallelism(), memory: process.availableMemory() / 2 ** 20 });

export function workersFor(settings: Pick<Settings, 'workers' | 'documentWorkers'>, machine = thisMachine()): { pages: number; documents: number } {
  const pages = settings.workers || Math.max(1, Math.min(machine.cores, Math.floor(machine.memory / MEGABYTES_EACH)));
  return { pages, documents: settings.documentWorkers || Math.ceil(pages / 4) };
}
