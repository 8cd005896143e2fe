import { readTenant } from '../read-tenant.ts';
import { ClearError } from './clear-error.ts';
import { runUntilSignal } from './run-until-signal.ts';
import { readSettings } from './settings.ts';
import { startLocal } from './start-local.ts';

await runUntilSignal(async () => {
  const { tenantPath, ...settings } = readSettings(process.env);
  const read = await readTenant(tenantPath);
  if ('errors' in read)
    throw new ClearError(`The tenant file ${tenantPath} is not valid: ${read.errors.join(' · ')}`);
  return startLocal({ ...settings, tenant: read.tenant });
});
