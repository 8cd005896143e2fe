import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SQSClient } from '@aws-sdk/client-sqs';

// Somebody waits in front of it, and a service that is not reached is a finding.
const PATIENCE = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
};

export type Clients = ReturnType<typeof makeClients>;

/** Whom the doctor asks, as whoever runs it: the SDK finds credentials and `AWS_ENDPOINT_URL_…` itself. */
export function makeClients(region: string) {
  const config = { ...PATIENCE, region, userAgentAppId: 'nevertwice-doctor' };
  const clients = {
    cloudFormation: new CloudFormationClient(config),
    cloudWatch: new CloudWatchClient(config),
    dynamoDb: new DynamoDBClient(config),
    scheduler: new SchedulerClient(config),
    secrets: new SecretsManagerClient(config),
    // Most of its questions are answered once a second for the whole account.
    ses: new SESv2Client({ ...config, maxAttempts: 6 }),
    sqs: new SQSClient({ ...config, useQueueUrlAsEndpoint: false }),
  };
  return {
    ...clients,
    destroy() {
      for (const client of Object.values(clients)) client.destroy();
    },
  };
}
