import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { toRequest, toResult } from './adapters/api-gateway.ts';
import { readBrowserScript } from './adapters/browser-script.ts';
import { calendarOfTenant } from './adapters/calendar-of-tenant.ts';
import { readEnvironment } from './adapters/environment.ts';
import { asHints } from './adapters/hints.ts';
import { logFault } from './adapters/log-fault.ts';
import { makeDeps } from './adapters/make-deps.ts';
import { measuredStore } from './adapters/measured.ts';
import { measuredUseCases } from './adapters/measured-use-cases.ts';
import { makeNote, makeTally } from './adapters/metrics.ts';
import { makeIssuerOf } from './adapters/oidc.ts';
import { makeBrake } from './app/brake.ts';
import type { ReadBusy } from './app/calendar-provider.ts';
import { seal } from './app/keyring.ts';
import { makeUseCases } from './app/make-use-cases.ts';
import { once } from './app/once.ts';
import { makeSignIn } from './app/sign-in.ts';
import { HOUR } from './domain/instant.ts';
import { makeWebApp } from './http/web-app.ts';

const environment = readEnvironment('web');

// A calendar's client is large; it is loaded when somebody first asks for free times.
const calendar = once(() => calendarOfTenant(environment));
const readBusy: ReadBusy = async (asked) => (await (await calendar())?.busy(asked)) ?? 'unreadable';

const app = once(async () => {
  const made = await makeDeps(environment);
  const tally = makeTally();
  const deps = asHints({ ...made, store: measuredStore(made.store, tally, 'none') }, tally);
  return makeWebApp({
    useCases: measuredUseCases(
      makeUseCases({
        ...deps,
        writeCalendar: async (event) => (await import('./adapters/ical.ts')).writeCalendar(event),
        writeFeed: async (feed) => (await import('./adapters/ical.ts')).writeFeed(feed),
        readBusy: environment.TENANT.calendar === 'mail' ? undefined : readBusy,
      }),
      tally,
      makeNote(environment),
    ),
    appUrl: environment.APP_URL,
    signIn: makeSignIn({
      ...deps,
      issuer: makeIssuerOf(environment),
      sessionMs: environment.SESSION_HOURS * HOUR,
    }),
    tenant: environment.TENANT,
    brake: makeBrake({ countUp: deps.store.countUp, now: deps.now }),
    seal: (text) => seal(deps.keyring, 'form', text),
    script: readBrowserScript(),
    now: deps.now,
    fault: (what, problem) => logFault(what, {}, problem),
  });
});

const SORRY =
  'Something broke on our side. Nothing of what you sent is half-stored: go back and send it again.';

/** An outage or a bug, told plainly; what it was stands in the log, without people's words. */
function broken(event: APIGatewayProxyEventV2): APIGatewayProxyStructuredResultV2 {
  const isApi = event.rawPath.startsWith('/api/');
  const body = isApi ? JSON.stringify({ errors: [{ path: '', message: SORRY }] }) : SORRY;
  const type = isApi ? 'application/json' : 'text/plain; charset=utf-8';
  return { statusCode: 500, headers: { 'content-type': type, 'cache-control': 'no-store' }, body };
}

/** Pages and API behind the HTTP API (payload format 2.0). */
export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  try {
    const { fetch } = await app();
    const { sourceIp } = event.requestContext.http;
    return await toResult(await fetch(toRequest(event, environment.APP_URL), { address: sourceIp }));
  } catch (problem) {
    logFault('web failed', { request: event.requestContext.requestId }, problem);
    return broken(event);
  }
}
