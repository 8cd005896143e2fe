import { Duration } from 'aws-cdk-lib';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { allowAlarms, allowBucket, allowRing, allowTable, type LambdaParts } from './grants.ts';
import { makeLambda } from './lambda.ts';
import { MEMORY_MB } from './memory.ts';

type InboundParts = LambdaParts & { bucket: Bucket; dead: Queue };

/** Takes in what comes to the reply domain. Lambda tries three times; what fails for good is kept in `dead`, its mail for a week. */
export function makeInboundLambda(scope: Construct, parts: InboundParts): Lambda {
  const { name, logDays, environment, bucket, dead } = parts;
  const inbound = makeLambda(scope, 'InboundLambda', {
    name: `${name}-inbound`,
    entry: 'functions/inbound.ts',
    description: 'Takes in answers to invitations and mails',
    memoryMb: MEMORY_MB.inbound,
    timeout: Duration.seconds(60),
    logDays,
    key: parts.key,
    environment: { ...environment, INBOUND_BUCKET: bucket.bucketName },
    deadLetterQueue: dead,
  });
  allowBucket(inbound, bucket);
  allowTable(inbound, parts.table, ['GetItem', 'Query', 'PutItem', 'UpdateItem']);
  allowRing(inbound, parts.wakeQueue);
  allowAlarms(inbound, parts.alarms);
  return inbound;
}
