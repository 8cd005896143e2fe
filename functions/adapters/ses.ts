import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { SendMail } from '../app/send-mail.ts';
import { addrSpec } from './addr-spec.ts';
import { type ClientConfig, timeouts } from './client-config.ts';
import { sendFailure } from './ses-failure.ts';

// One attempt: a retry after a lost reply would send the mail again. And no kept connection: a dead one would make
// the outcome unknown, where a failed new one is certain that nothing left.
export function makeSesClient(config: ClientConfig): SESClient {
  const agent = { keepAlive: false };
  return new SESClient({
    ...config,
    maxAttempts: 1,
    requestHandler: { ...timeouts(3_000, 10_000), httpAgent: agent, httpsAgent: agent },
  });
}

const TAG = /^[A-Za-z0-9_-]{1,256}$/;

/** `deadlineMs`: how long one attempt may take in all, the reply's body included. */
export type SesConfig = { configurationSet: string; deadlineMs?: number };

/**
 * Sends through SES with one attempt, whatever the headers say to `to` alone.
 * @throws Error when an address or a tag is malformed; never for what SES or the network answers
 */
export function makeSendMail(client: SESClient, config: SesConfig): SendMail {
  return async ({ raw, from, to, tags }) => {
    const command = new SendRawEmailCommand({
      Source: addrSpec(from),
      Destinations: [addrSpec(to)],
      RawMessage: { Data: raw },
      ConfigurationSetName: config.configurationSet,
      Tags: Object.entries(tags).map(([name, value]) => ({ Name: tag(name), Value: tag(value) })),
    });
    try {
      const abortSignal = AbortSignal.timeout(config.deadlineMs ?? 12_000);
      const { MessageId } = await client.send(command, { abortSignal });
      return MessageId
        ? { outcome: 'accepted', messageId: MessageId }
        : { outcome: 'unknown', detail: 'NoMessageId' };
    } catch (error) {
      return sendFailure(error);
    }
  };
}

function tag(text: string): string {
  if (!TAG.test(text)) throw new Error('a message tag takes 1 to 256 of A-Z a-z 0-9 _ -');
  return text;
}
