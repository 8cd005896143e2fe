import { GetAccountCommand, type SESv2Client, type SendQuota } from '@aws-sdk/client-sesv2';
import { type Finding, fail, type Look, ok, type Result, warn } from './finding.ts';

const NEARLY = 0.8;

/** `tenant`: its own send rate; `account`: what infra/accounts.json says SES allows there. Mails a second. */
type Rates = { tenant: number; account: number };

/** What SES lets the account do: all its tenants in that region share it. */
export function lookAtSending(look: Look, ses: SESv2Client, rates: Rates): Promise<Finding[]> {
  const account = ses.send(new GetAccountCommand({}));
  return Promise.all([
    look('out of the sandbox', async () =>
      (await account).ProductionAccessEnabled
        ? ok()
        : fail('Ask SES for production access in this region; until then only verified addresses get mail'),
    ),
    look('sending enabled', async () => {
      const { SendingEnabled, EnforcementStatus = 'HEALTHY' } = await account;
      if (!SendingEnabled || EnforcementStatus === 'SHUTDOWN')
        return fail('SES has paused the account: answer its case in the support centre');
      return EnforcementStatus === 'HEALTHY'
        ? ok()
        : warn(`${EnforcementStatus}: SES reviews the account; look at its bounces and complaints`);
    }),
    look('send rate', async () => rateResult((await account).SendQuota ?? {}, rates)),
    look('daily quota', async () => quotaResult((await account).SendQuota ?? {})),
  ]);
}

function rateResult({ MaxSendRate: allowed = 0 }: SendQuota, { tenant, account }: Rates): Result {
  if (allowed < tenant)
    return fail(
      `SES allows ${allowed} a second and sendRate is ${tenant}: have it raised, or lower sendRate`,
    );
  return allowed < account
    ? warn(`SES allows ${allowed} a second, infra/accounts.json says ${account}: correct it there`)
    : ok(`${allowed} a second`);
}

function quotaResult({ SentLast24Hours: sent = 0, Max24HourSend: most = 0 }: SendQuota): Result {
  // SES says -1 where there is no limit.
  const seen = `${sent} of ${most === -1 ? 'any number' : most} in 24 hours`;
  if (most === -1 || sent < most * NEARLY) return ok(seen);
  return sent < most
    ? warn(`${seen}: have the quota raised`)
    : fail(`${seen}: no mail leaves; have it raised`);
}
