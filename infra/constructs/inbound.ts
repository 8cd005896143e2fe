import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { CfnReceiptRule } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import type { DeployedTenant } from '../fleet.ts';
import { acknowledge } from './acknowledge.ts';
import { publishRecords } from './dns-records.ts';
import { RULE_SET } from './receipt-rules.ts';

// Whatever reads a mail deletes it; this long is what nobody could read kept for whoever looks into it.
const KEPT_DAYS = 7;

/** Where answers to mails and invitations arrive: MX of the reply domain, the account's receipt rules, a bucket. */
export function makeInbound(
  scope: Construct,
  name: string,
  { tenant, aws }: DeployedTenant,
  key: Key | undefined,
): Bucket {
  const { region, account, partition } = Stack.of(scope);
  const bucket = new Bucket(scope, 'Inbound', {
    ...(key
      ? { encryption: BucketEncryption.KMS, encryptionKey: key, bucketKeyEnabled: true }
      : { encryption: BucketEncryption.S3_MANAGED }),
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    lifecycleRules: [
      { expiration: Duration.days(KEPT_DAYS), abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
    removalPolicy: RemovalPolicy.RETAIN,
  });
  acknowledge(bucket, {
    'AwsSolutions-S1': `Only SES writes into it and nothing stays longer than ${KEPT_DAYS} days; a log of it would.`,
  });
  const byItsRule = {
    principals: [new ServicePrincipal('ses.amazonaws.com')],
    conditions: {
      StringEquals: {
        'aws:SourceAccount': account,
        'aws:SourceArn': `arn:${partition}:ses:${region}:${account}:receipt-rule-set/${RULE_SET}:receipt-rule/${name}`,
      },
    },
  };
  bucket.addToResourcePolicy(
    new PolicyStatement({
      ...byItsRule,
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects('*')],
    }),
  );
  key?.addToResourcePolicy(
    new PolicyStatement({
      ...byItsRule,
      sid: 'Inbound',
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
    }),
  );
  const rule = new CfnReceiptRule(scope, 'ReceiptRule', {
    ruleSetName: RULE_SET,
    rule: {
      name,
      enabled: true,
      recipients: [tenant.replyDomain],
      scanEnabled: true,
      // People answer from whatever server they have; what we send is encrypted (constructs/mail.ts).
      tlsPolicy: 'Optional',
      actions: [{ s3Action: { bucketName: bucket.bucketName } }],
    },
  });
  // SES tries to write when the rule is made.
  if (bucket.policy) rule.node.addDependency(bucket.policy);
  publishRecords(
    scope,
    [
      {
        id: 'ReplyMx',
        name: tenant.replyDomain,
        type: 'MX',
        value: `10 inbound-smtp.${region}.amazonaws.com`,
      },
    ],
    { domain: tenant.replyDomain, hostedZone: aws.hostedZone },
  );
  return bucket;
}
