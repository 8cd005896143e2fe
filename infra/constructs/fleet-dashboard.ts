import { Duration, Stack } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, Metric, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { MetricName } from '../../functions/adapters/metrics.ts';
import { makeCostWidget } from './cost-widget.ts';
import { measured } from './measured.ts';

/** One dashboard for all tenants (one each would cost about $3 a month), two rows for every tenant. */
export function makeFleetDashboard(scope: Construct, tenants: readonly string[]): void {
  const dashboard = new Dashboard(scope, 'Fleet', {
    dashboardName: `nevertwice-${Stack.of(scope).region}`,
    defaultInterval: Duration.days(1),
  });
  for (const slug of tenants) {
    dashboard.addWidgets(...mailOf(slug));
    dashboard.addWidgets(...machineryOf(`nevertwice-${slug}`, slug));
  }
}

function mailOf(slug: string) {
  const sum = (metricName: MetricName, label: string) =>
    measured(slug, metricName, { statistic: 'Sum', label });
  const lateness = (statistic: string) => measured(slug, 'LatenessMs', { statistic, label: statistic });
  return [
    new TextWidget({ markdown: `## ${slug}`, width: 2, height: 6 }),
    new GraphWidget({
      title: `${slug}: conversations`,
      width: 5,
      left: [
        sum('ConversationsRecorded', 'recorded'),
        sum('RepliesTaken', 'answers by mail'),
        sum('RepliesDropped', 'answers dropped'),
      ],
      right: [sum('Wakes', 'wakes'), sum('Conflicts', 'conflicts')],
    }),
    new GraphWidget({
      title: `${slug}: mails`,
      width: 6,
      left: [sum('MailsSent', 'sent'), sum('MailsDelivered', 'delivered')],
      right: [
        sum('MailsBounced', 'bounced'),
        sum('MailsComplained', 'complained'),
        sum('MailsRefused', 'refused'),
        sum('MailsParked', 'parked'),
        sum('SendingPaused', 'held by a pause'),
      ],
    }),
    new GraphWidget({
      title: `${slug}: lateness, ms`,
      width: 6,
      left: [lateness('p50'), lateness('p99')],
    }),
    new GraphWidget({
      title: `${slug}: found overdue by the sweep`,
      width: 5,
      left: [measured(slug, 'SweepFoundOverdue', { statistic: 'Maximum', label: 'conversations' })],
      right: [sum('HintsLost', 'rings and alarms that failed')],
    }),
  ];
}

function machineryOf(name: string, slug: string) {
  const queue = (metricName: string, queueName: string, label: string) =>
    new Metric({
      namespace: 'AWS/SQS',
      metricName,
      dimensionsMap: { QueueName: queueName },
      statistic: 'Maximum',
      label,
    });
  const lambda = (which: string, metricName: string, statistic = 'Sum') =>
    new Metric({
      namespace: 'AWS/Lambda',
      metricName,
      dimensionsMap: { FunctionName: `${name}-${which}` },
      statistic,
      label: `${which} ${statistic === 'Sum' ? '' : statistic}`.trim(),
    });
  const LAMBDAS = ['web', 'wake', 'sweep', 'feedback', 'inbound', 'canary'];
  const reputation = (metricName: string) =>
    new Metric({
      namespace: 'AWS/SES',
      metricName,
      dimensionsMap: { 'ses:configuration-set': name },
      statistic: 'Maximum',
      period: Duration.hours(1),
    });
  const found = (metricName: MetricName, label: string) =>
    measured(slug, metricName, { statistic: 'Maximum', period: Duration.hours(1), label });
  return [
    new GraphWidget({
      title: `${slug}: queue`,
      width: 4,
      left: [queue('ApproximateNumberOfMessagesVisible', `${name}-wake`, 'rings waiting')],
      right: [queue('ApproximateAgeOfOldestMessage', `${name}-wake`, 'oldest, seconds')],
    }),
    new GraphWidget({
      title: `${slug}: runs and errors`,
      width: 4,
      left: LAMBDAS.map((which) => lambda(which, 'Invocations')),
      right: LAMBDAS.map((which) => lambda(which, 'Errors')),
    }),
    new GraphWidget({
      title: `${slug}: durations, ms`,
      width: 4,
      left: [lambda('web', 'Duration', 'p99'), lambda('wake', 'Duration', 'p99')],
    }),
    new GraphWidget({
      title: `${slug}: mail that came back`,
      width: 4,
      left: [reputation('Reputation.BounceRate')],
      right: [reputation('Reputation.ComplaintRate')],
    }),
    new GraphWidget({
      title: `${slug}: canary`,
      width: 4,
      left: [found('CanaryLatenessMs', 'lateness, ms')],
      right: [
        found('CanaryRuns', 'nights'),
        found('CanaryMissing', 'missing'),
        found('CanaryDuplicates', 'duplicates'),
        found('CanaryUndelivered', 'undelivered'),
      ],
    }),
    makeCostWidget(slug, 4),
  ];
}
