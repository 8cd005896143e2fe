import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMailReader, type MailContents } from '../console/mail-contents.ts';
import type { Client, ListedMail } from './client.ts';

export type ReadMail = ListedMail & MailContents & { raw: Uint8Array };

/** Every mail of the inbox as a mail program reads it, each fetched once. */
export function createInbox(client: Pick<Client, 'mails' | 'raw'>) {
  const known = new Map<string, Promise<ReadMail>>();
  async function read(listed: ListedMail): Promise<ReadMail> {
    const raw = await client.raw(listed.id);
    const contents = await createMailReader({ raw: async () => raw })(listed.id);
    return { ...listed, ...contents, raw };
  }
  return async (): Promise<ReadMail[]> => {
    const listed = await client.mails();
    for (const mail of listed) if (!known.has(mail.id)) known.set(mail.id, read(mail));
    return Promise.all(listed.map((mail) => known.get(mail.id) ?? read(mail)));
  };
}

/** The newest link to their own page that a person was mailed. */
export function linkFor(
  mails: readonly Pick<ReadMail, 'kind' | 'to' | 'text'>[],
  address: string,
): string | undefined {
  const links = mails
    .filter((mail) => mail.kind !== 'digest' && mail.to.includes(address))
    .flatMap((mail) => /https?:\/\/[^\s<>"]+\/p\/[A-Za-z0-9._~-]+/.exec(mail.text)?.[0] ?? []);
  return links.at(-1);
}

/** What one person was told twice on one day in the same words: every mail has to leave once. */
export function repeatedMail(mails: readonly ReadMail[]): ReadMail | undefined {
  const seen = new Set<string>();
  return mails.find((mail) => {
    const key = JSON.stringify([mail.at.slice(0, 10), mail.to, mail.subject, mail.text]);
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}

/** Writes each mail as `.eml` and each calendar part as `.ics` into a folder, numbered in the order they left. */
export async function writeMails(folder: string, mails: readonly ReadMail[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [index, mail] of mails.entries()) {
    const whom = (mail.to[0] ?? '').replace(/@.*$/, '').replace(/[^a-z0-9.-]+/gi, '_');
    const name = `${String(index + 1).padStart(3, '0')}-${mail.at.slice(0, 10)}-${mail.kind}-${whom}`;
    await writeFile(join(folder, `${name}.eml`), mail.raw);
    // The reader hands out text with this machine's line ends; a calendar file has CRLF (RFC 5545 §3.1).
    for (const part of mail.calendar)
      await writeFile(join(folder, `${name}.ics`), part.text.replace(/\r?\n/g, '\r\n'));
  }
}
