import { type DeployedTenant, readFleet } from '../fleet.ts';
import { ClearError } from '../local/clear-error.ts';

/** A tenant with the send rate of its account (mails a second). */
export type ChosenTenant = DeployedTenant & { accountRate: number };

/**
 * The tenants named, or all of them; from `TENANTS` and `ACCOUNTS` as the synth reads them. Throws `ClearError` when a file is
 * wrong or there is no such tenant.
 */
export async function chosenTenants(slugs: readonly string[] | 'all'): Promise<ChosenTenant[]> {
  const { TENANTS = 'infra/tenants', ACCOUNTS = 'infra/accounts.json' } = process.env;
  const read = await readFleet({ tenants: TENANTS, accounts: ACCOUNTS });
  if ('errors' in read) throw new ClearError(read.errors.join('\n'));
  const { accounts, tenants } = read.fleet;
  const known = tenants.map(({ tenant }) => tenant.slug);
  const unknown = slugs === 'all' ? [] : slugs.filter((slug) => !known.includes(slug));
  if (unknown.length > 0)
    throw new ClearError(`There is no tenant ${unknown.join(', ')}; there are ${known.join(', ')}.`);
  return tenants
    .filter(({ tenant }) => slugs === 'all' || slugs.includes(tenant.slug))
    .map((one) => {
      const account = accounts.find(
        ({ account, region }) => account === one.aws.account && region === one.aws.region,
      );
      return { ...one, accountRate: account?.sendRate ?? 0 };
    });
}
