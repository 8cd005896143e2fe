import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Tenant } from '../../functions/domain/tenant.ts';
import { listen } from './aws/listen.ts';
import { isLocalHost } from './local-only.ts';

/** What the app is called here, and where it may be sent back to. */
export type IssuerOptions = {
  tenant: Tenant;
  appUrl: string;
  clientId: string;
  /** Addresses that are offered as buttons where they may manage. */
  knownAddresses: () => string[];
};

export type Listener = (request: IncomingMessage, reply: ServerResponse) => Promise<void>;

/**
 * An OpenID Connect issuer for this machine alone: pick a person, signed in. The library is loaded for whoever signs in
 * first, so that a start does not wait for it.
 */
export async function startIssuer(options: IssuerOptions): Promise<{ url: string; close(): Promise<void> }> {
  let made: Promise<Listener> | undefined;
  const server = createServer((request, reply) => {
    if (!isLocalHost(request.headers.host)) {
      reply.writeHead(403).end('This server answers to 127.0.0.1 and localhost only.');
      return;
    }
    made ??= import('./issuer/answer.tsx').then(({ makeAnswer }) => makeAnswer(listening.url, options));
    made
      .then((answer) => answer(request, reply))
      .catch((error: unknown) => {
        process.stderr.write(`issuer failed: ${error instanceof Error ? error.stack : String(error)}\n`);
        if (!reply.headersSent) reply.writeHead(500);
        reply.end();
      });
  });
  const listening = await listen(server);
  return listening;
}
