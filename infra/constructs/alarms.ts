import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  Alarm,
  ComparisonOperator,
  Metric,
  type MetricProps,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { canaryAlarms } from './canary-alarms.ts';
import { measured } from './measured.ts';

export type AlarmOptions = {
  name: string;
  slug: string;
  address: string;
  wakeQueue: Queue;
  deadQueues: Readonly<Record<string, Queue>>;
  api: HttpApi;
  lambdas: Readonly<Record<'wake' | 'sweep' | 'feedback' | 'inbound', IFunction>>;
  configurationSet: string;
  canary: 'on' | 'off';
};

export type Watched = {
  metric: Metric;
  above: number;
  /** How many of the last periods, all of them unless `within` says of how many. */
  periods?: number;
  within?: number;
  runbook: string;
  /** Silence is what goes wrong. */
  missingIsBad?: boolean;
  below?: boolean;
};

/** Mails whoever operates the tenant. Each description says what it means and what to do first. */
export function makeAlarms(scope: Construct, options: AlarmOptions): Topic {
  const topic = new Topic(scope, 'AlarmTopic', { enforceSSL: true });
  topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com'));
  topic.addSubscription(new EmailSubscription(options.address));
  acknowledge(topic, {
    'Serverless-SNSRedrivePolicy':
      'SNS itself tries a mailbox for hours; the alarm stays red in the console.',
    'Serverless-SNSEncryption':
      'Alarms name queues and numbers, nothing of anybody; CloudWatch cannot use the AWS-managed key.',
  });
  for (const [
    id,
    { metric, above, periods = 1, within = periods, runbook, missingIsBad, below },
  ] of Object.entries(watched(options))) {
    const alarm = new Alarm(scope, `${id}Alarm`, {
      alarmName: `${options.name}-${id}`,
      alarmDescription: runbook,
      metric,
      threshold: above,
      evaluationPeriods: within,
      datapointsToAlarm: periods,
      comparisonOperator: below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: missingIsBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(topic));
  }
  return topic;
}

function watched({
  slug,
  wakeQueue,
  deadQueues,
  api,
  lambdas,
  configurationSet,
  canary,
}: AlarmOptions): Record<string, Watched> {
  const five = { period: Duration.minutes(5) };
  const errorsOf = (lambda: IFunction): Metric => lambda.metricErrors(five);
  const reputation = (metricName: string): MetricProps => ({
    namespace: 'AWS/SES',
    metricName,
    dimensionsMap: { 'ses:configuration-set': configurationSet },
    statistic: 'Maximum',
    period: Duration.hours(1),
  });
  const dead = Object.entries(deadQueues).map(([id, queue]): [string, Watched] => [
    id,
    {
      metric: queue.metricApproximateNumberOfMessagesVisible({ ...five, statistic: 'Maximum' }),
      above: 0,
      runbook: `${id}: something failed for good and waits in ${queue.node.id}. Read the Lambda's log for its id, repair the cause, then npm run redrive; the sweep wakes conversations meanwhile.`,
    },
  ]);
  return {
    ...Object.fromEntries(dead),
    ...(canary === 'on' ? canaryAlarms(slug) : {}),
    WakeIsLate: {
      metric: wakeQueue.metricApproximateAgeOfOldestMessage({ ...five, statistic: 'Maximum' }),
      above: 900,
      runbook:
        'WakeIsLate: rings wait longer than 15 minutes. Too many mails for the send rate (a Monday morning drains by itself), or the wake Lambda fails: look at its errors first.',
    },
    WakeFails: {
      metric: errorsOf(lambdas.wake),
      above: 0,
      periods: 2,
      runbook:
        'WakeFails: mails do not leave. The log says where; rings stay in the queue and are tried again, nothing is lost.',
    },
    WebFails: {
      metric: api.metricServerError({ ...five, statistic: 'Sum' }),
      above: 3,
      runbook:
        'WebFails: people see an error page. The log says where; what they typed is kept in their browser.',
    },
    FeedbackFails: {
      metric: errorsOf(lambdas.feedback),
      above: 0,
      periods: 3,
      runbook: 'FeedbackFails: receipts are missing, and unknown mails are not sent again until they arrive.',
    },
    InboundFails: {
      metric: errorsOf(lambdas.inbound),
      above: 0,
      periods: 3,
      runbook:
        'InboundFails: answers to invitations and mails are not taken in. The log says where; the mails wait in the inbound bucket for a week, and npm run redrive brings back what Lambda gave up on.',
    },
    SweepFails: {
      metric: errorsOf(lambdas.sweep),
      above: 0,
      periods: 3,
      runbook: 'SweepFails: nobody finds a lost ring. Alarms still work; repair it within the hour.',
    },
    SweepFindsOverdue: {
      metric: measured(slug, 'SweepFoundOverdue', { ...five, statistic: 'Maximum' }),
      // A few are no fault: Scheduler may take the whole minute in which they are due.
      above: 10,
      periods: 3,
      runbook:
        'SweepFindsOverdue: alarms of conversations do not ring, the sweep does it for them. Look into the queue …-alarms-dead, and whether EventBridge Scheduler throttles or its role was changed.',
    },
    MailsAreLate: {
      metric: measured(slug, 'LatenessMs', { ...five, statistic: 'p99' }),
      above: 900_000,
      runbook:
        'MailsAreLate: one mail in a hundred left over 15 minutes after it was due. After an outage this passes by itself; else look at WakeIsLate (send rate) and WakeFails first.',
    },
    MailsAreParked: {
      metric: measured(slug, 'MailsParked', { statistic: 'Sum', period: Duration.hours(1) }),
      above: 0,
      periods: 3,
      runbook:
        'MailsAreParked: SES did not say whether it took a mail, and no later Send event proves that events arrive. Look at FeedbackFails and the event destination of the configuration set; it is sent again once one arrives.',
    },
    SendingIsPaused: {
      metric: measured(slug, 'SendingPaused', { ...five, statistic: 'Sum' }),
      above: 0,
      // The same mail is tried again at most four hours later: red until then, not red and green by turns.
      within: 48,
      runbook:
        'SendingIsPaused: SES takes no mail of this tenant. npm run doctor says whether the account is paused (answer the case in the support centre) or its configuration set (somebody did it: find out why, then resume it in SES). All mail is held, none is lost; once resumed it leaves within four hours, after more than a week within a day.',
    },
    SweepIsSilent: {
      metric: lambdas.sweep.metricInvocations(five),
      above: 1,
      below: true,
      periods: 3,
      missingIsBad: true,
      runbook: 'SweepIsSilent: its rule does not call it. Enable the rule SweepRule of this stack.',
    },
    Bounces: {
      metric: new Metric(reputation('Reputation.BounceRate')),
      above: 0.05,
      runbook:
        'Bounces: over 5% of the mail comes back; SES reviews an account at 5% and pauses it at 10%. Look for a wrong domain in recent conversations.',
    },
    Complaints: {
      metric: new Metric(reputation('Reputation.ComplaintRate')),
      above: 0.001,
      runbook:
        'Complaints: over 0.1% of the mail is reported as spam; SES pauses an account at 0.5%. Ask the tenant to announce the sender.',
    },
  };
}
