import { Annotations, CfnOutput } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { DeployedTenant } from '../fleet.ts';

/** What the next step of whoever deploys needs to know. */
export function giveOutputs(
  scope: Construct,
  parts: { appUrl: string; table: TableV2; wakeQueue: Queue; tokenKeys: Secret },
): void {
  new CfnOutput(scope, 'AppUrl', { value: parts.appUrl, description: 'Where the pages and the API are' });
  new CfnOutput(scope, 'TableName', { value: parts.table.tableName });
  new CfnOutput(scope, 'WakeQueueUrl', { value: parts.wakeQueue.queueUrl });
  new CfnOutput(scope, 'TokenKeysSecret', { value: parts.tokenKeys.secretArn });
}

/** What a tenant's file leaves for later, said at every synth. */
export function warnOfWhatIsOff(scope: Construct, { tenant, aws }: DeployedTenant): void {
  const annotations = Annotations.of(scope);
  if (aws.sending === 'off')
    annotations.addWarningV2(
      'nevertwice:sending',
      'aws.sending is off: all mail is held until it is deployed with on.',
    );
  if (tenant.signIn === 'cognito' && !aws.senderVerified)
    annotations.addWarningV2(
      'nevertwice:sign-in',
      'signIn: there is no user pool yet, managers work by API token. Deploy, let SES verify the sender, set aws.senderVerified to true and deploy again.',
    );
}
