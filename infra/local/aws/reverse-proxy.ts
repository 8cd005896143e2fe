import { Agent, request as httpRequest } from 'node:http';
import type { Reply, Request } from './wire.ts';

const BETWEEN_TWO_HOPS = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date']);

export type ReverseProxy = { forward(request: Request): Promise<Reply>; close(): void };

/** Hands whole requests to the server behind, over kept connections; hangs up there when the client hangs up here. */
export function createReverseProxy(target: string): ReverseProxy {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port, host } = new URL(target);
  const forward = (request: Request) =>
    new Promise<Reply>((resolve, reject) => {
      const { method, url: path, gone: signal } = request;
      const headers = { ...request.headers, host, 'content-length': String(request.body.length) };
      const outgoing = httpRequest({ agent, hostname, port, method, path, headers, signal }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 500,
            headers: endToEnd(incoming.headers),
            body: Buffer.concat(chunks),
          }),
        );
      });
      outgoing.on('error', reject);
      outgoing.end(request.body);
    });
  return { forward, close: () => agent.destroy() };
}

function endToEnd(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !BETWEEN_TWO_HOPS.has(name)) kept[name] = String(value);
  }
  return kept;
}
