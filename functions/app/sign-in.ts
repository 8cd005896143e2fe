import { isAddress, normalAddress } from '../domain/address.ts';
import { type Instant, MINUTE, plus } from '../domain/instant.ts';
import { mayManage, type Tenant } from '../domain/tenant.ts';
import type { Bindings, Claims, Issuer, NoSignIn } from './issuer.ts';
import { decrypt, encrypt, type Keyring } from './keyring.ts';
import { sealSession } from './session.ts';

/** How long a person may take at the issuer. */
const FLOW_MS = 10 * MINUTE;
const FLOW = 'sign-in';
const HINT = 'sign-out';
// Browsers keep cookies of 4 KB; without the hint an issuer may ask whether to sign out.
const LONGEST_HINT = 2800;

export type SignInProblem =
  | NoSignIn['problem']
  | 'not-set-up'
  | { kind: 'unverified' | 'stranger'; email: string };

/** The values of cookies, and how long they are good. */
type Started = { to: string; state: string; flow: string; seconds: number };
type Finished = { returnTo: string; session: string; seconds: number; hint: string | undefined };

type Unfinished = { problem: SignInProblem; returnTo: string };

/** Signing in and out with the tenant's issuer. Nothing of it is kept here: the browser carries it, encrypted. */
export type SignIn = {
  start: (returnTo: string, afresh: boolean) => Promise<Started | { problem: SignInProblem }>;
  /** `flow`: the cookie that `start` left in this very browser. */
  finish: (query: string, flow: string | undefined) => Promise<Finished | Unfinished>;
  /** Where the browser goes to be signed out at the issuer too. `hint`: the cookie that `finish` left. */
  endAt: (hint: string | undefined) => Promise<string | undefined>;
};

type Deps = {
  keyring: Keyring;
  tenant: Tenant;
  now: () => Instant;
  newId: () => string;
  /** Undefined as long as the tenant has none. */
  issuer: Issuer | undefined;
  sessionMs: number;
};

const isTrue = (claim: unknown) => claim === true || claim === 'true' || claim === 1 || claim === '1';

/** Which claim tells that the address is the person's own: the standard's, unless the tenant's issuer has another. */
function verifiedClaim({ signIn }: Tenant): string {
  const named = typeof signIn === 'object' && 'verifiedClaim' in signIn ? signIn.verifiedClaim : undefined;
  return typeof named === 'string' ? named : 'email_verified';
}

/** The manager that an issuer's claims stand for, or why they are none. */
function managerOf(tenant: Tenant, claims: Claims): { email: string } | { problem: SignInProblem } {
  const email = normalAddress(typeof claims.email === 'string' ? claims.email : '');
  if (!isAddress(email) || !isTrue(claims[verifiedClaim(tenant)]))
    return { problem: { kind: 'unverified', email: isAddress(email) ? email : '' } };
  return mayManage(tenant, email) ? { email } : { problem: { kind: 'stranger', email } };
}

type Flow = Bindings & { returnTo: string; expiresAt: number };

function sealFlow({ keyring, newId }: Deps, flow: Flow): string {
  const { expiresAt, state, nonce, verifier, returnTo } = flow;
  return encrypt(keyring, FLOW, [expiresAt, state, nonce, verifier, returnTo].join('\n'), newId());
}

function openFlow({ keyring, now }: Deps, cookie: string | undefined): Flow | undefined {
  const parts = decrypt(keyring, FLOW, cookie ?? '')?.split('\n') ?? [];
  const [expiresAt, state, nonce, verifier, returnTo] = parts;
  if (state === undefined || nonce === undefined || verifier === undefined) return undefined;
  if (returnTo === undefined || Number(expiresAt) <= now()) return undefined;
  return { state, nonce, verifier, returnTo, expiresAt: Number(expiresAt) };
}

/** Throws on a bug only: an issuer that is away or refuses is an answer. */
export function makeSignIn(deps: Deps): SignIn {
  const { issuer, keyring, tenant, now, newId, sessionMs } = deps;
  return {
    async start(returnTo, afresh) {
      if (!issuer) return { problem: 'not-set-up' };
      const started = await issuer.start(afresh);
      if ('problem' in started) return started;
      const { to, bindings } = started;
      const flow = sealFlow(deps, { ...bindings, returnTo, expiresAt: plus(now(), FLOW_MS) });
      return { to, state: bindings.state, flow, seconds: FLOW_MS / 1000 };
    },
    async finish(query, cookie) {
      if (!issuer) return { problem: 'not-set-up', returnTo: '/' };
      const flow = openFlow(deps, cookie);
      if (!flow) return { problem: 'expired', returnTo: '/' };
      const { returnTo } = flow;
      const finished = await issuer.finish(query, flow);
      if ('problem' in finished) return { ...finished, returnTo };
      const manager = managerOf(tenant, finished.claims);
      if ('problem' in manager) return { ...manager, returnTo };
      const session = { email: manager.email, expiresAt: plus(now(), sessionMs) };
      const { idToken } = finished;
      return {
        returnTo,
        session: sealSession(session, keyring, newId()),
        seconds: sessionMs / 1000,
        hint: idToken.length > LONGEST_HINT ? undefined : encrypt(keyring, HINT, idToken, newId()),
      };
    },
    endAt: async (hint) => issuer?.endAt(hint === undefined ? undefined : decrypt(keyring, HINT, hint)),
  };
}
