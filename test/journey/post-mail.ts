import { createTransport } from 'nodemailer';

export type Posted = {
  /** Whom the mail says it is from; the envelope's sender is the same unless it is given. */
  from: string;
  to: string | string[];
  text?: string;
  source?: string;
  raw?: Uint8Array;
  headers?: Record<string, string>;
};

/** Posts one mail; resolves once it was taken in. */
export async function postMail(url: string, mail: Posted): Promise<void> {
  const transport = createTransport(url);
  const { source = mail.from, to, raw, from, text, headers } = mail;
  const envelope = { from: source, to: [to].flat() };
  const content = raw ? { raw: Buffer.from(raw) } : { from, to, text, subject: 'Re: We talk', headers };
  await transport.sendMail({ envelope, ...content });
  transport.close();
}

/** The address that answers to a mail go to, from its bytes. */
export function replyAddressIn(raw: Uint8Array): string {
  return /^Reply-To:[\s\S]*?<(r\+[a-z2-7]{26}@[^>\s]+)>/m.exec(Buffer.from(raw).toString())?.[1] ?? '';
}
