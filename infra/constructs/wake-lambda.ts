import { Duration } from 'aws-cdk-lib';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import type { Tenant } from '../../functions/domain/tenant.ts';
import { acknowledge } from './acknowledge.ts';
import { allowCalendarKey, calendarDefine, calendarEnvironment } from './calendar.ts';
import { allowAlarms, allowRing, allowTable, allowTokenKeys, type LambdaParts } from './grants.ts';
import { allow, makeLambda } from './lambda.ts';
import { withinLimit } from './lambda-environment.ts';
import { MEMORY_MB } from './memory.ts';
import { WAKE_SECONDS } from './wake-limits.ts';

type WakeParts = LambdaParts & {
  tenant: Tenant;
  /** How many may run at once. */
  concurrency: number;
  /** What SES asks a permission for: the identities and the configuration set. */
  sendArns: string[];
};

/** The only one that may send. One ring an invocation, so that none waits behind another's mails. */
export function makeWakeLambda(scope: Construct, parts: WakeParts): Lambda {
  const { name, logDays, environment, wakeQueue, tenant } = parts;
  const wake = makeLambda(scope, 'WakeLambda', {
    name: `${name}-wake`,
    entry: 'functions/wake.ts',
    description: 'Sends what is due',
    memoryMb: MEMORY_MB.wake,
    timeout: Duration.seconds(WAKE_SECONDS),
    logDays,
    key: parts.key,
    environment: withinLimit(name, { ...environment, ...calendarEnvironment(tenant) }),
    define: calendarDefine(tenant),
  });
  wake.addEventSource(
    new SqsEventSource(wakeQueue, {
      batchSize: 1,
      maxConcurrency: parts.concurrency,
      reportBatchItemFailures: true,
    }),
  );
  allowTable(wake, parts.table, ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem']);
  allowRing(wake, wakeQueue);
  allowAlarms(wake, parts.alarms);
  allowTokenKeys(wake, parts.tokenKeys);
  allowCalendarKey(wake, tenant);
  allow(wake, {
    actions: ['ses:SendRawEmail'],
    resources: parts.sendArns,
    conditions: {
      // Invitations come from the address that takes their answers (functions/app/compose/calendar-event-for.ts).
      StringLike: { 'ses:FromAddress': [tenant.sender, `r+*@${tenant.replyDomain}`] },
      // The allow-list once more, where no mistake of ours can get past it.
      'ForAllValues:StringLike': { 'ses:Recipients': recipientsOf(tenant) },
    },
  });
  acknowledge(wake, {
    'Serverless-LambdaDLQ': 'Nothing calls it asynchronously.',
    'Serverless-LambdaEventSourceMappingDestination':
      'For a queue there is none: what fails five times goes to the dead-letter queue of the queue itself.',
  });
  return wake;
}

function recipientsOf({ recipientDomains, recipientAddresses }: Tenant): string[] {
  return [...recipientDomains.map((domain) => `*@${domain}`), ...recipientAddresses];
}
