import { randomUUID } from 'node:crypto';
import type { Reply } from './wire.ts';

/** An answer of the JSON protocols that DynamoDB and SQS speak. */
export function awsJsonError(status: number, type: string, message: string): Reply {
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() },
    body: JSON.stringify({ __type: type, message }),
  };
}
