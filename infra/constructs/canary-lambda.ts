import { Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { allowAlarms, allowRing, allowTable, type LambdaParts } from './grants.ts';
import { makeLambda } from './lambda.ts';
import { MEMORY_MB } from './memory.ts';

/**
 * A made-up conversation each night, and what became of the last one. It may record like web, but has no keys of links, and only
 * wake can send. The hour is one whose next opening (functions/domain/canary.ts) comes before the next run.
 */
export function makeCanaryLambda(scope: Construct, parts: LambdaParts): void {
  const { name, logDays, environment } = parts;
  const canary = makeLambda(scope, 'CanaryLambda', {
    name: `${name}-canary`,
    entry: 'functions/canary.ts',
    description: 'A made-up conversation each night',
    memoryMb: MEMORY_MB.canary,
    timeout: Duration.minutes(1),
    logDays,
    key: parts.key,
    environment,
  });
  allowTable(canary, parts.table, ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem']);
  allowRing(canary, parts.wakeQueue);
  allowAlarms(canary, parts.alarms);
  const rule = new Rule(scope, 'CanaryRule', {
    description: 'Every night',
    schedule: Schedule.cron({ hour: '1', minute: '40' }),
  });
  rule.addTarget(new LambdaFunction(canary, { event: RuleTargetInput.fromObject({}) }));
  const nextNight =
    'Lambda calls it three times, the next night makes good the rest, and CanaryIsSilent tells.';
  acknowledge(canary, { 'Serverless-LambdaDLQ': nextNight });
  acknowledge(rule, { 'Serverless-EventBusDLQ': nextNight });
}
