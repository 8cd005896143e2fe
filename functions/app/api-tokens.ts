import { createHash } from 'node:crypto';
import { isAddress, normalAddress } from '../domain/address.ts';
import type { Instant } from '../domain/instant.ts';
import { mayManage, type Tenant } from '../domain/tenant.ts';
import type { Store } from './ports.ts';
import type { Actor } from './use-cases.ts';

const PREFIX = 'nt_';

function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

type Deps = {
  store: Pick<Store, 'saveToken' | 'findToken'>;
  tenant: Tenant;
  now: () => Instant;
  newSecret: () => string;
};

/** Makes an API token for one of the tenant's managers. Only its hash is kept: it is shown this once. */
export async function issueToken(
  deps: Deps,
  email: string,
  name: string,
): Promise<{ token: string } | { refusal: string }> {
  const address = normalAddress(email);
  if (!isAddress(address)) return { refusal: 'Write exactly one mail address, such as name@example.com.' };
  if (!mayManage(deps.tenant, address))
    return { refusal: `${address} is not a manager of ${deps.tenant.name}.` };
  const token = `${PREFIX}${deps.newSecret()}`;
  await deps.store.saveToken(tokenHash(token), { email: address, name, createdAt: deps.now() });
  return { token };
}

/** Who a token acts for, as long as they are a manager; undefined for any other text. */
export async function actorOfToken(deps: Deps, token: string): Promise<Actor | undefined> {
  if (!token.startsWith(PREFIX)) return undefined;
  const known = await deps.store.findToken(tokenHash(token));
  return known && mayManage(deps.tenant, known.email) ? { email: known.email } : undefined;
}
