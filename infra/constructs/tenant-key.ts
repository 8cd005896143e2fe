import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Deployment } from '../../functions/domain/deployment.ts';

/**
 * The tenant's own key, when its file asks for one. Its policy leaves people and roles to IAM (`allowKey` in grants.ts) and
 * lets in the two services that write by themselves: CloudWatch Logs, and EventBridge into its dead-letter queue.
 */
export function makeTenantKey(scope: Construct, name: string, { encryption }: Deployment): Key | undefined {
  if (encryption === 'aws') return undefined;
  const stack = Stack.of(scope);
  const key = new Key(scope, 'Key', {
    alias: `alias/${name}`,
    description: `Encrypts what ${name} stores`,
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const logGroup = (pattern: string) =>
    `arn:${stack.partition}:logs:${stack.region}:${stack.account}:log-group:${pattern}`;
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'Logs',
      principals: [new ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
      actions: [
        'kms:Encrypt',
        'kms:Decrypt',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:DescribeKey',
      ],
      resources: ['*'],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': [
            logGroup(`/aws/lambda/${name}-*`),
            logGroup(`/aws/vendedlogs/${name}/*`),
          ],
        },
      },
    }),
  );
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'DeadLettersOfRules',
      principals: [new ServicePrincipal('events.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  );
  return key;
}
