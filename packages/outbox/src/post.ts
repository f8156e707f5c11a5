// One letter to one endpoint by the Standard Webhooks scheme (headers webhook-id, webhook-timestamp, webhook-signature), and what the receiver said.
//   const answer = await post(endpoint, letter, { now, send: fetch })   → { taken: false, gone: false, fault: 'HTTP 503', retryAfter: 600 }
// Source of the scheme: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md. Redirects are not followed.
// Never throws: no answer is an answer too. With several secrets (an old one that is being exchanged) there is a signature by each.
import { Webhook } from 'standardwebhooks';
import { type Endpoint, secretsOf } from './endpoint.ts';
import type { Letter } from './letter.ts';

const ANSWER_MILLISECONDS = 20_000;

export interface Answer {
  readonly taken: boolean;
  /** The receiver says that it will never take it (410). */
  readonly gone: boolean;
  readonly fault: string;
  /** Seconds that the receiver asks for; 0 where it does not. */
  readonly retryAfter: number;
}

interface PostOptions {
  /** ISO 8601 in UTC. */
  readonly now: string;
  readonly send?: typeof fetch;
  readonly signal?: AbortSignal;
  readonly answerMilliseconds?: number;
}

export async function post(endpoint: Endpoint, letter: Pick<Letter, 'id' | 'body'>, options: PostOptions): Promise<Answer> {
  const { now, send = fetch, signal, answerMilliseconds = ANSWER_MILLISECONDS } = options;
  const timeout = AbortSignal.timeout(answerMilliseconds);
  try {
    const response = await send(endpoint.url, {
      method: 'POST',
      headers: headersOf(endpoint, letter, new Date(now)),
      body: letter.body,
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    await response.body?.cancel();
    const retryAfter = secondsUntil(response.headers.get('retry-after'), now);
    return { taken: response.ok, gone: response.status === 410, fault: `HTTP ${response.status}`, retryAfter };
  } catch (error) {
    return { taken: false, gone: false, fault: whyNot(error), retryAfter: 0 };
  }
}

export function headersOf(endpoint: Endpoint, { id, body }: Pick<Letter, 'id' | 'body'>, sentAt: Date): { [name: string]: string } {
  return {
    'content-type': 'application/json',
    'user-agent': 'vanban',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
    'webhook-signature': secretsOf(endpoint)
      .map((secret) => new Webhook(secret).sign(id, sentAt, body))
      .join(' '),
  };
}

/** Retry-After is seconds or a date ("120", "Fri, 31 Dec 1999 23:59:59 GMT"); anything else counts as not said. */
function secondsUntil(header: string | null, now: string): number {
  if (header === null) return 0;
  const seconds = /^\d+$/u.test(header) ? Number(header) : (Date.parse(header) - Date.parse(now)) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
}

/** fetch hides why it failed in the cause. */
function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause : error;
  const { code } = cause as NodeJS.ErrnoException;
  return typeof code === 'string' ? code : cause.message;
}
