import PostalMime, { type Attachment, addressParser, type Email } from 'postal-mime';
import type { CalendarPart, IncomingMail, ReadMail } from '../app/incoming-mail.ts';
import { normalAddress } from '../domain/address.ts';
import { excerpt } from '../domain/text.ts';
import { htmlText } from './html-text.ts';
import { readCalendar } from './read-calendar.ts';
import { mended } from './wrong-charset.ts';

const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024, forceRfc822Attachments: true };
// The parser takes time for each line: a mail of a million short ones would keep it busy for a minute.
const MOST_LINES = 20_000;
const LINE_FEED = 10;
const LONGEST_SUBJECT = 250;
// Far more than anybody says before they quote, and than a calendar that answers has.
const LONGEST_TEXT = 300_000;
const MOST_FILES = 10;
const CALENDAR = new Set(['text/calendar', 'application/ics', 'text/x-vcalendar']);

/** Every address in every From: more than one header, or more than one in it, is somebody who hides who they are. */
function sendersOf({ headers }: Email): string[] {
  const all = headers.filter(({ key }) => key === 'from').map(({ value }) => value);
  const found = all.flatMap((value) => addressParser(value, { flatten: true }));
  return found.flatMap(({ address }) => (address ? [normalAddress(address)] : []));
}

/** Machines say so, each in its own way (RFC 3834 §5, RFC 2076 §3.9, and what mail programs add). */
function isAutomatic({ headers }: Email): boolean {
  return headers.some(({ key, value }) => {
    const said = value.trim().toLowerCase();
    if (key === 'auto-submitted') return !/^no\b/u.test(said);
    if (key === 'precedence') return /^(?:bulk|list|junk|auto_reply)/u.test(said);
    if (key === 'return-path') return said === '<>';
    if (key === 'content-type') return said.startsWith('multipart/report');
    return /^(?:x-autoreply|x-autorespond|x-autoresponse|x-vacation|list-id|list-unsubscribe|feedback-id)$/u.test(
      key,
    );
  });
}

function isCalendar({ mimeType, filename }: Attachment): boolean {
  return CALENDAR.has(mimeType) || /\.ics$/iu.test(filename ?? '');
}

/** The files that somebody sent along; a logo below their name is part of how they write. */
function filesIn({ attachments }: Email): string[] {
  const sent = attachments.filter((one) => !isCalendar(one) && !one.related && one.disposition !== 'inline');
  return sent.slice(0, MOST_FILES).map(({ filename, mimeType }) => {
    const name = excerpt(mended((filename ?? '').slice(0, LONGEST_SUBJECT)));
    return name === '' ? excerpt(mimeType) : name;
  });
}

function calendarIn(attachment: Attachment): CalendarPart | undefined {
  const { content, method = '' } = attachment;
  if (!isCalendar(attachment)) return undefined;
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  return readCalendar(mended(text.slice(0, LONGEST_TEXT)), method);
}

function present(email: Email, isCut: boolean): IncomingMail {
  const written = email.text?.trim() ? email.text : htmlText(email.html ?? '');
  const calendar = email.attachments.map(calendarIn).find((part) => part !== undefined);
  return {
    from: sendersOf(email),
    isAutomatic: isAutomatic(email),
    messageId: email.messageId ?? '',
    subject: mended(email.subject ?? '').slice(0, LONGEST_SUBJECT),
    text: mended(written.slice(0, LONGEST_TEXT)),
    hasMore: isCut || (email.attachments.length > 0 && calendar === undefined),
    files: filesIn(email),
    calendar,
  };
}

/** As many of its lines as are read: attachments come last, and nothing in them counts. */
function beginning(raw: Uint8Array): Uint8Array {
  let end = -1;
  for (let lines = 0; lines < MOST_LINES; lines++) {
    end = raw.indexOf(LINE_FEED, end + 1);
    if (end === -1) return raw;
  }
  return raw.subarray(0, end + 1);
}

/** A mail that came in, from its bytes. Mails inside of mails and attachments stay closed. */
export const readMail: ReadMail = async (raw) => {
  try {
    const read = beginning(raw);
    return present(await PostalMime.parse(read, LIMITS), read.length < raw.length);
  } catch {
    // Whatever a stranger may send: what cannot be read is no mail.
    return undefined;
  }
};
