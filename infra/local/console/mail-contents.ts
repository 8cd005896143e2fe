import PostalMime from 'postal-mime';
import type { LocalServers } from '../aws/local-servers.ts';
import { firstLine } from './first-line.ts';

export type MailContents = {
  html: string;
  text: string;
  /** What a mail program shows under the subject. */
  firstLine: string;
  calendar: { name: string; method: string; text: string }[];
};

/** Reads stored mails as a mail program does, each one once. */
export function createMailReader(
  ses: Pick<LocalServers['ses'], 'raw'>,
): (id: string) => Promise<MailContents> {
  const read = new Map<string, Promise<MailContents>>();
  return (id) => {
    const contents = read.get(id) ?? ses.raw(id).then(parse);
    read.set(id, contents);
    return contents;
  };
}

async function parse(bytes: Uint8Array): Promise<MailContents> {
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'utf8' });
  const text = mail.text ?? '';
  return {
    html: mail.html ?? '',
    text,
    firstLine: firstLine(mail.html ?? '', text),
    calendar: mail.attachments
      .filter((part) => part.mimeType === 'text/calendar' && part.disposition === null)
      .map((part) => ({
        name: part.filename ?? 'calendar entry',
        method: part.method ?? '',
        text: String(part.content),
      })),
  };
}
