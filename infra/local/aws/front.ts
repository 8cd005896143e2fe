import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Clock } from '../clock.ts';
import type { CallLog } from './call-log.ts';
import type { FaultList } from './fault-list.ts';
import { listen } from './listen.ts';
import type { Service } from './local-servers.ts';
import type { Reply, Request } from './wire.ts';

const LARGEST_BODY_BYTES = 32 * 1024 * 1024;

/** A service behind a front: what a request asks for, how it is done, and how this service words a failure. */
export type Backend = {
  service: Service;
  describe(
    request: Request,
  ): { action: string; resource: string } | Promise<{ action: string; resource: string }>;
  serve(request: Request): Promise<Reply>;
  refuse(mode: 'throttle' | 'reject' | 'error', action: string): Reply;
  /** Only SES can be paused. */
  paused?(): Reply;
};

export type Front = { url: string; close(): Promise<void> };

/** Serves one backend on a free port of 127.0.0.1: records every call and applies the faults asked for. */
export async function startFront(
  backend: Backend,
  context: { clock: Clock; log: CallLog; faults: FaultList },
): Promise<Front> {
  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const request = await readRequest(incoming, outgoing);
    const { action, resource } = await backend.describe(request);
    context.log.record({ service: backend.service, action, resource, ...callerOf(request) });
    const mode = context.faults.take(backend.service, action);
    switch (mode) {
      case 'timeout':
        return;
      case 'lost-reply':
        await backend.serve(request);
        incoming.socket.destroy();
        return;
      case 'throttle':
      case 'reject':
      case 'error':
        send(outgoing, backend.refuse(mode, action));
        return;
      case 'pause':
        send(outgoing, backend.paused?.() ?? backend.refuse('reject', action));
        return;
      case undefined:
        send(outgoing, await backend.serve(request));
    }
  };

  // A client that sees another time than its own takes its clock for wrong, and tries even a definite refusal again.
  const send = (outgoing: ServerResponse, reply: Reply) => {
    const date = new Date(context.clock.now()).toUTCString();
    const length = String(Buffer.byteLength(reply.body));
    outgoing.writeHead(reply.status, { ...reply.headers, date, 'content-length': length }).end(reply.body);
  };

  const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, outgoing) => {
    handle(incoming, outgoing).catch((cause) => {
      if (outgoing.destroyed) return;
      process.stderr.write(`${backend.service}: ${cause instanceof Error ? cause.message : cause}\n`);
      send(outgoing, backend.refuse('error', ''));
    });
  });
  const { url, close } = await listen(server);
  return { url, close };
}

/** The Lambda that a client says it belongs to (`app/…` in the user agent of the AWS SDK). */
function callerOf(request: Request): { lambda?: string } {
  const lambda = /\bapp\/nevertwice-([a-z]+)/.exec(request.headers['user-agent'] ?? '')?.[1];
  return lambda === undefined ? {} : { lambda };
}

async function readRequest(incoming: IncomingMessage, outgoing: ServerResponse): Promise<Request> {
  const gone = new AbortController();
  outgoing.on('close', () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming) {
    length += chunk.length;
    if (length > LARGEST_BODY_BYTES) throw new Error(`A request of more than ${LARGEST_BODY_BYTES} bytes.`);
    chunks.push(chunk);
  }
  return {
    method: incoming.method ?? 'GET',
    url: incoming.url ?? '/',
    headers: incoming.headers,
    body: Buffer.concat(chunks),
    gone: gone.signal,
  };
}
