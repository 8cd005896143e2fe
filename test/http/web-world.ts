import { issueToken } from '../../functions/app/api-tokens.ts';
import { makeBrake } from '../../functions/app/brake.ts';
import { seal } from '../../functions/app/keyring.ts';
import type { Store } from '../../functions/app/ports.ts';
import { sealSession } from '../../functions/app/session.ts';
import { makeSignIn } from '../../functions/app/sign-in.ts';
import { DAY, HOUR, type Instant, plus } from '../../functions/domain/instant.ts';
import { apiArea } from '../../functions/http/api/api-area.ts';
import { managerArea } from '../../functions/http/manager/manager-area.ts';
import { participantArea } from '../../functions/http/participant/participant-area.ts';
import { makeWebApp } from '../../functions/http/web-app.ts';
import type { WebConfig } from '../../functions/http/web-config.ts';
import { buildBrowserScript } from '../../infra/browser-script.ts';
import { ACME, type Body, DANA, DISCOUNTS, RECORDED } from '../simulation/acme.ts';
import { loaded, submitted, tokenOf } from '../simulation/acting.ts';
import { KEYRING, makeWorld, type World } from '../simulation/world.ts';
import { makeMemoryIssuer } from '../twins/memory-issuer.ts';

const APP_URL = 'https://nevertwice.test';

type Fields = Record<string, string> | [string, string][];

/** The web over the whole system in memory: requests go in as a browser or a client would send them. */
export type WebWorld = {
  world: World;
  /** From now on requests come from another address. */
  moveTo: (address: string) => void;
  issuer: ReturnType<typeof makeMemoryIssuer>;
  /** Every path that is answered, as it was registered, with its methods. */
  routes: readonly { path: string; method: string }[];
  /** A request without anything that says who sends it. */
  ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** A JSON request with an API token of Dana, or of somebody else. */
  api: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>;
  /** GET with Dana's session, or somebody else's. */
  see: (path: string, email?: string) => Promise<Response>;
  /** POST of a form with Dana's session, with whatever token the fields carry. */
  press: (path: string, fields: Fields, headers?: Record<string, string>) => Promise<Response>;
  /** POST of a form without a session, as on a participant's page. */
  answer: (path: string, fields: Fields) => Promise<Response>;
  sessionOf: (email: string) => string;
  /** The header of Dana's API token. */
  authorization: string;
};

type WebOptions = {
  withoutIssuer?: boolean;
  /** Hears of each counter that a limit writes. */
  onCount?: (scope: string) => void;
  /** Where limits are counted, instead of its own store. */
  countIn?: Pick<Store, 'countUp'>;
  /** Stands in for the twin of the table. */
  makeStore?: (now: () => Instant) => Store;
};

export async function makeWebWorld(
  now = RECORDED,
  tenant = ACME,
  options: WebOptions = {},
): Promise<WebWorld> {
  const { makeStore } = options;
  const world = makeWorld({ seed: 3, tenant, now, ...(makeStore && { makeStore }) });
  const issuer = makeMemoryIssuer(world.deps.newId);
  const config: WebConfig = {
    useCases: world.useCases,
    appUrl: APP_URL,
    signIn: makeSignIn({
      ...world.deps,
      issuer: options.withoutIssuer ? undefined : issuer.issuer,
      sessionMs: 12 * HOUR,
    }),
    tenant,
    brake: makeBrake({
      now: world.now,
      countUp: (counters) => {
        for (const { scope } of counters) options.onCount?.(scope);
        return (options.countIn ?? world.store).countUp(counters);
      },
    }),
    seal: (text) => seal(KEYRING, 'form', text),
    script: Buffer.from(buildBrowserScript(), 'base64').toString('utf8'),
    now: world.now,
    fault: (_, problem) => {
      world.failures.push(problem);
    },
  };
  const app = makeWebApp(config);
  const areas = [apiArea(config), participantArea(config), managerArea(config)];
  const issued = await issueToken({ ...world.deps, newSecret: world.deps.newId }, DANA, 'test');
  const token = 'token' in issued ? issued.token : '';
  // One a person, so that a page's form tokens fit what is pressed next.
  const sessions = new Map<string, string>();
  const sessionOf = (email: string) => {
    const expiresAt = plus(now, 365 * DAY);
    const session = sessions.get(email) ?? sealSession({ email, expiresAt }, KEYRING, world.deps.newId());
    sessions.set(email, session);
    return session;
  };
  let address = '192.0.2.1';
  const ask = async (path: string, init?: RequestInit) =>
    app.fetch(new Request(new URL(path, APP_URL), init), { address });
  const form = (fields: Fields) => new URLSearchParams(fields).toString();
  const formType = { 'content-type': 'application/x-www-form-urlencoded' };
  const cookie = (email: string) => ({ cookie: `__Host-nevertwice_session=${sessionOf(email)}` });
  return {
    moveTo: (elsewhere) => {
      address = elsewhere;
    },
    world,
    issuer,
    routes: areas.flatMap((area) => area.routes),
    ask,
    sessionOf,
    authorization: `Bearer ${token}`,
    api: (method, path, body, headers = {}) =>
      ask(path, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    see: (path, email = DANA) => ask(path, { headers: cookie(email) }),
    press: (path, fields, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { ...formType, ...cookie(DANA), ...headers },
        body: form(fields),
      }),
    answer: (path, fields) => ask(path, { method: 'POST', headers: formType, body: form(fields) }),
  };
}

/** Dana's conversation with Bill and Mei, recaps delivered; with the path of each one's page. */
export async function begun(web: WebWorld, body: Body = DISCOUNTS) {
  const { world } = web;
  const id = await submitted(world, body);
  await world.advance(plus(RECORDED, 5 * 60_000));
  const pageOf = async (person: `p${number}`) => `/p/${await tokenOf(world, id, person)}`;
  const factsOf = async () => (await loaded(world, id)).facts;
  return { id, pageOf, factsOf };
}

/** The value of a hidden field of a page. */
export function hiddenOf(page: string, name: string): string {
  return new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
}
