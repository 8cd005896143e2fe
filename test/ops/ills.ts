import { vi } from 'vitest';
import { chosenTenants } from '../../infra/commands/chosen-tenants.ts';
import { makeClients } from '../../infra/commands/doctor/clients.ts';
import { examine } from '../../infra/commands/doctor/examine.ts';

/** The issuer of globex. */
export const GLOBEX = 'https://login.globex.example';
/** Its discovery document, when that is asked for. */
export const discovered = (url: string): Promise<unknown> =>
  Promise.resolve(
    url === `${GLOBEX}/.well-known/openid-configuration`
      ? { issuer: GLOBEX, authorization_endpoint: `${GLOBEX}/authorize` }
      : undefined,
  );

/** What is not well with acme, asked where `environment` leads. */
export async function illsOf(environment: Record<string, string>, slug = 'acme', readJson = discovered) {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const [chosen] = await chosenTenants([slug]);
  if (!chosen) throw new Error('no tenant');
  const clients = makeClients(chosen.aws.region);
  try {
    const zoneData = process.versions.tz ?? '';
    const findings = await examine({
      ...chosen,
      accountRate: 50,
      clients,
      zoneData,
      now: new Date(),
      readJson,
    });
    return { all: findings, ills: findings.filter(({ state }) => state !== 'ok') };
  } finally {
    clients.destroy();
    vi.unstubAllEnvs();
  }
}
