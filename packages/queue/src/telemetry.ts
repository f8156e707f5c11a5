// Are traces wanted? With OTEL_EXPORTER_OTLP_ENDPOINT set and an OpenTelemetry SDK loaded (node --import), BullMQ's own hook tells of every job.
//   await useTelemetry('vanban');   before queues and workers are opened
import type { Telemetry } from 'bullmq';

let hook: Telemetry | null = null;

export async function useTelemetry(name: string): Promise<void> {
  const { BullMQOtel } = await import('bullmq-otel');
  hook = new BullMQOtel({ tracerName: name }) as unknown as Telemetry;
}

export const telemetry = (): { telemetry?: Telemetry } => (hook ? { telemetry: hook } : {});
