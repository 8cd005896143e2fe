import { ArnFormat, Stack } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { keyStatements } from './grants.ts';
import { makeDeadLetterQueue } from './queues.ts';

/** Where conversations arm their alarms, and the role with which EventBridge Scheduler rings the wake queue for them. */
export function makeAlarmClock(scope: Construct, name: string, wakeQueue: Queue, key: IKey | undefined) {
  const stack = Stack.of(scope);
  const group = new CfnScheduleGroup(scope, 'Alarms', { name });
  const dead = makeDeadLetterQueue(scope, 'AlarmsDead', `${name}-alarms-dead`, key);
  const role = new Role(scope, 'AlarmsRole', {
    description: 'Lets the alarms of this tenant ring its wake queue.',
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: {
        StringEquals: {
          'aws:SourceAccount': stack.account,
          'aws:SourceArn': stack.formatArn({
            service: 'scheduler',
            resource: 'schedule-group',
            resourceName: name,
          }),
        },
      },
    }),
    inlinePolicies: {
      ring: new PolicyDocument({
        statements: [
          new PolicyStatement({
            actions: ['sqs:SendMessage'],
            resources: [wakeQueue.queueArn, dead.queueArn],
          }),
          ...keyStatements(scope, key, 'sqs'),
        ],
      }),
    },
  });
  // Any alarm of this tenant, and no other's.
  const arn = stack.formatArn({
    service: 'scheduler',
    resource: 'schedule',
    resourceName: `${name}/*`,
    arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
  });
  return { group, dead, alarms: { arn, role } };
}
