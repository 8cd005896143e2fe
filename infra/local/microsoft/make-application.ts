import { randomBytes, randomUUID } from 'node:crypto';
import type { Application } from './graph-token.ts';

/** An application of this machine's Microsoft, and its key as it stands in the tenant's secret. */
export function makeApplication(): { application: Application; secret: string } {
  const clientSecret = randomBytes(24).toString('base64url');
  const application = { tenantId: randomUUID(), clientId: randomUUID(), clientSecret };
  return { application, secret: JSON.stringify(application) };
}
