import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailPerson, OutgoingMail } from '../app/outgoing-mail.ts';
import { addrSpec } from './addr-spec.ts';
import { manyLines, oneLine } from './clean-text.ts';

const MESSAGE_ID = /^[\w.+-]{1,120}@[\w.-]{1,120}$/;
const LOOPBACK = /^(127\.0\.0\.1|localhost)$/;

/**
 * The mail as RFC 5322 bytes: CRLF, lines of at most 998 octets, UTF-8; with a calendar part as iMIP wants it
 * (RFC 6047 §2.4). Pure: the same mail gives the same bytes.
 * @throws Error when an address, id, date or link is malformed, or a part is empty
 */
export async function writeMime(mail: OutgoingMail): Promise<Uint8Array> {
  if (mail.html.trim() === '' || mail.text.trim() === '')
    throw new Error('a mail needs its html and its text');
  const composer = new MailComposer({
    messageId: messageId(mail.messageId),
    date: new Date(new Date(mail.date).toISOString()),
    from: mailbox(mail.from),
    to: mailbox(mail.to),
    ...(mail.replyTo && { replyTo: mailbox(mail.replyTo) }),
    ...(mail.thread !== undefined && { references: messageId(mail.thread) }),
    subject: headerText(mail.subject),
    text: manyLines(mail.text),
    html: manyLines(mail.html),
    ...(mail.calendar && { icalEvent: calendarPart(mail.calendar) }),
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(mail.unsubscribe && unsubscribe(mail.unsubscribe.url)),
    },
    baseBoundary: createHash('sha256').update(JSON.stringify(mail)).digest('hex').slice(0, 32),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function mailbox(person: MailPerson): { name: string; address: string } {
  return { name: headerText(person.name), address: addrSpec(person.email) };
}

// nodemailer lets a typed encoded word pass, and readers would decode it, line breaks included: it is broken up.
function headerText(text: string): string {
  return oneLine(text).replaceAll('=?', '= ?');
}

function messageId(id: string): string {
  if (!MESSAGE_ID.test(id)) throw new Error('not a message id');
  return `<${id}>`;
}

// Base64 keeps the CRLFs and folds of the calendar exactly as they were written.
function calendarPart(calendar: { content: string; method: string }) {
  return { ...calendar, filename: 'invite.ics', contentTransferEncoding: 'base64' };
}

// Written unfolded, because one-click implementations exist that do not unfold (RFC 8058 §3.1 wants both headers).
function unsubscribe(link: string) {
  const { href, protocol, hostname } = new URL(link);
  if (protocol !== 'https:' && !LOOPBACK.test(hostname)) throw new Error('an unsubscribe link must be https');
  if (href.length > 900) throw new Error('an unsubscribe link must fit a header line');
  return {
    'List-Unsubscribe': { prepared: true, value: `<${href}>` },
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
