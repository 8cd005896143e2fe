import { domainOf } from '../../../functions/domain/address.ts';
import type { DeployedTenant } from '../../fleet.ts';
import { lookAtAlarms, lookAtScheduleGroup } from './alarms.ts';
import { type CalendarAsked, lookAtCalendar } from './calendar.ts';
import type { Clients } from './clients.ts';
import { type Finding, makeLook } from './finding.ts';
import { lookAtConfigurationSet, lookAtDomain } from './mail.ts';
import { lookAtQueues } from './queues.ts';
import { lookAtSending } from './sending.ts';
import { lookAtSignIn, type ReadJson } from './sign-in.ts';
import { lookAtStack } from './stack.ts';
import { lookAtTable } from './table.ts';

export type Examined = DeployedTenant & {
  clients: Clients;
  /** Mails a second that infra/accounts.json says of the tenant's account and region. */
  accountRate: number;
  /** The version of this machine's time-zone data. */
  zoneData: string;
  readJson: ReadJson;
  now: Date;
  /** Whom to act as in the tenant's calendar, and who is asked instead. */
  calendar?: Pick<CalendarAsked, 'actAs' | 'endpoint'>;
};

/** Looks at everything a deployed tenant needs, by the names that its stack gives (infra/tenant-stack.ts). Only reads. */
export async function examine({ tenant, aws, clients, accountRate, ...here }: Examined): Promise<Finding[]> {
  const { slug, sender, replyDomain, sendRate } = tenant;
  const name = `nevertwice-${slug}`;
  const look = makeLook(name);
  const domains = [...new Set([domainOf(sender), replyDomain])];
  const found = await Promise.all([
    lookAtStack(look, clients, name, aws.account),
    ...domains.map((domain) => lookAtDomain(look, clients.ses, domain)),
    lookAtSending(look, clients.ses, { tenant: sendRate, account: accountRate }),
    lookAtConfigurationSet(look, clients.ses, name),
    lookAtQueues(look, { ...clients, slug, now: here.now }),
    lookAtScheduleGroup(look, clients.scheduler, name),
    lookAtTable(look, clients.dynamoDb, { name, ...here }),
    lookAtAlarms(look, clients.cloudWatch, name),
    lookAtSignIn(look, clients, { name, tenant, aws, readJson: here.readJson }),
    lookAtCalendar(look, { actAs: undefined, endpoint: undefined, ...here.calendar, ...clients }, tenant),
  ]);
  return found.flat();
}
