// What does a worker tell Prometheus? Pages, seconds by stage, failures by code, OCR confidence, and how much waits in each queue.
//   metrics.note(event); metrics.noteConfidence(0.94); await metrics.text()
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Surroundings } from '../peers.ts';
import type { StepEvent } from '../process-step.ts';
import type { Queues } from '../queues.ts';

export interface Metrics {
  readonly contentType: string;
  note(event: StepEvent): void;
  noteConfidence(confidence: number): void;
  noteAround(around: Surroundings): void;
  /** Throws where Redis does not answer in time. */
  text(): Promise<string>;
}

const SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 40, 80, 160, 600];
const CONFIDENCES = [0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 1];

export function createMetrics(queues: Pick<Queues, 'depths'>): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const registers = [register];
  const pages = new Counter({ name: 'vanban_pages_total', help: 'Pages read', registers });
  const documents = new Counter({ name: 'vanban_documents_total', help: 'Records published', registers });
  const seconds = new Histogram({ name: 'vanban_stage_seconds', help: 'Seconds of one step', labelNames: ['stage'], buckets: SECONDS, registers });
  const failures = new Counter({ name: 'vanban_failures_total', help: 'Pages and documents given up', labelNames: ['stage', 'code'], registers });
  const again = new Counter({ name: 'vanban_again_total', help: 'Steps tried again', labelNames: ['stage', 'code'], registers });
  const confidence = new Histogram({ name: 'vanban_ocr_confidence', help: 'Mean confidence of a page', buckets: CONFIDENCES, registers });
  const others = new Gauge({ name: 'vanban_other_processes', help: 'Processes of another version or other settings', registers });
  const unserved = new Gauge({ name: 'vanban_unserved_stages', help: 'Stages without a worker of this version and these settings', registers });
  new Gauge({
    name: 'vanban_jobs',
    help: 'Jobs in the queues',
    labelNames: ['stage', 'state'],
    registers,
    async collect() {
      for (const { stage, state, count } of await queues.depths()) this.set({ stage, state }, count);
    },
  });
  return {
    contentType: register.contentType,
    note(event) {
      const { stage } = event.step;
      if (event.type === 'failed') failures.inc({ stage, code: event.error.code });
      if (event.type === 'again') again.inc({ stage, code: event.error.code });
      if (event.type !== 'done' || event.cached) return;
      seconds.observe({ stage }, event.seconds);
      if (stage === 'ocr') pages.inc();
      if (stage === 'publish') documents.inc();
    },
    noteConfidence: (value) => confidence.observe(value),
    noteAround(around) {
      others.set(around.others.length);
      unserved.set(around.missing.length);
    },
    text: () => register.metrics(),
  };
}
