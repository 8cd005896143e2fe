import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type ClientConfig, timeouts } from './client-config.ts';

// The SDK keeps connections alive by default. A connection that died while the Lambda was frozen fails with
// ECONNRESET and is retried; four quick attempts also ride out a throttle or a partition move.
export function makeDynamoClient(config: ClientConfig): DynamoDBClient {
  return new DynamoDBClient({ ...config, maxAttempts: 4, requestHandler: timeouts(1_000, 3_000) });
}
