import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { domainOf, normalAddress } from '../../../functions/domain/address.ts';
import { mayManage, mayReceive, type Tenant } from '../../../functions/domain/tenant.ts';
import { readTenant } from '../../read-tenant.ts';
import { ClearError } from '../clear-error.ts';
import type { Sample } from './sample.ts';

export type ChosenTenant = { path: string; name: string };

// Only who may take part is asked here; the system itself reads the days off.
const NO_YEARS = { first: 2027, last: 2026 };
const FOLDERS = ['infra/tenants', 'test/tenants'];

/**
 * The tenant that a sample names; else the one among infra/tenants and test/tenants that lets everybody in it take part;
 * else one made for these people.
 */
export async function tenantFor(sample: Sample, root: string): Promise<ChosenTenant> {
  if (sample.tenant !== undefined) {
    const path = resolve(root, sample.tenant);
    return { path, name: (await mustRead(path)).name };
  }
  const { manager, participants } = sample.conversation;
  const others = participants.flatMap(({ email }) => email ?? []).map(normalAddress);
  for (const path of await tenantFiles(root)) {
    const tenant = await mustRead(path);
    const manages = mayManage(tenant, normalAddress(manager.email));
    if (manages && others.every((address) => mayReceive(tenant, address))) return { path, name: tenant.name };
  }
  return makeTenant(sample.conversation.timezone, [normalAddress(manager.email), ...others]);
}

async function tenantFiles(root: string): Promise<string[]> {
  const found = FOLDERS.map(async (folder) =>
    (await readdir(join(root, folder))).sort().map((name) => join(root, folder, name)),
  );
  return (await Promise.all(found)).flat();
}

async function mustRead(path: string): Promise<Tenant> {
  const read = await readTenant(path, NO_YEARS);
  if ('tenant' in read) return read.tenant;
  throw new ClearError(`The tenant file ${path} is not valid: ${read.errors.join(' · ')}`);
}

async function makeTenant(timezone: string, addresses: readonly string[]): Promise<ChosenTenant> {
  const domains = [...new Set(addresses.map(domainOf))];
  const path = join(await mkdtemp(join(tmpdir(), 'nevertwice-tenant-')), 'demo.json');
  const tenant = {
    slug: 'demo',
    name: domains[0],
    recipientDomains: domains,
    managers: domains,
    sender: `nevertwice@${domains[0]}`,
    replyDomain: `reply.${domains[0]}`,
    timezone,
    country: 'NL',
    branding: { colour: '#0b5d4e' },
  };
  await writeFile(path, JSON.stringify(tenant));
  return { path, name: (await mustRead(path)).name };
}
