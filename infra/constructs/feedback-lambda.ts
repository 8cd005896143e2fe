import { Duration } from 'aws-cdk-lib';
import type { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { allowAlarms, allowRing, allowTable, type LambdaParts } from './grants.ts';
import { makeLambda } from './lambda.ts';
import { MEMORY_MB } from './memory.ts';

type FeedbackParts = LambdaParts & { rule: Rule; dead: Queue };

/** Receipts from what SES reports. EventBridge tries for a day, Lambda three times; what fails for good is kept in `dead`. */
export function makeFeedbackLambda(scope: Construct, parts: FeedbackParts): Lambda {
  const { name, logDays, environment, rule, dead } = parts;
  const feedback = makeLambda(scope, 'FeedbackLambda', {
    name: `${name}-feedback`,
    entry: 'functions/feedback.ts',
    description: 'Receipts from SES events',
    memoryMb: MEMORY_MB.feedback,
    timeout: Duration.seconds(30),
    logDays,
    key: parts.key,
    environment,
    deadLetterQueue: dead,
  });
  allowTable(feedback, parts.table, ['GetItem', 'Query', 'PutItem', 'UpdateItem']);
  allowRing(feedback, parts.wakeQueue);
  allowAlarms(feedback, parts.alarms);
  rule.addTarget(new LambdaFunction(feedback, { deadLetterQueue: dead }));
  return feedback;
}
