import type { SESEvent } from 'aws-lambda';
import { addressParser } from 'postal-mime';
import { isListed, normalAddress } from '../../functions/domain/address.ts';
import type { Tenant } from '../../functions/domain/tenant.ts';
import type { SmtpMail } from './smtp.ts';

type Status = SESEvent['Records'][number]['ses']['receipt']['spamVerdict']['status'];

const VERDICTS = 'x-local-verdicts';
const HEADER = /^([^\s:]+):\s?(.*)$/;
const MOST_HEADER_BYTES = 64 * 1024;

function headersOf(raw: Uint8Array): { name: string; value: string }[] {
  const head =
    Buffer.from(raw.subarray(0, MOST_HEADER_BYTES))
      .toString('latin1')
      .split(/\r?\n\r?\n/)[0] ?? '';
  return head
    .replace(/\r?\n[ \t]/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, name, value = ''] = HEADER.exec(line) ?? [];
      return name === undefined ? [] : [{ name, value }];
    });
}

/**
 * What SES would hand to the Lambda for a mail. Nothing here can check signatures: DMARC passes when From is of the tenant's,
 * everything else passes, unless the mail says otherwise ("X-Local-Verdicts: dmarc=FAIL; spam=FAIL").
 */
export function receiptEvent(
  mail: SmtpMail,
  about: { id: string; now: number; region: string; accountId: string; tenant: Tenant },
): SESEvent {
  const headers = headersOf(mail.raw);
  const header = (wanted: string) => headers.find(({ name }) => name.toLowerCase() === wanted)?.value ?? '';
  const from = addressParser(header('from'), { flatten: true }).flatMap(({ address }) => address ?? []);
  const listed = [...about.tenant.recipientDomains, ...about.tenant.recipientAddresses];
  const aligned = from.length === 1 && from.every((address) => isListed(normalAddress(address), listed));
  const asked = header(VERDICTS).toUpperCase();
  const verdict = (name: string, status: Status): { status: Status } => {
    const [, said] = new RegExp(`\\b${name}=(PASS|FAIL|GRAY|PROCESSING_FAILED)\\b`).exec(asked) ?? [];
    const known = (['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED'] as const).find((one) => one === said);
    return { status: known ?? status };
  };
  const timestamp = new Date(about.now).toISOString();
  return {
    Records: [
      {
        eventSource: 'aws:ses',
        eventVersion: '1.0',
        ses: {
          mail: {
            timestamp,
            source: mail.source,
            messageId: about.id,
            destination: mail.recipients,
            headersTruncated: false,
            headers,
            commonHeaders: {
              returnPath: mail.source,
              from,
              date: header('date'),
              to: mail.recipients,
              messageId: header('message-id'),
              subject: header('subject'),
            },
          },
          receipt: {
            timestamp,
            processingTimeMillis: 1,
            recipients: mail.recipients,
            spamVerdict: verdict('SPAM', 'PASS'),
            virusVerdict: verdict('VIRUS', 'PASS'),
            spfVerdict: verdict('SPF', 'PASS'),
            dkimVerdict: verdict('DKIM', 'PASS'),
            dmarcVerdict: verdict('DMARC', aligned ? 'PASS' : 'FAIL'),
            action: {
              type: 'Lambda',
              functionArn: `arn:aws:lambda:${about.region}:${about.accountId}:function:nevertwice-${about.tenant.slug}-inbound`,
              invocationType: 'Event',
            },
          },
        },
      },
    ],
  };
}
