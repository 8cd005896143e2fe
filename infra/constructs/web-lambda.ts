import { Duration } from 'aws-cdk-lib';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Tenant } from '../../functions/domain/tenant.ts';
import { browserScriptDefine } from '../browser-script.ts';
import { acknowledge } from './acknowledge.ts';
import { allowCalendarKey, calendarDefine, calendarEnvironment } from './calendar.ts';
import { allowAlarms, allowRing, allowTable, allowTokenKeys, type LambdaParts } from './grants.ts';
import { allow, makeLambda } from './lambda.ts';
import { withinLimit } from './lambda-environment.ts';
import { MEMORY_MB } from './memory.ts';
import type { SignIn } from './sign-in.ts';

type WebParts = LambdaParts & { tenant: Tenant; signIn: SignIn };

/**
 * Pages and API: records facts, rings, arms alarms, looks for free times; sends nothing. 1 GB is half a processor, which
 * rendering a page feels.
 */
export function makeWebLambda(scope: Construct, parts: WebParts): Lambda {
  const { name, logDays, environment, signIn, tenant } = parts;
  const web = makeLambda(scope, 'WebLambda', {
    name: `${name}-web`,
    entry: 'functions/web.ts',
    description: 'Pages and API',
    memoryMb: MEMORY_MB.web,
    // The HTTP API waits 30 seconds at most.
    timeout: Duration.seconds(29),
    logDays,
    key: parts.key,
    environment: withinLimit(name, { ...environment, ...signIn.environment, ...calendarEnvironment(tenant) }),
    define: { ...browserScriptDefine(), ...calendarDefine(tenant) },
  });
  allowTable(web, parts.table, ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem']);
  allowRing(web, parts.wakeQueue);
  allowAlarms(web, parts.alarms);
  allowTokenKeys(web, parts.tokenKeys);
  allowCalendarKey(web, tenant);
  if (signIn.secretArn !== undefined)
    allow(web, { actions: ['secretsmanager:GetSecretValue'], resources: [signIn.secretArn] });
  acknowledge(web, { 'Serverless-LambdaDLQ': 'Nothing calls it asynchronously.' });
  return web;
}
