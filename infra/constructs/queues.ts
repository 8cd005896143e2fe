import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { HIDDEN_SECONDS, MOST_RECEIVES } from './wake-limits.ts';

function encryptedWith(key: IKey | undefined) {
  return key && { encryption: QueueEncryption.KMS, encryptionMasterKey: key };
}

/** A queue for what could not be handled; alarms watch it, and 14 days is as long as SQS keeps anything. */
export function makeDeadLetterQueue(
  scope: Construct,
  id: string,
  queueName: string,
  key: IKey | undefined,
): Queue {
  const queue = new Queue(scope, id, {
    queueName,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
    ...encryptedWith(key),
  });
  acknowledge(queue, {
    'AwsSolutions-SQS3': 'This is a dead-letter queue.',
    'Serverless-SQSRedrivePolicy': 'This is a dead-letter queue.',
  });
  return queue;
}

/** The wake queue and where what it could not hand over ends. */
export function makeWakeQueue(
  scope: Construct,
  name: string,
  key: IKey | undefined,
): { queue: Queue; dead: Queue } {
  const dead = makeDeadLetterQueue(scope, 'WakeDead', `${name}-wake-dead`, key);
  const queue = new Queue(scope, 'Wake', {
    queueName: `${name}-wake`,
    enforceSSL: true,
    visibilityTimeout: Duration.seconds(HIDDEN_SECONDS),
    deadLetterQueue: { queue: dead, maxReceiveCount: MOST_RECEIVES },
    ...encryptedWith(key),
  });
  return { queue, dead };
}
