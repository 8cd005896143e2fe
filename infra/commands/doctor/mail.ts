import {
  GetConfigurationSetCommand,
  GetConfigurationSetEventDestinationsCommand,
  GetEmailIdentityCommand,
  type SESv2Client,
} from '@aws-sdk/client-sesv2';
import { type Finding, fail, type Look, ok, warn } from './finding.ts';

// What the feedback Lambda makes receipts of (infra/constructs/mail.ts).
const EVENTS = ['SEND', 'REJECT', 'DELIVERY', 'DELIVERY_DELAY', 'BOUNCE', 'COMPLAINT'] as const;

/** Whether SES may send as one domain: verified, signed, and with a bounce domain of its own. */
export function lookAtDomain(look: Look, ses: SESv2Client, domain: string): Promise<Finding[]> {
  const identity = ses.send(new GetEmailIdentityCommand({ EmailIdentity: domain }));
  return Promise.all([
    look(`${domain} verified`, async () =>
      (await identity).VerifiedForSendingStatus
        ? ok()
        : fail('Make the DNS records of the stack’s outputs; SES looks for them for 72 hours'),
    ),
    look(`${domain} DKIM`, async () => {
      const { SigningEnabled = false, Status = 'NOT_STARTED' } = (await identity).DkimAttributes ?? {};
      if (Status !== 'SUCCESS') return fail(`${Status}: make the three CNAME records of the stack’s outputs`);
      return SigningEnabled ? ok() : fail('Signing is switched off: switch it on in SES');
    }),
    look(`${domain} MAIL FROM`, async () => {
      const { MailFromDomainStatus: status, MailFromDomain: bounce = '' } =
        (await identity).MailFromAttributes ?? {};
      return status === 'SUCCESS'
        ? ok(bounce)
        : fail(`${status ?? 'not set'}: make the MX and TXT records of bounce.${domain}`);
    }),
  ]);
}

/** How the tenant's mail leaves, and whether SES reports what becomes of it. */
export function lookAtConfigurationSet(look: Look, ses: SESv2Client, name: string): Promise<Finding[]> {
  return Promise.all([
    look('configuration set', async () => {
      const { SendingOptions, ReputationOptions } = await ses.send(
        new GetConfigurationSetCommand({ ConfigurationSetName: name }),
      );
      if (SendingOptions?.SendingEnabled === false)
        return fail('Sending is paused for this tenant: find out who did it and why, then resume it in SES');
      return ReputationOptions?.ReputationMetricsEnabled
        ? ok()
        : warn(`Bounces are not measured, so their alarms are blind: npx cdk deploy ${name}`);
    }),
    look('SES events', async () => {
      const { EventDestinations = [] } = await ses.send(
        new GetConfigurationSetEventDestinationsCommand({ ConfigurationSetName: name }),
      );
      const told = EventDestinations.filter((one) => one.Enabled && one.EventBridgeDestination).flatMap(
        ({ MatchingEventTypes = [] }) => MatchingEventTypes,
      );
      const untold = EVENTS.filter((event) => !told.includes(event));
      return untold.length === 0
        ? ok()
        : fail(`EventBridge does not get ${untold.join(', ')}: npx cdk deploy ${name}`);
    }),
  ]);
}
