import { PRICES } from '../../../infra/prices.ts';
import { coldShare } from './cold-starts.ts';
import { gbSeconds } from './lambda-seconds.ts';
import type { Usage } from './usage.ts';

const GB = 1024 ** 3;
// Sweeps come with a tenant, whatever people do (idle-bill.ts).
const LAMBDAS = ['web', 'wake', 'feedback'] as const;

// Two weeks open, 90 days after it ended (policy.eraseDaysAfterClose), days until DynamoDB erases.
const MONTHS_KEPT = 3.6;
// aws.logDays at its most.
const MONTHS_OF_LOG = 3;

/** Conversations a month of one tenant. */
export const VOLUMES = [10, 1_000, 100_000] as const;

/** US dollars by service. */
export type Bill = Readonly<Record<string, number>>;

export function totalOf(bill: Bill): number {
  return Object.values(bill).reduce((sum, usd) => sum + usd, 0);
}

/** What a month with so many conversations like this one costs beside what a tenant costs anyway: no free tier, no discount. */
export function billOf(usage: Usage, conversations: number, startUps: ReadonlyMap<string, number>): Bill {
  const coldly = (name: (typeof LAMBDAS)[number]) =>
    coldShare(usage.timeline, name, conversations, name === 'wake' ? usage.wakes : undefined);
  const cold = { web: coldly('web'), wake: coldly('wake'), feedback: coldly('feedback') };
  const readers = cold.web * usage.runs.web.count + cold.wake * usage.runs.wake.count;
  const runs = LAMBDAS.reduce((sum, name) => sum + usage.runs[name].count, 0);
  const seconds = LAMBDAS.reduce(
    (sum, name) => sum + gbSeconds(name, usage.runs[name], cold[name], startUps.get(name) ?? 0),
    0,
  );
  const each = {
    'SES, mails': usage.mails * PRICES.sesMail.usd,
    'SES, attachments': (usage.attachmentBytes / GB) * PRICES.sesAttachment.usd,
    'DynamoDB, writes': usage.writeUnits * PRICES.dynamoWrite.usd,
    'DynamoDB, reads': usage.readUnits * PRICES.dynamoRead.usd,
    'DynamoDB, kept and backed up':
      (usage.storedBytes / GB) * MONTHS_KEPT * (PRICES.dynamoStorage.usd + PRICES.dynamoPitr.usd),
    'Lambda (estimate)': runs * PRICES.lambdaRequest.usd + seconds * PRICES.lambdaGbSecond.usd,
    'EventBridge events': usage.events * PRICES.eventBridgeEvent.usd,
    'EventBridge Scheduler': usage.alarms * PRICES.schedulerInvocation.usd,
    // Sent by a Lambda or by Scheduler; received and deleted for each wake.
    SQS: (usage.rings + usage.alarms + 2 * usage.runs.wake.count) * PRICES.sqsRequest.usd,
    'API Gateway': usage.requests * PRICES.apiRequest.usd,
    'pages to the internet': (usage.responseBytes / GB) * PRICES.dataOut.usd,
    'CloudWatch logs':
      (usage.logBytes / GB) * (PRICES.logIngestion.usd + MONTHS_OF_LOG * PRICES.logStorage.usd),
    'Secrets Manager, calls': readers * PRICES.secretCall.usd,
  };
  return Object.fromEntries(Object.entries(each).map(([name, usd]) => [name, usd * conversations]));
}

/** The bill in relation to what SES alone charges for the same mails. */
export function timesSesAlone(bill: Bill): number {
  return totalOf(bill) / (bill['SES, mails'] ?? Number.NaN);
}
