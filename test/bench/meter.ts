import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

export type MeteredCall = { readonly start: number; readonly end: number };

export type Meter = {
  /** Stands in for the service's own endpoint. */
  readonly endpoint: string;
  close(): Promise<void>;
};

/**
 * Forwards every request to `upstream` after a fixed latency, and notes in `calls` from when to when it took.
 * Needs no change in what is measured: it is one more endpoint on loopback.
 */
export async function startMeter(upstream: string, latencyMs: number, calls: MeteredCall[]): Promise<Meter> {
  const server = createServer((incoming, outgoing) => {
    const start = performance.now();
    const answered = () => calls.push({ start, end: performance.now() });
    forward({ incoming, outgoing, upstream, latencyMs, answered }).catch((failure: unknown) =>
      outgoing.destroy(asError(failure)),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The meter has no port.');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

/** How many calls followed one another at least: the longest chain in which each began after the one before ended. */
export function depth(calls: readonly MeteredCall[]): number {
  let chain = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const { start, end } of [...calls].sort((a, b) => a.end - b.end)) {
    if (start < last) continue;
    chain += 1;
    last = end;
  }
  return chain;
}

type Forwarded = {
  incoming: IncomingMessage;
  outgoing: ServerResponse;
  upstream: string;
  latencyMs: number;
  answered: () => void;
};

async function forward({ incoming, outgoing, upstream, latencyMs, answered }: Forwarded): Promise<void> {
  const [body] = await Promise.all([buffer(incoming), pause(latencyMs)]);
  const { method = 'GET', headers, url = '/' } = incoming;
  const answer = await new Promise<IncomingMessage>((done, fail) => {
    request(new URL(url, upstream), { method, headers }, done).on('error', fail).end(body);
  });
  // Before the caller can see a byte of it: whatever the caller asks next then begins later.
  answered();
  outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
  answer.pipe(outgoing);
}

function asError(failure: unknown): Error {
  return failure instanceof Error ? failure : new Error(String(failure));
}
