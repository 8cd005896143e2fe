import { runUntilSignal } from '../../infra/local/run-until-signal.ts';
import { readSettings } from '../../infra/local/settings.ts';
import { startLocal } from '../../infra/local/start-local.ts';
import { loadSmallSystem } from './small-system.ts';
import { smallTenant } from './small-tenant.ts';

// What `npm start` runs, with small Lambdas in the place of the real ones.
await runUntilSignal(async () => {
  const { tenantPath: _, ...settings } = readSettings(process.env);
  return startLocal({ ...settings, tenant: smallTenant, load: loadSmallSystem });
});
