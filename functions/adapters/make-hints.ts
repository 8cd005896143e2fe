import type { BareDeps } from '../app/deps.ts';
import { onFirstCall } from '../app/once.ts';
import type { BareEnvironment } from './bare-environment.ts';

/** Rings and alarms. Their clients are loaded by the first: most of what SES reports, most sweeps and most pages need none. */
export function makeHints(environment: Omit<BareEnvironment, 'TENANT'>): Pick<BareDeps, 'ring' | 'armAlarm'> {
  const { aws } = environment;
  return {
    ring: onFirstCall(async () => {
      const { makeRing, makeSqsClient } = await import('./sqs.ts');
      return makeRing(makeSqsClient(aws), { queueUrl: environment.QUEUE_URL });
    }),
    armAlarm: onFirstCall(async () => {
      const { makeArmAlarm, makeSchedulerClient } = await import('./scheduler.ts');
      return makeArmAlarm(makeSchedulerClient(aws), {
        group: environment.SCHEDULE_GROUP,
        queueArn: environment.QUEUE_ARN,
        roleArn: environment.SCHEDULER_ROLE_ARN,
        deadLetterArn: environment.DEAD_LETTER_ARN,
      });
    }),
  };
}
