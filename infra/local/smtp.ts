import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
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
        const raw = await buffer(stream);
        if (stream.sizeExceeded) throw new Error('552 5.3.4 Message too large');
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
