import { createHash } from 'node:crypto';
import { isAddress, normalAddress } from '../domain/address.ts';
import { HOUR, type Instant, plus } from '../domain/instant.ts';
import { mayManage, type Tenant } from '../domain/tenant.ts';
import { fingerprint } from './hash.ts';
import { type Keyring, seal } from './keyring.ts';
import type { Store } from './ports.ts';
import { managerKey } from './row.ts';
import type { Actor } from './use-cases.ts';

// nt_<the manager's key>_<secret>: the key tells where the token stands, so that no second item has to say so.
const TOKEN = /^nt_([a-z2-7]{26})_([\w-]{20,64})$/;
const MOST_TOKENS = 50;

function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

type Issuing = {
  store: Pick<Store, 'saveToken'>;
  tenant: Tenant;
  now: () => Instant;
  newSecret: () => string;
};

/** Makes an API token for one of the tenant's managers. Only its hash is kept: it is shown this once. */
export async function issueToken(
  deps: Issuing,
  email: string,
  name: string,
): Promise<{ token: string } | { refusal: string }> {
  const address = normalAddress(email);
  if (!isAddress(address)) return { refusal: 'Write exactly one mail address, such as name@example.com.' };
  if (!mayManage(deps.tenant, address))
    return { refusal: `${address} is not a manager of ${deps.tenant.name}.` };
  const manager = managerKey(address);
  const token = `nt_${manager}_${deps.newSecret()}`;
  await deps.store.saveToken(manager, tokenHash(token), { email: address, name, createdAt: deps.now() });
  return { token };
}

type Finding = {
  store: Pick<Store, 'findToken' | 'noteTokenUse'>;
  tenant: Tenant;
  now: () => Instant;
};

/** Who a token acts for, as long as they are a manager; undefined for any other text. Notes its use once an hour. */
export async function actorOfToken(deps: Finding, token: string): Promise<Actor | undefined> {
  const [, manager] = TOKEN.exec(token) ?? [];
  if (manager === undefined) return undefined;
  const hash = tokenHash(token);
  const known = await deps.store.findToken(manager, hash);
  if (!known || !mayManage(deps.tenant, known.email)) return undefined;
  const now = deps.now();
  if (known.usedAt === undefined || plus(known.usedAt, HOUR) <= now)
    await deps.store.noteTokenUse(manager, hash, now);
  return { email: known.email };
}

/** A token as its manager sees it: `id` names it, and is worth nothing to whoever reads it. */
type TokenView = { id: string; name: string; createdAt: Instant; usedAt: Instant | undefined };

/** What a manager can do with their own API tokens. */
export type TokenCases = {
  list: (actor: Actor) => Promise<readonly TokenView[]>;
  /**
   * `key`: of the form that was sent; the same form makes one token, however often it arrives. `over`: that token was
   * revoked meanwhile. `full`: there are as many as there may be.
   */
  make: (
    actor: Actor,
    name: string,
    key: string,
  ) => Promise<{ token: string } | { refused: 'over' } | { refused: 'full'; most: number }>;
  revoke: (actor: Actor, id: string) => Promise<void>;
};

type Deps = { store: Store; tenant: Tenant; keyring: Keyring; now: () => Instant };

export function makeTokenCases(deps: Deps): TokenCases {
  const { store, keyring } = deps;
  return {
    list: async ({ email }) =>
      (await store.listTokens(managerKey(email))).map(({ hash, name, createdAt, usedAt }) => ({
        id: hash,
        name,
        createdAt,
        usedAt,
      })),
    async make({ email }, name, key) {
      const manager = managerKey(email);
      // What only we can make of the form's key: 130 bits that need not be kept.
      const secret = fingerprint(seal(keyring, 'api-token', `${email} ${key}`));
      const token = `nt_${manager}_${secret}`;
      const hash = tokenHash(token);
      if (await store.findToken(manager, hash)) return { token };
      if ((await store.listTokens(manager)).length >= MOST_TOKENS)
        return { refused: 'full', most: MOST_TOKENS };
      const saved = await store.saveToken(manager, hash, { email, name, createdAt: deps.now() });
      return saved === 'saved' ? { token } : { refused: 'over' };
    },
    revoke: ({ email }, id) => store.endToken(managerKey(email), id),
  };
}
