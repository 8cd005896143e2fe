import { type CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import { GetQueueAttributesCommand, GetQueueUrlCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { type Finding, fail, type Look, ok, type Result, warn } from './finding.ts';

const QUARTER_HOUR_SECONDS = 900;
const DEAD = ['wake-dead', 'alarms-dead', 'feedback-dead', 'inbound-dead'] as const;

type Asked = { sqs: SQSClient; cloudWatch: CloudWatchClient; slug: string; now: Date };

/** The wake queue and what could not be handled; SQS counts approximately. */
export function lookAtQueues(look: Look, asked: Asked): Promise<Finding[]> {
  const name = `nevertwice-${asked.slug}`;
  return Promise.all([
    look('wake queue', () => wakeResult(asked, `${name}-wake`)),
    ...DEAD.map((dead) =>
      look(`dead letters: ${dead}`, async () => {
        const waiting = await waitingIn(asked.sqs, `${name}-${dead}`);
        return waiting === 0
          ? ok()
          : fail(`${waiting} wait: repair the cause, then npm run redrive -- ${asked.slug}`);
      }),
    ),
  ]);
}

async function wakeResult(asked: Asked, queueName: string): Promise<Result> {
  const waiting = await waitingIn(asked.sqs, queueName);
  if (waiting === 0) return ok('empty');
  const oldest = await oldestSeconds(asked, queueName);
  if (oldest === undefined) return warn(`${waiting} rings wait; how long is not measured yet: ask again`);
  const seen = `${waiting} rings wait, the oldest for ${Math.round(oldest)} s`;
  return oldest > QUARTER_HOUR_SECONDS
    ? fail(`${seen}: look at the errors of the Lambda ${queueName}, then at the send rate`)
    : warn(`${seen}: it should drain; ask again in a few minutes`);
}

async function waitingIn(sqs: SQSClient, QueueName: string): Promise<number> {
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName }));
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
  );
  return Number(Attributes.ApproximateNumberOfMessages);
}

/** Only CloudWatch knows it, minutes late. */
async function oldestSeconds(asked: Asked, queueName: string): Promise<number | undefined> {
  const { Datapoints = [] } = await asked.cloudWatch.send(
    new GetMetricStatisticsCommand({
      Namespace: 'AWS/SQS',
      MetricName: 'ApproximateAgeOfOldestMessage',
      Dimensions: [{ Name: 'QueueName', Value: queueName }],
      StartTime: new Date(asked.now.getTime() - QUARTER_HOUR_SECONDS * 1_000),
      EndTime: asked.now,
      Period: 60,
      Statistics: ['Maximum'],
    }),
  );
  const latest = Datapoints.toSorted((a, b) => Number(b.Timestamp) - Number(a.Timestamp))[0];
  return latest?.Maximum;
}
