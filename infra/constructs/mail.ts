import { Stack } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  DedicatedIpPool,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  ScalingMode,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import { domainOf } from '../../functions/domain/address.ts';
import type { Deployment } from '../../functions/domain/deployment.ts';
import type { DeployedTenant } from '../fleet.ts';
import { type DnsRecord, publishRecords } from './dns-records.ts';

/** What the feedback Lambda makes receipts of (functions/adapters/ses-event.ts). */
const EVENTS = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.DELIVERY_DELAY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
];

/** The tenant's sender in SES, how its mail leaves, and the rule that picks what SES reports of it. */
export function makeMail(scope: Construct, name: string, { tenant, aws }: DeployedTenant) {
  const domain = domainOf(tenant.sender);
  const dedicatedIpPool =
    aws.sesPlan === 'dedicated'
      ? new DedicatedIpPool(scope, 'Pool', { dedicatedIpPoolName: name, scalingMode: ScalingMode.MANAGED })
      : undefined;
  const configurationSet = new ConfigurationSet(scope, 'ConfigurationSet', {
    configurationSetName: name,
    reputationMetrics: true,
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    // What people agreed never travels in the clear; a mailbox without TLS shows as a bounce.
    tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    ...(dedicatedIpPool && { dedicatedIpPool }),
  });
  configurationSet.addEventDestination('Events', {
    destination: EventDestination.eventBus(EventBus.fromEventBusName(scope, 'DefaultBus', 'default')),
    events: EVENTS,
  });
  // A second identity, because invitations come from the domain that takes their answers.
  const domains = [...new Set([domain, tenant.replyDomain])];
  for (const [n, each] of domains.entries()) makeIdentity(scope, n === 0 ? 'Sender' : 'Reply', each, aws);
  // Every tenant's events are on the account's one bus: without the configuration set this would take in the others'.
  const rule = new Rule(scope, 'MailEvents', {
    description: `What SES reports of the mails of ${tenant.slug}.`,
    eventPattern: {
      source: ['aws.ses'],
      detail: { mail: { tags: { 'ses:configuration-set': [name] } } },
    },
  });
  const { configurationSetName } = configurationSet;
  const arnOf = (resource: string, resourceName: string) =>
    Stack.of(scope).formatArn({ service: 'ses', resource, resourceName });
  const sendArns = [...domains.map((each) => arnOf('identity', each)), arnOf('configuration-set', name)];
  return { configurationSetName, rule, sendArns };
}

function makeIdentity(scope: Construct, id: string, domain: string, { hostedZone }: Deployment): void {
  const identity = new EmailIdentity(scope, id, {
    identity: Identity.domain(domain),
    mailFromDomain: `bounce.${domain}`,
    feedbackForwarding: false,
  });
  publishRecords(scope, identityRecords(scope, id, domain, identity), { domain, hostedZone });
}

/** DKIM and the custom MAIL FROM: what a receiver checks (DMARC wants both in the sender's own domain). */
function identityRecords(scope: Construct, id: string, domain: string, identity: EmailIdentity): DnsRecord[] {
  const { region } = Stack.of(scope);
  const name = `bounce.${domain}`;
  return [
    ...identity.dkimRecords.map(
      (record, n): DnsRecord => ({ id: `${id}Dkim${n + 1}`, type: 'CNAME', ...record }),
    ),
    { id: `${id}BounceMx`, name, type: 'MX', value: `10 feedback-smtp.${region}.amazonses.com` },
    { id: `${id}BounceSpf`, name, type: 'TXT', value: '"v=spf1 include:amazonses.com ~all"' },
  ];
}
