// Are traces wanted? With OTEL_EXPORTER_OTLP_ENDPOINT set, BullMQ's own hook tells the collector there of every job: who queued it, who ran it, how long.
//   const traces = await startTraces({ name: 'vanban-ocr' }); …queues and workers… await traces.end();
// Spans hold names, ids and times, as the jobs do; never a text. The packages are loaded only here: without the setting they cost nothing.
import type { SpanExporter } from '@opentelemetry/sdk-trace';
import type { Telemetry } from 'bullmq';

let hook: Telemetry | null = null;

export interface Traces {
  /** Sends what is not sent yet; waits no longer than a few seconds. */
  end(): Promise<void>;
}

interface TraceOptions {
  /** Of the service, as the collector shows it. */
  readonly name: string;
  /** Where spans go; default: by OTLP over HTTP to the address of the setting. */
  readonly exporter?: SpanExporter;
}

const LAST_WAIT = 3000;

export async function startTraces({ name, exporter }: TraceOptions): Promise<Traces> {
  const [{ BullMQOtel }, api, { AsyncLocalStorageContextManager }, { W3CTraceContextPropagator }, { resourceFromAttributes }, sdk] =
    await Promise.all([
      import('bullmq-otel'),
      import('@opentelemetry/api'),
      import('@opentelemetry/context-async-hooks'),
      import('@opentelemetry/core'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/sdk-trace'),
    ]);
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.name': name }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: exporter ?? (await otlpExporter()) })],
  });
  api.context.setGlobalContextManager(new AsyncLocalStorageContextManager());
  api.propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  api.trace.setGlobalTracerProvider(provider);
  hook = new BullMQOtel({ tracerName: name }) as unknown as Telemetry;
  return {
    async end() {
      hook = null;
      await Promise.race([provider.shutdown().catch(() => {}), new Promise((resolve) => setTimeout(resolve, LAST_WAIT).unref())]);
      for (const part of [api.context, api.propagation, api.trace]) part.disable();
    },
  };
}

async function otlpExporter(): Promise<SpanExporter> {
  return new (await import('@opentelemetry/exporter-trace-otlp-http')).OTLPTraceExporter();
}

export const telemetry = (): { telemetry?: Telemetry } => (hook ? { telemetry: hook } : {});
