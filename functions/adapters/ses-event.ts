import * as z from 'zod/mini';
import type { MailEvent } from '../app/mail-report.ts';
import { instant } from '../domain/instant.ts';
import { isoMoment } from './iso-moment.ts';

const tag = z.tuple([z.string()], z.string());

const mail = z.object({
  messageId: z.string(),
  timestamp: isoMoment,
  tags: z.object({ conversation: tag, mail: tag, claimed: tag }),
});

/** The events SES publishes for a mail, as EventBridge hands them on (SES developer guide, "event publishing"). */
const detailSchema = z.discriminatedUnion('eventType', [
  z.object({ eventType: z.literal('Send'), mail }),
  z.object({ eventType: z.literal('Reject'), mail, reject: z.object({ reason: z.string() }) }),
  z.object({ eventType: z.literal('Delivery'), mail, delivery: z.object({ timestamp: isoMoment }) }),
  z.object({
    eventType: z.literal('DeliveryDelay'),
    mail,
    deliveryDelay: z.object({ timestamp: isoMoment, delayType: z.string() }),
  }),
  z.object({
    eventType: z.literal('Bounce'),
    mail,
    bounce: z.object({ timestamp: isoMoment, bounceType: z.string(), bounceSubType: z.string() }),
  }),
  z.object({ eventType: z.literal('Complaint'), mail, complaint: z.object({ timestamp: isoMoment }) }),
]);
type Detail = z.infer<typeof detailSchema>;
type Said = Pick<MailEvent, 'outcome' | 'at' | 'detail' | 'failed'>;

// SES names the words of its bounces in CamelCase; they are shown to people as "mailbox full".
function words(camel: string): string {
  return camel.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

function bounced(bounce: Extract<Detail, { eventType: 'Bounce' }>['bounce']): Said {
  const suppressed = /Suppress/.test(bounce.bounceSubType);
  const failed = bounce.bounceType === 'Permanent' ? (suppressed ? 'suppressed' : 'bounced') : undefined;
  return { outcome: 'bounced', at: bounce.timestamp, detail: words(bounce.bounceSubType), failed };
}

function said(detail: Detail): Said {
  const { timestamp } = detail.mail;
  switch (detail.eventType) {
    case 'Send':
      return { outcome: 'accepted', at: timestamp, detail: undefined, failed: undefined };
    case 'Reject':
      return { outcome: 'bounced', at: timestamp, detail: 'rejected by SES', failed: undefined };
    case 'Delivery':
      return { outcome: 'delivered', at: detail.delivery.timestamp, detail: undefined, failed: undefined };
    case 'DeliveryDelay':
      return {
        outcome: 'delayed',
        at: detail.deliveryDelay.timestamp,
        detail: words(detail.deliveryDelay.delayType),
        failed: undefined,
      };
    case 'Bounce':
      return bounced(detail.bounce);
    case 'Complaint':
      return {
        outcome: 'complained',
        at: detail.complaint.timestamp,
        detail: undefined,
        failed: 'complained',
      };
  }
}

/** What an event says of one of our mails; undefined for events that are not about one (opens, other senders' mail). */
export function readSesEvent(detail: unknown): MailEvent | undefined {
  const parsed = detailSchema.safeParse(detail);
  if (!parsed.success) return undefined;
  const { tags, messageId } = parsed.data.mail;
  return {
    conversation: tags.conversation[0],
    mail: tags.mail[0],
    claimedAt: instant(Number(tags.claimed[0])),
    sesId: messageId,
    ...said(parsed.data),
  };
}
