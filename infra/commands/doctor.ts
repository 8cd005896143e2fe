import { parseArgs } from 'node:util';
import { ClearError } from '../local/clear-error.ts';
import { type ChosenTenant, chosenTenants } from './chosen-tenants.ts';
import { makeClients } from './doctor/clients.ts';
import { examine } from './doctor/examine.ts';
import { findingsTable } from './doctor/findings-table.ts';

const USAGE = 'npm run doctor -- <tenant> … | --all [--as <manager’s address>]';

const { positionals, values: flags } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean', default: false }, as: { type: 'string' } },
});

try {
  if (flags.all === positionals.length > 0) throw new ClearError(USAGE);
  const tenants = await chosenTenants(flags.all ? 'all' : positionals);
  // One after the other: SES answers few such questions a second.
  for (const tenant of tenants) if (!(await isWell(tenant))) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof ClearError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function readJson(url: string): Promise<unknown> {
  const response = await fetch(url, {
    signal: AbortSignal.timeout(10_000),
    headers: { accept: 'application/json' },
  });
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return response.json();
}

/** Prints what was found of one tenant; answers whether nothing failed. */
async function isWell(chosen: ChosenTenant): Promise<boolean> {
  const { tenant, aws } = chosen;
  const clients = makeClients(aws.region);
  try {
    const zoneData = process.versions.tz ?? 'none';
    const findings = await examine({
      ...chosen,
      clients,
      zoneData,
      now: new Date(),
      readJson,
      calendar: { actAs: flags.as, endpoint: process.env.CALENDAR_ENDPOINT },
    });
    console.log(`${tenant.slug} (${aws.account}, ${aws.region})\n${findingsTable(findings)}\n`);
    return findings.every(({ state }) => state !== 'fail');
  } finally {
    clients.destroy();
  }
}
