import { Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { SWEEP_EVERY_SECONDS } from '../../functions/app/sweep.ts';
import { acknowledge } from './acknowledge.ts';
import { allowRing, allowTable, type LambdaParts } from './grants.ts';
import { allow, makeLambda } from './lambda.ts';
import { MEMORY_MB } from './memory.ts';

/** The guarantee behind alarms and rings, every five minutes. It reads ids and rings, so half a gigabyte is plenty. */
export function makeSweepLambda(scope: Construct, parts: LambdaParts): Lambda {
  const { name, logDays, environment, table, wakeQueue } = parts;
  const sweep = makeLambda(scope, 'SweepLambda', {
    name: `${name}-sweep`,
    entry: 'functions/sweep.ts',
    description: 'Rings whoever is overdue',
    memoryMb: MEMORY_MB.sweep,
    timeout: Duration.minutes(2),
    logDays,
    key: parts.key,
    environment,
  });
  allow(sweep, { actions: ['dynamodb:Query'], resources: [`${table.tableArn}/index/wake`] });
  allowTable(sweep, table, ['GetItem', 'PutItem']);
  allowRing(sweep, wakeQueue);
  allow(sweep, { actions: ['sqs:GetQueueAttributes'], resources: [wakeQueue.queueArn] });
  const rule = new Rule(scope, 'SweepRule', {
    description: 'Every five minutes',
    schedule: Schedule.rate(Duration.seconds(SWEEP_EVERY_SECONDS)),
  });
  rule.addTarget(new LambdaFunction(sweep, { event: RuleTargetInput.fromObject({}), retryAttempts: 0 }));
  const nextRun = 'The next run, five minutes later, does what a failed one left.';
  acknowledge(sweep, { 'Serverless-LambdaDLQ': nextRun });
  acknowledge(rule, { 'Serverless-EventBusDLQ': nextRun });
  return sweep;
}
