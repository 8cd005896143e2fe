import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient } from '@aws-sdk/client-ses';
import { SQSClient } from '@aws-sdk/client-sqs';

/**
 * Where one AWS service is. `endpoint` and `credentials` are left out in AWS, where the SDK finds its own. `userAgentAppId`
 * says in CloudTrail, and in the log of the local servers, which Lambda made a call.
 */
export type ClientConfig = {
  region: string;
  userAgentAppId?: string;
  endpoint?: string;
  credentials?: { accessKeyId: string; secretAccessKey: string };
};

// The SDK keeps connections alive by default. A connection that died while the Lambda was frozen fails with
// ECONNRESET and is retried; four quick attempts also ride out a throttle or a partition move.
export function makeDynamoClient(config: ClientConfig): DynamoDBClient {
  return new DynamoDBClient({ ...config, maxAttempts: 4, requestHandler: timeouts(1_000, 3_000) });
}

// A ring that is sent twice is harmless, and a lost one is found by the sweep: three attempts.
export function makeSqsClient(config: ClientConfig): SQSClient {
  return new SQSClient({ ...config, maxAttempts: 3, requestHandler: timeouts(1_000, 3_000) });
}

// An alarm's name makes a second attempt a conflict, which counts as armed: three attempts.
export function makeSchedulerClient(config: ClientConfig): SchedulerClient {
  return new SchedulerClient({ ...config, maxAttempts: 3, requestHandler: timeouts(1_000, 3_000) });
}

export function makeSecretsClient(config: ClientConfig): SecretsManagerClient {
  return new SecretsManagerClient({ ...config, maxAttempts: 4, requestHandler: timeouts(1_000, 3_000) });
}

// One attempt: a retry after a lost reply would send the mail again. And no kept connection: a dead one would make
// the outcome unknown, where a failed new one is certain that nothing left.
export function makeSesClient(config: ClientConfig): SESClient {
  const agent = { keepAlive: false };
  return new SESClient({
    ...config,
    maxAttempts: 1,
    requestHandler: { ...timeouts(3_000, 10_000), httpAgent: agent, httpsAgent: agent },
  });
}

// Reading and deleting again is harmless, and Lambda calls again besides: three attempts.
export function makeS3Client(config: ClientConfig): S3Client {
  return new S3Client({ ...config, maxAttempts: 3, requestHandler: timeouts(1_000, 10_000) });
}

function timeouts(connectionTimeout: number, requestTimeout: number) {
  return { connectionTimeout, requestTimeout, socketTimeout: requestTimeout, throwOnRequestTimeout: true };
}
