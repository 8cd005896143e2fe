import * as z from 'zod';
import type { ReceivedMail, Verdict } from '../app/incoming-mail.ts';
import { instant } from '../domain/instant.ts';

const verdict = z.object({ status: z.string() }).transform(({ status }): Verdict => {
  if (status === 'PASS') return 'pass';
  return status === 'FAIL' ? 'fail' : 'unsure';
});

/** What SES hands to a Lambda for each mail (SES developer guide, "Contents of notifications"); it has no body. */
const eventSchema = z.object({
  Records: z
    .array(
      z.object({
        ses: z.object({
          mail: z.object({
            messageId: z.string().regex(/^[A-Za-z0-9-]{1,100}$/),
            timestamp: z.iso.datetime({ offset: true }).transform((text) => instant(Date.parse(text))),
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
    .min(1),
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
