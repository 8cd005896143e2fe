import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { CfnReceiptRule } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import type { DeployedTenant } from '../fleet.ts';
import { acknowledge } from './acknowledge.ts';
import { publishRecords } from './dns-records.ts';
import { RULE_SET } from './receipt-rules.ts';

// Whatever reads a mail deletes it; this long is what nobody could read kept for whoever looks into it.
const KEPT_DAYS = 7;

/** The one rule whose mail this tenant takes: what SES may do is bound to it. */
function byItsRule(scope: Construct, name: string) {
  const { region, account, partition } = Stack.of(scope);
  return {
    sourceAccount: account,
    sourceArn: `arn:${partition}:ses:${region}:${account}:receipt-rule-set/${RULE_SET}:receipt-rule/${name}`,
  };
}

/** Where SES puts answers to mails and invitations; whatever takes one in deletes it. */
export function makeInboundBucket(scope: Construct, name: string, key: Key | undefined): Bucket {
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
  const { sourceAccount, sourceArn } = byItsRule(scope, name);
  const ses = {
    principals: [new ServicePrincipal('ses.amazonaws.com')],
    conditions: { StringEquals: { 'aws:SourceAccount': sourceAccount, 'aws:SourceArn': sourceArn } },
  };
  bucket.addToResourcePolicy(
    new PolicyStatement({
      ...ses,
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects('*')],
    }),
  );
  key?.addToResourcePolicy(
    new PolicyStatement({
      ...ses,
      sid: 'Inbound',
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
    }),
  );
  return bucket;
}

/** MX of the reply domain and the account's receipt rules: a mail lies in the bucket, then the Lambda is told of it. */
export function makeReceiptRule(
  scope: Construct,
  name: string,
  { tenant, aws }: DeployedTenant,
  { bucket, inbound }: { bucket: Bucket; inbound: Lambda },
): void {
  const { region } = Stack.of(scope);
  inbound.addPermission('ReceiptRule', {
    principal: new ServicePrincipal('ses.amazonaws.com'),
    ...byItsRule(scope, name),
  });
  const rule = new CfnReceiptRule(scope, 'ReceiptRule', {
    ruleSetName: RULE_SET,
    rule: {
      name,
      enabled: true,
      recipients: [tenant.replyDomain],
      scanEnabled: true,
      // People answer from whatever server they have; what we send is encrypted (constructs/mail.ts).
      tlsPolicy: 'Optional',
      actions: [
        { s3Action: { bucketName: bucket.bucketName } },
        { lambdaAction: { functionArn: inbound.functionArn, invocationType: 'Event' } },
      ],
    },
  });
  // SES tries to write, and to call, when the rule is made.
  rule.node.addDependency(inbound, ...(bucket.policy ? [bucket.policy] : []));
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
}
