import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { allow } from './lambda.ts';

/** `arn`: of every alarm of the tenant; `role`: with which they ring. */
export type Alarms = { arn: string; role: IRole };

/** What a tenant's Lambdas share. */
export type LambdaParts = {
  name: string;
  logDays: RetentionDays;
  environment: Record<string, string>;
  table: TableV2;
  wakeQueue: Queue;
  tokenKeys: Secret;
  alarms: Alarms;
};

type TableAction = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem';

// Each says what the code does, no more: test/infra compares them with the calls of a whole journey, both ways.

export function allowTable(lambda: NodejsFunction, table: TableV2, actions: readonly TableAction[]): void {
  allow(lambda, {
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [table.tableArn],
  });
}

export function allowRing(lambda: NodejsFunction, wakeQueue: Queue): void {
  allow(lambda, { actions: ['sqs:SendMessage'], resources: [wakeQueue.queueArn] });
}

export function allowTokenKeys(lambda: NodejsFunction, tokenKeys: Secret): void {
  allow(lambda, { actions: ['secretsmanager:GetSecretValue'], resources: [tokenKeys.secretArn] });
}

/** Arming an alarm hands it the role with which it rings: that one role, to EventBridge Scheduler and nobody else. */
export function allowAlarms(lambda: NodejsFunction, { arn, role }: Alarms): void {
  allow(
    lambda,
    { actions: ['scheduler:CreateSchedule'], resources: [arn] },
    { [`AwsSolutions-IAM5[Resource::${arn}]`]: 'The alarms of this tenant; conversations name them.' },
  );
  allow(lambda, {
    actions: ['iam:PassRole'],
    resources: [role.roleArn],
    conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
  });
}
