import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isLocalHost } from './local-only.ts';

export type Answer = (request: Request) => Promise<Response>;

export type Door = {
  url: string;
  /** Requests that came before this wait for it. */
  answerWith(answer: Answer): void;
  close(): Promise<void>;
};

// API Gateway's own limit for a request body (HTTP API quotas).
const BODY_LIMIT = 10 * 1024 * 1024;
const LAST_ANSWERS_MS = 1_000;

/**
 * Serves over HTTP on 127.0.0.1 only; port 0 takes any free one. Bodies over 10 MB get 413, other Host names 403, and an
 * answer that throws 500. Rejects with the system's error (EADDRINUSE) when the port is taken.
 */
export async function openDoor(port: number): Promise<Door> {
  const { promise: answer, resolve: answerWith } = Promise.withResolvers<Answer>();
  const server = createServer((message, reply) => {
    respond(message, answer).then(
      (response) => send(response, reply),
      () => send(Response.json({ message: 'Internal Server Error' }, { status: 500 }), reply),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const actual = address !== null && typeof address === 'object' ? address.port : port;
  return {
    url: `http://127.0.0.1:${actual}`,
    answerWith,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS).unref();
      }),
  };
}

async function respond(message: IncomingMessage, answer: Promise<Answer>): Promise<Response> {
  const body = await readBody(message);
  if (!isLocalHost(message.headers.host))
    return refuse(403, 'This server answers to 127.0.0.1 and localhost only.');
  if (!body) return refuse(413, 'Request Entity Too Large');
  const target = message.url ?? '/';
  if (!target.startsWith('/') || !URL.canParse(`http://${message.headers.host}${target}`))
    return refuse(400, 'Bad Request');
  if (message.method === 'TRACE') return refuse(405, 'Method Not Allowed');
  const headers = new Headers();
  for (let i = 0; i + 1 < message.rawHeaders.length; i += 2)
    headers.append(message.rawHeaders[i] ?? '', message.rawHeaders[i + 1] ?? '');
  return (await answer)(
    new Request(`http://${message.headers.host}${target}`, {
      method: message.method ?? 'GET',
      headers,
      ...(body.length > 0 && message.method !== 'GET' && message.method !== 'HEAD' ? { body } : {}),
    }),
  );
}

/** The whole body, or undefined when it is over the limit; the rest is read and dropped so that the answer arrives. */
async function readBody(message: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of message) {
    size += chunk.length;
    if (size <= BODY_LIMIT) chunks.push(chunk);
  }
  return size <= BODY_LIMIT ? Uint8Array.from(Buffer.concat(chunks)) : undefined;
}

function refuse(status: number, message: string): Response {
  return Response.json({ message }, { status });
}

async function send(response: Response, reply: ServerResponse): Promise<void> {
  const headers: Record<string, string | string[]> = Object.fromEntries(response.headers);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers['set-cookie'] = cookies;
  const body = Buffer.from(await response.arrayBuffer());
  reply.writeHead(response.status, { ...headers, 'content-length': String(body.length) });
  reply.end(body);
}
