import { Duration } from 'aws-cdk-lib';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { Construct } from 'constructs';
import { browserScriptDefine } from '../browser-script.ts';
import { acknowledge } from './acknowledge.ts';
import { allowAlarms, allowRing, allowTable, allowTokenKeys, type LambdaParts } from './grants.ts';
import { allow, makeLambda } from './lambda.ts';
import { withinLimit } from './lambda-environment.ts';
import { MEMORY_MB } from './memory.ts';
import type { SignIn } from './sign-in.ts';

/** Pages and API: records facts, rings, arms alarms; sends nothing. 1 GB is half a processor, which rendering a page feels. */
export function makeWebLambda(scope: Construct, parts: LambdaParts & { signIn: SignIn }): NodejsFunction {
  const { name, logDays, environment, signIn } = parts;
  const web = makeLambda(scope, 'WebLambda', {
    name: `${name}-web`,
    entry: 'functions/web.ts',
    description: 'Pages and API',
    memoryMb: MEMORY_MB.web,
    // The HTTP API waits 30 seconds at most.
    timeout: Duration.seconds(29),
    logDays,
    key: parts.key,
    environment: withinLimit(name, { ...environment, ...signIn.environment }),
    define: browserScriptDefine(),
  });
  allowTable(web, parts.table, ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem']);
  allowRing(web, parts.wakeQueue);
  allowAlarms(web, parts.alarms);
  allowTokenKeys(web, parts.tokenKeys);
  if (signIn.secretArn !== undefined)
    allow(web, { actions: ['secretsmanager:GetSecretValue'], resources: [signIn.secretArn] });
  acknowledge(web, { 'Serverless-LambdaDLQ': 'Nothing calls it asynchronously.' });
  return web;
}
