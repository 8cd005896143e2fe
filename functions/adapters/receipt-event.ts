import * as z from 'zod/mini';
import type { ReceivedMail, Verdict } from '../app/incoming-mail.ts';
import { isoMoment } from './iso-moment.ts';

const verdict = z.pipe(
  z.object({ status: z.string() }),
  z.transform(({ status }): Verdict => {
    if (status === 'PASS') return 'pass';
    return status === 'FAIL' ? 'fail' : 'unsure';
  }),
);

/** What SES hands to a Lambda for each mail (SES developer guide, "Contents of notifications"); it has no body. */
const eventSchema = z.object({
  Records: z
    .array(
      z.object({
        ses: z.object({
          mail: z.object({
            messageId: z.string().check(z.regex(/^[A-Za-z0-9-]{1,100}$/)),
            timestamp: isoMoment,
            source: z.string(),
          }),
          receipt: z.object({
            recipients: z.array(z.string()),
            spamVerdict: verdict,
            virusVerdict: verdict,
            dmarcVerdict: verdict,
          }),
        }),
      }),
    )
    .check(z.minLength(1)),
});

/** The mails that an event tells of. Throws a ZodError for anything else. */
export function readReceipts(event: unknown): ReceivedMail[] {
  return eventSchema.parse(event).Records.map(({ ses: { mail, receipt } }) => ({
    id: mail.messageId,
    at: mail.timestamp,
    source: mail.source,
    recipients: receipt.recipients,
    spam: receipt.spamVerdict,
    virus: receipt.virusVerdict,
    dmarc: receipt.dmarcVerdict,
  }));
}
