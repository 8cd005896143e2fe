import { Stack, Tags } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { admitCanary } from '../functions/domain/canary.ts';
import { makeAlarmClock } from './constructs/alarm-clock.ts';
import { makeAlarms } from './constructs/alarms.ts';
import { makeCanaryLambda } from './constructs/canary-lambda.ts';
import { makeFeedbackLambda } from './constructs/feedback-lambda.ts';
import { makeInboundBucket, makeReceiptRule } from './constructs/inbound.ts';
import { makeInboundLambda } from './constructs/inbound-lambda.ts';
import { tellLambdas } from './constructs/lambda-environment.ts';
import { makeMail } from './constructs/mail.ts';
import { makeDeadLetterQueue, makeWakeQueue } from './constructs/queues.ts';
import { sendShare } from './constructs/send-share.ts';
import { makeSignIn } from './constructs/sign-in.ts';
import { makeSweepLambda } from './constructs/sweep-lambda.ts';
import { makeTable } from './constructs/table.ts';
import { makeTenantKey } from './constructs/tenant-key.ts';
import { giveOutputs, warnOfWhatIsOff } from './constructs/tenant-outputs.ts';
import { makeTokenKeys } from './constructs/token-keys.ts';
import { makeWakeLambda } from './constructs/wake-lambda.ts';
import { makeApi, openWeb } from './constructs/web.ts';
import { makeWebLambda } from './constructs/web-lambda.ts';
import type { DeployedTenant } from './fleet.ts';

const LOG_DAYS = {
  30: RetentionDays.ONE_MONTH,
  60: RetentionDays.TWO_MONTHS,
  90: RetentionDays.THREE_MONTHS,
};

/** One tenant: everything it has, and nothing of anybody else's. */
export class TenantStack extends Stack {
  constructor(scope: Construct, deployed: DeployedTenant) {
    const { tenant, aws } = deployed;
    const name = `nevertwice-${tenant.slug}`;
    super(scope, name, {
      env: { account: aws.account, region: aws.region },
      description: `Nevertwice for ${tenant.name}`,
      terminationProtection: true,
    });
    for (const [key, value] of Object.entries({ ...aws.tags, app: 'nevertwice', tenant: tenant.slug }))
      Tags.of(this).add(key, value);

    const logDays = LOG_DAYS[aws.logDays];
    const share = sendShare(tenant.sendRate);
    const key = makeTenantKey(this, name, aws);
    const table = makeTable(this, name, key);
    const { queue: wakeQueue, dead: wakeDead } = makeWakeQueue(this, name, key);
    const feedbackDead = makeDeadLetterQueue(this, 'FeedbackDead', `${name}-feedback-dead`, key);
    const clock = makeAlarmClock(this, name, wakeQueue, key);
    const tokenKeys = makeTokenKeys(this, key);
    const mail = makeMail(this, name, deployed);
    const bucket = makeInboundBucket(this, name, key);
    const inboundDead = makeDeadLetterQueue(this, 'InboundDead', `${name}-inbound-dead`, key);
    const { api, appUrl } = makeApi(this, name, aws);
    const environment = tellLambdas(deployed, {
      table,
      wakeQueue,
      clock,
      tokenKeys,
      configurationSet: mail.configurationSetName,
      appUrl,
      sendRate: share.rate,
    });
    const parts = { name, logDays, key, environment, table, wakeQueue, tokenKeys, alarms: clock.alarms };
    const signIn = makeSignIn(this, parts, deployed, appUrl);
    const web = makeWebLambda(this, { ...parts, tenant, signIn });
    const wake = makeWakeLambda(this, {
      ...parts,
      tenant: aws.canary === 'on' ? admitCanary(tenant) : tenant,
      concurrency: share.concurrency,
      sendArns: mail.sendArns,
    });
    const sweep = makeSweepLambda(this, parts);
    const feedback = makeFeedbackLambda(this, { ...parts, rule: mail.rule, dead: feedbackDead });
    const inbound = makeInboundLambda(this, { ...parts, bucket, dead: inboundDead });
    makeReceiptRule(this, name, deployed, { bucket, inbound });
    if (aws.canary === 'on') makeCanaryLambda(this, parts);
    openWeb(this, { api, name, lambda: web, aws, logDays, key });
    makeAlarms(this, {
      name,
      slug: tenant.slug,
      address: aws.alarmAddress,
      wakeQueue,
      deadQueues: {
        WakeGaveUp: wakeDead,
        AlarmGaveUp: clock.dead,
        FeedbackGaveUp: feedbackDead,
        InboundGaveUp: inboundDead,
      },
      api,
      lambdas: { wake, sweep, feedback, inbound },
      configurationSet: name,
      canary: aws.canary,
    });
    warnOfWhatIsOff(this, deployed);
    giveOutputs(this, { appUrl, table, wakeQueue, tokenKeys });
  }
}
