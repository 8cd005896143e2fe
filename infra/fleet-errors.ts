import { domainOf } from '../functions/domain/address.ts';
import type { DeployedTenant, Fleet } from './fleet.ts';

// Where SES receives mail (AWS General Reference, "Amazon SES endpoints", email receiving). AWS adds regions: so may you.
const INBOUND_REGIONS: readonly string[] = [
  'us-east-1',
  'us-east-2',
  'us-west-2',
  'ca-central-1',
  'eu-central-1',
  'eu-west-1',
  'eu-west-2',
  'ap-northeast-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
];

/** What no tenant file shows by itself: what two of them cannot both have, and what an account cannot carry. */
export function fleetErrors({ accounts, tenants }: Fleet): string[] {
  return [
    ...tenants.flatMap(({ tenant, aws }) =>
      INBOUND_REGIONS.includes(aws.region)
        ? []
        : [
            `${tenant.slug}: aws.region: SES receives no mail in ${aws.region}. Choose one of ${INBOUND_REGIONS.join(', ')}.`,
          ],
    ),
    ...tenants
      .filter(({ aws }) => !accounts.some((account) => isIn(account, aws)))
      .map(
        ({ tenant, aws }) =>
          `${tenant.slug}: aws.account: the list of accounts has no ${aws.account} in ${aws.region}. Add it with the send rate that SES gave it.`,
      ),
    ...tenants
      .filter(({ tenant }) =>
        [domainOf(tenant.sender), ...tenant.recipientDomains].includes(tenant.replyDomain),
      )
      .map(
        ({ tenant }) =>
          `${tenant.slug}: replyDomain: People have mailboxes at ${tenant.replyDomain}, and all mail to the reply domain goes to Nevertwice. Use a domain of its own, such as reply.${tenant.replyDomain}.`,
      ),
    ...tenants.flatMap(foreignSecret),
    ...twice('sender, replyDomain', tenants, ({ tenant, aws }) => {
      const domains = new Set([domainOf(tenant.sender), tenant.replyDomain]);
      return [...domains].map((domain) => `${domain} in ${placeOf(aws)}`);
    }),
    ...twice('aws.domain', tenants, ({ aws }) => (aws.domain === undefined ? [] : [aws.domain])),
    ...accounts.flatMap((account) => {
      const here = tenants.filter(({ aws }) => isIn(account, aws));
      const sum = here.reduce((rate, { tenant }) => rate + tenant.sendRate, 0);
      const slugs = here.map(({ tenant }) => `${tenant.slug} ${tenant.sendRate}`).join(', ');
      return sum <= account.sendRate
        ? []
        : [
            `sendRate: ${placeOf(account)} may send ${account.sendRate} mails a second, its tenants want ${sum} (${slugs}).`,
          ];
    }),
  ];
}

function foreignSecret({ tenant, aws }: DeployedTenant): string[] {
  if (tenant.signIn === 'cognito') return [];
  const [kind, , , region, account] = (tenant.signIn.clientSecret ?? '').split(':');
  if (kind !== 'arn' || (region === aws.region && account === aws.account)) return [];
  return [
    `${tenant.slug}: signIn.clientSecret: The secret is in account ${account}, ${region}. It must be in the tenant's own: ${placeOf(aws)}.`,
  ];
}

type Place = { account: string; region: string };

function isIn(account: Place, place: Place): boolean {
  return account.account === place.account && account.region === place.region;
}

function placeOf({ account, region }: Place): string {
  return `account ${account}, ${region}`;
}

/** What more than one tenant claims. */
function twice(
  field: string,
  tenants: readonly DeployedTenant[],
  claims: (tenant: DeployedTenant) => string[],
): string[] {
  const claimed = tenants.flatMap((one) => claims(one).map((claim) => ({ claim, slug: one.tenant.slug })));
  return [...Map.groupBy(claimed, ({ claim }) => claim)]
    .filter(([, group]) => group.length > 1)
    .map(([claim, group]) => {
      const slugs = group.map(({ slug }) => slug).join(' and ');
      return `${slugs}: ${field}: Only one stack can have ${claim}.`;
    });
}
