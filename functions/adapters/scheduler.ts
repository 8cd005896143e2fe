import { ConflictException, CreateScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import type { ArmAlarm } from '../app/ring.ts';
import { type ClientConfig, timeouts } from './client-config.ts';

// An alarm's name makes a second attempt a conflict, which counts as armed: three attempts.
export function makeSchedulerClient(config: ClientConfig): SchedulerClient {
  return new SchedulerClient({ ...config, maxAttempts: 3, requestHandler: timeouts(1_000, 3_000) });
}

export type AlarmConfig = { group: string; queueArn: string; roleArn: string; deadLetterArn: string };

/** Arms alarms as one-time schedules that ring the wake queue and then delete themselves. */
export function makeArmAlarm(client: SchedulerClient, config: AlarmConfig): ArmAlarm {
  return async ({ name, at, conversation }) => {
    const schedule = new CreateScheduleCommand({
      Name: name,
      GroupName: config.group,
      ScheduleExpression: `at(${new Date(at).toISOString().slice(0, 19)})`,
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      Target: {
        Arn: config.queueArn,
        RoleArn: config.roleArn,
        Input: JSON.stringify({ conversation }),
        DeadLetterConfig: { Arn: config.deadLetterArn },
        // The sweep rings whoever was forgotten within minutes, so the default 24 hours would only ring stale.
        RetryPolicy: { MaximumEventAgeInSeconds: 900, MaximumRetryAttempts: 10 },
      },
    });
    try {
      await client.send(schedule);
      return 'armed';
    } catch (error) {
      if (error instanceof ConflictException) return 'already-armed';
      throw error;
    }
  };
}
