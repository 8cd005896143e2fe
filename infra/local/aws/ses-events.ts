import { randomUUID } from 'node:crypto';
import type { EventBridgeEnvelope, SesEvent, StoredMail } from './local-servers.ts';
import type { MailHeaders } from './ses-headers.ts';

const A_SECOND = 1_000;

type Place = { region: string; accountId: string };
type Fate = 'delivered' | 'complained' | 'bounced' | 'mailbox-full' | 'suppressed';
type Published = Pick<EventBridgeEnvelope, 'detail-type' | 'detail'>;

/**
 * Everything SES will publish about an accepted mail, with its moment in epoch ms. The local part of an address decides its fate:
 * `bounce…`, `…+bounce`, `…+softbounce`, `…+suppressed`, `…+complaint`; every other address is delivered a second later.
 */
export function eventsOf(mail: StoredMail, headers: MailHeaders, place: Place): SesEvent[] {
  const acceptedAt = Date.parse(mail.at);
  const common = mailPart(mail, headers, place);
  const eventAt = (dueAt: number, published: Published): SesEvent => {
    const id = randomUUID();
    const time = new Date(dueAt).toISOString().replace(/\.\d{3}Z$/, 'Z');
    const resources = mail.configurationSet
      ? [`arn:aws:ses:${place.region}:${place.accountId}:configuration-set/${mail.configurationSet}`]
      : [];
    const detail = { ...published.detail, mail: common };
    const envelope = { version: '0', id, source: 'aws.ses' as const, account: place.accountId, time };
    return { id, dueAt, event: { ...envelope, region: place.region, resources, ...published, detail } };
  };

  const events = [
    eventAt(acceptedAt, { 'detail-type': 'Email Sent', detail: { eventType: 'Send', send: {} } }),
  ];
  for (const [fate, people] of Map.groupBy(mail.to, fateOf)) {
    const dueAt = acceptedAt + A_SECOND;
    switch (fate) {
      case 'delivered':
        events.push(eventAt(dueAt, delivery(people, dueAt)));
        break;
      case 'complained':
        events.push(eventAt(dueAt, delivery(people, dueAt)));
        events.push(eventAt(dueAt + A_SECOND, complaint(people, dueAt + A_SECOND)));
        break;
      case 'bounced':
      case 'mailbox-full':
      case 'suppressed':
        events.push(eventAt(dueAt, bounce(people, dueAt, fate)));
    }
  }
  return events.sort((a, b) => a.dueAt - b.dueAt);
}

function fateOf(address: string): Fate {
  const local = address.slice(0, address.lastIndexOf('@')).toLowerCase();
  if (local.includes('+suppressed')) return 'suppressed';
  if (local.includes('+softbounce')) return 'mailbox-full';
  if (local.includes('+complaint')) return 'complained';
  return local.startsWith('bounce') || local.includes('+bounce') ? 'bounced' : 'delivered';
}

function mailPart(mail: StoredMail, { headers, from }: MailHeaders, place: Place) {
  const source = from?.address ?? mail.from;
  const headerValue = (wanted: string) => headers.find(({ name }) => name.toLowerCase() === wanted)?.value;
  const tags = Object.entries(mail.tags).map(([name, value]): [string, string[]] => [name, [value]]);
  return {
    timestamp: mail.at,
    messageId: mail.id,
    source,
    sourceArn: `arn:aws:ses:${place.region}:${place.accountId}:identity/${source.split('@').at(-1)}`,
    sendingAccountId: place.accountId,
    destination: mail.to,
    headersTruncated: false,
    headers,
    commonHeaders: {
      from: [headerValue('from') ?? source],
      to: [headerValue('to') ?? mail.to.join(', ')],
      messageId: mail.id,
      subject: mail.subject,
    },
    tags: {
      'ses:operation': ['SendRawEmail'],
      'ses:source-ip': ['127.0.0.1'],
      'ses:from-domain': [source.split('@').at(-1)],
      'ses:caller-identity': ['local'],
      ...(mail.configurationSet && { 'ses:configuration-set': [mail.configurationSet] }),
      ...Object.fromEntries(tags),
    },
  };
}

function delivery(recipients: string[], at: number): Published {
  const smtp = { smtpResponse: '250 2.0.0 OK', reportingMTA: 'mta.local', remoteMtaIp: '127.0.0.1' };
  const timestamp = new Date(at).toISOString();
  const part = { timestamp, processingTimeMillis: A_SECOND, recipients, ...smtp };
  return { 'detail-type': 'Email Delivered', detail: { eventType: 'Delivery', delivery: part } };
}

function bounce(people: string[], at: number, fate: 'bounced' | 'mailbox-full' | 'suppressed'): Published {
  const told = {
    bounced: ['Permanent', 'General', '5.1.1', 'smtp; 550 5.1.1 user unknown'],
    'mailbox-full': ['Transient', 'MailboxFull', '4.2.2', 'smtp; 452 4.2.2 mailbox full'],
    suppressed: [
      'Permanent',
      'OnAccountSuppressionList',
      '5.1.1',
      'Amazon SES did not send the message to this address because it is on the suppression list for your account.',
    ],
  } as const;
  const [bounceType, bounceSubType, status, diagnosticCode] = told[fate];
  const part = {
    feedbackId: randomUUID(),
    bounceType,
    bounceSubType,
    bouncedRecipients: people.map((emailAddress) => ({
      emailAddress,
      action: 'failed',
      status,
      diagnosticCode,
    })),
    timestamp: new Date(at).toISOString(),
    reportingMTA: 'dns; mta.local',
  };
  return { 'detail-type': 'Email Bounced', detail: { eventType: 'Bounce', bounce: part } };
}

function complaint(people: string[], at: number): Published {
  const timestamp = new Date(at).toISOString();
  const part = {
    feedbackId: randomUUID(),
    complaintSubType: null,
    complainedRecipients: people.map((emailAddress) => ({ emailAddress })),
    timestamp,
    userAgent: 'mailbox.local',
    complaintFeedbackType: 'abuse',
    arrivalDate: timestamp,
  };
  return { 'detail-type': 'Email Complaint Received', detail: { eventType: 'Complaint', complaint: part } };
}
