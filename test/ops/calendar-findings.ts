import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { onTestFinished } from 'vitest';
import { chosenTenants } from '../../infra/commands/chosen-tenants.ts';
import { lookAtCalendar } from '../../infra/commands/doctor/calendar.ts';
import { makeLook } from '../../infra/commands/doctor/finding.ts';
import { type ServerOptions, startServers } from '../../infra/local/aws/local-servers.ts';
import { setting, startTestClock, temporaryFolder } from '../local/local-system.ts';

export const MANAGER = 'greta@globex.example';

/** What the doctor finds of globex' calendar, with this in its secret; asked is this machine's Microsoft unless `endpoint` is given. */
export async function findingsOf(asked: {
  calendar: 'google' | 'microsoft';
  secret: string | undefined;
  endpoint?: string | undefined;
  actAs?: string | undefined;
  microsoft?: ServerOptions['microsoft'];
}) {
  const { calendar, secret, actAs, microsoft } = asked;
  const dataDir = await temporaryFolder();
  const clock = startTestClock(dataDir);
  const secrets = secret === undefined ? {} : { [`nevertwice/globex/${calendar}`]: secret };
  const servers = await startServers({ ...setting, dataDir, clock, secrets, microsoft });
  onTestFinished(() => servers.close());
  const client = new SecretsManagerClient({
    region: setting.region,
    endpoint: servers.endpoints.secretsmanager,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  onTestFinished(() => client.destroy());
  const [globex] = await chosenTenants(['globex']);
  if (!globex) throw new Error('no tenant');
  const { endpoint = servers.endpoints.microsoft } = asked;
  return lookAtCalendar(
    makeLook('nevertwice-globex'),
    { secrets: client, endpoint, actAs },
    { ...globex.tenant, calendar },
  );
}
