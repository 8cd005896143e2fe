import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Deployment } from '../functions/domain/deployment.ts';
import type { Tenant } from '../functions/domain/tenant.ts';
import { type Account, readAccounts } from './account.ts';
import { fleetErrors } from './fleet-errors.ts';
import { readTenant } from './read-tenant.ts';

/** A tenant as it is deployed. */
export type DeployedTenant = { tenant: Tenant; aws: Deployment };

/** Everything that is deployed: all tenants, and the accounts they are in. */
export type Fleet = { accounts: readonly Account[]; tenants: readonly DeployedTenant[] };

/** Reads a folder of tenant files and the list of accounts; answers every error in all of them, each with its file. */
export async function readFleet(paths: {
  tenants: string;
  accounts: string;
}): Promise<{ fleet: Fleet } | { errors: string[] }> {
  const names = (await readdir(paths.tenants)).filter((name) => name.endsWith('.json')).sort();
  const read = await Promise.all(names.map((name) => readDeployed(join(paths.tenants, name))));
  const accounts = await readAccounts(paths.accounts);
  const errors = [...('errors' in accounts ? accounts.errors : []), ...read.flatMap(errorsOf)];
  if ('errors' in accounts || errors.length > 0) return { errors };
  const tenants = read.flatMap((one) => ('errors' in one ? [] : [one]));
  const fleet = { accounts: accounts.accounts, tenants };
  const fleetWide = fleetErrors(fleet);
  return fleetWide.length > 0 ? { errors: fleetWide } : { fleet };
}

async function readDeployed(path: string): Promise<DeployedTenant | { errors: string[] }> {
  const read = await readTenant(path);
  if ('errors' in read) return { errors: read.errors.map((error) => `${path}: ${error}`) };
  const { slug, aws } = read.file;
  if (`${slug}.json` !== basename(path))
    return { errors: [`${path}: slug: The file of ${slug} is ${slug}.json.`] };
  if (!aws) return { errors: [`${path}: aws: Say where this tenant runs: account, region, alarmAddress.`] };
  return { tenant: read.tenant, aws };
}

function errorsOf(read: DeployedTenant | { errors: string[] }): string[] {
  return 'errors' in read ? read.errors : [];
}
