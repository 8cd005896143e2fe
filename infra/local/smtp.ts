import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

// What SES takes for a receipt rule with an S3 action (SES quotas).
const LARGEST_BYTES = 40 * 1024 * 1024;

export type SmtpMail = { source: string; recipients: string[]; raw: Uint8Array };
export type Smtp = {
  url: string;
  /** Mails that came before this wait for it; a mail is accepted once it resolved. */
  deliverWith(deliver: (mail: SmtpMail) => Promise<void>): void;
  close(): Promise<void>;
};

/** The bytes of a mail, which is read to its end even if nothing of it is kept; undefined when it is too large. */
async function wholeMail(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size <= LARGEST_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size <= LARGEST_BYTES ? Buffer.concat(chunks) : undefined;
}

/**
 * Takes mail for one domain on 127.0.0.1, as SES does for whoever the MX leads to it; port 0 is any free one. Rejects with the
 * system's error (EADDRINUSE) when the port is taken.
 */
export async function openSmtp(port: number, domain: () => string): Promise<Smtp> {
  const { promise: deliver, resolve: deliverWith } =
    Promise.withResolvers<(mail: SmtpMail) => Promise<void>>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_BYTES,
    onRcptTo({ address }, _session, done) {
      const isOurs = address.toLowerCase().endsWith(`@${domain()}`);
      done(isOurs ? null : new Error('550 5.1.1 Requested action not taken: mailbox unavailable'));
    },
    onData(stream, { envelope }, done) {
      const take = async () => {
        const raw = await wholeMail(stream);
        if (!raw) throw Object.assign(new Error('5.3.4 Message too large'), { responseCode: 552 });
        const source = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        await (await deliver)({ source, recipients: envelope.rcptTo.map(({ address }) => address), raw });
      };
      take().then(() => done(), done);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      // A client that hangs up in the middle is its own fault.
      server.off('error', reject).on('error', () => undefined);
      resolve();
    });
  });
  const bound: AddressInfo | string | null = server.server.address();
  const actual = bound !== null && typeof bound === 'object' ? bound.port : port;
  return {
    url: `smtp://127.0.0.1:${actual}`,
    deliverWith,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
