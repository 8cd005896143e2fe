import { CfnElement, Stack } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
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
  /** The tenant's own, if it has one. */
  key: IKey | undefined;
};

type TableAction = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem';

// What each service needs of the key to answer whoever calls it, with the caller's own permissions (the services' guides).
const KEY_USES = {
  dynamodb: [
    'kms:Encrypt',
    'kms:Decrypt',
    'kms:ReEncryptFrom',
    'kms:ReEncryptTo',
    'kms:GenerateDataKey',
    'kms:GenerateDataKeyWithoutPlaintext',
    'kms:DescribeKey',
  ],
  sqs: ['kms:GenerateDataKey', 'kms:Decrypt'],
  secretsmanager: ['kms:Decrypt'],
  s3: ['kms:Decrypt'],
} as const;

/** Lets a role use the tenant's key through one service and not by itself; nothing when the tenant has no key. */
export function keyStatements(
  scope: Construct,
  key: IKey | undefined,
  service: keyof typeof KEY_USES,
): PolicyStatement[] {
  if (!key) return [];
  return [
    new PolicyStatement({
      actions: [...KEY_USES[service]],
      resources: [key.keyArn],
      conditions: {
        StringEquals: { 'kms:ViaService': `${service}.${Stack.of(scope).region}.amazonaws.com` },
      },
    }),
  ];
}

function allowKey(lambda: Lambda, key: IKey | undefined, service: keyof typeof KEY_USES): void {
  for (const statement of keyStatements(lambda, key, service)) lambda.addToRolePolicy(statement);
}

// Each says what the code does, no more: test/infra compares them with the calls of a whole journey, both ways.

export function allowTable(lambda: Lambda, table: TableV2, actions: readonly TableAction[]): void {
  allow(lambda, {
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [table.tableArn],
  });
  allowKey(lambda, table.encryptionKey, 'dynamodb');
}

export function allowRing(lambda: Lambda, wakeQueue: Queue): void {
  allow(lambda, { actions: ['sqs:SendMessage'], resources: [wakeQueue.queueArn] });
  allowKey(lambda, wakeQueue.encryptionMasterKey, 'sqs');
}

function logicalIdOf({ node, stack }: Bucket): string {
  const made = node.defaultChild;
  if (!CfnElement.isCfnElement(made)) throw new Error(`${node.path} is no resource of its own.`);
  return String(stack.resolve(made.logicalId));
}

/** To take a mail out. Only to who may list a bucket does S3 say that an object is not there; to others, that it is forbidden. */
export function allowBucket(lambda: Lambda, bucket: Bucket): void {
  const objects = bucket.arnForObjects('*');
  allow(
    lambda,
    { actions: ['s3:GetObject', 's3:DeleteObject'], resources: [objects] },
    {
      [`AwsSolutions-IAM5[Resource::<${logicalIdOf(bucket)}.Arn>/*]`]:
        'The mails of this tenant; SES names them.',
    },
  );
  allow(lambda, { actions: ['s3:ListBucket'], resources: [bucket.bucketArn] });
  allowKey(lambda, bucket.encryptionKey, 's3');
}

export function allowTokenKeys(lambda: Lambda, tokenKeys: Secret): void {
  allow(lambda, { actions: ['secretsmanager:GetSecretValue'], resources: [tokenKeys.secretArn] });
  allowKey(lambda, tokenKeys.encryptionKey, 'secretsmanager');
}

/** Arming an alarm hands it the role with which it rings: that one role, to EventBridge Scheduler and nobody else. */
export function allowAlarms(lambda: Lambda, { arn, role }: Alarms): void {
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
