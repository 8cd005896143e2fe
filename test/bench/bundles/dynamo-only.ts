import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

// What a start-up is measured against: a handler that imports the table's client, and nothing of ours.

const client = new DynamoDBClient({});

/** Does nothing that anybody waits for. */
export async function handler(): Promise<string> {
  return client.config.serviceId;
}
