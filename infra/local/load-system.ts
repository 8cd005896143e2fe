import { randomBytes } from 'node:crypto';
import { makeDynamoClient } from '../../functions/adapters/dynamo-client.ts';
import { makeDynamoStore } from '../../functions/adapters/dynamo-store.ts';
import { instant } from '../../functions/domain/instant.ts';
import type { Tenant } from '../../functions/domain/tenant.ts';
import type { IssuedToken } from './console/console-options.ts';
import type { Handlers } from './handlers.ts';
import { ownClient, TABLE } from './lambda-environment.ts';

/** The Lambdas, and the one thing that only the local runtime asks of the app directly. */
export type LoadedSystem = {
  handlers: Handlers;
  issueToken: (email: string) => Promise<IssuedToken>;
};

/** Loads the Lambdas as a cold start does: they read the environment while they load, so it must be set before. */
export async function loadSystem(
  tenant: Tenant,
  loadHandlers: () => Promise<Handlers> = importHandlers,
): Promise<LoadedSystem> {
  const [handlers, tokens] = await Promise.all([loadHandlers(), import('../../functions/app/api-tokens.ts')]);
  const now = () => instant(Date.now());
  const store = makeDynamoStore(makeDynamoClient(ownClient), { table: TABLE, now });
  const newSecret = () => randomBytes(32).toString('base64url');
  return {
    handlers,
    issueToken: (email) => tokens.issueToken({ store, tenant, now, newSecret }, email, 'console'),
  };
}

async function importHandlers(): Promise<Handlers> {
  const [web, wake, sweep, feedback, inbound, canary] = await Promise.all([
    import('../../functions/web.ts'),
    import('../../functions/wake.ts'),
    import('../../functions/sweep.ts'),
    import('../../functions/feedback.ts'),
    import('../../functions/inbound.ts'),
    import('../../functions/canary.ts'),
  ]);
  return {
    web: web.handler,
    wake: wake.handler,
    sweep: sweep.handler,
    feedback: feedback.handler,
    inbound: inbound.handler,
    canary: canary.handler,
  };
}
