import { randomBytes } from 'node:crypto';
import type { Tenant } from '../../functions/domain/tenant.ts';
import type { LocalServers } from './aws/local-servers.ts';
import type { FailureLog } from './failures.ts';
import type { Handlers } from './handlers.ts';
import { INBOUND_BUCKET } from './lambda-environment.ts';
import { receiptEvent } from './receipt-event.ts';
import type { SmtpMail } from './smtp.ts';

// Lambda tries an event of an asynchronous caller three times; here without the minutes between.
const TRIES = 3;

/** SES's part for a mail that came in: it lies in the bucket before the Lambda is told of it. */
export function createInboundSource(options: {
  s3: LocalServers['s3'];
  inbound: Handlers['inbound'];
  tenant: Tenant;
  region: string;
  accountId: string;
  now: () => number;
  failures: FailureLog;
}): (mail: SmtpMail) => Promise<void> {
  return async (mail) => {
    const id = randomBytes(20).toString('hex');
    options.s3.put(INBOUND_BUCKET, id, mail.raw);
    const event = receiptEvent(mail, { ...options, id, now: options.now() });
    for (let tried = 0; tried < TRIES; tried++) {
      try {
        await options.inbound(event);
        return;
      } catch (error) {
        options.failures.add('inbound', error);
      }
    }
  };
}
