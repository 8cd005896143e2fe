import { Duration } from 'aws-cdk-lib';
import { GraphWidget, type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { PRICES, PRICES_AS_OF } from '../prices.ts';
import { measured } from './measured.ts';
import { MEMORY_MB } from './memory.ts';

const LAMBDAS = ['web', 'wake', 'sweep', 'feedback', 'inbound', 'canary'] as const;
const QUEUE_REQUESTS = [
  'NumberOfMessagesSent',
  'NumberOfMessagesReceived',
  'NumberOfMessagesDeleted',
  'NumberOfEmptyReceives',
];

/** One part of a sum: a metric, by id, and US dollars for one unit of it. */
type Part = readonly [id: string, metric: IMetric, usd: number];

/** What a tenant costs a day, stacked by service: an estimate from what is measured anyway, without what costs by being there. */
export function makeCostWidget(slug: string, width: number): GraphWidget {
  const name = `nevertwice-${slug}`;
  const period = Duration.days(1);
  const sum = (namespace: string, metricName: string, dimensionsMap: Record<string, string>) =>
    new Metric({ namespace, metricName, dimensionsMap, statistic: 'Sum', period });
  const lambda = (which: string, metricName: string) =>
    sum('AWS/Lambda', metricName, { FunctionName: `${name}-${which}` });
  const table = (metricName: string, index = {}) =>
    sum('AWS/DynamoDB', metricName, { TableName: name, ...index });
  const wake = { GlobalSecondaryIndexName: 'wake' };
  const services: Readonly<Record<string, readonly Part[]>> = {
    mails: [['sent', measured(slug, 'MailsSent', { statistic: 'Sum', period }), PRICES.sesMail.usd]],
    Lambdas: LAMBDAS.flatMap((which): Part[] => [
      [`${which}Runs`, lambda(which, 'Invocations'), PRICES.lambdaRequest.usd],
      [`${which}Ms`, lambda(which, 'Duration'), (MEMORY_MB[which] / 1024 / 1000) * PRICES.lambdaGbSecond.usd],
    ]),
    table: [
      ['written', table('ConsumedWriteCapacityUnits'), PRICES.dynamoWrite.usd],
      ['indexed', table('ConsumedWriteCapacityUnits', wake), PRICES.dynamoWrite.usd],
      ['read', table('ConsumedReadCapacityUnits'), PRICES.dynamoRead.usd],
      ['found', table('ConsumedReadCapacityUnits', wake), PRICES.dynamoRead.usd],
    ],
    queue: QUEUE_REQUESTS.map((metricName, n) => [
      `queue${n}`,
      sum('AWS/SQS', metricName, { QueueName: `${name}-wake` }),
      PRICES.sqsRequest.usd,
    ]),
    // Each request is one run of the web Lambda; the API's own id is known to the tenant's stack only.
    'API Gateway': [['requests', lambda('web', 'Invocations'), PRICES.apiRequest.usd]],
  };
  return new GraphWidget({
    title: `${slug}: estimated ${PRICES_AS_OF.currency} a day`,
    leftYAxis: { label: `prices of ${PRICES_AS_OF.asOf}, without standing costs`, min: 0, showUnits: false },
    width,
    stacked: true,
    period,
    left: Object.entries(services).map(([label, parts]) => estimate(label, parts, period)),
  });
}

function estimate(label: string, parts: readonly Part[], period: Duration): MathExpression {
  return new MathExpression({
    label,
    period,
    // A day without any is a day without cost, not one without a sum.
    expression: parts.map(([id, , usd]) => `FILL(${id}, 0) * ${decimal(usd)}`).join(' + '),
    usingMetrics: Object.fromEntries(parts.map(([id, metric]) => [id, metric])),
  });
}

/** Without an exponent, which metric math may not read. */
function decimal(usd: number): string {
  return usd.toFixed(15).replace(/0+$/, '');
}
