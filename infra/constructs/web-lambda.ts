import { Duration } from 'aws-cdk-lib';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { allowAlarms, allowRing, allowTable, allowTokenKeys, type LambdaParts } from './grants.ts';
import { makeLambda } from './lambda.ts';

/** Pages and API: records facts, rings, arms alarms; sends nothing. 1 GB is half a processor, which rendering a page feels. */
export function makeWebLambda(scope: Construct, parts: LambdaParts): NodejsFunction {
  const { name, logDays, environment } = parts;
  const web = makeLambda(scope, 'WebLambda', {
    name: `${name}-web`,
    entry: 'functions/web.ts',
    description: 'Pages and API',
    memoryMb: 1024,
    // The HTTP API waits 30 seconds at most.
    timeout: Duration.seconds(29),
    logDays,
    key: parts.key,
    environment,
  });
  allowTable(web, parts.table, ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem']);
  allowRing(web, parts.wakeQueue);
  allowAlarms(web, parts.alarms);
  allowTokenKeys(web, parts.tokenKeys);
  acknowledge(web, { 'Serverless-LambdaDLQ': 'Nothing calls it asynchronously.' });
  return web;
}
